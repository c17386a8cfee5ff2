"""The files that rows name: where they lie, and their one fingerprint."""

import hashlib
import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models

from amuprev.backup.rows import rows_of
from amuprev.backup.tables import Table

BLOCK = 1024 * 1024
MISSING = "missing"


def named_files(tables: list[Table]) -> Iterator[str]:
    """The path under MEDIA_ROOT of every file that a row names, once, in order."""
    streams = [
        _paths(table, column)
        for table in tables
        for column in table.columns
        if isinstance(column, models.FileField)
    ]
    for path, _same in groupby(heapq.merge(*streams)):
        yield path


def sha256_of(path: Path) -> str:
    """The fingerprint of a file; «missing» when it is not there."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
    except FileNotFoundError:
        return MISSING
    return digest.hexdigest()


@dataclass
class MediaDigest:
    """One fingerprint over the files as they are added, in order."""

    files: int = 0
    missing: list[str] = field(default_factory=list)
    _digest: Any = field(default_factory=hashlib.sha256)

    def add(self, path: str, sha256: str) -> None:
        """Count a file; one that is missing counts as such."""
        self.files += 1
        if sha256 == MISSING:
            self.missing.append(path)
        self._digest.update(f"{sha256}  {path}\n".encode())

    @property
    def value(self) -> str:
        """The fingerprint (hex) of all that was added."""
        return self._digest.hexdigest()


def media_digest(tables: list[Table]) -> MediaDigest:
    """The fingerprint of every named file with its path, private evidence included."""
    found = MediaDigest()
    for path in named_files(tables):
        found.add(path, sha256_of(Path(settings.MEDIA_ROOT) / path))
    return found


def _paths(table: Table, column: models.FileField) -> Iterator[str]:
    """In the order of the bytes: the folder is the same for all of a column."""
    storage = column.storage
    if not isinstance(storage, FileSystemStorage):
        message = f"{table.name}.{column.column} keeps its files outside MEDIA_ROOT."
        raise TypeError(message)
    folder = Path(storage.location).relative_to(Path(settings.MEDIA_ROOT).absolute())
    for (name,) in rows_of(table, (column,), order=column):
        if name:
            yield (folder / name).as_posix()
