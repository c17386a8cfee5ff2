"""The last number a table gave away: a number that was used is never used again."""

from django.db import connection

from amuprev.backup.rows import kind_of
from amuprev.backup.tables import Table
from amuprev.foundation import statements

NUMBERED = {"AutoField", "BigAutoField", "SmallAutoField"}


def last_number(table: Table) -> int:
    """The last number given to a row; 0 when none was, or rows have no numbers."""
    if not _numbers_its_rows(table):
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name]
            )
        else:
            cursor.execute(
                "SELECT pg_sequence_last_value(%s::regclass)", [_sequence(table)]
            )
        row = cursor.fetchone()
    return (row[0] if row else 0) or 0


def go_on_from(table: Table, number: int) -> None:
    """Give the next row a number after that one and after every row's."""
    if not _numbers_its_rows(table):
        return
    with connection.cursor() as cursor:
        cursor.execute(statements.last(table.name, table.key.column))
        last = max(number, cursor.fetchone()[0] or 0)
        if not last:
            return
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)",
                [table.name, last],
            )
        else:
            cursor.execute("SELECT setval(%s::regclass, %s)", [_sequence(table), last])


def _numbers_its_rows(table: Table) -> bool:
    return table.key.remote_field is None and kind_of(table.key) in NUMBERED


def _sequence(table: Table) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_serial_sequence(%s, %s)",
            [connection.ops.quote_name(table.name), table.key.column],
        )
        return cursor.fetchone()[0]
