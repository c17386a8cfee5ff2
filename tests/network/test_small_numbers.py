"""No figure under 5 of people who could be recognised can be worked out by a stranger.

The stranger reads every public address (pages, filtered lists, feeds, files), knows
the rules, subtracts filters from filters and today from yesterday.
"""

import itertools
import random
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from amuprev.foundation.loading import Load
from network.choices import AgeBand, Role, Sex
from network.content.lists import load_lists
from network.models import Activity, ActivityCount, PopulationGroup, Setting
from network.services import review
from tests.arithmetic import determined
from tests.network import factories
from tests.public_pages import plant_pages
from tests.public_reading import Stranger, bare, figures_in, tables

pytestmark = pytest.mark.django_db

CONTENT = Path("network/content")
LOG = "/es/bitacora/"
SMALL = 5
AGES = ("0-4", "5-11", "12-17", "18-29", "30-59", "60+", "unknown")
SEXES = ("women", "men", "other", "unknown")
ADULT = ("women", "30-59")
MINORS = ("0-4", "5-11", "12-17")
FILTERS = ("country", "association", "place", "kind", "theme", "level", "group")

Cell = tuple[int, str, str]


@dataclass
class World:
    """What was recorded, and which of it the public may never work out."""

    activities: list[Activity]
    people: dict[Cell, int]
    hidden: dict[Cell, int]


def counted(activity, dice, *, guarded):
    """Figures that no two sums share by chance, small ones and zeros among them."""
    every = list(itertools.product(SEXES, AGES))
    for sex, age in sorted({ADULT, *dice.sample(every, k=dice.randint(2, 5))}):
        alike = guarded or age in MINORS or sex == "other"
        small = alike and ((sex, age) == ADULT or dice.random() < 0.6)
        people = dice.randrange(SMALL) if small else dice.randrange(10_000, 900_000)
        ActivityCount.objects.create(
            activity=activity, sex=sex, age_band=age, people=people
        )


def approve(activity, reviewer):
    Activity.objects.filter(pk=activity.pk).update(review_state="submitted")
    return review.approve_activity(activity=activity, by=reviewer)


@pytest.fixture
def world():
    plant_pages()
    dice = random.Random(2026)
    careful = [
        {"kind": factories.ActivityKindFactory(sensitive=True)},
        {"setting": factories.SettingFactory(sensitive=True)},
        {"inspire_strategies": ["P"]},
        {"groups": [factories.PopulationGroupFactory(sensitive=True)]},
        {"themes": [factories.ThemeFactory(sensitive=True)]},
    ]
    plain = [{}, {"groups": [factories.PopulationGroupFactory()]}, {}]
    kinds = [factories.ActivityKindFactory() for _each in range(2)]
    association = factories.AssociationFactory()
    towns = [factories.reviewed_municipality(association) for _each in range(2)]
    towns.append(factories.reviewed_municipality())
    reviewers = {
        town.pk: factories.staff_of(town.affiliations.get().association, Role.REVIEWS)
        for town in towns
    }
    found = World([], {}, {})
    for number, chosen in enumerate([*careful, *plain, *careful, *plain]):
        town = towns[number % 3]
        values = {name: v for name, v in chosen.items() if name not in MANY}
        activity = factories.ActivityFactory(
            owner=town,
            title_es=f"Hecho {chr(97 + number)}",
            **{"kind": dice.choice(kinds), **values},
        )
        for name in MANY:
            getattr(activity, name).set(chosen.get(name, []))
        guarded = bool(chosen) and chosen in careful
        counted(activity, dice, guarded=guarded)
        approve(activity, reviewers[town.pk])
        found.activities.append(activity)
        for row in activity.counts.all():
            key = (activity.pk, row.sex, row.age_band)
            found.people[key] = row.people
            if row.people < SMALL and (
                guarded or row.age_band in MINORS or row.sex == "other"
            ):
                found.hidden[key] = row.people
    return found


MANY = ("groups", "themes")
LABELS = {
    "sex": {str(Sex(code).label): code for code in SEXES},
    "age": {str(AgeBand(code).label): code for code in AGES},
}


def filtered(stranger, *, by=2):
    """Every filtered list with one value that leaves something, and with any two."""
    form = stranger.get(LOG).tree
    offered = {
        name: [v for v in form.xpath(f"//select[@name='{name}']/option/@value") if v]
        for name in FILTERS
    }
    singles = [
        {name: value}
        for name, values in offered.items()
        for value in values
        if listed(stranger, f"{LOG}?{urlencode({name: value})}")
    ]
    pairs = [
        {**one, **other}
        for one, other in itertools.combinations(singles, 2)
        if by == 2 and one.keys() != other.keys()
    ]
    return [LOG, *(f"{LOG}?{urlencode(query)}" for query in [*singles, *pairs])]


def listed(stranger, address):
    """The activities of a filtered list, all its pages."""
    found = set()
    while address:
        answer = stranger.get(address)
        assert answer.status == 200, address
        lines = answer.tree.xpath("//*[contains(@class,'log-title')]/a/@href")
        found |= {int(link.rstrip("/").rpartition("/")[2]) for link in lines}
        older = answer.tree.xpath("//nav[@class='pagination']/a[@rel='next']/@href")
        address = LOG + older[0] if older else ""
    return found


