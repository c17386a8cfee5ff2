"""The landing: its map and table, filters in the address, pages by key."""

import datetime
import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import Organisation
from tests.network.factories import ThemeFactory, secretariat_member
from tests.public_pages import plant_pages
from tests.twinnings import factories
from tests.twinnings.public import (
    ENGLISH,
    LIST,
    public_commitment,
    public_twinning,
    read,
    southern,
    told,
    words,
)
from twinnings.models import Twinning
from twinnings.overview import overview
from twinnings.services import review
from twinnings.services.parties import PartyTold
from twinnings.views.public import list as landing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def titles(page):
    links = page.xpath("//a[contains(@class, 'twinning-title')]")
    return [link.text_content().rpartition(",")[0].strip() for link in links]


def options(page, name):
    """Each answer of a filter with its count."""
    boxes = page.xpath("//input[@type='checkbox' and @name=$name]", name=name)
    return {
        box.get("value"): int(
            words(box.getparent().find("label")).rpartition("(")[2].rstrip(")")
        )
        for box in boxes
    }


@pytest.fixture
def three():
    theme = ThemeFactory(key="youth", name_es="Juventud", name_en="Youth")
    north = public_twinning(
        started=datetime.date(2011, 1, 1), date_precision="year", status="unknown",
        management_themes=["police"],
    )  # fmt: skip
    south = southern(started=datetime.date(2014, 5, 1), status="active", type="sister")
    south.themes.add(theme)
    timeless = public_twinning(started=None, status="unknown")
    overview_anew()
    return north, south, timeless


def overview_anew():
    caches["near"].clear()


def test_both_languages_tell_each_with_when_how_and_what(client, three):
    north, south, timeless = three
    exchange = factories.published_exchange(twinning=south)
    public_commitment(exchange, state="met")
    public_commitment(exchange)
    public_commitment(exchange)
    overview_anew()
    for path, index in ((LIST, 0), (ENGLISH, 1)):
        page = read(client, path)
        shown = [
            (each.title_es, each.title_en)[index] for each in (south, north, timeless)
        ]
        assert titles(page) == shown
    spanish, english = told(client, LIST), told(client, ENGLISH)
    assert "desde 2011" in spanish
    assert "año incierto" in spanish
    assert "de 3 compromisos, 1 cumplido" in spanish
    assert "sin seguimiento registrado" in spanish
    assert "of 3 commitments, 1 met" in english
    assert "year uncertain" in english
    assert "no follow-up recorded" in english


def test_north_and_south_and_south_stand_alike_on_map_and_in_table(client, three):
    north, south, _timeless = three
    with_lamps = read(client, LIST)
    links = with_lamps.xpath("//*[local-name()='a']/*[local-name()='title']/text()")
    assert {north.title_es, south.title_es} <= set(links)
    rows = with_lamps.xpath("//table[contains(@class,'twinning-table')]/tbody/tr")
    assert {row.get("class") for row in rows} == {None}


def test_filters_meet_count_and_stand_in_the_address(client, three):
    page = read(client, f"{LIST}?country=US")
    assert len(titles(page)) == 2
    assert options(page, "country")["US"] == 2
    assert options(page, "status") == {"unknown": 2}
    assert len(titles(read(client, f"{LIST}?country=US&year=2011"))) == 1
    assert len(titles(read(client, f"{LIST}?theme=youth"))) == 1
    assert len(titles(read(client, f"{LIST}?management=police"))) == 1
    assert len(titles(read(client, f"{LIST}?kind=sister"))) == 1
    both = read(client, f"{LIST}?status=active&status=unknown")
    assert len(titles(both)) == 3
    chips = page.xpath("//ul[@class='tags' and @aria-label]/li")
    assert [words(chip).split(" · ")[0] for chip in chips] == ["País: Estados Unidos"]
    assert len(titles(read(client, LIST + chips[0].find("a").get("href")))) == 3


def test_years_are_those_of_which_something_is_recorded(client, three):
    years = options(read(client, LIST), "year")
    this_year = str(timezone.localdate().year)
    # What stands «active» goes on; what nobody knows is not drawn out until today.
    assert years[this_year] == 1
    assert years["2014"] == 1
    assert years["2011"] == 1
    assert "2012" not in years
    assert years["none"] == 1
    assert len(titles(read(client, f"{LIST}?year=none"))) == 1


def test_nothing_found_helps_on(client, three):
    page = read(client, f"{LIST}?kind=sister&country=US")
    assert "Ningún hermanamiento corresponde a estos filtros" in words(page)
    assert page.xpath("//div[@class='empty']//a/@href") == [LIST]


