"""Time of the measures: horizons from two dates, never typed; months as people count."""

import calendar
import datetime

SHORT_MONTHS = 12
MEDIUM_MONTHS = 36
LONGEST_MONTHS = 120
HORIZONS = (
    (SHORT_MONTHS, "short"),
    (MEDIUM_MONTHS, "medium"),
    (LONGEST_MONTHS, "long"),
)


def started_months(first: datetime.date, last: datetime.date) -> int:
    """Whole months from one day to another, a started month counting."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + 1 if last.day > first.day else months


def horizon_of(approved: datetime.date, due: datetime.date) -> str | None:
    """The horizon of a measure; None when it cannot be: before approval, or too far."""
    if due < approved:
        return None
    months = started_months(approved, due)
    return next((name for most, name in HORIZONS if months <= most), None)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
