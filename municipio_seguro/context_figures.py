"""Context figures: shown beside the report, never part of the score."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from municipio_seguro.rounding import shown
from municipio_seguro.voices import FEWEST

FEWEST_EVENTS = 20
PER = 100_000


@dataclass(frozen=True)
class ContextFigure:
    """What three years may say; None is a figure that is not shown."""

    years: tuple[int | None, ...]
    total: int | None
    average: Decimal | None
    rate: Decimal | None
    few: bool = False


def context_figure(
    events: Sequence[int], population: Sequence[int] = (), *, close: bool = False
) -> ContextFigure:
    """Sum, average and rate of some years of events.

    Too few events have no rate. Of close violence a year of 1 to 10 is hidden, and with
    it all from which it could be had: sum, average and rate.
    """
    years = tuple(None if close and 0 < each < FEWEST else each for each in events)
    if None in years or not events:
        return ContextFigure(years, None, None, None)
    total = sum(events)
    average = shown(Fraction(total, len(events)))
    few = total < FEWEST_EVENTS
    rate = None
    if not few and len(population) == len(events) and all(population):
        rate = shown(Fraction(total * PER, sum(population)))
    return ContextFigure(years, total, average, rate, few)
