"""The log as a file: which columns, which words, in which form."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.exports.columns import headings
from amuprev.foundation.exports.comma_separated import LastLine, comma_separated
from amuprev.foundation.exports.spreadsheet import spreadsheet
from amuprev.foundation.exports.workbook import Book
from network.exports.batches import Batch, batches
from network.exports.names import LANGUAGES, Names
from network.exports.own import OWN_COLUMNS, own_fields
from network.exports.own_records import OWN_JSON_FIELDS, OWN_PARTS
from network.exports.public import PUBLIC_COLUMNS, fields
from network.exports.records import PUBLIC_JSON_FIELDS, PUBLIC_PARTS, as_json
from network.queries import ActivityQuerySet

FORMS = ("xlsx", "csv", "json")
PUBLIC_FORMAT = "amuprev-activities-1"
OWN_FORMAT = "amuprev-own-activities-1"


@dataclass(frozen=True)
class Selection:
    """What a filter leaves, and the filter itself: its codes, and its words.

    `own` activities are told to those whose they are, others to everybody.
    """

    activities: ActivityQuerySet
    codes: dict[str, str] = field(default_factory=dict)
    words: list[tuple[str, str]] = field(default_factory=list)
    made_at: datetime.datetime = field(default_factory=timezone.now)
    own: bool = False


@dataclass
class Tally:
    """How many activities went into a file so far, and whether all did."""

    rows: int = 0
    whole: bool = False
    tell: Callable[[int], None] | None = None

    def counted(self, read: Iterator[Batch]) -> Iterator[Batch]:
        """The same batches, counted as they pass."""
        for batch in read:
            yield batch
            self.rows += len(batch)
            if self.tell:
                self.tell(self.rows)
        self.whole = True


def file_name(extension: str, day: datetime.date, *, own: bool = False) -> str:
    """bitacora-2026-11-22.csv, in the reader's language."""
    stem = _("own-activities") if own else _("activity-log")
    return f"{stem}-{day.isoformat()}.{extension}"


def log_file(
    form: str, chosen: Selection, tally: Tally | None = None
) -> Iterator[bytes]:
    """The file in pieces. Its words are taken now, its rows while it is sent."""
    tally = tally or Tally()
    names = Names(own=chosen.own)
    if form == "json":
        json_fields = OWN_JSON_FIELDS if chosen.own else PUBLIC_JSON_FIELDS
        parts = OWN_PARTS if chosen.own else PUBLIC_PARTS
        read = tally.counted(batches(chosen.activities, json_fields, names))
        return as_json(json_head(chosen), read, parts)
    columns = OWN_COLUMNS if chosen.own else PUBLIC_COLUMNS
    needed = own_fields if chosen.own else fields
    read = tally.counted(batches(chosen.activities, needed(names.language), names))
    heads = headings(columns)
    if form == "csv":
        return comma_separated(heads, columns, read, last_line(chosen))
    book = Book(
        title=_("Prevention activity log"),
        sheet=_("Activities"),
        notes_sheet=_("Notes"),
        made_at=chosen.made_at,
    )
    return spreadsheet(book, heads, columns, read, notes_sheet(chosen))


def last_line(chosen: Selection) -> LastLine:
    """What the last line of a CSV says."""
    return LastLine(
        whole=_("End of the list. Activities: {count}. {site}, {when}"),
        cut=_(
            "INCOMPLETE FILE: the portal stopped after {count} activities. Download it "
            "again. {site}, {when}"
        ),
        words={"site": settings.SITE_URL, "when": _when(chosen)},
    )


def notes_sheet(chosen: Selection) -> Callable[[int], list[tuple[str, str]]]:
    """The lines of the sheet of notes; the words are those of now, the count comes later."""
    heads = [(_("Source"), settings.SITE_URL), (_("Made on"), _when(chosen))]
    filters = chosen.words or [(_("Filters"), _("None: the whole log"))]
    long_texts = _("A text of more than 32,767 signs is cut and ends with “…”.")
    explained = [(_("How to read it"), told) for told in (*notes(chosen), long_texts)]
    counted = _("Activities in this file")
    return lambda count: [*heads, (counted, str(count)), *filters, *explained]


def notes(chosen: Selection) -> list[str]:
    """What a reader must know to read the figures, in the active language."""
    alike = [
        _("An empty cell means that nobody recorded it. Zero is zero."),
        _("“Not separated”: counted without saying how many were women or men."),
        _("Where only the year or the month is known, the date says no more."),
    ]
    if chosen.own:
        return [
            _(
                "For your organisation only: it holds drafts, exact places and small "
                "figures that the public does not see. Keep it where only your team "
                "can open it."
            ),
            *alike,
        ]
    return [
        *alike,
        _(
            "“Fewer than 5”: so few people that somebody could be recognised. "
            "“Withheld”: a sum from which such a figure could be worked out."
        ),
        _(
            "An activity appears some days after it ends. Place, authors and small "
            "figures are told only as far as nobody is put at risk."
        ),
    ]


def json_head(chosen: Selection) -> dict[str, Any]:
    """What the file says of itself before its activities."""
    told = {}
    for code in LANGUAGES:
        with override(code):
            told[code] = notes(chosen)
    made_at = chosen.made_at.astimezone(datetime.UTC)
    return {
        "format": OWN_FORMAT if chosen.own else PUBLIC_FORMAT,
        "source": settings.SITE_URL,
        "made_at": made_at.isoformat(timespec="seconds"),
        "filter": chosen.codes,
        "notes": told,
    }


def _when(chosen: Selection) -> str:
    return date_format(timezone.localtime(chosen.made_at), "DATETIME_FORMAT")
