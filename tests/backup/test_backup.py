"""A backup brings everything back, elsewhere too, and refuses what it must."""

import shutil
import stat
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from amuprev.backup import rebuilding, saving
from amuprev.backup.archive import Writer, opened
from amuprev.backup.digests import MEDIA, TableDigest
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.restoring import restore_backup, settle_restorations
from amuprev.backup.saving import save_backup
from amuprev.backup.tables import LEFT_OUT, is_left_out
from amuprev.foundation.models import Restoration
from network.choices import Act
from network.models import Activity, AuditEntry, Evidence
from network.services import audit
from tests import databases
from tests.backup.conftest import ODD, fingerprints
from tests.network.factories import ActivityFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.postgres
def test_everything_comes_back_elsewhere(activity, backup, elsewhere, settings):
    before = fingerprints()
    assert len(before) > 100
    elsewhere()
    assert fingerprints() != before
    restore_backup(backup, replace=False)
    assert fingerprints() == before
    again = Activity.objects.get(pk=activity.pk)
    assert (again.what_happened_es, again.cost) == (ODD, activity.cost)
    for piece in Evidence.objects.all():
        assert Path(piece.file.path).is_relative_to(settings.MEDIA_ROOT)
        assert piece.file.read().startswith(b"%PDF-")
        assert stat.S_IMODE(Path(piece.file.path).stat().st_mode) == 0o600
        piece.file.close()
    assert list(audit.faults()) == []
    assert [path.name for path in Path(settings.MEDIA_ROOT).iterdir()] == ["private"]


@pytest.mark.postgres
def test_a_number_that_was_used_is_never_used_again(activity, elsewhere, tmp_path):
    gone = ActivityFactory()
    number = gone.pk
    gone.delete()
    save_backup(tmp_path / "later.backup")
    elsewhere()
    restore_backup(tmp_path / "later.backup", replace=False)
    assert ActivityFactory().pk == number + 1


@pytest.mark.postgres
def test_a_digest_tells_what_changed(activity):
    before = fingerprints()
    Activity.objects.filter(pk=activity.pk).update(place_name="Colonia El Centro.")
    after = fingerprints()
    assert differing(before, after) == {"network_activity"}
    piece = Evidence.objects.first()
    Path(piece.file.path).write_bytes(b"%PDF-X")
    assert differing(after, fingerprints()) == {MEDIA}
    Path(piece.file.path).unlink()
    assert differing(after, fingerprints()) == {MEDIA}


def test_a_restored_portal_tells_its_trail_once_at_the_next_start(backup, elsewhere):
    elsewhere()
    restore_backup(backup, replace=False)
    restored = AuditEntry.objects.filter(act=Act.BACKUP_RESTORED)
    assert not restored.exists()
    settle_restorations()
    settle_restorations()
    made_at = opened(backup).manifest["made_at"]
    assert [entry.details for entry in restored] == [{"backup_of": made_at}]
    assert Restoration.objects.get().settled_at is not None


def test_a_restoration_cut_after_the_database_is_finished_at_the_next_start(
    backup, elsewhere, monkeypatch, activity
):
    before = fingerprints()
    elsewhere()
    monkeypatch.setattr("amuprev.backup.restoring.put_in_place", lambda token: None)
    restore_backup(backup, replace=False)
    assert differing(before, fingerprints()) == {MEDIA}
    monkeypatch.undo()
    settle_restorations()
    assert fingerprints()[MEDIA] == before[MEDIA]


@pytest.mark.postgres
def test_a_restoration_that_fails_changes_nothing(backup, elsewhere, monkeypatch):
    elsewhere()
    before = fingerprints()
    monkeypatch.setattr(TableDigest, "value", "0")
    with pytest.raises(BackupRefused, match="Nothing was changed"):
        restore_backup(backup, replace=False)
    monkeypatch.undo()
    assert fingerprints() == before
    assert not Restoration.objects.exists()


