"""How each public measure went until the day of publication, where the snapshot has it."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro.choices import DONE_STATUSES, LIVE_STATUSES, MeasureStatus
from municipio_seguro.reports.words import day_of, text_of


def history_told(content: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """A row for each public measure; None for what was published before this was kept."""
    kept = [each for each in content["measures"] if "entries" in each]
    if not kept:
        return None
    day = _day(content["published_at"])
    return [
        {
            "title": text_of(each, "title"),
            "state": _state(each, day),
            "changes": [_change(entry) for entry in reversed(each["entries"])],
        }
        for each in kept
    ]


def _day(moment: str | None) -> datetime.date:
    if not moment:
        return timezone.localdate()
    return timezone.localtime(datetime.datetime.fromisoformat(moment)).date()


def _state(measure: Mapping[str, Any], day: datetime.date) -> str:
    """Done in time or late, overdue, asleep, or going on, as of a day."""
    due = datetime.date.fromisoformat(measure["due_on"])
    status = measure["status"]
    if status in DONE_STATUSES and measure["finished_on"]:
        finished = datetime.date.fromisoformat(measure["finished_on"])
        return _("Done in time") if finished <= due else _("Done late")
    if status in LIVE_STATUSES and due < day:
        return _("Late")
    if measure["asleep"]:
        return _("Asleep: nothing was told for 90 days")
    return str(MeasureStatus(status).label)


def _change(entry: Mapping[str, Any]) -> dict[str, Any]:
    moved = str(MeasureStatus(entry["to"]).label) if entry["to"] else ""
    return {"day": day_of(entry["on"]), "moved": moved, "text": text_of(entry, "text")}
