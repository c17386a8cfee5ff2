"""A disk that is soon full: a tmpfs of 20 MB or, where none may be mounted, a limit."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Room for the initial content, its log and some more, before all is taken.
MEGABYTES = 20
# Less than the database has already: with the limit in force, nothing can be added.
LIMIT = 64 * 1024


@dataclass
class SmallDisk:
    """A folder whose room can be taken away and given back."""

    folder: Path
    kind: str
    processes: Callable[[], list[int]] = list

    @property
    def filler(self) -> Path:
        return self.folder / "filler"

    def take_all_room(self) -> None:
        if self.kind == "tmpfs":
            with self.filler.open("ab", buffering=0) as file:
                for size in (64 * 1024, 512):
                    try:
                        while True:
                            file.write(b"\0" * size)
                    except OSError:
                        continue
        else:
            self._limit(LIMIT)

    def give_room_back(self) -> None:
        if self.kind == "tmpfs":
            self.filler.unlink()
        else:
            self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        for number in self.processes():
            resource.prlimit(
                number, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY)
            )


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A tmpfs mounted there; without the right to mount, the size of files is limited.

    The limit is the kernel's too, but its refusal is «file too large».
    """
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(words, check=False).returncode:
        yield SmallDisk(folder, "limit")
        return
    try:
        yield SmallDisk(folder, "tmpfs")
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
