"""One instant of the database, read while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


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


def _look(sql: str) -> None:
    """The instant is that of the first question."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.fetchone()
