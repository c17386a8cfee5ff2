"""What stands beside the score: evidence, comparison, voices, matrix, horizons, context."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from municipio_seguro import comparing, confidence, matrix, voices
from municipio_seguro.confidence import Proof
from municipio_seguro.context_figures import context_figure
from municipio_seguro.horizons import horizon_of, months_after
from municipio_seguro.medians import median

TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("proof", "worth"),
    [
        (Proof(2, datetime.date(2026, 1, 1)), 2),
        (Proof(3, datetime.date(2024, 11, 23)), 3),
        (Proof(3, datetime.date(2024, 11, 22)), 2),
        (Proof(2, datetime.date(2020, 1, 1)), 1),
        (Proof(3, None), 1),
        (Proof(1, None), 1),
        (Proof(2, datetime.date(2026, 1, 1), datetime.date(2026, 11, 22)), 1),
        (Proof(0, datetime.date(2020, 1, 1)), 0),
    ],
)
def test_old_or_undated_evidence_is_weaker(proof, worth):
    assert proof.strength_on(TODAY) == worth


def test_the_best_piece_counts():
    pieces = [Proof(1), Proof(2, TODAY), Proof(3, datetime.date(2000, 1, 1))]
    assert confidence.best_of(pieces, TODAY) == 2
    assert confidence.best_of([], TODAY) == 0


@pytest.mark.parametrize(
    ("level", "strength", "lacks"),
    [(0, 0, False), (1, 0, False), (2, 0, True), (2, 1, False), (3, 1, True),
     (3, 2, False), (None, 0, False), ("na", 0, False)],
)  # fmt: skip
def test_high_levels_need_proof(level, strength, lacks):
    assert confidence.lacks_proof(level, strength) is lacks


def keyed(*levels):
    return {f"GRD-0{n}/1": level for n, level in enumerate(levels, 1)}


def test_fewer_than_three_in_common_are_not_compared():
    found = comparing.compare(keyed(1, 1, None), keyed(2, 2, 3))
    assert found.comparable is False
    assert found.change is None


def test_one_step_of_one_indicator_is_minimal():
    assert comparing.compare(keyed(1, 1, 1), keyed(2, 1, 1)).is_minimal
    assert not comparing.compare(keyed(1, 1, 1), keyed(2, 0, 1)).is_minimal
    assert not comparing.compare(keyed(1, 1, 1), keyed(3, 1, 1)).is_minimal
    assert comparing.compare(keyed(1, 1, 1), keyed(2, 1, 1)).smallest_step == Decimal(
        "11.1"
    )


def test_the_index_is_compared_over_six_dimensions_at_least():
    codes = "ABCDEFGH"
    weights = dict.fromkeys(codes, Fraction(1, 8))
    before = {code: keyed(1, 1, 1) for code in codes}
    after = {code: keyed(2, 2, 2) for code in codes}
    whole = comparing.compare_whole(before, after, weights)
    assert (whole.before, whole.after) == (Decimal("33.3"), Decimal("66.7"))
    for code in "AB":
        after[code] = keyed(2)
    assert comparing.compare_whole(before, after, weights).change == Decimal("33.4")
    after["C"] = keyed(2)
    assert comparing.compare_whole(before, after, weights).change is None


def test_no_median_of_four():
    assert median([Decimal(1)] * 4) is None
    assert median(map(Decimal, ("5", "1", "3", "2", "4"))) == Decimal("3.0")


@pytest.mark.parametrize("version", matrix.TABLES)
def test_levels_never_fall_and_one_step_jumps_no_level(version):
    def at(likelihood, impact):
        return matrix.LEVELS.index(matrix.level_of(likelihood, impact, version))

    for likelihood in matrix.STEPS:
        for impact in matrix.STEPS:
            for other in ((likelihood + 1, impact), (likelihood, impact + 1)):
                if max(other) <= 5:
                    assert 0 <= at(*other) - at(likelihood, impact) <= 1


def test_the_matrix_is_the_rule_that_is_written():
    for likelihood in matrix.STEPS:
        for impact in matrix.STEPS:
            total = likelihood + impact
            level = "BMAE"[(total > 4) + (total > 6) + (total > 8)]
            if impact == 5 and level in "BM":
                level = "A"
            assert matrix.level_of(likelihood, impact) == level


@pytest.mark.parametrize(
    ("a_year", "likelihood"),
    [
        ("0", 1),
        ("0.019", 1),
        ("0.02", 2),
        ("0.1", 3),
        ("0.5", 4),
        ("11.9", 4),
        ("12", 5),
    ],
)
def test_frequencies_have_no_gap(a_year, likelihood):
    assert matrix.likelihood_of(Decimal(a_year)) == likelihood


def test_the_impact_is_the_worst_line():
    assert matrix.impact_of([1, None, 4, 2]) == 4
    assert matrix.impact_of([None, None]) is None


@pytest.mark.parametrize(("level", "days"), [("E", 30), ("A", 90), ("M", 365)])
def test_what_presses_is_due(level, days):
    assert (matrix.measure_due(level, TODAY) - TODAY).days == days


def test_what_is_low_is_only_watched():
    assert matrix.measure_due("B", TODAY) is None
    assert matrix.review_due("B", TODAY) == datetime.date(2028, 11, 23)


def test_months_end_where_the_month_does():
    assert months_after(datetime.date(2026, 1, 31), 1) == datetime.date(2026, 2, 28)
    assert months_after(datetime.date(2026, 12, 15), 24) == datetime.date(2028, 12, 15)


def test_a_measure_is_not_due_before_it_is_approved():
    assert horizon_of(TODAY, TODAY) == "short"
    assert horizon_of(TODAY, TODAY - datetime.timedelta(days=1)) is None


def test_few_cases_of_close_violence_hide_all_that_gives_them_away():
    found = context_figure([30, 4, 25], [9000] * 3, close=True)
    assert found.years == (30, None, 25)
    assert (found.total, found.average, found.rate) == (None, None, None)
    assert context_figure([30, 0, 25], [9000] * 3, close=True).total == 55


@pytest.mark.parametrize(
    ("count", "band"),
    [(10, None), (11, (11, 20)), (20, (11, 20)), (21, (21, 50)), (100, (51, 100)),
     (250, (101, 250)), (251, (251, None)), (9999, (251, None))],
)  # fmt: skip
def test_counts_are_bands(count, band):
    assert voices.count_band(count) == band


def citizens(cells, staff):
    asked = dict.fromkeys(cells, ("GRD-04", "GRD-06"))
    told = {
        voice: {code: voices.Cell(*pair) for code, pair in own.items()}
        for voice, own in cells.items()
    }
    return voices.citizen_score(told, asked, staff)


def test_ten_answers_are_never_shown():
    full = {"GRD-04": (40, 40), "GRD-06": (40, 40)}
    found = citizens(
        {"women": full, "men": full, "youth": {"GRD-04": (10, 30), "GRD-06": (10, 30)}},
        {"GRD-04": 3, "GRD-06": 3},
    )
    assert found.hidden == ("youth",)
    assert found.responses == 80
    assert found.score == Decimal("33.3")


def test_a_wide_gap_needs_a_reply():
    full = {"GRD-04": (20, 20), "GRD-06": (20, 20)}
    found = citizens({"women": full, "men": full}, {"GRD-04": 2, "GRD-06": 2})
    assert (found.gap, found.reply_required) == (Decimal("33.4"), True)
    even = citizens({"women": full, "men": full}, {"GRD-04": 1, "GRD-06": 1})
    assert (even.gap, even.reply_required) == (Decimal("0.0"), False)


def test_the_gap_is_over_what_both_answered():
    own = {"GRD-04": (20, 60), "GRD-06": (20, 0)}
    found = citizens({"women": own, "men": own}, {"GRD-04": 3, "GRD-06": None})
    assert found.score == Decimal("50.0")
    assert (found.staff_score, found.compared_score) == (100, 100)
    assert found.gap == 0


def test_one_voice_alone_is_no_population():
    full = {"GRD-04": (90, 90), "GRD-06": (90, 90)}
    found = citizens({"women": full}, {"GRD-04": 3})
    assert (found.shown, found.score, found.gap) == (False, None, None)


def test_too_few_people_in_all_are_no_population():
    few = {"GRD-04": (14, 14), "GRD-06": (14, 14)}
    assert citizens({"women": few, "men": few}, {}).shown is False