def test_nothing_published_says_so(client):
    assert "Todavía no se ha publicado ningún hermanamiento" in told(client, LIST)
    assert "No twinning has been published yet" in told(client, ENGLISH)


@pytest.mark.parametrize(
    "query",
    ["?country=x", "?country=%00", "?after=x", "?after=0.99", "?after=2012-99-99.1",
     "?year=2011%00&year=x", "?theme=&kind=", "?after=9999-12-31.999999999"],
)  # fmt: skip
def test_what_is_not_understood_is_left_aside(client, three, query):
    read(client, LIST + query)


def test_pages_by_key_give_each_once_and_keep_the_filters(client, monkeypatch):
    monkeypatch.setattr(landing, "PAGE_LENGTH", 2)
    made = [
        public_twinning(started=datetime.date(2010 + n, 1, 1) if n else None)
        for n in range(5)
    ]
    overview_anew()
    seen, address = [], "?country=US"
    while address:
        page = read(client, LIST + address)
        seen += titles(page)
        address = (page.xpath("//a[@rel='next']/@href") or [""])[0]
        assert "country=US" in address or not address
    assert seen == [each.title_es for each in reversed(made)]


def test_as_many_questions_for_one_as_for_three(client):
    def asked():
        read(client, LIST)
        with CaptureQueriesContext(connection) as questions:
            read(client, LIST)
        return len(questions)

    public_twinning()
    overview_anew()
    first = asked()
    for _more in range(2):
        southern()
    overview_anew()
    assert asked() == first <= 5


def test_a_map_of_many_says_how_many_it_shows(client, monkeypatch):
    monkeypatch.setattr(landing, "MOST_ARCS", 2)
    for _each in range(3):
        public_twinning()
    south = southern(started=datetime.date(1999, 1, 1))
    overview_anew()
    page = read(client, LIST)
    assert "Se muestran 2 de 4." in words(page)
    # The oldest of all is among them: it is the only one of its pair of countries.
    linked = page.xpath("//*[local-name()='a']/*[local-name()='title']/text()")
    assert south.title_es in linked
    assert len(titles(page)) == 4
    narrowed = read(client, f"{LIST}?year=1999")
    assert "Se muestran" not in words(narrowed)


def test_hidden_it_leaves_list_map_and_counts_at_once(client, three):
    north, _south, _timeless = three
    assert options(read(client, LIST), "status")["unknown"] == 2
    review.hide(record=north, by=secretariat_member())
    page = read(client, LIST)
    assert north.title_es not in words(page)
    assert options(page, "status")["unknown"] == 1


def test_a_stale_overview_shows_nothing(client, three):
    north, _south, _timeless = three
    read(client, LIST)
    Twinning.objects.filter(pk=north.pk).update(hidden_at=timezone.now())
    assert overview().count == 3
    assert north.title_es not in words(read(client, LIST))


def test_a_town_hall_that_is_hidden_has_no_link(client):
    twinning = southern()
    town = twinning.parties.exclude(organisation=twinning.owner).get().organisation
    Organisation.objects.filter(pk=town.pk).update(shown=False)
    overview_anew()
    page = read(client, LIST)
    assert not [link for link in page.xpath("//@href") if town.slug in link]
    assert town.place.name_es in words(page)


def test_unnamed_parties_are_told_as_unknown(client):
    owner = factories.reviewed_town()[0]
    public_twinning(
        PartyTold(organisation=owner), PartyTold(country="GT", unnamed=3), owner=owner
    )
    overview_anew()
    assert "3 gobiernos locales de Guatemala cuyos nombres no constan" in told(
        client, LIST
    )
    assert "whose names are not known" in told(client, ENGLISH)


def test_it_stands_in_menu_site_map_and_hreflang(client, three):
    page = read(client, LIST)
    menu = page.xpath("//nav[@id='site-menu']//a[@aria-current]/@href")
    assert menu == [LIST]
    others = page.xpath("//link[@rel='alternate' and @hreflang]/@href")
    assert [re.sub(r"https?://[^/]+", "", each) for each in others] == [LIST, ENGLISH]
    answer = client.get("/sitemap-twinnings.xml").content.decode()
    for twinning in three:
        assert twinning.get_absolute_url() in answer
    assert "/en/twinnings/" in answer
    pages = client.get("/sitemap-pages.xml").content.decode()
    assert LIST in pages
    assert ENGLISH in pages
