"""One instant of the database, read while others go on writing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from amuprev.foundation import statements


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read inside is of one instant; nobody waits for the reading."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        # Reading must not take the place of a writer, as IMMEDIATE would.
        usual = connection.transaction_mode  # type: ignore[attr-defined]
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                _look("SELECT count(*) FROM sqlite_master")
                yield
        finally:
            connection.transaction_mode = usual  # type: ignore[attr-defined]
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        _look("SELECT 1")
        yield


def keep_from_changing(tables: Iterable[str]) -> None:
    """No migration changes these tables until the instant was read; PostgreSQL only."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statements.keep_from_changing(tables))


@contextmanager
def let_go_afterwards() -> Iterator[None]:
    """What is only read inside is not held beyond it.

    Reading a table holds each of its indexes too: all together some two thousand, a
    third of what PostgreSQL as it comes can hold for everybody.
    """
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _look(sql: str) -> None:
    """The instant is that of the first question."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.fetchone()
