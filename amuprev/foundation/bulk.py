"""Puts many rows into a table at once: plain inserts on SQLite, COPY on PostgreSQL."""

import itertools
from collections.abc import Iterable
from typing import Any

from django.db import connection

from amuprev.foundation import statements

# How many values a statement takes on any SQLite.
MARKS = 900


def put_rows(table: str, columns: Iterable[str], rows: list[tuple]) -> None:
    """Insert rows whose values are in the form the database stores."""
    if not rows:
        return
    names = list(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, statements.target_of(table, names), rows)
            return
        # The driver itself: Django would look at each of millions of rows.
        _insert(cursor.connection, table, names, rows)


def take_stock(tables: Iterable[str] = ()) -> None:
    """Have PostgreSQL plan for what the tables hold now; without any, for every table.

    By itself it looks some minutes later, and until then takes a full table for an
    empty one. SQLite plans by the indexes alone.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statements.analyze(tables))


def _copy(cursor: Any, target: str, rows: list[tuple]) -> None:
    with cursor.cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _insert(driver: Any, table: str, names: list[str], rows: list[tuple]) -> None:
    """So many rows at a time as one statement takes: four times as quick as one."""
    together = max(1, MARKS // len(rows[0]))
    whole = len(rows) - len(rows) % together
    for size, chosen in ((together, rows[:whole]), (1, rows[whole:])):
        driver.executemany(
            statements.insert(table, names, mark="?", rows=size),
            (
                tuple(itertools.chain.from_iterable(chosen[start : start + size]))
                for start in range(0, len(chosen), size)
            ),
        )
