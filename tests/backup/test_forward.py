"""R11: a populated portal of each earlier state comes forward with its values."""

import gzip
import io
import json
import lzma
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from amuprev.backup.archive import Archive, opened
from amuprev.backup.restoring import restore_backup
from amuprev.backup.rows import lines_of
from amuprev.backup.tables import applied_migrations, tables_at
from amuprev.management.commands.prepare import migrations_wait
from network.choices import Act
from network.models import AuditEntry
from network.services import audit

# Backups of a portal with its content and records in every state, made when those
# were the last migrations: `make backup`, then `xz -9e`.
EARLIER = sorted(Path(__file__).with_name("data").glob("*.backup.xz"))
# What migrations change on purpose, and why.
DECLARED = {
    ("network_evidence", "public"): "nobody had asked adults what they signed for",
}
# Django adds a row for each new model.
GROWING = {"auth_permission", "django_content_type"}

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("packed", EARLIER, ids=lambda path: path.name.split(".")[0])
def test_an_earlier_portal_comes_forward_with_every_value(packed, state, tmp_path):
    path = tmp_path / "earlier.backup"
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    archive = opened(path)
    assert archive.manifest["migrations"] != applied_migrations()
    restore_backup(path, replace=False)
    assert not migrations_wait()
    assert set(differences(archive)) - DECLARED.keys() == set()
    connection.check_constraints()
    the_trail_is_still_append_only()
    # The content of today finds its way into the records of then.
    call_command("prepare", stdout=io.StringIO())


def differences(archive: Archive) -> Iterator[tuple[str, str]]:
    """Table and column of each value that is not what it was."""
    now = {table.name: table for table in tables_at(applied_migrations())}
    for name, rows in rows_then(archive).items():
        heads = archive.manifest["tables"][name]["columns"]
        if name not in now:
            yield name, "*"
            continue
        kept = [column for column in now[name].columns if column.column in heads]
        yield from ((name, gone) for gone in {*heads} - {one.column for one in kept})
        table = replace(now[name], columns=tuple(kept))
        key = table.heads.index(table.key.column)
        present = {row[key]: row for row in map(json.loads, lines_of(table))}
        for row in rows:
            cells = dict(zip(heads, row, strict=True))
            found = present.pop(cells[table.key.column], [None] * len(kept))
            for head, value in zip(table.heads, found, strict=True):
                if value != cells[head]:
                    yield name, head
        if present and name not in GROWING:
            yield name, "more rows"


def rows_then(archive: Archive) -> dict[str, list[list]]:
    """The rows of each table as the backup holds them."""
    rows: dict[str, list[list]] = {}
    for member, content in archive.members("tables/"):
        lines = gzip.decompress(content.read()).decode().split("\n")[:-1]
        rows.setdefault(member.split("/")[1], []).extend(map(json.loads, lines))
    assert sum(map(len, rows.values())) > 1000
    return rows


def the_trail_is_still_append_only() -> None:
    """A table that SQLite makes anew loses its triggers."""
    entry = audit.record(Act.SIGNED_IN, by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(act=Act.SIGNED_OUT)
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).delete()
