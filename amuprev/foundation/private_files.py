"""Files that have no address: they leave only through a view that asks who reads."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.functional import cached_property


class PrivateStorage(FileSystemStorage):
    """A folder beside the public media, readable by the portal alone."""

    @cached_property
    def base_location(self) -> str:
        """Where the files are; follows MEDIA_ROOT."""
        return str(Path(settings.MEDIA_ROOT) / "private")

    @cached_property
    def base_url(self) -> None:  # type: ignore[override]  # the stubs forget None
        """None: a private file has no address."""
        return
