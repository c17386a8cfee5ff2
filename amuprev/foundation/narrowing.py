"""A list narrowed by filters, counted, ordered and paged through bits; no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amuprev.foundation import bits

# A filter and one answer of it.
Bearing = tuple[str, str]
# The answer that every record of a list bears.
EVERY: Bearing = ("public", "")
PAGE = 12


@dataclass(frozen=True)
class Found:
    """What the filters leave, and how many each further answer would."""

    every: int
    counts: Mapping[Bearing, int]

    @property
    def count(self) -> int:
        """How many records there are, exactly."""
        return self.every.bit_count()


@dataclass(frozen=True)
class Option:
    """One answer of a filter and how many records it would leave."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter with its answers; it stands open while one of them holds."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> int:
        """How many of its answers hold."""
        return sum(option.chosen for option in self.options)


def narrowed(
    stored: Mapping[Bearing, int], chosen: Mapping[str, frozenset[str]]
) -> Found:
    """Meet the chosen answers, for each filter any of them; a filter's own counts leave
    its own choice aside.

    So a reader sees what choosing another answer of the same filter would give.
    """
    everything = stored.get(EVERY, 0)
    unions = {
        facet: _any_of(stored, facet, values)
        for facet, values in chosen.items()
        if values
    }
    counts: dict[Bearing, int] = {}
    without = {
        facet: _met(everything, (each for key, each in unions.items() if key != facet))
        for facet in {key for key, _value in stored} - {EVERY[0]}
    }
    for (facet, value), held in stored.items():
        if facet != EVERY[0]:
            counts[(facet, value)] = (held & without[facet]).bit_count()
    return Found(_met(everything, unions.values()), counts)


def _any_of(stored: Mapping[Bearing, int], facet: str, values: Iterable[str]) -> int:
    union = 0
    for value in values:
        union |= stored.get((facet, value), 0)
    return union


def _met(everything: int, sets: Iterable[int]) -> int:
    for each in sets:
        everything &= each
    return everything


@dataclass(frozen=True)
class Reasons:
    """What makes records like what a reader has in mind, strongest first."""

    alike: tuple[tuple[str, int], ...]

    def in_order(self, found: int) -> "list[tuple[int, tuple[str, ...]]]":
        """Disjoint sets of what was found, those with most reasons first."""
        ordered = []
        left = found
        for reasons, held in _combinations(self.alike):
            here = left & held if reasons else left
            if here:
                ordered.append((here, reasons))
                left &= ~here
        return ordered


def _combinations(
    alike: tuple[tuple[str, int], ...],
) -> "list[tuple[tuple[str, ...], int]]":
    """Every choice of reasons with the set that has them all: most, strongest first."""
    made: list[tuple[tuple[str, ...], int]] = [((), -1)]
    for name, held in alike:
        made += [((*reasons, name), have & held) for reasons, have in made]
    turns = {name: turn for turn, (name, _held) in enumerate(alike)}
    return sorted(made, key=lambda each: (-len(each[0]), [turns[n] for n in each[0]]))


def page_of(
    sets: Iterable[int], *, after: tuple[int, int] | None = None, size: int = PAGE
) -> tuple[list[tuple[int, int]], bool]:
    """One page of positions from sets in order, each from its newest down.

    Positions come as (which set, position). `after` is the last one of the page before.
    Tells also whether more follow.
    """
    page: list[tuple[int, int]] = []
    for which, held in enumerate(sets):
        if after is not None and which < after[0]:
            continue
        below = after[1] if after is not None and which == after[0] else None
        for position in bits.highest_first(held, below):
            if len(page) == size:
                return page, True
            page.append((which, position))
    return page, False
