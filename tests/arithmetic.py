"""Which unknown figures a set of published sums gives away."""

from collections.abc import Hashable, Iterable
from fractions import Fraction
from typing import TypeVar

Unknown = TypeVar("Unknown", bound=Hashable)
Sum = tuple[frozenset[Unknown], int]


def determined(
    unknowns: Iterable[Unknown], sums: Iterable[Sum], *, most: int
) -> dict[Unknown, int]:
    """The unknowns, each from 0 to `most`, that the sums leave only one value."""
    known = list(unknowns)
    distinct = set(sums)
    rows = _reduced(known, distinct)
    for members, total in _whole(rows):
        distinct.add((members, total))
    low, high = _bounded(known, distinct, most)
    return {each: low[each] for each in known if low[each] == high[each]}


def _reduced(known: list[Unknown], sums: set[Sum]) -> list[dict[Unknown, Fraction]]:
    """Gauss and Jordan's elimination; the total stands under None."""
    rows = [
        {**{each: Fraction(1) for each in members}, None: Fraction(total)}
        for members, total in sums
        if members
    ]
    done: list[dict] = []
    for each in known:
        pivot = next((row for row in rows if row.get(each)), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        lead = pivot[each]
        pivot = {name: value / lead for name, value in pivot.items()}
        rows = [_without(each, row, pivot) for row in rows]
        done = [*(_without(each, row, pivot) for row in done), pivot]
    return done


def _without(each: Unknown, row: dict, pivot: dict) -> dict:
    factor = row.get(each, Fraction(0))
    if not factor:
        return row
    names = {*row, *pivot}
    left = {
        name: row.get(name, Fraction(0)) - factor * pivot.get(name, Fraction(0))
        for name in names
    }
    return {name: value for name, value in left.items() if value or name is None}


def _whole(rows: list[dict]) -> Iterable[Sum]:
    """The reduced rows that are again plain sums."""
    for row in rows:
        members = {name: value for name, value in row.items() if name is not None}
        if set(members.values()) == {Fraction(1)}:
            yield frozenset(members), int(row[None])


def _bounded(
    known: list[Unknown], sums: set[Sum], most: int
) -> tuple[dict[Unknown, int], dict[Unknown, int]]:
    """How small and how large each may be, narrowed until nothing moves."""
    low, high = dict.fromkeys(known, 0), dict.fromkeys(known, most)
    moved = True
    while moved:
        moved = False
        for members, total in sums:
            for each in members:
                others = members - {each}
                floor = total - sum(high[other] for other in others)
                roof = total - sum(low[other] for other in others)
                narrow = max(low[each], floor), min(high[each], roof)
                if narrow != (low[each], high[each]):
                    low[each], high[each] = narrow
                    moved = True
    return low, high
