"""What readers may narrow the list of experiences by, and in which order they read it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation import bits
from amuprev.foundation.collation import sort_key
from amuprev.foundation.narrowing import (
    EVERY,
    Bearing,
    Filter,
    Found,
    Option,
    narrowed,
)
from experiences.choices import CostBand, EvidenceDesign, MunicipalitySize, Problem
from experiences.models import FacetBits
from experiences.ordering import (
    LIKE,
    NEAR,
    RECENT,
    SHARED,
    Mine,
    countries_by_distance,
    in_common,
    places_within,
)
from network.choices import Country, InspireStrategy, PreventionLevel
from network.filters import listed, sorted_options
from network.models import Place, PlacePopulation, PopulationGroup, Setting, Theme

# The filters of the page, in its order: facet, and its fixed list unless it is a table.
OFFERED: tuple[tuple[str, Any, Any], ...] = (
    ("country", gettext_lazy("Country"), Country.choices),
    ("problem", gettext_lazy("Problem"), Problem.choices),
    ("group", gettext_lazy("People it is for"), None),
    ("level", gettext_lazy("Level of prevention"), PreventionLevel.choices),
    ("setting", gettext_lazy("Where it was done"), None),
    ("inspire", gettext_lazy("INSPIRE strategy"), InspireStrategy.choices),
    ("evidence", gettext_lazy("Strength of the evidence"), EvidenceDesign.choices),
    ("cost", gettext_lazy("Cost"), CostBand.choices),
    ("size", gettext_lazy("Size of the municipality"), MunicipalitySize.choices),
    (
        "stumbles",
        gettext_lazy("Learn from stumbles"),
        (("yes", gettext_lazy("Something did not work or did harm")),),
    ),
)
# Those that only a link from another page chooses.
LINKED = ("place", "theme")
SORTED_BY_NAME = frozenset({"country"})
ORDERS = (
    (RECENT, gettext_lazy("Recently published")),
    (NEAR, gettext_lazy("Near my municipality, then country by country")),
    (LIKE, gettext_lazy("Like my municipality")),
)
MOST_CHOSEN = 40
NOT_FILTERS = ("after", "sort", "from")
# Places whose bits are read for what is near.
MOST_NEAR = 200


class ExperienceFilter:
    """What an address asks for; anything it does not know it leaves aside."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.towns = _towns()
        self.mine = self.towns.get(data.get("from", ""))
        asked = data.get("sort", "")
        self.sort = asked if asked in dict(ORDERS) else RECENT

    @property
    def needs_place(self) -> bool:
        """True when the order cannot be made before a municipality is chosen."""
        return self.sort != RECENT and self.mine is None

    @cached_property
    def round_about(self) -> dict[str, int]:
        """The municipalities near one's own, when that is asked."""
        if self.sort != NEAR or self.mine is None:
            return {}
        near = places_within(self.mine, self.towns.values())
        nearest = sorted(near, key=lambda slug: (near[slug], slug))[:MOST_NEAR]
        return {slug: near[slug] for slug in nearest}

    @cached_property
    def farther(self) -> list[str]:
        """The other countries from one's own on, when what is near is asked."""
        if self.sort != NEAR or self.mine is None:
            return []
        return countries_by_distance(self.mine, self.towns.values())

    @cached_property
    def shared(self) -> dict[str, frozenset[str]]:
        """What the experiences of one's own municipality are about."""
        return in_common(self.stored, self.mine) if self.mine else {}

    @cached_property
    def stored(self) -> dict[Bearing, int]:
        """The bits of every answer that is offered, chosen or compared."""
        offered = [name for name, *_rest in OFFERED]
        wanted = Q(facet__in=[EVERY[0], *offered])
        places = [*self.data.getlist("place")[:MOST_CHOSEN], *self.round_about]
        if self.mine:
            places.append(self.mine.slug)
            wanted |= Q(facet__in=SHARED)
        for facet, values in (
            ("place", places),
            ("theme", self.data.getlist("theme")[:MOST_CHOSEN]),
        ):
            if known := [each for each in values if "\0" not in each]:
                wanted |= Q(facet=facet, value__in=known)
        rows = FacetBits.objects.filter(wanted).order_by()
        return {
            (facet, value): bits.of_bytes(held)
            for facet, value, held in rows.values_list("facet", "value", "bits")
        }

    @cached_property
    def chosen(self) -> Mapping[str, frozenset[str]]:
        """The known answers that the address names, by filter."""
        found: dict[str, frozenset[str]] = {}
        for name in (*(name for name, *_rest in OFFERED), *LINKED):
            known = {
                value
                for value in self.data.getlist(name)[:MOST_CHOSEN]
                if (name, value) in self.stored or value in self.names.get(name, {})
            }
            if known:
                found[name] = frozenset(known)
        return found

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """How each filter calls its answers."""
        tables = _names_of_lists()
        fixed = {
            name: {str(value): str(label) for value, label in choices}
            for name, _label, choices in OFFERED
            if choices is not None
        }
        places = {slug: town.name for slug, town in self.towns.items()}
        return {**tables, **fixed, "place": places}

    @cached_property
    def found(self) -> Found:
        """What the chosen answers leave."""
        return narrowed(self.stored, self.chosen)

    def filters(self) -> list[Filter]:
        """Every filter with the answers that leave something, or that hold."""
        made = []
        for name, label, _choices in OFFERED:
            options = [
                option
                for value, words in self._in_order(name)
                if (option := self._option(name, value, words)).count or option.chosen
            ]
            if options:
                made.append(Filter(name, str(label), options))
        return made

    def _in_order(self, name: str) -> list[tuple[str, str]]:
        entries = list(self.names.get(name, {}).items())
        if name in SORTED_BY_NAME:
            entries.sort(key=lambda entry: sort_key(entry[1]))
        return entries

    def _option(self, name: str, value: str, words: str) -> Option:
        count = self.found.counts.get((name, value), 0)
        return Option(value, words, count, value in self.chosen.get(name, ()))

    def in_use(self) -> list[dict[str, str]]:
        """Each answer that holds: its words, and the address without it."""
        labels = {name: str(label) for name, label, _choices in OFFERED}
        labels |= {"place": _("Municipality"), "theme": _("Theme")}
        return [
            {
                "label": labels[name],
                "words": self.names.get(name, {}).get(value, value),
                "url": self._without(name, value),
            }
            for name, values in self.chosen.items()
            for value in sorted(values)
        ]

    def _without(self, name: str, value: str) -> str:
        rest = self.data.copy()
        rest.setlist(name, [each for each in rest.getlist(name) if each != value])
        rest.pop("after", None)
        return f"?{rest.urlencode()}"

    def pairs(self) -> list[tuple[str, str]]:
        """What is chosen, as the address has it, without where one stands in the list."""
        held = [
            (name, value)
            for name, values in self.chosen.items()
            for value in sorted(values)
        ]
        if self.sort != RECENT:
            held.append(("sort", self.sort))
        if self.mine:
            held.append(("from", self.mine.slug))
        return held

    def linked(self) -> list[tuple[str, str]]:
        """What a link chose, which the form itself does not show."""
        return [pair for pair in self.pairs() if pair[0] in LINKED]


def _names_of_lists() -> dict[str, dict[str, str]]:
    """The names of groups, settings and themes, in one question."""
    rows = listed(PopulationGroup.objects.all(), "group").union(
        listed(Setting.objects.all(), "setting"),
        listed(Theme.objects.all(), "theme"),
        all=True,
    )
    return {name: dict(each) for name, each in sorted_options(rows).names.items()}


def _towns() -> dict[str, Mine]:
    """The municipalities that a reader may call their own, by name."""
    people = PlacePopulation.objects.filter(place=OuterRef("pk")).order_by("-year")
    rows = (
        Place.objects.filter(organisation__shown=True)
        .annotate(people=Subquery(people.values("people")[:1]))
        .order_by()
        .values_list("slug", "name", "country", "latitude", "longitude", "people")
    )
    towns = [
        Mine(slug, name or slug, country, _degrees(north), _degrees(east), count)
        for slug, name, country, north, east, count in rows
    ]
    towns.sort(key=lambda town: sort_key(town.name))
    return {town.slug: town for town in towns}


def _degrees(value: Any) -> float | None:
    return None if value is None else float(value)
