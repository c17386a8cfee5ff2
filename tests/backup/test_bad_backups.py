"""What is no whole backup of this portal is refused with one sentence, untouched."""

import fcntl
import io
import os
import sqlite3
from pathlib import Path
from tempfile import TemporaryFile

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from amuprev.backup import archive
from amuprev.backup.archive import Writer, opened
from amuprev.backup.running import hold_portal, nobody_else
from amuprev.backup.saving import save_backup
from amuprev.backup.tables import applied_migrations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def whole(state, tmp_path) -> bytes:
    """A whole backup of a portal without records."""
    save_backup(tmp_path / "whole.backup")
    return (tmp_path / "whole.backup").read_bytes()


@pytest.fixture
def refused(tmp_path, settings):
    """Restores the bytes and gives the one sentence; nothing may have changed."""

    def refused(content: bytes) -> str:
        path = tmp_path / "given.backup"
        path.write_bytes(content)
        before = rows()
        with pytest.raises(CommandError) as refusal:
            call_command("restore", str(path), stdout=io.StringIO())
        assert rows() == before
        assert list(Path(settings.MEDIA_ROOT).glob("*")) == []
        sentence = str(refusal.value)
        assert "Traceback" not in sentence
        assert "\n" not in sentence
        return sentence

    Path(settings.MEDIA_ROOT).mkdir(exist_ok=True)
    return refused


def rows() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        counts = ", ".join(f"(SELECT count(*) FROM {name})" for name in names)  # noqa: S608
        cursor.execute(f"SELECT {counts}")
        return dict(zip(names, cursor.fetchone(), strict=True))


def made_with(**manifest) -> bytes:
    """A whole file with such a manifest and nothing else."""
    target = io.BytesIO()
    with TemporaryFile() as members:
        Writer(target, members).finish({"portal": "9.9", **manifest})
    return target.getvalue()


@pytest.mark.parametrize(
    "left", [0.5, 0.99, -1, -113, -20_000], ids=["half", "most", "1", "line", "end"]
)
def test_one_cut_short(whole, refused, left):
    kept = whole[: int(len(whole) * left) if isinstance(left, float) else left]
    assert "is cut short or damaged at its end" in refused(kept)


def test_one_with_something_after_it(whole, refused):
    assert "is cut short or damaged at its end" in refused(whole + b"\n")


@pytest.mark.parametrize("place", [0.01, 0.2, 0.5, 0.8, 0.97])
def test_one_with_a_changed_byte(whole, refused, place):
    changed = bytearray(whole)
    changed[int(len(whole) * place)] ^= 1
    assert "its fingerprint does not match" in refused(bytes(changed))


def test_one_with_a_changed_byte_in_padding(whole, refused):
    changed = bytearray(whole)
    # After the two characters of the first member: zeros up to the next block.
    changed[512 + 300] ^= 1
    assert "its fingerprint does not match" in refused(bytes(changed))


def test_one_with_a_changed_last_line(whole, refused):
    other = b"0" if whole[-2:-1] == b"1" else b"1"
    assert "its fingerprint does not match" in refused(whole[:-2] + other + b"\n")


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04" + b"x" * 2000, b"SQLite format 3\0" + b"\0" * 4096]
)
def test_something_else(refused, content):
    assert refused(content).endswith("is not a backup of this portal.")


def test_another_tar(refused):
    target = io.BytesIO()
    with archive.tarfile.open(fileobj=target, mode="w") as tar:
        tar.addfile(archive.tarfile.TarInfo("photos/1.jpg"))
    assert refused(target.getvalue()).endswith("is not a backup of this portal.")


def test_a_later_format(refused, monkeypatch):
    monkeypatch.setattr(archive, "FORMAT", 2)
    later = made_with(migrations={})
    monkeypatch.undo()
    assert "newer version of the portal (format 2; this one reads 1)" in refused(later)


def test_later_migrations(refused):
    applied = applied_migrations()
    applied["network"].append("0999_what_comes")
    sentence = refused(made_with(migrations=applied, tables={}))
    assert "newer version of the portal (9.9): this one lacks" in sentence
    assert "network.0999_what_comes" in sentence


def test_a_file_that_would_be_written_elsewhere(refused):
    target, content = io.BytesIO(), b"secret"
    with TemporaryFile() as members:
        writer = Writer(target, members)
        writer.add_bytes("media/../../elsewhere", content)
        writer.finish({"portal": "0.1", "migrations": applied_migrations()})
    assert "outside the media folder" in refused(target.getvalue())


def test_none_at_all(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("restore", str(tmp_path / "none.backup"))
    with pytest.raises(CommandError, match="Say which: make restore FILE="):
        call_command("restore", "")
    with pytest.raises(CommandError, match="Say where: make backup FILE="):
        call_command("backup", "")


def test_a_running_portal_is_never_restored_over(whole, refused, settings):
    running = os.open(settings.MEDIA_ROOT, os.O_RDONLY)
    try:
        fcntl.flock(running, fcntl.LOCK_SH)
        assert refused(whole).startswith("The portal is running.")
    finally:
        os.close(running)


@pytest.mark.postgres
def test_nor_one_that_only_has_the_database_open(whole, refused):
    """Started in another way, or on another machine."""
    place = connection.settings_dict
    if connection.vendor == "postgresql":
        other = psycopg.connect(
            dbname=place["NAME"],
            host=place["HOST"],
            port=place["PORT"] or None,
            user=place["USER"],
            password=place["PASSWORD"] or None,
        )
    else:
        other = sqlite3.connect(place["NAME"])
        other.execute("SELECT count(*) FROM network_activity").fetchone()
    try:
        assert "The portal is running." in refused(whole)
    finally:
        other.close()


def test_the_portal_does_not_start_while_a_backup_is_restored(state, monkeypatch):
    monkeypatch.setattr("amuprev.backup.running._refuse_others_connected", lambda: None)
    with nobody_else(), pytest.raises(archive.BackupRefused, match="being restored"):
        hold_portal()


def test_a_whole_one_is_opened(whole, tmp_path):
    manifest = opened(tmp_path / "whole.backup").manifest
    assert manifest["migrations"] == applied_migrations()
