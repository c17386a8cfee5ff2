"""Whether the portal runs: a lock on its media folder that a dead process lets go."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection

from amuprev.backup.refusals import BackupRefused

# Open for as long as this process and those forked from it live.
_held: list[int] = []

RUNNING = "The portal is running. Stop it first, its worker too; nothing was changed."


def hold_portal() -> None:
    """Say, for as long as this process lives, that the portal runs.

    The kernel lets go of it whichever way the process ends. Raises BackupRefused
    while a backup is being restored.
    """
    folder = _open_media()
    try:
        fcntl.flock(folder, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(folder)
        raise BackupRefused(
            "A backup is being restored into this portal. Start it when that is done."
        ) from error
    _held.append(folder)


@contextmanager
def nobody_else() -> Iterator[None]:
    """Keep the portal from being started; raises BackupRefused when it runs."""
    folder = _open_media()
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupRefused(RUNNING) from error
        _refuse_others_connected()
        yield
    finally:
        os.close(folder)


def _open_media() -> int:
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    return os.open(root, os.O_RDONLY)


def _refuse_others_connected() -> None:
    """A portal started in another way, or on another machine, holds its connections."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND datname = current_database() AND backend_type = 'client backend'"
            )
            if cursor.fetchone()[0]:
                raise BackupRefused(f"Somebody is connected to the database. {RUNNING}")
        return
    try:
        with connection.cursor() as cursor:
            # Leaving the journal needs the file for oneself.
            cursor.execute("PRAGMA busy_timeout=0")
            cursor.execute("PRAGMA journal_mode=DELETE")
    except OperationalError as error:
        raise BackupRefused(f"Somebody has the database open. {RUNNING}") from error
    finally:
        connection.close()
