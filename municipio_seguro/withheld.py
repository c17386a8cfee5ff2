"""Levels that are never published, and figures from which nobody can have them.

Pure. The score of their dimension counts them; while it leaves one of them no choice,
it is told as the two ends between which it lies, and so is the index above it.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from municipio_seguro import confidence
from municipio_seguro.assessing import Assessed, assess, plain_figures
from municipio_seguro.comparing import Compared
from municipio_seguro.instrument import Instrument
from municipio_seguro.rounding import shown
from municipio_seguro.scoring import HIGHEST, Given, practice_of

# Of the municipality and the network alone.
RESERVED_LEVELS = frozenset({"CON-04", "CON-05"})
# With two more that are not told, no subtraction from the score gives those away.
WITHHELD = RESERVED_LEVELS | {"CON-02", "CON-03"}
# Sums of so few points, or so few short of all, are told alike.
NEAR_THE_END = 1


def ends_of(levels: Iterable[int]) -> tuple[int, int] | None:
    """Between which sums these levels are told to lie; None while the sum may be told.

    A sum of 0 would tell every one of them; told together with 1, it tells none.
    """
    given = list(levels)
    total, most = sum(given), HIGHEST * len(given)
    if not given or NEAR_THE_END < total < most - NEAR_THE_END:
        return None
    return (0, NEAR_THE_END) if total <= NEAR_THE_END else (most - NEAR_THE_END, most)


def published_figures(
    instrument: Instrument, given: Mapping[str, Given], strengths: Mapping[str, int]
) -> dict[str, Any]:
    """The figures of an assessment as the world may read them.

    Paper and practice, and how far the evidence goes, are of the answers that are told.
    """
    figures = plain_figures(assess(instrument, given, strengths))
    told = {code: each for code, each in given.items() if code not in WITHHELD}
    practice = practice_of(instrument.kinds, told)
    figures["practice"] = {kind: str(each) for kind, each in practice.scores.items()}
    figures["paper_is_ahead"] = practice.paper_is_ahead
    _tell_confidence(figures, instrument, told, strengths)
    held = _held(given)
    ends = ends_of(held.values())
    if ends is not None:
        low, high = (
            assess(instrument, {**given, **_spread(held, end)}, strengths)
            for end in ends
        )
        _tell_between(figures, low, high)
    return figures


def _held(given: Mapping[str, Given]) -> dict[str, int]:
    """The withheld levels that were answered."""
    return {
        code: level
        for code in sorted(WITHHELD)
        if isinstance(level := given.get(code), int)
    }


def _spread(held: Iterable[str], total: int) -> dict[str, int]:
    """Levels with a sum, whichever of them has what."""
    return {
        code: max(0, min(HIGHEST, total - HIGHEST * at)) for at, code in enumerate(held)
    }


def _tell_confidence(
    figures: dict[str, Any],
    instrument: Instrument,
    told: Mapping[str, Given],
    strengths: Mapping[str, int],
) -> None:
    exact: dict[str, Fraction | None] = {}
    for each in instrument.dimensions:
        codes = [i.code for i in each.indicators if i.code not in WITHHELD]
        counted = [
            confidence.strength_that_counts(told.get(c), strengths.get(c, 0))
            for c in codes
        ]
        exact[each.code] = confidence.confidence_of(c for c in counted if c is not None)
        figures["dimensions"][each.code]["confidence"] = _graded(exact[each.code])
    figures["confidence"] = _graded(confidence.overall(exact, instrument.weights))


def _graded(value: Fraction | None) -> dict[str, str] | None:
    if value is None:
        return None
    rounded = shown(value)
    return {"value": str(rounded), "grade": confidence.grade_of(rounded)}


def _tell_between(figures: dict[str, Any], low: Assessed, high: Assessed) -> None:
    dimension = next(iter(RESERVED_LEVELS)).split("-")[0]
    one, other = low.dimensions[dimension], high.dimensions[dimension]
    figures["dimensions"][dimension] |= _between(one, other)
    figures |= _between(low, high)
    for name in ("arithmetic", "penalty"):
        figures[name] = None


def _between(low: Any, high: Any) -> dict[str, Any]:
    """Two ends of what has a score or an index, a range and a band."""
    named = "index" if isinstance(low, Assessed) else "score"
    ends = getattr(low, named), getattr(high, named)
    known = None not in ends and None not in (low.range, high.range)
    return {
        named: None,
        "between": [str(each) for each in ends] if known else None,
        "range": [str(low.range[0]), str(high.range[1])] if known else None,
        "band": low.band if low.band == high.band else "",
    }


def middle_of(told: Mapping[str, Any], named: str) -> str | None:
    """A score as lists and medians count it; between two ends, what lies amid them."""
    if told[named] is not None:
        return str(told[named])
    if not told.get("between"):
        return None
    low, high = (Fraction(each) for each in told["between"])
    return str(shown((low + high) / 2))


def gives_away(
    compared: Compared, before: Mapping[str, Given], after: Mapping[str, Given]
) -> bool:
    """True when what two moments have in common leaves a withheld level no choice."""
    codes = {key.split("/")[0] for key in compared.common} & WITHHELD
    for given in (before, after):
        levels = [each for c in codes if isinstance(each := given.get(c), int)]
        if ends_of(levels) is not None:
            return True
    return False
