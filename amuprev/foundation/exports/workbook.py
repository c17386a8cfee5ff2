"""The frame of an XLSX: everything but the rows, made by XlsxWriter."""

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from amuprev.foundation.exports.columns import Column

SAMPLE_DAY = re.compile(r'<c r="A2" s="(\d+)">')
DIMENSION = re.compile(r"<dimension [^>]*/>")
SAMPLE_ROW = re.compile(r'<row r="2".*?</row>', re.S)
NOTES_WIDTHS = (24, 100)


@dataclass(frozen=True)
class Book:
    """What an XLSX is called, and what its sheet of notes says."""

    title: str
    sheet: str
    notes_sheet: str
    made_at: datetime.datetime


@dataclass(frozen=True)
class Frame:
    """The parts of a file, by name, and where rows go in a sheet of them."""

    parts: dict[str, bytes]
    before: bytes
    after: bytes
    day_style: str


def sheet_part(number: int) -> str:
    """Where the file keeps a sheet."""
    return f"xl/worksheets/sheet{number}.xml"


def frame(
    book: Book,
    headings: Sequence[str],
    columns: Sequence[Column],
    notes: Sequence[tuple[str, str]] = (),
    sheets: int = 1,
) -> Frame:
    """The file without its rows: headings, widths, styles, notes."""
    made = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        made,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    # The hour of the making would make each file differ without reason.
    workbook.set_properties(
        {"title": book.title, "author": "RED-AMUPREV", "created": book.made_at}
    )
    heading = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for number in range(sheets):
        name = book.sheet if number == 0 else f"{book.sheet} {number + 1}"
        _data_sheet(workbook, name, headings, columns, heading, day)
    _notes_sheet(workbook, book, notes)
    workbook.close()
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts[sheet_part(1)].decode()
    style = SAMPLE_DAY.search(sheet)
    before, after = SAMPLE_ROW.split(DIMENSION.sub("", sheet))
    return Frame(parts, before.encode(), after.encode(), style[1] if style else "0")


def _data_sheet(
    workbook: Workbook,
    name: str,
    headings: Sequence[str],
    columns: Sequence[Column],
    heading: Format,
    day: Format,
) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for number, (words, column) in enumerate(zip(headings, columns, strict=True)):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, words, heading)
    # Where the rows will stand, and how a day looks.
    sheet.write_datetime(1, 0, datetime.date(2000, 1, 1), day)


def _notes_sheet(
    workbook: Workbook, book: Book, notes: Sequence[tuple[str, str]]
) -> None:
    sheet = workbook.add_worksheet(book.notes_sheet)
    strong = workbook.add_format({"bold": True, "valign": "top"})
    text = workbook.add_format({"text_wrap": True, "valign": "top"})
    for number, width in enumerate(NOTES_WIDTHS):
        sheet.set_column(number, number, width)
    for row, (label, words) in enumerate(notes):
        sheet.write_string(row, 0, label, strong)
        sheet.write_string(row, 1, words, text)
