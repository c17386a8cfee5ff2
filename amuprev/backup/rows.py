"""Rows as lines of text that read alike whichever database holds them."""

import base64
import datetime
import json
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.duration import duration_iso_string

from amuprev.backup.tables import Table
from amuprev.foundation import statements

AT_ONCE = 2_000
JSON_KIND = "JSONField"
TEXT_KINDS = {
    "CharField",
    "EmailField",
    "FileField",
    "SlugField",
    "TextField",
    "URLField",
}
EXACT = 2**53


def lines_of(table: Table) -> Iterator[str]:
    """Every row in the order of its key, as one JSON list without line breaks."""
    readers = [_reader(table, column) for column in table.columns]
    for row in rows_of(table, table.columns, order=table.key):
        cells = [read(value) for read, value in zip(readers, row, strict=True)]
        yield json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


def rows_of(table: Table, columns: tuple[Any, ...], *, order: Any) -> Iterator[tuple]:
    """The rows as the database gives them, a few thousand in memory at a time."""
    # By bytes: PostgreSQL would order text by its language.
    by_bytes = connection.vendor == "postgresql" and kind_of(order) in TEXT_KINDS
    names = [column.column for column in columns]
    sql = statements.select(table.name, names, by_bytes=by_bytes, order=order.column)
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


def stored(column: Any, cell: Any) -> Any:
    """What the database takes for a cell read from a line."""
    if cell is None:
        return None
    if kind_of(column) == JSON_KIND:
        return cell
    return column.get_db_prep_save(column.to_python(cell), connection)


def kind_of(column: Any) -> str:
    """The column's own kind, or that of the key it points at."""
    target = column
    while target.remote_field is not None and hasattr(target, "target_field"):
        target = target.target_field
    return target.get_internal_type()


def _reader(table: Table, column: Any) -> Callable[[Any], Any]:
    expression = column.get_col(table.name)
    converters = connection.ops.get_db_converters(expression)
    if kind_of(column) == JSON_KIND:
        return _json_text

    def read(value: Any) -> Any:
        for convert in converters:
            value = convert(value, expression, connection)
        return _plain(value)

    return read


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return duration_iso_string(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    message = f"no plain form is known for {type(value).__name__}"
    raise TypeError(message)


def _json_text(value: Any) -> str | None:
    """JSON with sorted names; as text, so that its null is not the column's."""
    if value is None:
        return None
    if isinstance(value, str | bytes):
        value = json.loads(value)
    return json.dumps(_exact(value), ensure_ascii=False, sort_keys=True)


def _exact(value: Any) -> Any:
    """PostgreSQL keeps 2.0 as a number like 2; text keeps what was written."""
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return int(value)
    if isinstance(value, dict):
        return {name: _exact(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_exact(held) for held in value]
    return value