def published(stranger, world):
    """What each activity's page tells of each cell; words where it is hidden."""
    told = {}
    for activity in world.activities:
        answer = stranger.get(f"{LOG}{activity.pk}/")
        if answer.status != 200:
            continue
        table = (tables(answer.tree) or [{}])[0]
        for (row, column), words in table.items():
            if row in LABELS["age"] and column in LABELS["sex"]:
                cell = (activity.pk, LABELS["sex"][column], LABELS["age"][row])
                told[cell] = words
    return told


def sums_told(stranger, world, addresses, visible):
    """Each published sum less what the pages tell: a sum over hidden cells, if any."""
    found = set()
    for address in addresses:
        members = listed(stranger, address)
        cells = [cell for cell in {**visible, **world.hidden} if cell[0] in members]
        for table in tables(stranger.get(address).tree):
            for (row, column), words in table.items():
                if not bare(words).isdigit():
                    continue
                added = [
                    cell
                    for cell in cells
                    if LABELS["sex"][column] == cell[1]
                    and (row == "Total" or LABELS["age"][row] == cell[2])
                ]
                known = sum(visible.get(cell, 0) for cell in added)
                rest = int(bare(words)) - known
                # The rule is public: what is left of a sum is its hidden cells.
                if rest:
                    unknown = frozenset(c for c in added if c in world.hidden)
                    found.add((unknown, rest))
    return found


def look(world, by=2):
    """Read it all as a new stranger; what the pages tell, and every sum's remainder."""
    stranger = Stranger()
    told = published(stranger, world)
    figures = {cell: bare(words) for cell, words in told.items()}
    visible = {cell: int(words) for cell, words in figures.items() if words.isdigit()}
    addresses = filtered(stranger, by=by)
    return told, visible, sums_told(stranger, world, addresses, visible)


def test_no_hidden_cell_can_be_worked_out_from_all_that_is_published(world):
    told, visible, sums = look(world)
    assert len(world.hidden) > 15
    assert {cell for cell, words in told.items() if words == "menos de 5"} == set(
        world.hidden
    )
    assert visible == {
        cell: people
        for cell, people in world.people.items()
        if cell not in world.hidden and cell in told
    }
    assert determined(world.hidden, sums, most=SMALL - 1) == {}


def test_nor_from_today_and_yesterday(world):
    """Taken out of sight, shown again, taken back and corrected: every day is read."""
    sums = look(world, by=1)[2]
    for activity in world.activities[:3]:
        town = activity.owner
        keeper = factories.staff_of(town, Role.COORDINATES)
        reviewer = factories.staff_of(town.affiliations.get().association, Role.REVIEWS)
        review.hide_activity(activity=activity, by=keeper)
        sums |= look(world, by=1)[2]
        review.show_activity(activity=activity, by=keeper)
        review.withdraw_activity(activity=activity, by=keeper)
        approve(activity, reviewer)
    sums |= look(world, by=1)[2]
    assert determined(world.hidden, sums, most=SMALL - 1) == {}


def test_no_sum_that_holds_a_hidden_cell_stands_anywhere(world):
    """Totals by sex, by age and of all: the figures themselves, in any public answer."""
    telling = set()
    for activity in world.activities:
        cells = {c: n for c, n in world.people.items() if c[0] == activity.pk}
        groups = [list(cells)]
        groups += [[c for c in cells if c[1] == sex] for sex in SEXES]
        groups += [[c for c in cells if c[2] == age] for age in AGES]
        groups += [[c for c in cells if c[2] in MINORS]]
        telling |= {
            sum(cells[c] for c in group)
            for group in groups
            if any(world.hidden.get(c) for c in group)
        }
    telling = {figure for figure in telling if figure > 1_000}
    assert len(telling) > 20
    stranger = Stranger()
    for address in filtered(stranger):
        stranger.get(address)
    stranger.walk()
    assert len(stranger.read) > 150
    seen = {
        (figure, answer.address)
        for answer in stranger.read.values()
        for figure in figures_in(answer.text) & telling
    }
    assert seen == set()


def test_the_lists_of_the_network_ask_for_care_where_the_law_does():
    load = Load.begin()
    load_lists(load, CONTENT)
    careful = PopulationGroup.objects.filter(sensitive=True)
    assert set(careful.values_list("key", flat=True)) >= {
        "children",
        "victims",
        "liberty",
        "sogi",
        "migrants",
    }
    assert Setting.objects.get(key="custody").sensitive


def test_a_list_that_is_loaded_again_protects_what_was_approved_before(tmp_path):
    for path in CONTENT.glob("*.yaml"):
        (tmp_path / path.name).write_text(
            path.read_text().replace("sensitive: true", "sensitive: false")
        )
    load_lists(Load.begin(), tmp_path)
    activity = factories.ApprovedActivityFactory()
    activity.groups.add(PopulationGroup.objects.get(key="migrants"))
    ActivityCount.objects.create(activity=activity, sex="men", people=2)
    load_lists(Load.begin(), CONTENT)
    activity.refresh_from_db()
    assert activity.is_sensitive
    assert activity.counts.get().hidden
