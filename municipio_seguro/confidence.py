"""Confidence by evidence: it never adds points, and it says how far to believe them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from municipio_seguro.horizons import months_after
from municipio_seguro.rounding import shown
from municipio_seguro.scoring import HUNDRED, Given

HIGHEST = 3
VALID_MONTHS = 24
EARLIEST = datetime.date(1990, 1, 1)
GRADES = ((75, "A"), (50, "B"), (25, "C"), (0, "D"))
# The strength without which a level cannot go to validation.
LEAST_FOR_LEVEL = {2: 1, 3: 2}


@dataclass(frozen=True)
class Proof:
    """One piece of evidence, as much of it as confidence asks for."""

    strength: int
    dated: datetime.date | None = None
    ends: datetime.date | None = None

    def is_old(self, on: datetime.date) -> bool:
        """True past its own end, or 24 months after its date."""
        if self.ends is not None and self.ends < on:
            return True
        return self.dated is not None and months_after(self.dated, VALID_MONTHS) < on

    def strength_on(self, on: datetime.date) -> int:
        """What it is worth on a day: old evidence is one step weaker.

        Without a date it is at most an internal document, whatever was said of it.
        """
        strength = min(self.strength, HIGHEST if self.dated else 1)
        return max(0, strength - 1) if self.is_old(on) else strength


def best_of(proofs: Iterable[Proof], on: datetime.date) -> int:
    """The strength of several pieces: the best counts."""
    return max((each.strength_on(on) for each in proofs), default=0)


def confidence_of(strengths: Iterable[int]) -> Fraction | None:
    """Confidence from the strength of each indicator that applies, 0 if unanswered."""
    given = list(strengths)
    if not given:
        return None
    return HUNDRED * sum(given) / (HIGHEST * len(given))


def overall(
    parts: Mapping[str, Fraction | None], weights: Mapping[str, Fraction]
) -> Fraction | None:
    """The confidence of the whole, over the dimensions in which anything applies."""
    told = {code: part for code, part in parts.items() if part is not None}
    whole = sum((weights[code] for code in told), Fraction(0))
    if not whole:
        return None
    return (
        sum((weights[code] * part for code, part in told.items()), Fraction(0)) / whole
    )


def grade_of(confidence: Decimal) -> str:
    """The grade of a confidence as it is shown."""
    return next(grade for least, grade in GRADES if confidence >= least)


def graded(strengths: Iterable[int]) -> tuple[Decimal, str] | None:
    """Confidence as shown, with its grade; None where nothing applies."""
    found = confidence_of(strengths)
    if found is None:
        return None
    value = shown(found)
    return value, grade_of(value)


def strength_that_counts(answer: Given, strength: int) -> int | None:
    """What an indicator brings: nothing unanswered, None where it does not apply."""
    if answer is None:
        return 0
    return strength if isinstance(answer, int) else None


def lacks_proof(level: Given, strength: int) -> bool:
    """True when the level claims more than the evidence carries."""
    return isinstance(level, int) and strength < LEAST_FOR_LEVEL.get(level, 0)
