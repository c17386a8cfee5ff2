"""Each pair of the initial content is found by either side's name: search and list."""

from urllib.parse import quote, urlencode

import pytest

from tests.twinnings.public import ENGLISH, LIST, read
from tests.twinnings.test_content import PAIRS, WITHOUT_ACCENTS
from twinnings.models import Party, Twinning
from twinnings.overview import forget_overview

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("initial_content"),
]

LANGUAGES = (("es", "/es/buscar/", LIST), ("en", "/en/search/", ENGLISH))


@pytest.fixture(autouse=True)
def read_anew():
    forget_overview()
    yield
    forget_overview()


def ways(name):
    """As people type it."""
    return dict.fromkeys((name, name.lower(), name.translate(WITHOUT_ACCENTS).lower()))


def linked(client, address):
    """Where the content of a page leads."""
    return set(read(client, address).get_element_by_id("content").xpath(".//a/@href"))


def assert_found(client, twinning, said):
    for language, search, listed in LANGUAGES:
        own = f"{listed}{twinning.slug}/"
        for address in (search, listed):
            asked = f"{address}?{urlencode({'q': said}, quote_via=quote)}"
            assert own in linked(client, asked), (language, asked)


@pytest.mark.parametrize(("town", "counterpart"), PAIRS)
def test_each_pair_of_the_brochure_by_either_side(client, town, counterpart):
    twinning = (
        Twinning.objects.filter(parties__place__name_es=town)
        .filter(parties__place__name_es__contains=counterpart)
        .get()
    )
    for name in (town, counterpart, f"{town} {counterpart}"):
        for said in ways(name):
            assert_found(client, twinning, said)


def test_all_eight_by_every_party_under_every_name(client):
    parties = Party.objects.filter(place__isnull=False).select_related("place")
    seen = set()
    for party in parties.prefetch_related("place__names"):
        place = party.place
        others = [each.text for each in place.names.all()]
        for name in dict.fromkeys((place.name_es, place.name_en, *others)):
            assert_found(client, party.twinning, name or place.name_es)
        seen.add(party.twinning_id)
    assert len(seen) == 8


def test_of_others_the_list_says_that_there_is_none(client):
    page = read(client, f"{LIST}?q=managua")
    assert (
        "Ningún hermanamiento corresponde"
        in page.get_element_by_id("content").text_content()
    )
    assert page.xpath("//input[@name='q' and @value='managua']")


def test_a_name_meets_filters_and_can_be_taken_out(client):
    page = read(client, f"{LIST}?q=SANTA+ANA&country=GT")
    found = page.xpath("//a[contains(@class, 'twinning-title')]/@href")
    assert found
    assert all("santa-ana" in each for each in found)
    chips = page.xpath("//ul[@class='tags' and @aria-label]//a/@href")
    assert "?country=GT" in chips
    assert "?q=SANTA+ANA" in chips


@pytest.mark.parametrize(
    "said", ["%00", "%20%20", "de la", "'\"<b>", "%F0%9F%92%A1", "y"]
)
def test_what_is_no_name_breaks_nothing(client, said):
    read(client, f"{LIST}?q={said}")
