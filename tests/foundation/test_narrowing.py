"""A narrowed list against what looking at each one would give."""

import random
from itertools import product

import pytest

from amuprev.foundation import bits
from amuprev.foundation.narrowing import EVERY, PAGE, Reasons, narrowed, page_of

VALUES = {
    "country": ("SV", "GT", "HN"),
    "level": ("primary", "secondary"),
    "group": ("youth", "women", "children"),
}


@pytest.fixture
def rows():
    chance = random.Random(5)
    return {
        position: {
            "country": {chance.choice(VALUES["country"])},
            "level": {chance.choice(VALUES["level"])},
            "group": set(chance.sample(VALUES["group"], chance.randint(0, 3))),
        }
        for position in chance.sample(range(1, 400), 150)
    }


@pytest.fixture
def stored(rows):
    kept = {EVERY: bits.of_positions(sorted(rows))}
    for facet, values in VALUES.items():
        for value in values:
            having = sorted(key for key, row in rows.items() if value in row[facet])
            kept[(facet, value)] = bits.of_positions(having)
    return kept


CHOICES = [
    dict(zip(VALUES, chosen, strict=True))
    for chosen in product(
        [set(), {"SV"}, {"SV", "GT"}, {"XX"}],
        [set(), {"primary"}],
        [set(), {"youth"}, {"women", "children"}],
    )
]


def matches(row, chosen, leaving_out=None):
    return all(
        facet == leaving_out or not values or row[facet] & values
        for facet, values in chosen.items()
    )


@pytest.mark.parametrize("chosen", CHOICES)
def test_filters_and_counts(rows, stored, chosen):
    asked = {facet: frozenset(values) for facet, values in chosen.items()}
    found = narrowed(stored, asked)
    expected = sorted(key for key, row in rows.items() if matches(row, chosen))
    assert list(bits.lowest_first(found.every)) == expected
    assert found.count == len(expected)
    for facet, values in VALUES.items():
        for value in values:
            assert found.counts[(facet, value)] == sum(
                value in row[facet] and matches(row, chosen, leaving_out=facet)
                for row in rows.values()
            )


def test_pages_give_each_once_and_in_order(stored):
    every = stored[EVERY]
    seen, after, more = [], None, True
    while more:
        page, more = page_of([every], after=after)
        assert len(page) == PAGE or not more
        seen += page
        after = page[-1]
    assert seen == [(0, each) for each in bits.highest_first(every)]


def test_what_is_most_alike_comes_first(rows, stored):
    alike = (
        ("country", stored[("country", "SV")]),
        ("group", stored[("group", "youth")]),
        ("level", stored[("level", "primary")]),
    )
    ordered = Reasons(alike).in_order(stored[EVERY])
    sizes = [len(reasons) for _held, reasons in ordered]
    assert sizes == sorted(sizes, reverse=True)
    for held, reasons in ordered:
        for position in bits.lowest_first(held):
            row = rows[position]
            true = {
                name
                for name, value in (
                    ("country", "SV"),
                    ("group", "youth"),
                    ("level", "primary"),
                )
                if value in row[name]
            }
            assert set(reasons) == true
    everybody = [each for held, _why in ordered for each in bits.lowest_first(held)]
    assert sorted(everybody) == sorted(rows)


def test_pages_cross_from_one_set_to_the_next():
    sets = [bits.of_positions([5, 9]), 0, bits.of_positions([1, 2, 3])]
    first, more = page_of(sets, size=3)
    assert (first, more) == ([(0, 9), (0, 5), (2, 3)], True)
    second, more = page_of(sets, after=first[-1], size=3)
    assert (second, more) == ([(2, 2), (2, 1)], False)
