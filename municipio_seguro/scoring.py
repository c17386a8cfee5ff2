"""Scores: of a dimension, of the whole, and of paper beside practice.

Exact fractions up to the geometric step; rounded once, at the end. Missing is never
zero: it leaves the sum, lowers completeness and widens the range.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from municipio_seguro.rounding import cleaned, shown

# The formulas as they stand: a change of any of them is a new one.
FORMULA = "1"
HIGHEST = 3
HUNDRED = Fraction(100)
NA: Literal["na"] = "na"
# A level, «no aplica», or nothing yet.
Given = int | Literal["na"] | None

BANDS = ((75, "consolidated"), (50, "advanced"), (25, "developing"), (0, "incipient"))
PAPER_AHEAD = 25


@dataclass(frozen=True)
class Range:
    """Where a score would lie if every missing answer were 0, or 3."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Tally:
    """The answers of one dimension, counted."""

    total: int
    applicable: int
    answered: int
    points: int

    @property
    def score(self) -> Fraction | None:
        """The mean of what was answered, from 0 to 100; None without any answer."""
        if not self.answered:
            return None
        return HUNDRED * self.points / (HIGHEST * self.answered)

    @property
    def range(self) -> Range | None:
        """The lowest and highest that it can still become."""
        if not self.applicable:
            return None
        whole = HIGHEST * self.applicable
        missing = HIGHEST * (self.applicable - self.answered)
        return Range(
            HUNDRED * self.points / whole, HUNDRED * (self.points + missing) / whole
        )

    @property
    def completeness(self) -> Fraction:
        """The share of what applies that was answered."""
        return Fraction(self.answered, self.applicable or 1)

    @property
    def published(self) -> bool:
        """True when enough was answered, and enough applies, to show a number."""
        return (
            self.answered > 0
            and 3 * self.answered >= 2 * self.applicable
            and 2 * self.applicable >= self.total
        )

    @property
    def lacking(self) -> int:
        """How many more answers are needed before it can be shown."""
        return max(0, -(-2 * self.applicable // 3) - self.answered)


def tally(answers: Iterable[Given]) -> Tally:
    """Count the answers of a dimension."""
    given = list(answers)
    levels = [each for each in given if isinstance(each, int)]
    applicable = sum(1 for each in given if each != NA)
    return Tally(len(given), applicable, len(levels), sum(levels))


def level_score(level: int) -> Fraction:
    """A level on the scale of 100."""
    return HUNDRED * level / HIGHEST


def band_of(score: Decimal) -> str:
    """The band of a value as it is shown."""
    return next(code for least, code in BANDS if score >= least)


def index_published(answered: int, applicable: int) -> bool:
    """True when enough of the whole was answered."""
    return applicable > 0 and 5 * answered >= 4 * applicable


def index_of(weighted: Iterable[tuple[Fraction, Fraction]]) -> Decimal:
    """The weighted geometric mean of scores on a scale shifted to 1–10.

    Pairs of score and weight in any order. It never leaves the bounds of the scores.
    """
    pairs = [(Fraction(score), Fraction(weight)) for score, weight in weighted]
    whole = sum(weight for _score, weight in pairs)
    # fsum gives the same sum whatever the order.
    power = math.fsum(
        float(weight / whole) * math.log(float(1 + 9 * score / 100))
        for score, weight in pairs
    )
    index = cleaned(100 * (math.exp(power) - 1) / 9)
    lowest, highest = (_decimal(end(s for s, _w in pairs)) for end in (min, max))
    return min(max(index, lowest), highest)


def arithmetic_of(weighted: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The weighted arithmetic mean of scores."""
    pairs = list(weighted)
    return sum((Fraction(s) * Fraction(w) for s, w in pairs), Fraction(0)) / Fraction(
        sum(w for _s, w in pairs)
    )


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@dataclass(frozen=True)
class Whole:
    """The index of an assessment with all that is said beside it."""

    dimensions: Mapping[str, Tally]
    weights: Mapping[str, Fraction]

    @property
    def answered(self) -> int:
        """How many indicators have a level."""
        return sum(each.answered for each in self.dimensions.values())

    @property
    def applicable(self) -> int:
        """How many indicators apply."""
        return sum(each.applicable for each in self.dimensions.values())

    @property
    def published(self) -> bool:
        """True when every dimension can be shown and enough of the whole is there."""
        return all(each.published for each in self.dimensions.values()) and (
            index_published(self.answered, self.applicable)
        )

    @property
    def index(self) -> Decimal | None:
        """The index, unrounded; None while a dimension has no answer at all."""
        pairs = self._pairs([each.score for each in self.dimensions.values()])
        return index_of(pairs) if pairs else None

    @property
    def arithmetic(self) -> Fraction | None:
        """The plain weighted mean of the dimensions."""
        pairs = self._pairs([each.score for each in self.dimensions.values()])
        return arithmetic_of(pairs) if pairs else None

    @property
    def penalty(self) -> Decimal | None:
        """What imbalance costs: the difference of the two shown values."""
        index, arithmetic = self.index, self.arithmetic
        if index is None or arithmetic is None:
            return None
        return shown(arithmetic) - shown(index)

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The index over the lowest and over the highest of every dimension."""
        ranges = [each.range for each in self.dimensions.values()]
        low = self._pairs([each.low if each else None for each in ranges])
        high = self._pairs([each.high if each else None for each in ranges])
        return (index_of(low), index_of(high)) if low and high else None

    def _pairs(
        self, scores: Sequence[Fraction | None]
    ) -> list[tuple[Fraction, Fraction]] | None:
        pairs = []
        for code, score in zip(self.dimensions, scores, strict=True):
            if score is None:
                return None
            pairs.append((score, self.weights[code]))
        return pairs or None


@dataclass(frozen=True)
class Practice:
    """What is written, what is done and what shows, apart."""

    tallies: Mapping[str, Tally]

    @property
    def published(self) -> bool:
        """True when two thirds of each kind were answered."""
        return all(
            each.answered and 3 * each.answered >= 2 * each.applicable
            for each in self.tallies.values()
        )

    @property
    def scores(self) -> dict[str, Decimal]:
        """The mean of each kind, as shown; empty while too few were answered."""
        if not self.published:
            return {}
        return {kind: shown(each.score or 0) for kind, each in self.tallies.items()}

    @property
    def paper_is_ahead(self) -> bool:
        """True when what is written is far ahead of what shows."""
        scores = self.scores
        if "structure" not in scores or "result" not in scores:
            return False
        return scores["structure"] - scores["result"] >= PAPER_AHEAD


def practice_of(kinds: Mapping[str, str], answers: Mapping[str, Given]) -> Practice:
    """Paper and practice, from the kind of each indicator and its answer."""
    grouped: dict[str, list[Given]] = {"structure": [], "process": [], "result": []}
    for code, kind in kinds.items():
        grouped[kind].append(answers.get(code))
    return Practice({kind: tally(given) for kind, given in grouped.items()})


def level_of_figure(figure: Decimal | None, thresholds: Sequence[Decimal | int]) -> int:
    """The level of a measured figure; what is not measured is at level 0."""
    if figure is None:
        return 0
    return sum(1 for each in thresholds if figure >= each)
