"""Put a backup in the place of what is there; first everything is checked."""

import datetime
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from amuprev.backup.archive import Archive, opened
from amuprev.backup.placing import files_in_place, forget, put_in_place, stage
from amuprev.backup.rebuilding import put_in_place_at_the_end, rebuild
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.running import nobody_else
from amuprev.backup.saving import save_backup
from amuprev.backup.tables import unknown_migrations
from amuprev.foundation import statements
from amuprev.foundation.bulk import take_stock
from amuprev.foundation.models import Restoration
from network.choices import Act
from network.services import audit

# Tables that say whether anybody's records are there.
PEOPLE, ACTIVITIES, TRAIL = "network_user", "network_activity", "network_auditentry"


def restore_backup(path: Path, *, replace: bool) -> tuple[dict[str, Any], Path | None]:
    """Make the portal what it was; its manifest, and where what was there is kept.

    Raises BackupRefused, having changed nothing, when the file is not whole or from
    a newer version, the portal runs, or holds records and may not be replaced.
    """
    # A pool would count as somebody else.
    connection.settings_dict["OPTIONS"].pop("pool", None)
    archive = opened(path)
    _refuse_newer(archive)
    with nobody_else():
        there = what_is_there()
        if there and not replace:
            raise BackupRefused(
                f"The portal already holds {there}. Nothing was changed. To put the "
                "backup in its place: make restore FILE=… REPLACE=yes"
            )
        kept = keep_what_is_there() if there else None
        put_back(archive, reuse=not there)
    return archive.manifest, kept


def put_back(archive: Archive, *, reuse: bool) -> None:
    """Files beside, then the database at once, then the files in their place."""
    token = uuid.uuid4()
    with put_in_place_at_the_end(reuse=reuse):
        try:
            stage(archive, token.hex)
            with refusing_for_lack_of_locks():
                rebuild(archive, reuse=reuse)
            Restoration.objects.create(
                token=token, backup_of=archive.manifest["made_at"]
            )
        except BaseException:
            forget(token.hex)
            raise
    put_in_place(token.hex)
    take_stock()


@contextmanager
def refusing_for_lack_of_locks() -> Iterator[None]:
    """Raise BackupRefused with what to set when PostgreSQL has no room for making all
    tables anew beside what others do on the same server."""
    try:
        yield
    except OperationalError as error:
        if "max_locks_per_transaction" not in str(error):
            raise
        raise BackupRefused(
            "PostgreSQL has no room for so many tables at once. Nothing was changed. "
            "Set max_locks_per_transaction = 256 in postgresql.conf, restart it and "
            "restore again."
        ) from error


def settle_restorations() -> None:
    """At the next start: finish what was cut, and tell the audit trail.

    Only then, so that a restored database is first exactly the one in the backup.
    """
    for restoration in Restoration.objects.filter(settled_at=None):
        put_in_place(restoration.token.hex)
        with transaction.atomic():
            audit.record(
                Act.BACKUP_RESTORED,
                by=None,
                of=restoration,
                backup_of=restoration.backup_of.astimezone(datetime.UTC).isoformat(),
            )
            restoration.settled_at = timezone.now()
            restoration.save(update_fields=["settled_at"])


def what_is_there() -> str:
    """People, activities and files already in the portal, in words; empty for none."""
    present = set(connection.introspection.table_names())
    counts = {
        "people": _rows(PEOPLE, present),
        "activities": _rows(ACTIVITIES, present),
        "entries of the audit trail": _rows(TRAIL, present),
        "files": files_in_place(),
    }
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def keep_what_is_there() -> Path:
    """A backup of what is about to be replaced, so that it can be undone."""
    moment = timezone.now().astimezone(datetime.UTC)
    path = settings.STATE_DIR / f"before-restore-{moment:%Y%m%dT%H%M%S}.backup"
    path.parent.mkdir(parents=True, exist_ok=True)
    save_backup(path)
    return path


def _refuse_newer(archive: Archive) -> None:
    lacking = unknown_migrations(archive.manifest["migrations"])
    if lacking:
        raise BackupRefused(
            f"{archive.path} was made by a newer version of the portal "
            f"({archive.manifest['portal']}): this one lacks {lacking[0]}. Update the "
            "portal first. Nothing was changed."
        )


def _rows(table: str, present: set[str]) -> int:
    if table not in present:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(statements.count(table))
        return cursor.fetchone()[0]