def test_records_are_replaced_only_on_request_and_can_be_brought_back(
    backup, state, monkeypatch
):
    # Making all tables anew takes half a minute: another test does.
    monkeypatch.setattr(
        rebuilding,
        "_drop_everything",
        lambda: databases.copy_sqlite(Path(connection.settings_dict["NAME"])),
    )
    Activity.objects.update(place_name="Escrito después")
    later = fingerprints()
    with pytest.raises(BackupRefused, match=r"holds 1 people, 1 activities.*2 files"):
        restore_backup(backup, replace=False)
    assert fingerprints() == later
    _manifest, kept = restore_backup(backup, replace=True)
    assert kept is not None
    assert kept.parent == state
    assert differing(later, fingerprints()) == {"network_activity"}
    tables = opened(kept).manifest["tables"]
    assert {name: later[name] for name in tables} == {
        name: table["sha256"] for name, table in tables.items()
    }


def test_a_file_removed_while_copying_is_in_the_backup(
    activity, elsewhere, monkeypatch, tmp_path
):
    before = fingerprints()
    add_bytes = Writer.add_bytes

    def add_and_remove(writer, name, content):
        for piece in Evidence.objects.all():
            Path(piece.file.path).unlink(missing_ok=True)
        add_bytes(writer, name, content)

    monkeypatch.setattr(Writer, "add_bytes", add_and_remove)
    save_backup(tmp_path / "portal.backup")
    elsewhere()
    restore_backup(tmp_path / "portal.backup", replace=False)
    assert fingerprints() == before


def test_a_file_that_is_not_there_is_told(activity, elsewhere, tmp_path):
    gone = Evidence.objects.first().file
    Path(gone.path).unlink()
    before = fingerprints()
    made = save_backup(tmp_path / "portal.backup")
    assert made["media"]["missing"] == [f"private/{gone.name}"]
    elsewhere()
    restore_backup(tmp_path / "portal.backup", replace=False)
    assert fingerprints() == before


def test_half_a_backup_has_no_name(activity, tmp_path, monkeypatch):
    path = tmp_path / "portal.backup"
    seen = []

    def cut(writer, manifest):
        seen.append(path.exists())
        raise KeyboardInterrupt

    monkeypatch.setattr(Writer, "finish", cut)
    with pytest.raises(KeyboardInterrupt):
        save_backup(path)
    assert seen == [False]
    assert [name for name in tmp_path.rglob("*") if "backup" in name.name] == []


def test_a_backup_is_the_owners_alone_and_written_over_nothing(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    content = backup.read_bytes()
    with pytest.raises(BackupRefused, match="exists already"):
        save_backup(backup)
    assert backup.read_bytes() == content


@pytest.mark.postgres
def test_every_table_is_kept_or_left_out_by_name():
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
    kept = set(fingerprints()) - {MEDIA}
    assert {name for name in present - kept if not is_left_out(name)} == set()
    assert all(reason for reason in LEFT_OUT.values())


def test_no_kept_row_points_at_a_table_left_out():
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if not is_left_out(model._meta.db_table)
        for field in model._meta.local_concrete_fields
        if field.remote_field and is_left_out(field.related_model._meta.db_table)
    ]
    assert pointing == []


def test_no_room_for_a_backup_is_said(activity, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving.os, "fsync", full)
    with pytest.raises(BackupRefused, match=r"No space left on device\. No backup"):
        save_backup(tmp_path / "portal.backup")
    assert not (tmp_path / "portal.backup").exists()


def differing(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before | after if before.get(name) != after.get(name)}


def test_leftovers_of_a_killed_backup_are_swept(activity, tmp_path, settings):
    left_behind = Path(settings.MEDIA_ROOT) / ".backup-killed"
    shutil.copytree(Path(settings.MEDIA_ROOT) / "private", left_behind)
    save_backup(tmp_path / "portal.backup")
    assert not left_behind.exists()
