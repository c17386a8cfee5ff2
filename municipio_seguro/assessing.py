"""A whole assessment computed from its answers: what the report, the page and the file say.

Pure: it is given answers and the strength of their evidence, and gives figures. What
may not be shown is None here already, so that no page has to remember it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from municipio_seguro import confidence
from municipio_seguro.instrument import Instrument
from municipio_seguro.rounding import shown
from municipio_seguro.scoring import (
    FORMULA,
    Given,
    Practice,
    Tally,
    Whole,
    band_of,
    practice_of,
    tally,
)


@dataclass(frozen=True)
class DimensionResult:
    """One dimension as it may be shown."""

    code: str
    tally: Tally
    confidence: tuple[Decimal, str] | None

    @property
    def score(self) -> Decimal | None:
        """Its score; None while too little was answered."""
        if not self.tally.published or self.tally.score is None:
            return None
        return shown(self.tally.score)

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """Where the score may still go, with the score only."""
        within = self.tally.range
        if self.score is None or within is None:
            return None
        return shown(within.low), shown(within.high)

    @property
    def band(self) -> str:
        """The band of its score."""
        return "" if self.score is None else band_of(self.score)


@dataclass(frozen=True)
class Assessed:
    """The figures of an assessment."""

    instrument: Instrument
    whole: Whole
    dimensions: Mapping[str, DimensionResult]
    practice: Practice
    confidence: tuple[Decimal, str] | None

    @property
    def index(self) -> Decimal | None:
        """The index; None while it may not be shown."""
        found = self.whole.index
        return shown(found) if self.whole.published and found is not None else None

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The range of the index, with the index only."""
        found = self.whole.range
        if self.index is None or found is None:
            return None
        return shown(found[0]), shown(found[1])

    @property
    def band(self) -> str:
        """The band of the index."""
        return "" if self.index is None else band_of(self.index)

    @property
    def arithmetic(self) -> Decimal | None:
        """The plain mean, beside the index."""
        found = self.whole.arithmetic
        return None if self.index is None or found is None else shown(found)

    @property
    def penalty(self) -> Decimal | None:
        """What imbalance costs."""
        return None if self.index is None else self.whole.penalty


def assess(
    instrument: Instrument,
    answers: Mapping[str, Given],
    strengths: Mapping[str, int],
) -> Assessed:
    """Everything that follows from the answers and the strength of their evidence."""
    dimensions, exact = {}, {}
    for each in instrument.dimensions:
        codes = [indicator.code for indicator in each.indicators]
        counted = [
            confidence.strength_that_counts(answers.get(c), strengths.get(c, 0))
            for c in codes
        ]
        told = [strength for strength in counted if strength is not None]
        exact[each.code] = confidence.confidence_of(told)
        dimensions[each.code] = DimensionResult(
            each.code,
            tally(answers.get(code) for code in codes),
            confidence.graded(told),
        )
    return Assessed(
        instrument=instrument,
        whole=Whole(
            {code: each.tally for code, each in dimensions.items()}, instrument.weights
        ),
        dimensions=dimensions,
        practice=practice_of(instrument.kinds, answers),
        confidence=_graded(confidence.overall(exact, instrument.weights)),
    )


def _graded(value: Fraction | None) -> tuple[Decimal, str] | None:
    if value is None:
        return None
    rounded = shown(value)
    return rounded, confidence.grade_of(rounded)


def plain_figures(of: Assessed) -> dict[str, Any]:
    """The figures as a snapshot keeps them: texts and whole numbers, nothing to round."""
    return {
        "formula": FORMULA,
        "instrument": of.instrument.version,
        "index": _text(of.index),
        "range": _texts(of.range),
        "band": of.band,
        "arithmetic": _text(of.arithmetic),
        "penalty": _text(of.penalty),
        "confidence": _proved(of.confidence),
        "answered": of.whole.answered,
        "applicable": of.whole.applicable,
        "practice": {kind: str(value) for kind, value in of.practice.scores.items()},
        "paper_is_ahead": of.practice.paper_is_ahead,
        "dimensions": {
            code: {
                "score": _text(each.score),
                "range": _texts(each.range),
                "band": each.band,
                "answered": each.tally.answered,
                "applicable": each.tally.applicable,
                "total": each.tally.total,
                "confidence": _proved(each.confidence),
            }
            for code, each in of.dimensions.items()
        },
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _texts(values: tuple[Decimal, Decimal] | None) -> list[str] | None:
    return None if values is None else [str(each) for each in values]


def _proved(value: tuple[Decimal, str] | None) -> dict[str, str] | None:
    return None if value is None else {"value": str(value[0]), "grade": value[1]}
