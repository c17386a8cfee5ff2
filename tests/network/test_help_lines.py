"""«Salir rápido» and help lines: which pages offer them, what they tell, who keeps them."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.content import ContentError
from amuprev.foundation.loading import Load
from network import content, help_lines
from network.choices import REGION_COUNTRIES
from network.content.help_lines import load_help_lines
from network.models import HelpLine, Theme
from tests.network import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

WEATHER = "wikipedia.org/wiki/"
UNKNOWN = {
    "es": "No sabemos de ninguna línea de ayuda",
    "en": "We know of no help line",
}


@pytest.fixture
def town(db):
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def line(town):
    return factories.HelpLineFactory(number="126", country=town.country)


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def page_of(client, activity, language="es"):
    folder = {"es": "bitacora", "en": "activities"}[language]
    return read(client, f"/{language}/{folder}/{activity.pk}/")


def offers(told):
    """Way out, script and lines stand together or not at all."""
    marks = ["data-quick-exit", "quick-exit.js", 'id="help-lines"', WEATHER]
    found = {mark in told for mark in marks}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("language", "words", "who"),
    [
        ("es", "Salir rápido", "Instituto de la mujer"),
        ("en", "Leave quickly", "Institute of women"),
    ],
)
def test_such_a_page_offers_the_way_out_and_its_country_s_lines(
    client, town, line, language, words, who
):
    factories.HelpLineFactory(number="999", country="PA")
    activity = factories.ApprovedActivityFactory(
        owner=town, violence_types=["family_partner"]
    )
    told = page_of(client, activity, language)
    assert offers(told)
    assert words in told
    assert who in told
    assert f'href="{help_lines.NEUTRAL[language]}"' in told
    assert 'href="tel:126"' in told
    assert line.source in told
    assert "tel:999" not in told
    assert told.index("data-quick-exit") < told.index("<main")


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


def test_themes_decide_too_of_an_activity_and_of_a_list(client, town, line):
    activity = factories.ApprovedActivityFactory(
        owner=town, violence_types=["community"], inspire_strategies=[]
    )
    assert not offers(page_of(client, activity))
    theme = Theme.objects.get_or_create(key="gender", defaults={"name_es": "Género"})[0]
    activity.themes.add(theme)
    assert offers(page_of(client, activity))
    assert not offers(read(client, "/es/bitacora/"))
    told = read(client, f"/es/bitacora/?theme=gender&country={town.country}")
    assert offers(told)
    assert "tel:126" in told


def test_a_term_of_the_glossary_that_is_about_it_shows_every_country(client, line):
    factories.GlossaryTermFactory(slug="plaza")
    factories.GlossaryTermFactory(slug="golpes", about_close_violence=True)
    assert not offers(read(client, "/es/glosario/plaza/"))
    told = read(client, "/es/glosario/golpes/")
    assert offers(told)
    assert "tel:126" in told
    assert told.count(UNKNOWN["es"]) == len(REGION_COUNTRIES) - 1


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_country_without_a_line_says_so(client, town, language):
    activity = factories.ApprovedActivityFactory(owner=town, regional_axis="BA")
    told = page_of(client, activity, language)
    assert UNKNOWN[language] in told
    assert "tel:" not in told


def test_a_number_of_the_press_and_an_old_one_are_told_as_such(client, town):
    old = timezone.localdate() - datetime.timedelta(days=366)
    factories.HelpLineFactory(country=town.country, basis="reported", number="*212")
    activity = factories.ApprovedActivityFactory(owner=town, regional_axis="BA")
    told = page_of(client, activity)
    assert 'href="tel:*212"' in told
    assert "No está confirmado en una página de la institución" in told
    assert "más de un año" not in told
    HelpLine.objects.update(checked=old, basis="official")
    told = page_of(client, activity)
    assert "No está confirmado" not in told
    assert "más de un año" in told


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "llame ya"),
        ("number", "12<3"),
        ("number", ""),
        ("source", ""),
        ("source", "ftp://instituto.example/"),
        ("source", "javascript:alert(1)"),
        ("checked", None),
        ("checked", timezone.localdate() + datetime.timedelta(days=2)),
        ("who_es", ""),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_field(field, value):
    line = factories.HelpLineFactory.build(**{field: value})
    with pytest.raises(ValidationError) as refused:
        line.full_clean()
    assert field in refused.value.error_dict


def test_the_secretariat_keeps_them_with_history_and_sees_what_is_old(screen):
    add = reverse("admin:network_helpline_add")
    typed = {
        "country": "GT", "number": "15 72", "who_es": "Fiscalía", "who_en": "",
        "source": "https://mp.example/", "basis": "official", "checked": "2024-01-31",
    }  # fmt: skip
    refused = screen.post(add, {**typed, "source": ""})
    assert refused.status_code == 200
    assert "15 72" in refused.content.decode()
    assert screen.post(add, typed).status_code == 302
    line = HelpLine.objects.get()
    assert (line.key, line.dialled, line.history.count()) == ("gt-15-72", "1572", 1)
    front = screen.get("/admin/").content.decode()
    assert "1 línea de ayuda lleva un año sin revisarse" in front
    listed = reverse("admin:network_helpline_changelist") + "?waiting=stale"
    assert "15 72" in screen.get(listed).content.decode()
    line.checked = timezone.localdate()
    line.save()
    assert "15 72" not in screen.get(listed).content.decode()
    history = reverse("admin:network_helpline_history", args=[line.pk])
    assert "2024" in screen.get(history).content.decode()


def test_the_lines_that_come_with_the_portal_say_on_what_they_rest():
    load_help_lines(Load.begin(), content.FOLDER)
    lines = HelpLine.objects.all()
    official = {line.country for line in lines if line.is_official}
    assert official == {"SV", "HN", "CR", "PA"}
    assert {line.country for line in lines} == official | {"GT", "DO", "NI"}
    for line in lines:
        line.full_clean()
        government = ".gob." in line.source or ".go." in line.source
        assert government == line.is_official
        assert line.who_en


def test_a_file_with_a_number_that_cannot_be_dialled_is_refused(tmp_path):
    told = (content.FOLDER / "help_lines.yaml").read_text(encoding="utf-8")
    (tmp_path / "help_lines.yaml").write_text(told.replace('"1572"', '"llame"'))
    with pytest.raises(ContentError, match="gt-1572"):
        load_help_lines(Load.begin(), tmp_path)
