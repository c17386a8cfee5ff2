"""«Salir rápido» and help lines on pages about violence close to home."""

import datetime

import pytest

from network import help_lines
from network.models import Theme
from tests.network import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def town(db):
    plant_pages()
    return factories.reviewed_municipality()


def page_of(client, activity, language="es"):
    folder = {"es": "bitacora", "en": "activities"}[language]
    answer = client.get(f"/{language}/{folder}/{activity.pk}/")
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Salir rápido"), ("en", "Leave quickly")]
)
def test_such_a_page_offers_the_way_out_and_the_lines(client, town, language, words):
    activity = factories.ApprovedActivityFactory(
        owner=town, violence_types=["family_partner"]
    )
    told = page_of(client, activity, language)
    assert words in told
    assert f'href="{help_lines.NEUTRAL[language]}"' in told
    assert "quick-exit.js" in told
    for line in help_lines.help_lines(activity.country):
        assert f'href="tel:{line.number}"' in told
        assert line.source in told


@pytest.mark.parametrize(
    "given",
    [
        {"violence_types": ["family_partner"]},
        {"regional_axis": "BA"},
        {"inspire_strategies": ["P"]},
    ],
)
def test_what_an_activity_says_of_itself_decides(town, given):
    activity = factories.ApprovedActivityFactory(owner=town, **given)
    assert help_lines.safety_of(activity)


def test_themes_decide_too_and_other_pages_have_none(client, town):
    activity = factories.ApprovedActivityFactory(
        owner=town, violence_types=["community"], inspire_strategies=[]
    )
    assert "data-quick-exit" not in page_of(client, activity)
    theme = Theme.objects.get_or_create(key="gender", defaults={"name_es": "Género"})[0]
    activity.themes.add(theme)
    assert "data-quick-exit" in page_of(client, activity)


def test_a_country_without_a_confirmed_line_says_so(client, town, monkeypatch):
    monkeypatch.setattr(help_lines, "_all_lines", tuple)
    activity = factories.ApprovedActivityFactory(owner=town, regional_axis="BA")
    told = page_of(client, activity)
    assert "No hemos podido confirmar" in told
    assert "tel:" not in told


def test_every_line_has_an_official_source_and_its_day():
    lines = help_lines._all_lines()
    assert {line.country for line in lines} == {"SV", "HN", "CR", "PA"}
    for line in lines:
        assert line.number.isdigit()
        assert line.source.startswith("https://")
        assert ".gob." in line.source or ".go." in line.source
        assert line.checked <= TODAY
