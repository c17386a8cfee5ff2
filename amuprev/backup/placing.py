"""Files of a backup: written beside those in place, then put in their place at once."""

import shutil
from pathlib import Path, PurePosixPath
from typing import IO

from django.conf import settings

from amuprev.backup.archive import BLOCK, Archive
from amuprev.backup.refusals import BackupRefused

STAGED = ".restoring-"
# Inside the staging folder: what was there, and what is written but not yet in place.
OLD, NEW, READY = "old", "new", "ready"
MEDIA = "media/"


def staging_of(token: str) -> Path:
    """The folder in which the files of one restoration wait."""
    return Path(settings.MEDIA_ROOT) / f"{STAGED}{token}"


def files_in_place() -> int:
    """How many files the media folder holds, hidden folders of ours apart."""
    root = Path(settings.MEDIA_ROOT)
    return sum(
        1
        for entry in root.iterdir()
        if not entry.name.startswith(".")
        for path in (entry, *entry.rglob("*"))
        if path.is_file()
    )


def stage(archive: Archive, token: str) -> None:
    """Write the files of the backup beside those in place."""
    for left_behind in Path(settings.MEDIA_ROOT).glob(f"{STAGED}*"):
        shutil.rmtree(left_behind)
    folder = staging_of(token) / NEW
    folder.mkdir(parents=True, mode=0o700)
    for name, content in archive.members(MEDIA):
        relative = PurePosixPath(name.removeprefix(MEDIA))
        if relative.is_absolute() or ".." in relative.parts:
            raise BackupRefused(f"{name} would be written outside the media folder.")
        _write(folder / relative, content)


def forget(token: str) -> None:
    """Remove staged files that will not be put in place."""
    shutil.rmtree(staging_of(token), ignore_errors=True)


def put_in_place(token: str) -> None:
    """Exchange the files in place for the staged ones; goes on where it was cut."""
    staging, root = staging_of(token), Path(settings.MEDIA_ROOT)
    if not staging.exists():
        return
    if (staging / NEW).exists():
        (staging / OLD).mkdir(exist_ok=True)
        _move(root, staging / OLD)
        (staging / NEW).rename(staging / READY)
    _move(staging / READY, root)
    shutil.rmtree(staging)


def _move(source: Path, target: Path) -> None:
    for entry in list(source.iterdir()):
        if not entry.name.startswith("."):
            entry.rename(target / entry.name)


def _write(path: Path, content: IO[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        while block := content.read(BLOCK):
            file.write(block)
    # Private evidence is the portal's alone, as its storage makes it.
    private = "private" in path.parts
    path.chmod(0o600 if private else settings.FILE_UPLOAD_PERMISSIONS)
