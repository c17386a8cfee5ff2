"""The scoring holds whatever is answered: bounds, monotone, whatever the order."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from municipio_seguro import content, scoring
from municipio_seguro.assessing import assess, plain_figures
from municipio_seguro.rounding import shown
from tests.municipio_seguro.examples import complete

LEVELS = st.integers(0, 3)
ANSWERS = st.one_of(LEVELS, st.none(), st.just(scoring.NA))
SCORES = st.fractions(0, 100, max_denominator=300)
PAIRS = st.lists(
    st.tuples(SCORES, st.fractions(Fraction(1, 100), 1, max_denominator=100)),
    min_size=1,
    max_size=8,
)


def of(levels):
    codes = content.current_instrument().indicators
    return assess(
        content.current_instrument(), dict(zip(codes, levels, strict=True)), {}
    )


@given(PAIRS)
def test_the_index_lies_within_the_scores(pairs):
    index = scoring.index_of(pairs)
    lowest, highest = (end(score for score, _w in pairs) for end in (min, max))
    assert shown(lowest) <= shown(index) <= shown(highest)


@given(PAIRS)
def test_the_shifted_geometric_mean_is_never_above_the_arithmetic(pairs):
    index, mean = scoring.index_of(pairs), scoring.arithmetic_of(pairs)
    assert shown(index) <= shown(mean)


@given(PAIRS, st.randoms())
def test_the_order_of_dimensions_changes_nothing(pairs, chance):
    mixed = list(pairs)
    chance.shuffle(mixed)
    assert scoring.index_of(mixed) == scoring.index_of(pairs)


@given(st.lists(ANSWERS, max_size=12), st.randoms())
def test_the_order_of_answers_changes_nothing(answers, chance):
    mixed = list(answers)
    chance.shuffle(mixed)
    assert scoring.tally(mixed) == scoring.tally(answers)


@given(st.lists(LEVELS, min_size=53, max_size=53), st.integers(0, 52))
@settings(max_examples=60, deadline=None)
def test_the_index_rises_with_every_answer(levels, at):
    if levels[at] == scoring.HIGHEST:
        levels[at] -= 1
    higher = [*levels]
    higher[at] += 1
    before, after = of(levels), of(higher)
    assert before.index is not None
    assert before.whole.index < after.whole.index
    assert before.index <= after.index
    dimension = list(before.instrument.dimension_of.values())[at].code
    assert before.dimensions[dimension].score < after.dimensions[dimension].score


@given(st.lists(ANSWERS, min_size=53, max_size=53))
@settings(max_examples=60, deadline=None)
def test_a_missing_answer_is_never_zero_and_lies_in_the_range(levels):
    found = of(levels)
    for each in found.dimensions.values():
        within = each.tally.range
        if each.tally.score is not None:
            assert within.low <= each.tally.score <= within.high
        if each.score is None:
            assert each.range is None
            assert each.band == ""
    if found.index is None:
        assert found.range is None
        assert found.arithmetic is None
        assert found.penalty is None
    else:
        assert found.range[0] <= found.index <= found.range[1]


def test_nothing_answered_shows_no_number_at_all():
    figures = plain_figures(assess(content.current_instrument(), {}, {}))
    assert figures["index"] is None
    assert {each["score"] for each in figures["dimensions"].values()} == {None}
    assert figures["practice"] == {}


def test_na_leaves_both_sums():
    without = scoring.tally([2, 1])
    assert scoring.tally([2, 1, scoring.NA]).score == without.score
    assert scoring.tally([2, 1, scoring.NA]).range == without.range
    assert scoring.tally([2, 1, None]).range != without.range


def test_a_dimension_of_which_most_does_not_apply_is_not_shown():
    assert scoring.tally([3, *["na"] * 2]).published is False
    assert scoring.tally([3, 3, *["na"] * 2]).published is True


def test_a_complete_assessment_in_plain_figures():
    answers = complete()
    figures = plain_figures(
        assess(content.current_instrument(), answers, dict.fromkeys(answers, 2))
    )
    assert (figures["index"], figures["band"]) == ("34.2", "developing")
    assert figures["range"] == ["34.2", "34.2"]
    assert figures["confidence"] == {"value": "66.7", "grade": "B"}
    assert figures["dimensions"]["CON"]["score"] == "11.1"
    assert (figures["arithmetic"], figures["penalty"]) == ("37.5", "3.3")


def test_evidence_adds_no_points():
    answers = complete()
    instrument = content.current_instrument()
    bare = assess(instrument, answers, {})
    proved = assess(instrument, answers, dict.fromkeys(answers, 3))
    assert bare.index == proved.index
    assert (bare.confidence[1], proved.confidence[1]) == ("D", "A")


@given(st.fractions(0, 100))
def test_rounding_is_half_up(value):
    assert abs(Fraction(shown(value)) - value) <= Fraction(1, 20)
    assert shown(Fraction(shown(value)) + Fraction(1, 20)) == shown(value) + Decimal(
        "0.1"
    )


def test_negative_differences_round_away_from_zero():
    assert shown(Fraction("-0.05")) == Decimal("-0.1")


def test_what_is_written_may_be_far_ahead():
    kinds = {"A": "structure", "B": "process", "C": "result"}
    ahead = scoring.practice_of(kinds, {"A": 3, "B": 1, "C": 2})
    level = scoring.practice_of(kinds, {"A": 2, "B": 1, "C": 2})
    assert ahead.paper_is_ahead is True
    assert level.paper_is_ahead is False
    assert scoring.practice_of(kinds, {"A": 3}).scores == {}
