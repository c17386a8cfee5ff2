"""Dates that are known more or less exactly, compared; no database."""

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from network.choices import DatePrecision
from network.dates import since_when


@dataclass(frozen=True)
class Span:
    """The days within which something may have been; None where nobody knows."""

    first: datetime.date | None
    last: datetime.date | None

    @property
    def is_known(self) -> bool:
        """True when at least its first day is known."""
        return self.first is not None


def end_of(day: datetime.date, precision: str) -> datetime.date:
    """The last day it may have been, when only its month or its year is known."""
    if precision == DatePrecision.YEAR:
        return day.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def coarsest(*precisions: str) -> str:
    """How exactly dates are known together: as the least exact of them."""
    order = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
    return next(each.value for each in order if each in precisions)


def span_of(
    started: datetime.date | None, ended: datetime.date | None, precision: str
) -> Span:
    """From the first to the last day on which it may have been."""
    if started is None:
        return Span(None, None)
    return Span(since_when(started, precision), end_of(ended or started, precision))


def span_of_exchange(exchange: Any) -> Span:
    """When an exchange may have been."""
    return span_of(exchange.started, exchange.ended, exchange.date_precision)


def life_of_twinning(twinning: Any) -> Span:
    """From when until when a twinning lived; without an end it still does."""
    started, ended = twinning.started or twinning.ended, twinning.ended
    if started is None:
        return Span(None, None)
    whole = span_of(started, ended, twinning.date_precision)
    first = whole.first if twinning.started else None
    return Span(first, whole.last if ended else None)


def lies_outside(exchange: Any, twinning: Any) -> bool:
    """True when an exchange was certainly before or after the twinning's life.

    Where either may have been earlier or later, nobody is asked anything.
    """
    when, life = span_of_exchange(exchange), life_of_twinning(twinning)
    if when.first is None or when.last is None:
        return False
    before = life.first is not None and when.last < life.first
    after = life.last is not None and when.first > life.last
    return before or after


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last of a shorter month."""
    at = day.month - 1 + months
    year, month = day.year + at // 12, at % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def order_of(record: Any) -> tuple[bool, datetime.date]:
    """By when something was, oldest first; what has no date comes last."""
    when = record.started or record.ended
    return when is None, when or datetime.date.max
