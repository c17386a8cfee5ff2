"""How each public measure went until the day of publication, where the snapshot has it."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro.choices import DONE_STATUSES, LIVE_STATUSES, MeasureStatus
from municipio_seguro.queries import ASLEEP
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
    if status in DONE_STATUSES:
        done = [e["on"] for e in measure["entries"] if e["to"] in DONE_STATUSES]
        finished = next(
            (e["on"] for e in reversed(measure["entries"]) if e["to"] == "finished"),
            done[0] if done else None,
        )
        if finished is None:
            return str(MeasureStatus(status).label)
        in_time = datetime.date.fromisoformat(finished) <= due
        return _("Done in time") if in_time else _("Done late")
    if status in LIVE_STATUSES:
        if due < day:
            return _("Late")
        last = datetime.date.fromisoformat(measure["told_on"] or measure["approved_on"])
        if status != MeasureStatus.PROPOSED and last < day - ASLEEP:
            return _("Asleep: nothing was told for 90 days")
    return str(MeasureStatus(status).label)


def _change(entry: Mapping[str, Any]) -> dict[str, Any]:
    moved = str(MeasureStatus(entry["to"]).label) if entry["to"] else ""
    return {"day": day_of(entry["on"]), "moved": moved, "text": text_of(entry, "text")}
