"""What the portal takes of films; how much is a setting, the rest is fixed."""

import datetime

from django.conf import settings
from django.utils import timezone

from experiences.media.limits import MEGABYTE

# A copy that gave no sign for so long was interrupted.
INTERRUPTED_AFTER = datetime.timedelta(minutes=5)
# A file without a row may belong to an upload that is still being measured.
OLD_AFTER = datetime.timedelta(days=1)


def most_bytes() -> int:
    """How much an uploaded film may weigh."""
    return int(settings.FILM_MEGABYTES) * MEGABYTE


def is_old(moment: datetime.datetime) -> bool:
    """True for a file that no upload can still be waiting for."""
    return moment < timezone.now() - OLD_AFTER


def is_interrupted(moment: datetime.datetime) -> bool:
    """True when nobody can still be working on it."""
    return moment < timezone.now() - INTERRUPTED_AFTER
