"""A backup holds little of what PostgreSQL can hold for everybody who works beside it."""

import pytest
from django.db import OperationalError, connection

from amuprev.backup import restoring, saving
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.saving import save_backup

MINE = """
    SELECT count(*) FROM pg_locks JOIN pg_class ON pg_class.oid = relation
    WHERE pid = pg_backend_pid() AND relkind = %s
"""


@pytest.mark.postgres
@pytest.mark.only_on("postgresql")
def test_a_backup_keeps_tables_from_changing_and_holds_no_index_it_has_read(
    activity, tmp_path, monkeypatch
):
    held = {}
    write = saving._write_table

    def counted(writer, table):
        held[table.name] = held_now("r"), held_now("i")
        return write(writer, table)

    monkeypatch.setattr(saving, "_write_table", counted)
    save_backup(tmp_path / "portal.backup")
    tables, indexes = zip(*held.values(), strict=True)
    assert min(tables) >= len(held) > 100
    # Those of the first questions, which name the migrations and the files.
    assert max(indexes) == min(indexes) < len(held)


def held_now(kind: str) -> int:
    """Tables (r) or indexes (i) this transaction holds."""
    with connection.cursor() as cursor:
        cursor.execute(MINE, [kind])
        return cursor.fetchone()[0]


def test_a_server_without_room_is_told_what_to_set(
    activity, backup, elsewhere, monkeypatch
):
    elsewhere()
    full = OperationalError("out of shared memory\nHINT: max_locks_per_transaction.")

    def no_room(*_given, **_named):
        raise full

    monkeypatch.setattr(restoring, "rebuild", no_room)
    with pytest.raises(BackupRefused, match="max_locks_per_transaction = 256"):
        restoring.restore_backup(backup, replace=False)
    full.args = ("the connection was lost",)
    with pytest.raises(OperationalError):
        restoring.restore_backup(backup, replace=False)
