"""The risk matrix: a published table, by version; a risk keeps the one it was rated by."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from municipio_seguro.horizons import months_after

CURRENT = "MS-1"
LEVELS = "BMAE"
STEPS = (1, 2, 3, 4, 5)
# By likelihood 1–5; each text gives impacts 1–5.
TABLES = {"MS-1": ("BBBMA", "BBMMA", "BMMAA", "MMAAE", "MAAEE")}
# From which frequency a year each likelihood begins: no gaps, no overlaps.
FREQUENCIES = (Decimal("0.02"), Decimal("0.1"), Decimal("0.5"), Decimal(12))
# Days within which a measure is approved, and months between reviews at most.
MEASURE_DAYS = {"E": 30, "A": 90, "M": 365}
REVIEW_MONTHS = {"E": 3, "A": 6, "M": 12, "B": 24}
PRESSING = frozenset("EA")


def level_of(likelihood: int, impact: int, version: str = CURRENT) -> str:
    """The level of a risk. Raises ValueError for what the table does not have."""
    if likelihood not in STEPS or impact not in STEPS:
        raise ValueError("likelihood and impact go from 1 to 5")
    if version not in TABLES:
        raise ValueError(f"unknown matrix {version}")
    return TABLES[version][likelihood - 1][impact - 1]


def is_higher(level: str, than: str) -> bool:
    """True when one level is above another."""
    return LEVELS.index(level) > LEVELS.index(than)


def likelihood_of(a_year: Decimal) -> int:
    """The likelihood of an expected frequency per year."""
    return 1 + sum(1 for each in FREQUENCIES if a_year >= each)


def impact_of(lines: Iterable[int | None]) -> int | None:
    """The worst of the lines that apply."""
    return max((each for each in lines if each is not None), default=None)


def measure_due(level: str, rated: datetime.date) -> datetime.date | None:
    """The day by which a measure should be approved; None for what is only watched."""
    days = MEASURE_DAYS.get(level)
    return rated + datetime.timedelta(days=days) if days else None


def review_due(level: str, rated: datetime.date) -> datetime.date:
    """The latest day of the next review."""
    return months_after(rated, REVIEW_MONTHS[level])
