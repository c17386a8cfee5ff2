"""What the public log can be narrowed to, as numbers: one for each value of a filter.

An activity stands in the listing once for each of its facets. Numbers, because the
listing has several rows for each activity: short ones keep it small.
"""

import datetime
from enum import IntEnum

from network.choices import AgeBand, PreventionLevel, Sex

STRIDE = 100_000_000
# Above it, the month in which a long activity was still under way.
MONTHS = 1 << 32
LEVELS = {
    PreventionLevel.PRIMARY.value: 1,
    PreventionLevel.SECONDARY.value: 2,
    PreventionLevel.TERTIARY.value: 3,
    PreventionLevel.NOT_SURE.value: 4,
}
Cell = tuple[str, str]


class Dimension(IntEnum):
    """What a facet is a value of."""

    COUNTRY = 1
    ASSOCIATION = 2
    PLACE = 3
    KIND = 4
    THEME = 5
    GROUP = 6
    LEVEL = 7
    # Where something became public, by the day it did: never added up.
    TOLD_IN = 8


ALL = 0
# The public filters that name a record.
BY_RECORD = {
    "association": Dimension.ASSOCIATION,
    "place": Dimension.PLACE,
    "kind": Dimension.KIND,
    "theme": Dimension.THEME,
    "group": Dimension.GROUP,
}


def facet(dimension: Dimension, key: int) -> int:
    """The facet of a record's key."""
    return dimension * STRIDE + key


def country_facet(code: str) -> int:
    """The facet of a country."""
    return facet(Dimension.COUNTRY, ord(code[0]) * 256 + ord(code[1]))


def level_facet(level: str) -> int:
    """The facet of a level of prevention."""
    return facet(Dimension.LEVEL, LEVELS[level])


def is_told(number: int) -> bool:
    """True for a facet that is ordered by the day on which things became public."""
    return number // STRIDE == Dimension.TOLD_IN


def month_of(day: datetime.date) -> int:
    """The month as a number that goes on from year to year."""
    return day.year * 12 + day.month - 1


def under_way(number: int, month: int) -> int:
    """The facet for what began before a month and was not over when it began."""
    return month * MONTHS + number


class Measure(IntEnum):
    """What is added up for each facet and month, besides people."""

    ACTIVITIES = 1
    ESTIMATED = 2
    # Those that say how many people took part.
    COUNTED = 3


class Part(IntEnum):
    """What is added up for each sex and age."""

    PEOPLE = 0
    TOLD = 1
    HIDDEN = 2


# One after another for ever: a new sex or age goes to the end of its choices.
CELLS: dict[Cell, int] = {
    (sex, age): 100 + 300 * row + 3 * column
    for row, sex in enumerate(Sex.values)
    for column, age in enumerate(AgeBand.values)
}
CELL_OF: dict[int, tuple[Cell, Part]] = {
    number + part: (cell, part) for cell, number in CELLS.items() for part in Part
}
