"""Reading files that left the portal."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl


def content_of(answer: Any) -> bytes:
    """A file as it arrives; the answer must be one."""
    assert answer.status_code == 200, answer.status_code
    assert answer.streaming
    return answer.getvalue()


def table(content: bytes, keys: Sequence[str]) -> tuple[list[dict[str, str]], str]:
    """The rows of a CSV by the keys of their columns, and its last line."""
    text = content.decode("utf-8-sig")
    head, *rows, last = csv.reader(io.StringIO(text, newline=""))
    assert len(head) == len(keys) == len(last)
    return [dict(zip(keys, row, strict=True)) for row in rows], last[0]


def opened(content: bytes) -> openpyxl.Workbook:
    """An XLSX."""
    return openpyxl.load_workbook(io.BytesIO(content))


def text_of(form: str, content: bytes) -> str:
    """All that can be read in a file."""
    if form != "xlsx":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def numbers(form: str, content: bytes) -> list[int]:
    """The activities of a file, in its order."""
    if form == "json":
        return [each["number"] for each in json.loads(content)["activities"]]
    if form == "xlsx":
        rows = opened(content).worksheets[0].iter_rows(min_row=2, values_only=True)
        return [row[0] for row in rows]
    _head, *rows, _last = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [int(row[0]) for row in rows]
