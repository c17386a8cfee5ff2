"""Two moments of one municipality, on the indicators that both answered alike.

Two published scores are never subtracted: other questions, or other missing answers,
would be taken for a change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from municipio_seguro.rounding import shown
from municipio_seguro.scoring import HIGHEST, HUNDRED, NA, Given, index_of

FEWEST_COMMON = 3
FEWEST_DIMENSIONS = 6
# «CODE/REVISION»: the same question asked twice.
Answers = Mapping[str, Given]


@dataclass(frozen=True)
class Compared:
    """One dimension, before and after, over the indicators in common."""

    common: tuple[str, ...]
    comparable: bool
    exact_before: Fraction | None = None
    exact_after: Fraction | None = None
    steps: int = 0

    @property
    def before(self) -> Decimal | None:
        """The earlier score over what is in common, as shown."""
        return None if self.exact_before is None else shown(self.exact_before)

    @property
    def after(self) -> Decimal | None:
        """The later score over what is in common, as shown."""
        return None if self.exact_after is None else shown(self.exact_after)

    @property
    def change(self) -> Decimal | None:
        """The difference of the two shown values."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def smallest_step(self) -> Decimal | None:
        """What one level of one indicator moves."""
        if not self.comparable:
            return None
        return shown(HUNDRED / (HIGHEST * len(self.common)))

    @property
    def is_minimal(self) -> bool:
        """True when it is one level of one indicator."""
        return self.comparable and self.steps == 1


def compare(before: Answers, after: Answers) -> Compared:
    """Compare one dimension; keys say code and revision."""
    common = tuple(
        sorted(
            key
            for key in before.keys() & after.keys()
            if isinstance(before[key], int) and isinstance(after[key], int)
        )
    )
    fewer = min(_applicable(before), _applicable(after))
    comparable = len(common) >= FEWEST_COMMON and 2 * len(common) >= fewer
    if not comparable:
        return Compared(common, comparable=False)
    return Compared(
        common,
        True,
        _score(before, common),
        _score(after, common),
        sum(abs(_level(after, key) - _level(before, key)) for key in common),
    )


@dataclass(frozen=True)
class ComparedWhole:
    """The index before and after, over the dimensions that can be compared."""

    dimensions: Mapping[str, Compared]
    weights: Mapping[str, Fraction]

    @property
    def comparable(self) -> bool:
        """True when enough dimensions are."""
        return len(self._codes) >= FEWEST_DIMENSIONS

    @property
    def before(self) -> Decimal | None:
        """The earlier index over what is in common, as shown."""
        return self._index("exact_before")

    @property
    def after(self) -> Decimal | None:
        """The later index over what is in common, as shown."""
        return self._index("exact_after")

    @property
    def change(self) -> Decimal | None:
        """The difference of the two shown values."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def _codes(self) -> list[str]:
        return [code for code, each in self.dimensions.items() if each.comparable]

    def _index(self, side: str) -> Decimal | None:
        if not self.comparable:
            return None
        return shown(
            index_of(
                (getattr(self.dimensions[code], side), self.weights[code])
                for code in self._codes
            )
        )


def compare_whole(
    before: Mapping[str, Answers],
    after: Mapping[str, Answers],
    weights: Mapping[str, Fraction],
) -> ComparedWhole:
    """Compare every dimension that both have."""
    return ComparedWhole(
        {
            code: compare(before[code], answers)
            for code, answers in after.items()
            if code in before
        },
        weights,
    )


def _applicable(answers: Answers) -> int:
    return sum(1 for each in answers.values() if each != NA)


def _level(answers: Answers, key: str) -> int:
    return int(answers[key] or 0)


def _score(answers: Answers, common: tuple[str, ...]) -> Fraction:
    points = sum(_level(answers, key) for key in common)
    return HUNDRED * points / (HIGHEST * len(common))
