"""Historical dates in words, as exactly as they are known; no database."""

import datetime

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from network.choices import DatePrecision

Day = datetime.date


def _parts(day: Day) -> dict[str, str]:
    return {"day": str(day.day), "month": str(MONTHS[day.month]), "year": str(day.year)}


def one_day(day: Day) -> str:
    """12 de marzo de 2012."""
    return _("%(day)s %(month)s %(year)s") % _parts(day)


def one_month(day: Day) -> str:
    """marzo de 2012."""
    return _("%(month)s %(year)s") % _parts(day)


def _days(first: Day, last: Day) -> str:
    until = one_day(last)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    elif first.year == last.year:
        start = _("%(day)s %(month)s") % _parts(first)
    else:
        start = one_day(first)
    return _("%(first)s to %(last)s") % {"first": start, "last": until}


def _months(first: Day, last: Day) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return one_month(first)
    start = str(MONTHS[first.month]) if first.year == last.year else one_month(first)
    return _("from %(first)s to %(last)s") % {"first": start, "last": one_month(last)}


def _years(first: Day, last: Day, *, uncertain: bool) -> str:
    if first.year == last.year:
        return str(first.year)
    years = {"first": str(first.year), "last": str(last.year)}
    if uncertain:
        return _("between %(first)s and %(last)s") % years
    return _("from %(first)s to %(last)s") % years


def describe(
    started: Day | None,
    ended: Day | None = None,
    *,
    precision: str = DatePrecision.DAY,
    uncertain: bool = False,
) -> str:
    """When something happened, no more exactly than its source says."""
    if started is None:
        return _("date not known")
    last = ended or started
    if precision == DatePrecision.YEAR:
        words = _years(started, last, uncertain=uncertain)
    elif precision == DatePrecision.MONTH:
        words = _months(started, last)
    else:
        words = one_day(started) if last == started else _days(started, last)
    if uncertain:
        return _("%(date)s (date uncertain)") % {"date": words}
    return words


def machine(started: Day, precision: str) -> str:
    """The date for a time element: as many parts as are known."""
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}
    return started.isoformat()[: length.get(DatePrecision(precision), 10)]


def since_when(day: Day, precision: str) -> Day:
    """The first day of the day, the month or the year that a date so known lies in."""
    if precision == DatePrecision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision == DatePrecision.MONTH else day


def period(valid_from: Day | None, valid_to: Day | None) -> str:
    """From when until when a dated fact holds; empty when neither is known."""
    if valid_from and valid_to:
        return _days(valid_from, valid_to)
    if valid_from:
        return _("since %(date)s") % {"date": one_day(valid_from)}
    if valid_to:
        return _("until %(date)s") % {"date": one_day(valid_to)}
    return ""
