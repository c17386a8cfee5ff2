"""Files that have no address: they leave only through a view that asks who reads."""

import os
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.utils.functional import cached_property


class PrivateStorage(FileSystemStorage):
    """A folder beside the public media, readable by the portal alone.

    What was saved is on the disk, whole, before its row is: a power cut leaves no row
    without its file.
    """

    @cached_property
    def base_location(self) -> str:
        """Where the files are; follows MEDIA_ROOT."""
        return str(Path(settings.MEDIA_ROOT) / "private")

    @cached_property
    def base_url(self) -> None:  # type: ignore[override]  # the stubs forget None
        """None: a private file has no address."""
        return

    def _save(self, name: str, content: File) -> str:
        try:
            saved = super()._save(name, content)  # type: ignore[misc]  # the stubs know only what is public
            put_on_disk(self.path(saved))
        except OSError:
            # A full disk keeps no half of a file.
            Path(self.path(name)).unlink(missing_ok=True)
            raise
        put_on_disk(Path(self.path(saved)).parent)
        return saved


def put_on_disk(path: str | Path) -> None:
    """Wait until the file, or the names in the folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
