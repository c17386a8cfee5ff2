"""What is told of the past cannot be dated in the future; pure but for today's date."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

# Columns that tell what has happened. That something is only planned its beginning says.
DAYS = ("on", "ended", "systematised_on")
YEARS = ("cost_year", "year")


def not_come(values: Mapping[str, Any]) -> list[str]:
    """The columns whose day or year has not come."""
    today = timezone.localdate()
    days = [name for name in DAYS if (on := values.get(name)) and on > today]
    years = [name for name in YEARS if (year := values.get(name)) and year > today.year]
    return [*days, *years]


def any_not_come(rows: Iterable[Mapping[str, Any]]) -> bool:
    """True when one of several rows tells such a date."""
    return any(not_come(row) for row in rows)
