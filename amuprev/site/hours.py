"""When an event is: days and hours as written, on the clocks of one place."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.choices import TIME_ZONES, Country

MIDNIGHT = datetime.time()
DAY = datetime.timedelta(days=1)
# Of the United States, where the partner cities are, four clocks.
ZONES = [
    *((zone, Country(code).label) for code, zone in TIME_ZONES.items()),
    ("America/New_York", _("United States, Eastern")),
    ("America/Chicago", _("United States, Central")),
    ("America/Denver", _("United States, Mountain")),
    ("America/Los_Angeles", _("United States, Pacific")),
]


@dataclass(frozen=True)
class Times:
    """A beginning and an end, of which hours and last day may be unsaid."""

    day: datetime.date
    start_time: datetime.time | None = None
    end_day: datetime.date | None = None
    end_time: datetime.time | None = None
    zone: str = "America/El_Salvador"

    @property
    def start(self) -> datetime.datetime:
        """The instant it begins."""
        return self._instant(self.day, self.start_time or MIDNIGHT)

    @property
    def end(self) -> datetime.datetime:
        """The instant it is over; without an hour, the end of its last day."""
        last = self.end_day or self.day
        if self.end_time is None:
            return self._instant(last + DAY, MIDNIGHT)
        return self._instant(last, self.end_time)

    @property
    def whole_days(self) -> bool:
        """True when no hour was said."""
        return self.start_time is None

    def _instant(self, day: datetime.date, hour: datetime.time) -> datetime.datetime:
        # Through UTC: two instants of one zone are compared by their clocks alone.
        local = datetime.datetime.combine(day, hour, ZoneInfo(self.zone))
        return local.astimezone(datetime.UTC)


def exists(day: datetime.date, hour: datetime.time, zone: str) -> bool:
    """False for an hour that a change of the clocks leaps over."""
    local = datetime.datetime.combine(day, hour, ZoneInfo(zone))
    again = local.astimezone(datetime.UTC).astimezone(ZoneInfo(zone))
    return again.replace(tzinfo=None) == local.replace(tzinfo=None)


def check(times: Times) -> None:
    """Raise a sentence beside each box that cannot be as written."""
    faults = {}
    if times.end_day and times.end_day < times.day:
        faults["end_day"] = _("It ends before it begins: write a later day.")
    elif times.end_time and not times.start_time:
        faults["start_time"] = _("Write the hour it begins too.")
    elif times.end_time and times.end <= times.start:
        faults["end_time"] = _(
            "It ends before it begins. If it goes on past midnight, write the next "
            "day as the day it ends."
        )
    for name, day, hour in (
        ("start_time", times.day, times.start_time),
        ("end_time", times.end_day or times.day, times.end_time),
    ):
        if hour and name not in faults and not exists(day, hour, times.zone):
            faults[name] = _("The clocks leap over that hour on that day.")
    if faults:
        raise ValidationError(faults)
