"""Verbs of the still picture that somebody chose for a film: replace it, bring one back."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image

from amuprev.foundation.uploads import clean_picture, storage_name
from experiences.media.encode import light_picture
from experiences.models import Film, RemovedPiece
from experiences.models.films import FOLDER, film_storage
from experiences.services.films.writing import keep_written
from experiences.services.meanwhile import locked, refuse_closed
from experiences.services.removing import refuse_late
from network.choices import Act
from network.models import User
from network.services import audit

# What of a film is its still picture, and what is said of it.
STILL = ("poster", "poster_size", "poster_alt_es", "poster_alt_en")


@audit.keeps_refusals(Act.FILM_SAVED, of="film")
def choose_poster(*, film: Film, by: User, upload: UploadedFile) -> Film:
    """Show another still picture, drawn again from its pixels to at most 20 KB.

    The one before waits its days among what was removed. Raises ValidationError for
    what is no picture, Refused when the person may not.
    """
    _refuse_closed(film, by)
    cleaned = clean_picture(upload)
    with Image.open(BytesIO(cleaned.large.read())) as picture:
        light = light_picture(picture)
    storage = film_storage()
    name = storage.save(f"{FOLDER}/{storage_name('webp')}", ContentFile(light))
    try:
        with transaction.atomic():
            current = locked(film)
            _refuse_closed(current, by)
            _put_away(current, by)
            current.poster, current.poster_size = name, len(light)
            keep_written(current, by)
            audit.record(Act.FILM_SAVED, by=by, of=current, poster=True)
    except BaseException:
        storage.delete(name)
        raise
    return current


def bring_still_back(film: Film, kept: RemovedPiece, by: User) -> None:
    """Show it again, with what was said of it; the one shown now takes its place.

    Raises Refused when its days are over. The film is held, and saved by the caller.
    """
    refuse_late(kept)
    _put_away(film, by)
    for name in STILL:
        setattr(film, name, kept.row["fields"][name])
    if kept.film_id == film.pk:
        kept.delete()


def _put_away(film: Film, by: User) -> None:
    if not film.poster:
        return
    said: dict[str, Any] = {name: getattr(film, name) for name in STILL}
    said["poster"] = film.poster.name
    with override("es"):
        name = ": ".join(filter(None, (_("Still picture"), film.poster_alt_es)))
    RemovedPiece.objects.create(
        film=film,
        name=name,
        row={"model": film._meta.label_lower, "fields": said},
        files=[film.poster.name],
        removed_by=by,
    )


def _refuse_closed(film: Film, by: User) -> None:
    refuse_closed(film, by, unless=_("This video can no longer be changed here."))
