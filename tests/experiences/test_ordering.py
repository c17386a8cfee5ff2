"""Near and like mine: which sets come first, and why."""

import pytest

from amuprev.foundation import bits
from experiences.ordering import (
    Mine,
    countries_by_distance,
    in_common,
    kilometres,
    most_alike_first,
    nearest_first,
    places_within,
)

TECLA = Mine("sv-santa-tecla", "Santa Tecla", "SV", 13.67, -89.29, 120_000)
SONSONATE = Mine("sv-sonsonate", "Sonsonate", "SV", 13.72, -89.72, 70_000)
MIXCO = Mine("gt-mixco", "Mixco", "GT", 14.63, -90.61)
UNKNOWN = Mine("sv-sin-lugar", "Sin lugar", "SV")
STORED = {
    ("place", "sv-santa-tecla"): bits.of_positions([1]),
    ("place", "sv-sonsonate"): bits.of_positions([2, 7]),
    ("place", "gt-mixco"): bits.of_positions([3]),
    ("country", "SV"): bits.of_positions([1, 2, 4, 7]),
    ("country", "GT"): bits.of_positions([3, 5]),
    ("size", "100k_500k"): bits.of_positions([1, 3, 5]),
    ("problem", "08"): bits.of_positions([1, 5, 7]),
    ("problem", "06"): bits.of_positions([3]),
}
EVERY = bits.of_positions([1, 2, 3, 4, 5, 6, 7])


def read(ordered):
    return [(list(bits.highest_first(held)), why) for held, why in ordered]


def test_distance():
    assert kilometres(TECLA, SONSONATE) == pytest.approx(47, abs=2)
    assert kilometres(TECLA, UNKNOWN) is None
    assert places_within(TECLA, [TECLA, SONSONATE, MIXCO, UNKNOWN]) == {
        "sv-sonsonate": 0
    }


def test_nearest_first():
    near = places_within(TECLA, [SONSONATE, MIXCO])
    assert read(nearest_first(EVERY, STORED, TECLA, near)) == [
        ([1], ("own",)),
        ([7, 2], ("within-50",)),
        ([4], ("country",)),
        ([6, 5, 3], ("abroad",)),
    ]


def test_most_alike_first_and_own_last():
    assert read(most_alike_first(EVERY, STORED, TECLA)) == [
        ([5], ("problem", "size")),
        ([7], ("problem", "country")),
        ([3], ("size",)),
        ([4, 2], ("country",)),
        ([6], ("apart",)),
        ([1], ("own",)),
    ]


def test_without_population_size_is_no_reason():
    reasons = {
        why for _held, each in most_alike_first(EVERY, STORED, MIXCO) for why in each
    }
    assert reasons == {"country", "own", "apart"}


def test_beyond_what_is_near_the_nearest_country_comes_first():
    others = [SONSONATE, MIXCO, Mine("pa-x", "X", "PA", 9.0, -79.5), UNKNOWN]
    farther = countries_by_distance(TECLA, others)
    assert farther == ["GT", "PA"]
    near = places_within(TECLA, others)
    assert read(nearest_first(EVERY, STORED, TECLA, near, farther))[3:] == [
        ([5, 3], ("abroad",)),
        ([6], ("abroad",)),
    ]


def test_the_same_violence_is_the_strongest_reason():
    stored = {**STORED, ("violence", "youth"): bits.of_positions([1, 4])}
    assert in_common(stored, TECLA) == {
        "violence": frozenset({"youth"}),
        "problem": frozenset({"08"}),
    }
    ordered = read(most_alike_first(EVERY, stored, TECLA))
    assert ordered[0] == ([4], ("violence", "country"))
