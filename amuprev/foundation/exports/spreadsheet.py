"""XLSX while it is made: rows go straight into the archive that is being sent.

XlsxWriter keeps a file on disk until it is whole; here it makes the frame, and only
the rows, of which there may be millions, are written by hand. Until its last piece
the archive has no table of contents: one that was cut short does not open.
"""

import datetime
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from amuprev.foundation.exports.columns import Column, Kind
from amuprev.foundation.exports.workbook import Book, Frame, frame, sheet_part

MOST_ROWS = 1_048_576  # of one sheet, with its headings
# A part of 2 GB and more needs an extension that old programs cannot read.
MOST_BYTES = 1_900_000_000
LEVEL = 6
MOST_SIGNS = 32_767  # of one cell
FULL_DAY = 10
SELECTED = b' tabSelected="1"'
# The first day that all programs number alike.
FIRST_DAY = "1900-03-01"
DAY_ZERO = datetime.date(1899, 12, 30).toordinal()
UNSAFE = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

Notes = Callable[[int], Sequence[tuple[str, str]]]


class Pieces:
    """A file that is read while it is written, and kept nowhere."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Called by the archive."""
        self.waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Called by the archive."""

    def close(self) -> None:
        """Called by the archive."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self.waiting)
        self.waiting.clear()
        return data


def spreadsheet(
    book: Book,
    headings: Sequence[str],
    columns: Sequence[Column],
    batches: Iterable[Any],
    notes: Notes,
    *,
    most_rows: int = MOST_ROWS,
    most_bytes: int = MOST_BYTES,
) -> Iterator[bytes]:
    """The file in pieces; `notes` is asked at the end, with how many rows there were."""
    first = frame(book, headings, columns)
    pieces = Pieces()
    with zipfile.ZipFile(
        pieces, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL
    ) as archive:
        sheets = Sheets(archive, first, columns, most_rows, most_bytes)
        yield pieces.taken()
        count = 0
        try:
            for batch in batches:
                count += len(batch)
                sheets.add(batch)
                if data := pieces.taken():
                    yield data
        finally:
            sheets.close()
        last = frame(book, headings, columns, notes(count), sheets.number)
        own = {sheet_part(number + 1) for number in range(sheets.number)}
        for name, content in last.parts.items():
            if name not in own:
                archive.writestr(name, content)
    yield pieces.taken()


class Sheets:
    """The sheets of rows, one after the other; a new one when one is full."""

    def __init__(
        self,
        archive: zipfile.ZipFile,
        empty: Frame,
        columns: Sequence[Column],
        most_rows: int,
        most_bytes: int,
    ) -> None:
        self.archive = archive
        self.empty = empty
        self.columns = columns
        self.letters = [xl_col_to_name(number) for number in range(len(columns))]
        self.most_rows = most_rows
        self.most_bytes = most_bytes
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        before = self.empty.before
        if self.number > 1:
            # Two sheets that are selected would both take what is typed into one.
            before = before.replace(SELECTED, b"")
        self.part = self.archive.open(sheet_part(self.number), "w")
        self.part.write(before)
        self.rows = 1
        self.bytes = len(before)

    def close(self) -> None:
        """End the sheet that is open."""
        self.part.write(self.empty.after)
        self.part.close()

    def add(self, batch: Any) -> None:
        """Write the rows of a batch, into as many sheets as it takes."""
        values = [list(column.read(batch)) for column in self.columns]
        begin, size = 0, len(batch)
        while begin < size:
            heavy = self.rows > 1 and self.bytes >= self.most_bytes
            if heavy or self.rows >= self.most_rows:
                self.close()
                self._begin()
            end = min(size, begin + self.most_rows - self.rows)
            self._write(values, begin, end)
            begin = end

    def _write(self, values: list[list[Any]], begin: int, end: int) -> None:
        numbers = range(self.rows + 1, self.rows + 1 + end - begin)
        cells = [
            WRITERS[column.kind](letter, numbers, each[begin:end], self.empty.day_style)
            for letter, column, each in zip(
                self.letters, self.columns, values, strict=True
            )
            if each
        ]
        data = "".join(
            f'<row r="{number}">{"".join(row)}</row>'
            for number, row in zip(numbers, zip(*cells, strict=True), strict=True)
        ).encode()
        self.part.write(data)
        self.rows += end - begin
        self.bytes += len(data)


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in ENTITIES:
        return ENTITIES[sign]
    # What XML cannot hold, and what would be read as such a sign.
    return f"_x{ord(sign):04X}_" if len(sign) == 1 else f"_x005F{sign}"


def _text(place: str, value: str) -> str:
    """A cell of text: whatever it begins with, no program takes it for a formula."""
    if len(value) > MOST_SIGNS:
        value = f"{value[: MOST_SIGNS - 1]}…"
    if UNSAFE.search(value):
        value = UNSAFE.sub(_escaped, value)
    keep = ' xml:space="preserve"' if value != value.strip() else ""
    return f'<c r="{place}" t="inlineStr"><is><t{keep}>{value}</t></is></c>'


def _texts(
    letter: str, numbers: range, values: Sequence[str | None], _style: str
) -> list[str]:
    return [
        _text(f"{letter}{number}", value) if value else ""
        for number, value in zip(numbers, values, strict=True)
    ]


def _numbers(
    letter: str, numbers: range, values: Sequence[Any], _style: str
) -> list[str]:
    return [
        ""
        if value is None
        else _text(f"{letter}{number}", value)
        if isinstance(value, str)
        else f'<c r="{letter}{number}"><v>{value}</v></c>'
        for number, value in zip(numbers, values, strict=True)
    ]


def _days(
    letter: str, numbers: range, values: Sequence[str | None], style: str
) -> list[str]:
    return [
        ""
        if not value
        else f'<c r="{letter}{number}" s="{style}"><v>{_serial(value)}</v></c>'
        if len(value) == FULL_DAY and value >= FIRST_DAY
        else _text(f"{letter}{number}", value)
        for number, value in zip(numbers, values, strict=True)
    ]


def _serial(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal() - DAY_ZERO


WRITERS: dict[Kind, Callable[[str, range, Sequence[Any], str], list[str]]] = {
    Kind.TEXT: _texts,
    Kind.WORDS: _texts,
    Kind.PLAIN: _texts,
    Kind.DAY: _days,
    Kind.WHOLE: _numbers,
    Kind.NUMBER: _numbers,
}
