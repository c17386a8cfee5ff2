"""The statements that are built of names: of tables and columns of ours, never of input.

All of them are here, and every name is quoted by the database's own quoting; values are
always given apart.
"""

from collections.abc import Iterable, Sequence

from django.db import connection


def quoted(names: Iterable[str]) -> str:
    """Names of columns, one after another."""
    return ", ".join(map(connection.ops.quote_name, names))


def target_of(table: str, columns: Iterable[str]) -> str:
    """A table with the columns that rows are put into."""
    return f"{connection.ops.quote_name(table)} ({quoted(columns)})"


def insert(
    table: str, columns: Sequence[str], *, mark: str = "%s", rows: int = 1
) -> str:
    """Put one row, or several, into a table."""
    marks = f"({', '.join([mark] * len(columns))})"
    return f"INSERT INTO {target_of(table, columns)} VALUES {', '.join([marks] * rows)}"


def insert_new(table: str, columns: Sequence[str]) -> str:
    """Put a row into a table unless it is there."""
    return f"{insert(table, columns)} ON CONFLICT DO NOTHING"


def insert_or_add(table: str, columns: Sequence[str], amount: str) -> str:
    """Put a row into a table, or add its amount to that of the same row."""
    name, added = map(connection.ops.quote_name, (table, amount))
    return (
        f"{insert(table, [*columns, amount])} ON CONFLICT ({quoted(columns)})"
        f" DO UPDATE SET {added} = {name}.{added} + excluded.{added}"
    )


def insert_sorted(table: str, source: str, columns: Sequence[str]) -> str:
    """Put all rows of one table into another, in the order of these columns."""
    names, found = quoted(columns), connection.ops.quote_name(source)
    target = target_of(table, columns)
    return f"INSERT INTO {target} SELECT {names} FROM {found} ORDER BY {names}"


def keep_from_changing(tables: Iterable[str]) -> str:
    """Let nobody alter or drop these tables before the transaction ends."""
    return f"LOCK TABLE {quoted(tables)} IN ACCESS SHARE MODE"


def delete(table: str, columns: Sequence[str] = ()) -> str:
    """Delete the rows with these values; without columns, all rows."""
    every = f"DELETE FROM {connection.ops.quote_name(table)}"
    same = [f"{connection.ops.quote_name(name)} = %s" for name in columns]
    return f"{every} WHERE {' AND '.join(same)}" if same else every


def select(table: str, columns: Sequence[str], *, by_bytes: bool, order: str) -> str:
    """Every row of a table in the order of one column, text by its bytes if wished."""
    place = connection.ops.quote_name(order) + (' COLLATE "C"' if by_bytes else "")
    found = connection.ops.quote_name(table)
    return f"SELECT {quoted(columns)} FROM {found} ORDER BY {place}"


def count(table: str) -> str:
    """How many rows a table has."""
    return f"SELECT count(*) FROM {connection.ops.quote_name(table)}"


def last(table: str, column: str) -> str:
    """The largest value of a column; nothing when there is no row."""
    name, found = map(connection.ops.quote_name, (column, table))
    return f"SELECT max({name}) FROM {found}"


def analyze(tables: Iterable[str]) -> str:
    """Look at what these tables hold now; without any, at every table."""
    return f"ANALYZE {quoted(tables)}"
