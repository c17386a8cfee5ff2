"""What recurs about pictures: copies that may not be shown, uploads never finished."""

import datetime
from pathlib import Path

from django.utils import timezone
from wagtail.models import UploadedFile

from amuprev.foundation.picture_models import PictureRendition

DAY = datetime.timedelta(days=1)


def forget_copies_of(keys: list[int]) -> int:
    """Delete the copies of these pictures; the originals stay, where nobody opens them."""
    copies = PictureRendition.objects.filter(image__in=keys)
    deleted = 0
    for copy in copies:
        copy.delete()
        deleted += 1
    return deleted


def forget_unfinished_uploads() -> int:
    """Delete what Wagtail's uploader kept of files whose form nobody finished.

    They are as they came, with their place and their name.
    """
    before = (timezone.now() - DAY).timestamp()
    forgotten = 0
    for upload in UploadedFile.objects.order_by("pk").iterator():
        path = Path(upload.file.path)
        if not path.exists() or path.stat().st_mtime < before:
            upload.file.delete(save=False)
            upload.delete()
            forgotten += 1
    return forgotten
