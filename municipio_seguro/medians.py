"""The network's median: one number for all, never a list or a position."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from municipio_seguro.rounding import shown

FEWEST_MUNICIPALITIES = 5
# A published assessment leaves the median after so long.
COUNTED_MONTHS = 24


def median(values: Iterable[Decimal]) -> Decimal | None:
    """The middle of the values as shown; None of fewer than five municipalities."""
    ordered = sorted(Fraction(value) for value in values)
    count = len(ordered)
    if count < FEWEST_MUNICIPALITIES:
        return None
    middle = count // 2
    if count % 2:
        return shown(ordered[middle])
    return shown((ordered[middle - 1] + ordered[middle]) / 2)
