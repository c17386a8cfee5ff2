"""Open tables as files: CSV with its tags, XLSX with its dictionary, JSON."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amuprev.foundation.exports.comma_separated import LastLine, comma_separated
from amuprev.foundation.exports.spreadsheet import spreadsheet
from amuprev.foundation.exports.workbook import Book
from amuprev.foundation.open_data.fields import Field, Record
from amuprev.foundation.open_data.flat import Flat, flat_columns
from amuprev.foundation.open_data.tables import Table

FORMS = ("csv", "xlsx", "json")
FORMAT = "amuprev-open-data-1"


@dataclass(frozen=True)
class About:
    """What a file says of itself."""

    page: str  # the table's, with its dictionary
    licence: str
    licence_address: str
    made_at: datetime.datetime


def table_file(form: str, table: Table, about: About) -> Iterator[bytes]:
    """The file in pieces. Its words are taken now, its rows while it is sent."""
    if table.own_file:
        return table.own_file(form, about)
    if form == "json":
        return as_json(table, about)
    flats = flat_columns(table.fields)
    columns = [flat.column for flat in flats]
    heads = [str(column.heading) for column in columns]
    if form == "csv":
        tags = [flat.hxl for flat in flats]
        return comma_separated(
            heads, columns, table.batches(), last_line(about), tags=tags
        )
    book = Book(
        title=str(table.title),
        sheet=sheet_name(str(table.title)),
        notes_sheet=_("Notes"),
        made_at=about.made_at,
    )
    notes = notes_sheet(table.fields, flats, about)
    return spreadsheet(book, heads, columns, table.batches(), notes)


def sheet_name(title: str) -> str:
    """A title as a sheet can be called."""
    return "".join(sign for sign in title if sign not in r"[]:*?/\'")[:28]


def last_line(about: About) -> LastLine:
    """What the last line of a CSV says."""
    when = date_format(timezone.localtime(about.made_at), "DATETIME_FORMAT")
    return LastLine(
        whole=_("End of the table. Rows: {count}. {page}, {licence}, {when}"),
        cut=_(
            "INCOMPLETE FILE: the portal stopped after {count} rows. Download it again. "
            "{page}, {licence}, {when}"
        ),
        words={"page": about.page, "licence": about.licence, "when": when},
    )


def notes_sheet(
    fields: Sequence[Field], flats: Sequence[Flat], about: About
) -> Callable[[int], list[tuple[str, str]]]:
    """The lines of the sheet of notes: source, licence, count, then the dictionary."""
    when = date_format(timezone.localtime(about.made_at), "DATETIME_FORMAT")
    heads = [
        (_("Source"), about.page),
        (_("Licence"), f"{about.licence}, {about.licence_address}"),
        (_("Made on"), when),
    ]
    counted = _("Rows in this file")
    told = [(str(field.label), str(field.about)) for field in fields]
    tags = [(str(flat.column.heading), flat.hxl) for flat in flats if flat.hxl]
    hxl = _("HXL tags of the columns")
    return lambda count: [*heads, (counted, str(count)), *told, (hxl, ""), *tags]


def as_json(table: Table, about: About) -> Iterator[bytes]:
    """It is no JSON until its last piece, which counts the records."""
    head = {
        "format": FORMAT,
        "table": table.key,
        "source": settings.SITE_URL,
        "licence": about.licence_address,
        "made_at": about.made_at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
    }
    return _pieces(head, table.batches())


def _pieces(head: dict[str, Any], batches: Iterable[list[Record]]) -> Iterator[bytes]:
    opening = json.dumps(head, ensure_ascii=False)
    yield f'{opening[:-1]}, "records": ['.encode()
    count = 0
    for batch in batches:
        told = [json.dumps(each, ensure_ascii=False) for each in batch]
        yield (",\n" if count else "\n").encode() + ",\n".join(told).encode()
        count += len(batch)
    yield f'\n], "count": {count}}}\n'.encode()
