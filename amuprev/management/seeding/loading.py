"""Makes tables ready for many rows at once, and puts them right again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from amuprev.foundation import statements

# From so many rows on, indexes are quicker made once than kept row by row.
MANY_ROWS = 100_000


@contextmanager
def bulk_load(tables: Iterable[str], expected: int) -> Iterator[None]:
    """One transaction of inserts, all or nothing; big ones without indexes meanwhile."""
    with _unchecked_references(), transaction.atomic():
        put_back = _drop_indexes(tables) if expected >= MANY_ROWS else []
        _look_up_nothing()
        yield
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                # No index is made while references still wait to be looked up.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for statement in put_back:
                cursor.execute(statement)
            _go_on_counting(cursor, tables)


@contextmanager
def _unchecked_references() -> Iterator[None]:
    """SQLite looks every reference up; ours were just read from the database."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA cache_size = -400000")
    try:
        yield
    finally:
        # The next connection begins with the portal's own pragmas.
        connection.close()


def _look_up_nothing() -> None:
    """PostgreSQL looks references up too, unless its owner says that they are right."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser') = 'on'")
        if cursor.fetchone()[0]:
            cursor.execute("SET LOCAL session_replication_role = replica")


def _drop_indexes(tables: Iterable[str]) -> list[str]:
    """Drop the indexes that no constraint needs; the statements that make them."""
    if connection.vendor == "postgresql":
        question = (
            "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i"
            " JOIN pg_class c ON c.oid = i.indexrelid"
            " JOIN pg_class t ON t.oid = i.indrelid"
            " WHERE t.relname = %s AND NOT i.indisunique"
        )
    else:
        question = (
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL"
        )
    found: list[tuple[str, str]] = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(question, [table])
            found += cursor.fetchall()
        for name, _made_by in found:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
    return [made_by for _name, made_by in found]


def _go_on_counting(cursor: Any, tables: Iterable[str]) -> None:
    """PostgreSQL's next key comes after the rows put in with keys of their own."""
    if connection.vendor != "postgresql":
        return
    for table in tables:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        sequence = cursor.fetchone()[0]
        cursor.execute(statements.last(table, "id"))
        last = cursor.fetchone()[0] or 1
        cursor.execute("SELECT setval(%s, %s)", [sequence, last])
