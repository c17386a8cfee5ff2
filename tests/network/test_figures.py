"""Participants added up: zero differs from unknown."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as some

from network.choices import AgeBand, Sex
from network.figures import participants


def cell(sex, people, age=AgeBand.UNKNOWN):
    return SimpleNamespace(sex=sex, age_band=age, people=people)


def test_nothing_recorded_is_unknown_not_zero():
    figures = participants([])
    assert (figures.total, figures.women, figures.columns) == (None, None, [])


def test_zero_is_kept():
    figures = participants([cell(Sex.WOMEN, 0)])
    assert (figures.total, figures.women, figures.men) == (0, 0, None)


def test_table_by_age_adds_up():
    figures = participants(
        [
            cell(Sex.WOMEN, 3, AgeBand.FROM_12),
            cell(Sex.WOMEN, 4, AgeBand.FROM_18),
            cell(Sex.MEN, 5, AgeBand.FROM_18),
        ]
    )
    assert [row["values"] for row in figures.rows] == [[3, None], [4, 5]]
    assert figures.totals == [7, 5]
    assert figures.has_ages


@given(
    some.dictionaries(
        some.tuples(some.sampled_from(Sex.values), some.sampled_from(AgeBand.values)),
        some.integers(0, 10**6),
    )
)
def test_total_is_the_sum_of_the_cells(cells):
    figures = participants([cell(sex, n, age) for (sex, age), n in cells.items()])
    assert (figures.total or 0) == sum(cells.values())
    assert sum(n or 0 for n in figures.by_sex.values()) == (figures.total or 0)
