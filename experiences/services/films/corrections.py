"""A corrected version of a published film: begun beside it, taken over by it."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import RenditionState
from experiences.models import Film, FilmFile, Rendition, Track, TranscriptLine
from experiences.services.corrections import WAY, said_by, take_words
from experiences.services.discarding import delete_whole
from experiences.services.films.copies import ask_for_renditions
from experiences.services.meanwhile import locked
from experiences.services.removing import stands_again
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

# Its address in the workspace, and its file, which is a row.
OWN = WAY | {"uuid", "current"}
# Said when it began; the form does not change them.
SETTLED = frozenset({"owner", "country", "place"})
OF_FILE = frozenset({"id", "uuid", "film"})
OF_COPY = frozenset({"id", "uuid", "original"})
OF_TEXT = frozenset({"id", "film"})


@audit.keeps_refusals(Act.FILM_STARTED, of="film")
@transaction.atomic
def start_film_correction(*, film: Film, by: User) -> Film:
    """Begin a corrected version of a published film, or go on with its open one.

    The stored files are not copied: both lead to them. Raises Refused when the person
    may not write it, or it is not published.
    """
    current = locked(film)
    if not rules.may_correct(by, current):
        raise Refused(_("Only a published video is corrected like this."))
    if (begun := open_film_correction(current)) is not None:
        return begun
    made = Film(corrects=current, created_by=by, updated_by=by)
    for name in said_by(Film, OWN):
        setattr(made, name, getattr(current, name))
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        return Film.objects.get(corrects=current, discarded_at__isnull=True)
    made.writers.add(by)
    _copy_texts(current, made)
    _copy_file(current, made)
    audit.record(Act.FILM_STARTED, by=by, of=made, corrects=current.pk)
    return made


def open_film_correction(film: Film) -> Film | None:
    """The corrected version in writing, if there is one."""
    return film.corrections.filter(discarded_at__isnull=True).first()


def take_over_film(original: Film, correction: Film) -> None:
    """Give the original all that its correction says, and let the correction go.

    The original is left to be saved.
    """
    take_words(original, correction, OWN | SETTLED)
    original.current = _take_files(original, correction)
    for model in (Track, TranscriptLine):
        model._default_manager.filter(film=original).delete()
        model._default_manager.filter(film=correction).update(film=original)
    for kept in original.removed.all():
        if stands_again(original, kept):
            kept.delete()
    correction.removed.update(film=original)
    correction.steps.update(film=original)
    delete_whole(correction)
    if original.current is not None:
        ask_for_renditions(original.current)


def _copy_texts(current: Film, made: Film) -> None:
    model: Any
    for model in (Track, TranscriptLine):
        rows = model._default_manager.filter(film=current)
        names = said_by(model, OF_TEXT)
        model._default_manager.bulk_create(
            model(film=made, **{name: getattr(row, name) for name in names})
            for row in rows
        )


def _copy_file(current: Film, made: Film) -> None:
    if current.current is None:
        return
    names = said_by(FilmFile, OF_FILE)
    file = FilmFile.objects.create(
        film=made, **{name: getattr(current.current, name) for name in names}
    )
    ready = current.current.renditions.filter(state=RenditionState.DONE)
    names = said_by(Rendition, OF_COPY)
    Rendition.objects.bulk_create(
        Rendition(original=file, **{name: getattr(row, name) for name in names})
        for row in ready
    )
    made.current = file
    made.save()
    ask_for_renditions(file)


def _take_files(original: Film, correction: Film) -> FilmFile | None:
    """What is still the same file keeps its row; the file that is shown from now on."""
    held = {row.sha256: row for row in original.files.all()}
    for row in correction.files.all():
        same = held.get(row.sha256)
        if same is None:
            row.film = original
            row.save()
            held[row.sha256] = row
        else:
            _take_copies(same, row)
    shown = correction.current
    return held[shown.sha256] if shown is not None else None


def _take_copies(held: FilmFile, row: FilmFile) -> None:
    """The copies that were made of the same file meanwhile, or are on their way."""
    standing = {each.kind: each for each in held.renditions.all()}
    for copy in row.renditions.exclude(state=RenditionState.FAILED):
        before = standing.get(copy.kind)
        lacks = before is None or before.state == RenditionState.FAILED
        late = before is not None and before.state != RenditionState.DONE
        if not lacks and not (late and copy.state == RenditionState.DONE):
            continue
        if before is not None:
            before.delete()
        copy.original = held
        copy.save()
