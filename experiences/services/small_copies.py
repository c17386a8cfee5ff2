"""Light copies of the photos that were uploaded before there were any."""

import logging

from amuprev.foundation.uploads import small_copy, storage_name
from experiences.models import ExperiencePhoto
from experiences.models.parts import FOLDER, experience_storage

logger = logging.getLogger(__name__)
# So that one turn takes seconds: the next one goes on.
MOST_AT_ONCE = 100


def draw_missing_small() -> int:
    """Draw the copy for pages of photos that have none; how many were drawn."""
    lacking = ExperiencePhoto.objects.filter(small="").order_by("pk")
    drawn = 0
    for photo in lacking.iterator():
        drawn += _drawn(photo)
        if drawn == MOST_AT_ONCE:
            break
    return drawn


def _drawn(photo: ExperiencePhoto) -> bool:
    try:
        with photo.file.open("rb") as large:
            small = small_copy(large.read())
    except OSError:
        # Its file is away, or is no picture any more: its page says so.
        logger.exception("A photo of an experience could not be drawn small")
        return False
    storage = experience_storage()
    name = storage.save(f"{FOLDER}/{storage_name('webp')}", small)
    # Not of a photo that was drawn by another turn, or was taken out, meanwhile.
    same = ExperiencePhoto.objects.filter(pk=photo.pk, file=photo.file.name, small="")
    if not same.update(small=name):
        storage.delete(name)
        return False
    return True
