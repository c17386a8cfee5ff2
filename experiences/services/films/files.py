"""Verbs of a film's file: take it in, replace it, forget leftovers."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown
from amuprev.foundation.uploads import storage_name
from experiences import film_limits
from experiences.choices import TrackState
from experiences.film_words import FILE_FAULTS
from experiences.media import running
from experiences.models import Film, FilmFile, Rendition
from experiences.models.films import FOLDER, film_storage
from experiences.services.films.copies import ask_for_renditions
from experiences.services.films.writing import keep_written
from experiences.services.meanwhile import locked, refuse_closed
from experiences.services.stored import names_kept
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

SUFFIX = "film"
MOST_NAMED = 3


@audit.keeps_refusals(Act.FILM_ATTACHED, of="film")
def attach_film(*, film: Film, by: User, upload: UploadedFile) -> tuple[FilmFile, bool]:
    """Keep an uploaded film, measured, and ask for its copies; whether it is new.

    The same file twice is one. With another file the film's texts are to be reviewed
    again. Raises ValidationError for a file that is no film, Refused when the person
    may not.
    """
    _refuse_closed(film, by)
    if not upload.size:
        raise ValidationError(FILE_FAULTS["empty"], code="empty")
    if upload.size > film_limits.most_bytes():
        raise ValidationError(FILE_FAULTS["too_heavy"], code="too_heavy")
    digest = _digest(upload)
    kept = film.files.filter(sha256=digest).first()
    if kept is not None:
        return _use(film, by, kept), False
    storage = film_storage()
    name = storage.save(f"{FOLDER}/{storage_name(SUFFIX)}", upload)
    try:
        measured = _measured(storage.path(name))
        row = FilmFile(
            film=film,
            file=name,
            size=upload.size,
            sha256=digest,
            uploaded_by=by,
            **measured,
        )
        return _use(film, by, row), True
    except BaseException:
        storage.delete(name)
        raise


def also_in(file: FilmFile, *, by: User) -> list[Film]:
    """The other records that this person reads and that show the same film."""
    others = Film.objects.visible_to(by).filter(current__sha256=file.sha256)
    # What it corrects shows the same film, as it should.
    same = {file.film_id, file.film.corrects_id}
    return list(others.exclude(pk__in=same - {None}).order_by("pk")[:MOST_NAMED])


def sweep_film_files() -> int:
    """Delete the files of no film that a killed process left; how many."""
    storage = film_storage()
    if not storage.exists(FOLDER):
        return 0
    kept = set(_names())
    _folders, files = storage.listdir(FOLDER)
    gone = 0
    for file in files:
        name = f"{FOLDER}/{file}"
        if name not in kept and film_limits.is_old(storage.get_modified_time(name)):
            storage.delete(name)
            gone += 1
    return gone


def _names() -> Iterator[str]:
    yield from FilmFile.objects.values_list("file", flat=True)
    yield from Rendition.objects.values_list("file", flat=True)
    yield from Film.objects.values_list("poster", flat=True)
    yield from names_kept()


def _digest(upload: File) -> str:
    found = hashlib.sha256()
    for chunk in upload.chunks():
        found.update(chunk)
    upload.seek(0)
    return found.hexdigest()


def _measured(path: str) -> dict:
    found = running.probe(str(Path(path)))
    if "film" not in found:
        code = found["refused"]
        raise ValidationError(FILE_FAULTS[code], code=code)
    return dict(found["film"])


@transaction.atomic
def _use(film: Film, by: User, row: FilmFile) -> FilmFile:
    """Show this file from now on; texts of another one are to be reviewed, and who is
    seen in it is asked anew."""
    current = _open_film(film, by)
    if current.provider:
        raise Refused(
            _("This video stands on another site: take that address out first.")
        )
    if row.pk is None:
        row.save()
    if current.current_id != row.pk:
        if current.digest not in ("", row.sha256):
            _forget_who_is_shown(current)
        current.current = row
        keep_written(current, by)
        current.tracks.exclude(fits__in=("", row.sha256)).update(
            state=TrackState.TO_REVIEW
        )
        audit.record(Act.FILM_ATTACHED, by=by, of=current, size=row.size)
    ask_for_renditions(row)
    return row


def _forget_who_is_shown(film: Film) -> None:
    """Others may be seen in another file: nobody has signed for that one yet."""
    film.people_shown = PeopleShown.NOT_SURE
    film.consent_purpose, film.consent_until = "", None


def _open_film(film: Film, by: User) -> Film:
    current = locked(film)
    _refuse_closed(current, by)
    return current


def _refuse_closed(film: Film, by: User) -> None:
    refuse_closed(film, by, unless=_("This video can no longer be changed here."))
