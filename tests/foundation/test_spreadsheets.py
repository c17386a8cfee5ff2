"""XLSX while it is made: what programs find in it when it is whole."""

import datetime
import io
import re
import zipfile

import openpyxl
import pytest

from amuprev.foundation.exports.columns import NOTHING, Column, Kind
from amuprev.foundation.exports.spreadsheet import MOST_SIGNS, spreadsheet
from amuprev.foundation.exports.workbook import Book
from tests.foundation.test_export_parts import DEAD, LIVE

BOOK = Book(
    title="Prueba",
    sheet="Filas",
    notes_sheet="Notas",
    made_at=datetime.datetime(2026, 11, 22, 10, 42, tzinfo=datetime.UTC),
)


def column(key: str, kind: Kind, width: int = 12) -> Column:
    return Column(key, key, lambda batch: [row.get(key) for row in batch], kind, width)


COLUMNS = [
    column("n", Kind.NUMBER),
    column("text", Kind.TEXT, 40),
    column("day", Kind.DAY),
    Column("none", "none", lambda batch: NOTHING, Kind.NUMBER),
    column("word", Kind.WORDS),
]


def made(*batches, **limits) -> bytes:
    return b"".join(
        spreadsheet(
            BOOK,
            [each.key for each in COLUMNS],
            COLUMNS,
            batches,
            lambda count: [("Filas", str(count)), ("Fórmula", "=1+1")],
            **limits,
        )
    )


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells_of(*rows) -> list[tuple]:
    return list(opened(made(rows)).worksheets[0].iter_rows(min_row=2))


def test_days_are_days_numbers_are_numbers_and_nothing_is_nothing():
    day = datetime.datetime(2012, 3, 27)  # noqa: DTZ001  spreadsheets know no zones
    rows = cells_of(
        {"n": -5, "text": "uno", "day": "2012-03-27", "word": "sí"},
        {"n": 0, "day": "2012-03"},
        {"n": "menos de 5", "text": "-5", "day": "1850-01-01"},
    )
    values = [[cell.value for cell in row] for row in rows]
    assert values == [
        [-5, "uno", day, None, "sí"],
        [0, None, "2012-03", None, None],
        ["menos de 5", "-5", "1850-01-01", None, None],
    ]
    assert rows[0][2].is_date
    assert rows[0][2].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("text", [*LIVE, *DEAD[1:]])
def test_no_text_is_ever_a_formula(text):
    content = made([{"n": 1, "text": text}])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    ((_n, cell, *_rest),) = opened(content).worksheets[0].iter_rows(min_row=2)
    assert cell.data_type == "s"
    # Programs read signs that XML cannot hold from their escapes.
    read = re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell.value)
    assert read.replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_awkward_texts_survive():
    texts = ['<b> & "c"', " al principio", "dos\nlíneas\n", "_x0041_", "😀", "a\x0bb"]
    found = [row[1].value for row in cells_of(*({"text": text} for text in texts))]
    assert found[:3] == texts[:3]
    assert found[3] in ("_x005F_x0041_", "_x0041_")
    assert found[4] == "😀"
    assert found[5] in ("a_x000B_b", "a\x0bb")
    (long,) = cells_of({"text": "a" * (MOST_SIGNS + 5)})
    assert len(long[1].value) == MOST_SIGNS
    assert long[1].value.endswith("a…")


def test_headings_stay_in_sight_and_notes_count():
    book = opened(made([{"n": 1}, {"n": 2}], [{"n": 3}]))
    assert book.sheetnames == ["Filas", "Notas"]
    sheet, notes = book.worksheets
    assert [cell.value for cell in sheet[1]] == [each.key for each in COLUMNS]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].width > 40
    assert notes["B1"].value == "3"
    assert (notes["B2"].value, notes["B2"].data_type) == ("=1+1", "s")
    assert opened(made()).worksheets[0].max_row == 1


def test_a_full_sheet_is_followed_by_another():
    batches = [[{"n": row} for row in range(first, first + 7)] for first in (0, 7)]
    book = opened(made(*batches, most_rows=5))
    assert book.sheetnames == ["Filas", "Filas 2", "Filas 3", "Filas 4", "Notas"]
    rows = [
        [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
        for sheet in book.worksheets[:-1]
    ]
    assert rows == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13]]
    assert all(sheet["A1"].value == "n" for sheet in book.worksheets[:-1])
    selected = [sheet.sheet_view.tabSelected for sheet in book.worksheets]
    assert [bool(each) for each in selected] == [True, False, False, False, False]
    by_size = opened(made(*batches, most_bytes=1))
    assert by_size.sheetnames == ["Filas", "Filas 2", "Notas"]


def test_a_file_that_was_cut_does_not_open():
    content = made([{"n": row, "text": f"fila {row}"} for row in range(500)])
    for end in (len(content) // 2, len(content) - 30):
        with pytest.raises(zipfile.BadZipFile):
            opened(content[:end])


def test_a_reader_who_leaves_is_no_fault():
    pieces = spreadsheet(
        BOOK,
        [each.key for each in COLUMNS],
        COLUMNS,
        ([{"n": row}] for row in range(5)),
        lambda count: [],
    )
    # The first piece needs no row.
    assert next(pieces).startswith(b"PK")
    next(pieces)
    pieces.close()
