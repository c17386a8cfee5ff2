"""The programme's pages: made once in both languages, found from home, true to the facts."""

import re
from collections import Counter

import pytest

from amuprev.foundation.content import ContentError
from amuprev.foundation.loading import Outcome
from amuprev.site.content import programme
from amuprev.site.models import HomePage, StandardPage
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

LANGUAGES = ("es", "en")
KEYS = 10


@pytest.fixture(autouse=True)
def made(db) -> Counter:
    plant_pages()
    return again()


def again() -> Counter:
    counts: Counter = Counter()
    homes = {home.locale.language_code: home for home in HomePage.objects.all()}
    programme.keep(counts, homes)
    return counts


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


def test_they_are_made_once_and_stay_the_editors(made):
    assert made == {Outcome.CREATED: 2 * KEYS}
    page = StandardPage.objects.get(slug="ayuda")
    page.title, page.slug = "Otra ayuda", "otra-ayuda"
    page.save()
    assert again() == {Outcome.UNCHANGED: 2 * KEYS}
    page.refresh_from_db()
    assert page.title == "Otra ayuda"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reads_whole_leads_to_the_other_language_and_has_no_dead_link(
    client, language
):
    pages = StandardPage.objects.filter(locale__language_code=language)
    assert pages.count() == KEYS
    other = {"es": "en", "en": "es"}[language]
    addresses = set()
    for page in pages:
        told = read(client, page.url)
        assert told.count("<h1") == 1
        assert f'hreflang="{other}"' in told
        assert "##" not in told
        main = told[told.index("<main") : told.index("</main>")]
        addresses |= set(re.findall(r'href="(/[^"]*)"', main))
    assert addresses
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code in (200, 302), address
        assert address.startswith(f"/{language}/"), address


@pytest.mark.parametrize(
    ("language", "slug"), [("es", "linea-de-tiempo"), ("en", "timeline")]
)
def test_the_timeline_tells_all_three_ends(client, language, slug):
    page = StandardPage.objects.get(slug=slug)
    told = read(client, page.url)
    for year in ("2009", "2013", "2015", "2019"):
        assert year in told
    assert page.get_parent().specific.slug in ("acerca-de", "about")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_each_page_leads_to_privacy_and_help(client, language):
    foot = read(client, f"/{language}/")
    foot = foot[foot.index("<footer") :]
    for page in StandardPage.objects.filter(
        locale__language_code=language, depth=3, live=True
    ):
        assert f'href="{page.url}"' in foot


def test_a_source_that_nobody_knows_is_refused(tmp_path, monkeypatch):
    StandardPage.objects.filter(slug__in=["ayuda", "help"]).delete()
    written = tmp_path / "programme.yaml"
    text = programme.FILE.read_text(encoding="utf-8")
    written.write_text(text + "  rests_on: [nobody]\n", encoding="utf-8")
    monkeypatch.setattr(programme, "FILE", written)
    with pytest.raises(ContentError, match="nobody"):
        again()
