"""The orders of the public list: newest, nearest, most like one's own; no database.

Each is a row of disjoint sets of positions; what a set has in common is its reason.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amuprev.foundation.narrowing import Bearing, Reasons
from experiences.choices import size_of

EARTH_KM = 6_371
NEAR_KM = (50, 150)
RECENT, NEAR, LIKE = "recent", "near", "like"
# What makes two experiences alike besides size and country, strongest first.
SHARED = ("violence", "problem")
Ordered = list[tuple[int, tuple[str, ...]]]


@dataclass(frozen=True)
class Mine:
    """A municipality, as far as it is compared with others."""

    slug: str
    name: str
    country: str
    latitude: float | None = None
    longitude: float | None = None
    people: int | None = None

    @property
    def size(self) -> str:
        """The size of it; empty when nobody knows how many live there."""
        return size_of(self.people).value if self.people is not None else ""


def kilometres(one: Mine, other: Mine) -> float | None:
    """As the crow flies; None when a position is not known."""
    degrees = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in degrees:
        return None
    first, east, second, west = (math.radians(each or 0) for each in degrees)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin((west - east) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1, half)))


def places_within(mine: Mine, others: Iterable[Mine]) -> dict[str, int]:
    """The municipalities round about: how near each is, by its turn in NEAR_KM."""
    found = {}
    for other in others:
        distance = kilometres(mine, other)
        if other.slug == mine.slug or distance is None:
            continue
        turn = next((i for i, most in enumerate(NEAR_KM) if distance <= most), None)
        if turn is not None:
            found[other.slug] = turn
    return found


def countries_by_distance(mine: Mine, others: Iterable[Mine]) -> list[str]:
    """The other countries, that with the nearest municipality first."""
    nearest: dict[str, float] = {}
    for other in others:
        distance = kilometres(mine, other)
        if other.country != mine.country:
            known = nearest.get(other.country, math.inf)
            nearest[other.country] = min(
                known, math.inf if distance is None else distance
            )
    return sorted(nearest, key=lambda country: (nearest[country], country))


def nearest_first(
    found: int,
    stored: Mapping[Bearing, int],
    mine: Mine,
    round_about: dict[str, int],
    farther: Iterable[str] = (),
) -> Ordered:
    """One's own, those within each distance, of the country, of each other country."""
    rings = [0] * len(NEAR_KM)
    for slug, turn in round_about.items():
        rings[turn] |= stored.get(("place", slug), 0)
    steps = [
        (stored.get(("place", mine.slug), 0), "own"),
        *((ring, f"within-{most}") for ring, most in zip(rings, NEAR_KM, strict=True)),
        (stored.get(("country", mine.country), 0), "country"),
        *((stored.get(("country", code), 0), "abroad") for code in farther),
        (found, "abroad"),
    ]
    ordered: Ordered = []
    for held, reason in steps:
        if here := found & held:
            ordered.append((here, (reason,)))
            found &= ~here
    return ordered


def in_common(stored: Mapping[Bearing, int], mine: Mine) -> dict[str, frozenset[str]]:
    """What a municipality's own experiences are about: violence, then problems."""
    own = stored.get(("place", mine.slug), 0)
    return {
        facet: frozenset(
            value
            for (each, value), held in stored.items()
            if each == facet and held & own
        )
        for facet in SHARED
    }


def _any(stored: Mapping[Bearing, int], facet: str, values: Iterable[str]) -> int:
    held = 0
    for value in values:
        held |= stored[facet, value]
    return held


def most_alike_first(found: int, stored: Mapping[Bearing, int], mine: Mine) -> Ordered:
    """By violence and problem one also works on, size, country; one's own come last."""
    own = stored.get(("place", mine.slug), 0)
    shared = in_common(stored, mine)
    alike = (
        *((facet, _any(stored, facet, values)) for facet, values in shared.items()),
        ("size", stored.get(("size", mine.size), 0) if mine.size else 0),
        ("country", stored.get(("country", mine.country), 0)),
    )
    others = Reasons(tuple((name, held) for name, held in alike if held))
    ordered = [(held, why or ("apart",)) for held, why in others.in_order(found & ~own)]
    if found & own:
        ordered.append((found & own, ("own",)))
    return ordered
