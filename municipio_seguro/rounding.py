"""The one rounding of the assessments: one decimal, half up, at the very end."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

TENTH = Decimal("0.1")
# What a root of floats leaves behind is taken off before anything is rounded.
CLEAN = Decimal("0.000000001")

Exact = Fraction | Decimal | int


def shown(value: Exact) -> Decimal:
    """The value as every page, file and drawing shows it."""
    exact = Fraction(value)
    tenths, rest = divmod(abs(exact.numerator) * 10, exact.denominator)
    if 2 * rest >= exact.denominator:
        tenths += 1
    return Decimal(tenths if exact >= 0 else -tenths).scaleb(-1).quantize(TENTH)


def plainly(value: Decimal) -> str:
    """A number as people write it: without zeros at its end, and never as «5E+1»."""
    return format(value.normalize(), "f")


def cleaned(value: float) -> Decimal:
    """A float without the last digits that no calculation meant."""
    return Decimal(value).quantize(CLEAN, ROUND_HALF_UP)
