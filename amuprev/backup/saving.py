"""Make a backup: one instant of the database and the files that its rows name."""

import datetime
import fcntl
import gzip
import os
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import IO, Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from amuprev.backup.archive import FORMAT, Writer
from amuprev.backup.digests import TableDigest
from amuprev.backup.media import MISSING, MediaDigest, named_files
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.rows import lines_of
from amuprev.backup.sequences import last_number
from amuprev.backup.snapshot import keep_from_changing, let_go_afterwards, snapshot
from amuprev.backup.tables import Table, applied_migrations, tables_at
from amuprev.foundation.private_files import put_on_disk

PART_CHARACTERS = 4 * 1024 * 1024
HELD = ".backup-"


def save_backup(path: Path) -> dict[str, Any]:
    """Write the whole portal into one new file; what its manifest says.

    Raises BackupRefused and leaves nothing when it cannot be made.
    """
    if path.exists():
        raise BackupRefused(f"{path} exists already. Choose another name.")
    with _appearing_whole(path) as file, TemporaryFile() as members:
        writer = Writer(file, members)
        manifest = _write_all(writer)
        writer.finish(manifest)
    return manifest


def portal_version() -> str:
    """The version in pyproject.toml."""
    text = (settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]["version"]


def _write_all(writer: Writer) -> dict[str, Any]:
    with snapshot():
        made_at = timezone.now().astimezone(datetime.UTC)
        applied = applied_migrations()
        if not applied:
            raise BackupRefused("The database is empty: there is nothing to keep.")
        tables = tables_at(applied)
        keep_from_changing(table.name for table in tables)
        with _held_files(tables) as held:
            written = {table.name: _write_table(writer, table) for table in tables}
            media = _write_media(writer, tables, held)
    return {
        "format": FORMAT,
        "portal": portal_version(),
        "made_at": made_at.isoformat(),
        "database": connection.vendor,
        "migrations": applied,
        "tables": written,
        "media": media,
    }


@let_go_afterwards()
def _write_table(writer: Writer, table: Table) -> dict[str, Any]:
    digest, part, size, number = TableDigest(table), [], 0, 0
    for line in lines_of(table):
        digest.add(line)
        part.append(line)
        size += len(line)
        if size > PART_CHARACTERS:
            _write_part(writer, table, number, part)
            part, size, number = [], 0, number + 1
    _write_part(writer, table, number, part)
    return {
        "columns": table.heads,
        "rows": digest.rows,
        "sha256": digest.value,
        "last_number": last_number(table),
    }


def _write_part(writer: Writer, table: Table, number: int, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    name = f"tables/{table.name}/{number}.gz"
    writer.add_bytes(name, gzip.compress(text, 6, mtime=0))


def _write_media(writer: Writer, tables: list[Table], held: Path) -> dict[str, Any]:
    digest = MediaDigest()
    for path in named_files(tables):
        digest.add(path, _write_file(writer, path, held))
    return {
        "files": digest.files,
        "missing": digest.missing,
        "sha256": digest.value,
    }


def _write_file(writer: Writer, path: str, held: Path) -> str:
    for folder in (held, Path(settings.MEDIA_ROOT)):
        with suppress(FileNotFoundError), (folder / path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            return writer.add(f"media/{path}", file, size)
    return MISSING


@contextmanager
def _held_files(tables: list[Table]) -> Iterator[Path]:
    """Second names for the files, so that one removed meanwhile is still copied."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    for left_behind in root.glob(f"{HELD}*"):
        shutil.rmtree(left_behind, ignore_errors=True)
    held = Path(mkdtemp(prefix=HELD, dir=root))
    try:
        for path in named_files(tables):
            name = held / path
            name.parent.mkdir(parents=True, exist_ok=True)
            # Where there are no second names, the file itself is read later.
            with suppress(OSError):
                name.hardlink_to(root / path)
        yield held
    finally:
        shutil.rmtree(held, ignore_errors=True)


@contextmanager
def _appearing_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name only once all of it is on the disk."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with open(unfinished, "wb", opener=_for_the_owner) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield file
                file.flush()
                os.fsync(file.fileno())
                unfinished.rename(path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
        put_on_disk(path.parent)
    except OSError as error:
        raise BackupRefused(
            f"{path} could not be written: {error.strerror}. No backup was made."
        ) from error


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
