"""The backup's file: a tar anybody can open, closed by a line that proves it whole.

amuprev-backup            which format this is
tables/<table>/<n>.gz     rows as lines, in the order of their key
media/<path>              files that rows name
members                   size, sha256 and name of each of the above
manifest.json             when, from which migrations, a fingerprint per table
(after the tar's end)     where the manifest stands and the sha256 of it all
"""

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from amuprev.backup.refusals import BackupRefused

FORMAT = 1
FIRST, MEMBERS, MANIFEST = "amuprev-backup", "members", "manifest.json"
BLOCK = 1024 * 1024
LAST_LINE = re.compile(rb"amuprev-backup manifest=(\d{20}) sha256=([0-9a-f]{64})\n")
LAST_LINE_SIZE = len("amuprev-backup manifest= sha256=\n") + 20 + 64


class Hashing:
    """Passes bytes on in either direction and keeps their fingerprint."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._digest, self._size = file, hashlib.sha256(), 0

    def write(self, block: bytes) -> int:
        """Pass the bytes on to the file."""
        self._count(block)
        return self._file.write(block)

    def read(self, size: int = -1) -> bytes:
        """Bytes of the file."""
        return self._count(self._file.read(size))

    def tell(self) -> int:
        """How many bytes passed."""
        return self._size

    @property
    def sha256(self) -> str:
        """The fingerprint (hex) of what passed."""
        return self._digest.hexdigest()

    def _count(self, block: bytes) -> bytes:
        self._digest.update(block)
        self._size += len(block)
        return block


class Writer:
    """Adds members one after the other; their list grows on the disk, not in memory."""

    def __init__(self, file: IO[bytes], members: IO[bytes]) -> None:
        self._file = Hashing(file)
        self._members = members
        passing: Any = self._file
        self._tar = tarfile.TarFile(
            fileobj=passing, mode="w", format=tarfile.PAX_FORMAT
        )
        self._put(FIRST, *_in_memory(f"{FORMAT}\n".encode()))

    def add(self, name: str, file: IO[bytes], size: int) -> str:
        """Add a member of that size from an open file; its sha256."""
        sha256 = self._put(name, file, size)
        line = json.dumps([size, sha256, name])
        self._members.write(f"{line}\n".encode())
        return sha256

    def add_bytes(self, name: str, content: bytes) -> None:
        """Add a member made in memory."""
        self.add(name, *_in_memory(content))

    def finish(self, manifest: dict[str, Any]) -> None:
        """Add the list of members and the manifest, then the line that closes it."""
        size, place = self._members.tell(), self._tar.offset
        self._members.seek(0)
        listed = {"at": place, "sha256": self._put(MEMBERS, self._members, size)}
        place = self._tar.offset
        text = json.dumps({**manifest, "members": listed}, indent=1)
        self._put(MANIFEST, *_in_memory(text.encode()))
        self._tar.close()
        line = f"amuprev-backup manifest={place:020d} sha256={self._file.sha256}\n"
        self._file.write(line.encode())

    def _put(self, name: str, file: IO[bytes], size: int) -> str:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        reading: Any = Hashing(file)
        self._tar.addfile(member, reading)
        _forget(self._tar)
        return reading.sha256


@dataclass(frozen=True)
class Archive:
    """A backup's file that was found whole, and what it says of itself."""

    path: Path
    manifest: dict[str, Any]

    def members(self, prefix: str) -> Iterator[tuple[str, IO[bytes]]]:
        """Those whose name begins so, each to be read before the next is asked for."""
        with self.path.open("rb") as file, self.path.open("rb") as listing:
            lines = _member_at(listing, self.manifest["members"]["at"], MEMBERS)
            with tarfile.open(fileobj=file, mode="r:") as tar:
                _next(tar)
                for line in lines:
                    _size, sha256, name = json.loads(line)
                    found, content = _next(tar)
                    if not name.startswith(prefix):
                        continue
                    reading: Any = Hashing(content)
                    yield name, reading
                    if found != name or reading.sha256 != sha256:
                        raise BackupRefused(f"{name} changed while it was read.")


def opened(path: Path) -> Archive:
    """The backup in that file; raises BackupRefused, saying why, when it is none."""
    try:
        with path.open("rb") as file:
            _refuse_strange(path, file)
            place = _refuse_changed(path, file)
            manifest = json.load(_member_at(file, place, MANIFEST))
    except OSError as error:
        raise BackupRefused(f"{path} cannot be read: {error.strerror}.") from error
    return Archive(path=path, manifest=manifest)


def _refuse_strange(path: Path, file: IO[bytes]) -> None:
    """What is no backup, or one in a format that came after this version."""
    try:
        format_number = int(_member_at(file, 0, FIRST).read(20))
    except (tarfile.TarError, ValueError) as error:
        raise BackupRefused(f"{path} is not a backup of this portal.") from error
    if format_number > FORMAT:
        raise BackupRefused(
            f"{path} was made by a newer version of the portal (format "
            f"{format_number}; this one reads {FORMAT}). Update the portal first."
        )


def _refuse_changed(path: Path, file: IO[bytes]) -> int:
    """What is cut short or not as it was made; where the manifest stands."""
    size = file.seek(0, io.SEEK_END) - LAST_LINE_SIZE
    file.seek(max(size, 0))
    last = LAST_LINE.fullmatch(file.read())
    if not last:
        raise BackupRefused(
            f"{path} is cut short or damaged at its end. Nothing was changed; use "
            "another copy."
        )
    file.seek(0)
    reading = Hashing(file)
    while reading.tell() < size:
        reading.read(min(BLOCK, size - reading.tell()))
    if reading.sha256 != last[2].decode():
        raise BackupRefused(
            f"{path} is not as it was made: its fingerprint does not match. Nothing "
            "was changed; use another copy."
        )
    return int(last[1])


def _member_at(file: IO[bytes], place: int, name: str) -> IO[bytes]:
    file.seek(place)
    with tarfile.open(fileobj=file, mode="r:") as tar:
        found, content = _next(tar)
    if found != name:
        raise tarfile.ReadError(f"{name} is not there")
    return content


def _next(tar: tarfile.TarFile) -> tuple[str, IO[bytes]]:
    member = tar.next()
    _forget(tar)
    content = tar.extractfile(member) if member and member.isfile() else None
    if member is None or content is None:
        raise tarfile.ReadError("not a file")
    return member.name, content


def _forget(tar: tarfile.TarFile) -> None:
    """Tarfile remembers every member for ever; there may be many."""
    tar.members = []  # type: ignore[attr-defined]  # the stubs do not know it


def _in_memory(content: bytes) -> tuple[IO[bytes], int]:
    return io.BytesIO(content), len(content)
