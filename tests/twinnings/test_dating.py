"""Dates that are known more or less exactly, compared and put in order."""

import datetime
from types import SimpleNamespace as Row

import pytest

from twinnings.dating import (
    lies_outside,
    life_of_twinning,
    months_after,
    order_of,
    span_of,
)

Day = datetime.date


def dated(started=None, ended=None, precision="day"):
    return Row(started=started, ended=ended, date_precision=precision)


@pytest.mark.parametrize(
    ("started", "ended", "precision", "first", "last"),
    [
        (Day(2012, 3, 9), None, "day", Day(2012, 3, 9), Day(2012, 3, 9)),
        (Day(2012, 2, 1), None, "month", Day(2012, 2, 1), Day(2012, 2, 29)),
        (Day(2011, 6, 1), None, "year", Day(2011, 1, 1), Day(2011, 12, 31)),
        (Day(2010, 1, 1), Day(2011, 1, 1), "year", Day(2010, 1, 1), Day(2011, 12, 31)),
        (None, None, "year", None, None),
    ],
)
def test_span(started, ended, precision, first, last):
    span = span_of(started, ended, precision)
    assert (span.first, span.last) == (first, last)


# exchange, life of the twinning, certainly outside
OUTSIDE = [
    (dated(Day(2011, 12, 31)), dated(Day(2012, 1, 1)), True),
    (dated(Day(2012, 1, 1)), dated(Day(2012, 1, 1)), False),
    # The year alone: it may have been on its last day, and that was inside.
    (dated(Day(2012, 1, 1), precision="year"), dated(Day(2012, 6, 1)), False),
    (dated(Day(2011, 1, 1), precision="year"), dated(Day(2012, 6, 1)), True),
    (dated(Day(2015, 1, 1)), dated(Day(2012, 1, 1), Day(2014, 1, 1), "year"), True),
    (dated(Day(2014, 12, 31)), dated(Day(2012, 1, 1), Day(2014, 1, 1), "year"), False),
    # Whose dates nobody knows is never doubted.
    (dated(), dated(Day(2012, 1, 1)), False),
    (dated(Day(1999, 1, 1)), dated(), False),
    # Only the end is known.
    (dated(Day(2015, 1, 1)), dated(None, Day(2014, 1, 1)), True),
]


@pytest.mark.parametrize(("exchange", "twinning", "outside"), OUTSIDE)
def test_outside_only_when_certain(exchange, twinning, outside):
    assert lies_outside(exchange, twinning) is outside


def test_life_goes_on_without_an_end():
    life = life_of_twinning(dated(Day(2013, 1, 1), precision="year"))
    assert (life.first, life.last) == (Day(2013, 1, 1), None)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (Day(2026, 1, 15), 6, Day(2026, 7, 15)),
        (Day(2026, 8, 31), 6, Day(2027, 2, 28)),
        (Day(2024, 2, 29), 12, Day(2025, 2, 28)),
        (Day(2026, 12, 31), 12, Day(2027, 12, 31)),
    ],
)
def test_months_after(day, months, then):
    assert months_after(day, months) == then


def test_what_has_no_date_comes_last():
    rows = [dated(), dated(Day(2014, 1, 1)), dated(Day(2011, 1, 1), precision="year")]
    assert sorted(rows, key=order_of) == [rows[2], rows[1], rows[0]]
