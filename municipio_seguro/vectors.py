"""Runs worked examples through the real scoring code and says which figures differ.

A vector is known by what it gives, not by its number, so that any file of the same form
can be checked. Every figure it expects is compared; one that nobody computes is a fault.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from municipio_seguro import matrix
from municipio_seguro.instrument import Instrument
from municipio_seguro.vector_forms import Computed, case_form, form_of

TOLERANCE = Decimal("0.000001")


@dataclass
class Outcome:
    """What came of one vector."""

    name: str
    what: str
    faults: list[str] = field(default_factory=list)
    figures: int = 0

    def __str__(self) -> str:
        if self.faults:
            return f"{self.name} WRONG {self.what}: {'; '.join(self.faults)}"
        return f"{self.name} ok ({self.figures}) {self.what}"


def check(vectors: list[Mapping[str, Any]], instrument: Instrument) -> list[Outcome]:
    """Every vector, in order, with all that differs in it."""
    by_name = {str(each.get("id")): each for each in vectors if isinstance(each, dict)}
    return [_checked(each, instrument, by_name) for each in vectors]


def _checked(
    vector: Mapping[str, Any], instrument: Instrument, others: Mapping[str, Any]
) -> Outcome:
    if not isinstance(vector, dict):
        return Outcome("?", "", ["not a vector"])
    outcome = Outcome(str(vector.get("id", "?")), str(vector.get("what", "")))
    try:
        for where, computed, expected in _pairs(vector, instrument, others):
            _compare(outcome, where, computed, expected)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        outcome.faults.append(f"cannot be computed: {error!r}")
    if not outcome.figures and not outcome.faults:
        outcome.faults.append("expects nothing")
    return outcome


def _pairs(
    vector: Mapping[str, Any], instrument: Instrument, others: Mapping[str, Any]
) -> Iterable[tuple[str, Computed, Mapping[str, Any]]]:
    if "cases" in vector:
        for number, case in enumerate(vector["cases"], 1):
            given, compute = case_form(case)
            expected = {key: each for key, each in case.items() if key not in given}
            yield f"case {number}, ", compute(case, vector, instrument), expected
        rest = {k: v for k, v in vector.items() if k not in {"id", "what", "cases"}}
        if rest:
            yield "", {"cells_per_level": cells_per_level()}, rest
        return
    compute = form_of(vector)
    yield "", compute(vector, instrument, others), vector["expect"]


def cells_per_level() -> dict[str, int]:
    """How many cells of the matrix have each level."""
    joined = "".join(matrix.TABLES[matrix.CURRENT])
    return {level: joined.count(level) for level in matrix.LEVELS}


def _compare(
    outcome: Outcome, where: str, computed: Computed, expected: Mapping[str, Any]
) -> None:
    for key, value in expected.items():
        if key not in computed:
            outcome.faults.append(f"{where}{key}: nobody computes it")
            continue
        found = computed[key]
        if isinstance(value, dict) and isinstance(found, dict):
            _compare(outcome, f"{where}{key}.", found, value)
            if extra := sorted(found.keys() - value.keys()):
                outcome.faults.append(f"{where}{key}: also has {', '.join(extra)}")
            continue
        outcome.figures += 1
        if not same(found, value, exactly=not key.endswith("unrounded")):
            outcome.faults.append(
                f"{where}{key}: expected {value!r}, computed {_plain(found)}"
            )


def same(found: Any, expected: Any, *, exactly: bool = True) -> bool:
    """True when a computed value is the expected one, whatever the type of number."""
    if isinstance(expected, list):
        return (
            isinstance(found, list | tuple)
            and len(found) == len(expected)
            and all(same(*pair) for pair in zip(found, expected, strict=True))
        )
    if isinstance(expected, bool) or isinstance(found, bool) or expected is None:
        return found is expected
    if isinstance(found, Fraction) and isinstance(expected, str):
        return found == Fraction(expected)
    if isinstance(expected, int | float) and isinstance(
        found, int | Decimal | Fraction
    ):
        return _near(found, expected, exactly=exactly)
    return found == expected


def _near(found: Any, expected: float, *, exactly: bool) -> bool:
    try:
        wanted = Decimal(str(expected))
    except InvalidOperation:
        return False
    if exactly:
        return Fraction(found) == Fraction(wanted)
    return abs(Fraction(found) - Fraction(wanted)) <= Fraction(TOLERANCE)


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_plain, value))}]"
    return str(value)
