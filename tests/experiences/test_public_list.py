"""Filters, counts, orders and pages of the public list, all in the address."""

import pytest
from lxml import html

from amuprev.foundation.narrowing import PAGE
from experiences.models import Experience, FacetBits
from experiences.services.facets import fill_facets
from network.models import PlacePopulation
from tests.experiences.factories import OutcomeFactory, published
from tests.network.factories import MunicipalityFactory, PopulationGroupFactory
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
LIST = "/es/experiencias/"


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def read(client, query="", path=LIST):
    answer = client.get(f"{path}{query}")
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def words(node):
    return " ".join(" ".join(node.itertext()).split())


def titles(page):
    return [words(each) for each in page.xpath("//li[@class='experience-card']/h3")]


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
    youth = PopulationGroupFactory(key="youth", name_es="Juventud", name_en="Youth")
    made = [
        published(title_es="A", problems=["08"], prevention_level="primary"),
        published(title_es="B", problems=["08", "06"], prevention_level="secondary"),
        published(title_es="C", problems=["06"], prevention_level="primary"),
    ]
    made[0].groups.add(youth)
    OutcomeFactory(experience=made[2], effect="negative")
    fill_facets()
    return made


def test_filters_meet_and_count(client, three):
    page = read(client, "?problem=08")
    assert titles(page) == ["B", "A"]
    assert options(page, "problem") == {"06": 2, "08": 2}
    assert options(page, "level") == {"primary": 1, "secondary": 1}
    both = read(client, "?problem=08&problem=06&level=primary")
    assert titles(both) == ["C", "A"]
    assert titles(read(client, "?group=youth")) == ["A"]
    assert titles(read(client, "?stumbles=yes")) == ["C"]


def test_what_holds_is_a_chip_that_can_be_taken_off(client, three):
    page = read(client, "?problem=08&level=primary&sort=recent")
    chips = page.xpath("//ul[@class='tags' and @aria-label]/li")
    assert [words(chip).split(" · ")[0] for chip in chips] == [
        "Problema: Actos contra el orden público y la autoridad",
        "Nivel de prevención: Primaria: antes de que ocurra, para todos",
    ] or len(chips) == 2
    left = chips[0].find("a").get("href")
    assert titles(read(client, left)) == ["C", "A"]


def test_nothing_found_helps_on(client, three):
    page = read(client, "?problem=08&stumbles=yes")
    assert "Ninguna experiencia corresponde a estos filtros" in words(page)
    assert page.xpath("//div[@class='empty']//a/@href") == [LIST]


@pytest.mark.parametrize(
    "query",
    ["?problem=x", "?country=%00", "?after=x", "?after=99-1", "?sort=x&from=%00",
     "?place=%00&theme=%00", "?from=sv-nada&sort=near"],
)  # fmt: skip
def test_what_is_not_understood_is_left_aside(client, three, query):
    read(client, query)


def test_pages_by_key_give_each_once(client):
    made = [published(title_es=f"E{number:02}") for number in range(PAGE + 2)]
    first = read(client)
    older = first.xpath("//a[@rel='next']/@href")[0]
    second = read(client, older)
    assert titles(first) + titles(second) == [each.title_es for each in reversed(made)]
    assert second.xpath("//a[@rel='next']") == []


def test_a_stale_bit_shows_nothing(client, three):
    Experience.objects.filter(pk=three[1].pk).update(hidden_at="2026-01-01T00:00Z")
    assert FacetBits.objects.filter(facet="problem").exists()
    assert titles(read(client)) == ["C", "A"]


def test_near_and_like_mine_say_why(client):
    towns = [MunicipalityFactory() for _ in range(3)]
    for town, (north, people) in zip(
        towns, [("13.60", 20_000), ("13.80", 30_000), ("17.00", 900_000)], strict=True
    ):
        town.place.latitude, town.place.longitude = north, "-89.00"
        town.place.save()
        PlacePopulation.objects.create(
            place=town.place, year=2007, people=people, source="Censo"
        )
    far = published(title_es="Lejos", owner=towns[2])
    published(title_es="Cerca", owner=towns[1])
    type(far.owner).objects.filter(pk=far.owner_id).update(country="GT")
    type(far).objects.filter(pk=far.pk).update(country="GT")
    type(far.owner.place).objects.filter(pk=far.owner.place_id).update(country="GT")
    published(title_es="Otra lejos", owner=far.owner)
    fill_facets()
    mine = towns[0].place.slug
    near = read(client, f"?sort=near&from={mine}")
    assert titles(near)[0] == "Cerca"
    assert f"A 50 km o menos de {towns[0].place.name_es}" in words(near)
    like = read(client, f"?sort=like&from={mine}")
    assert titles(like)[0] == "Cerca"
    assert "Del mismo tamaño que el suyo: De 10 000 a 49 999 habitantes" in words(like)
    assert "Ninguna experiencia de" in words(like)
    published(title_es="La mía", owner=towns[0], violence_types=["community"])
    published(title_es="Igual", owner=towns[2], violence_types=["community"])
    fill_facets()
    like = read(client, f"?sort=like&from={mine}")
    assert titles(like)[0] == "Igual"
    assert "El mismo tipo de violencia" in words(like)
    assert "Ninguna experiencia de" not in words(like)
    cards = like.xpath("//li[@class='experience-card']")
    assert all(card.find_class("reasons") for card in cards)
    assert "Elija su municipio" in words(read(client, "?sort=near"))


def test_a_list_about_sexual_violence_offers_the_way_out(client, three):
    assert not read(client).find_class("quick-exit")
    published(problems=["03"])
    assert read(client, "?problem=03").find_class("quick-exit")


def test_in_english(client, three):
    page = read(client, "?problem=08", path="/en/experiences/")
    assert "Acts against public order and authority" in words(page)
