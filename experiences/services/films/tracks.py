"""Verbs of a film's texts: captions per language, and what is said in it."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences.choices import TrackKind, TrackState
from experiences.film_words import TRACK_FAULTS, said_of_track
from experiences.media import spoken, webvtt
from experiences.models import Film, Track, TranscriptLine
from experiences.services.films.writing import keep_written
from experiences.services.meanwhile import refuse_closed
from experiences.services.removing import put_back, take_out
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

BEYOND_MS = 2_000


@audit.keeps_refusals(Act.FILM_TRACK_SAVED, of="film")
def save_track(
    *, film: Film, by: User, kind: str, language: str, data: bytes
) -> tuple[Track, tuple[str, ...]]:
    """Keep captions, chapters or descriptions for the film's file; what was mended, by code.

    Captions also fill what is said, until somebody writes that in words of its own. Raises
    ValidationError for a file that is no captions, Refused when the person may not.
    """
    try:
        reading = webvtt.read(data)
    except webvtt.BadTrack as fault:
        raise ValidationError(said_of_track(fault), code=fault.code) from fault
    with transaction.atomic():
        current = _open_film(film, by)
        _refuse_beyond(current, reading.cues)
        follows = kind == TrackKind.CAPTIONS and _said_by_captions(current, language)
        track = _keep(current, by, kind, language, webvtt.write(reading.cues))
        if follows:
            _transcribe(current, language, reading.cues)
        keep_written(current, by)
        audit.record(
            Act.FILM_TRACK_SAVED, by=by, of=current, kind=kind, of_language=language
        )
    return track, reading.mended


@audit.keeps_refusals(Act.FILM_TRACK_SAVED, of="film")
@transaction.atomic
def review_track(*, film: Film, by: User, track: int) -> Track:
    """Say that a track was read together with the film as it is now."""
    current = _open_film(film, by)
    row = Track.objects.select_for_update().filter(film=current, pk=track).first()
    if row is None:
        raise Refused(_("Those captions no longer exist."))
    if current.current is None:
        raise Refused(_("Upload the video first: captions are read together with it."))
    row.state, row.fits = TrackState.REVIEWED, current.current.sha256
    row.saved_by, row.saved_at = by, timezone.now()
    row.save()
    keep_written(current, by)
    audit.record(Act.FILM_TRACK_SAVED, by=by, of=current, kind=row.kind, reviewed=True)
    return row


@audit.keeps_refusals(Act.FILM_TRACK_REMOVED, of="film")
@transaction.atomic
def remove_track(*, film: Film, by: User, track: int) -> None:
    """Take a track out of the film, for its days in the trash; what is said stays."""
    current = _open_film(film, by)
    row = current.tracks.filter(pk=track).first()
    if row is not None:
        take_out(row, by=by, film=current)
        keep_written(current, by)
        audit.record(Act.FILM_TRACK_REMOVED, by=by, of=current, kind=row.kind)


@audit.keeps_refusals(Act.FILM_TRACK_RESTORED, of="film")
@transaction.atomic
def restore_track(*, film: Film, by: User, kept: int) -> None:
    """Put removed captions back, to be read again with the film that stands now.

    Raises Refused when their days are over, or others took their place.
    """
    current = _open_film(film, by)
    removed = current.removed.filter(pk=kept).first()
    if removed is None:
        return
    row = put_back(removed, of=current)
    if current.current is None or row.fits != current.current.sha256:
        row.state = TrackState.TO_REVIEW if row.fits else row.state
        row.save()
    keep_written(current, by)
    audit.record(Act.FILM_TRACK_RESTORED, by=by, of=current, kind=row.kind)


@audit.keeps_refusals(Act.FILM_TRANSCRIBED, of="film")
def save_transcript(*, film: Film, by: User, language: str, typed: str) -> int:
    """Write anew what is said, from lines «0:05 words»; how many lines.

    Raises ValidationError for a line without its time, Refused when the person may not.
    """
    try:
        cues = spoken.typed(typed, film.duration)
    except spoken.BadLine as fault:
        raise ValidationError(said_of_track(fault), code=fault.code) from fault
    with transaction.atomic():
        current = _open_film(film, by)
        _refuse_beyond(current, cues)
        held = [each.cue for each in current.transcript.filter(language=language)]
        if held == cues:
            return len(cues)
        _transcribe(current, language, cues)
        keep_written(current, by)
        audit.record(Act.FILM_TRANSCRIBED, by=by, of=current, of_language=language)
    return len(cues)


def _said_by_captions(film: Film, language: str) -> bool:
    """True while nothing is written of what is said but what captions brought."""
    held = [each.cue for each in film.transcript.filter(language=language)]
    before = film.tracks.filter(kind=TrackKind.CAPTIONS, language=language).first()
    if not held or before is None:
        return not held
    return list(webvtt.read(before.text.encode()).cues) == held


def _open_film(film: Film, by: User) -> Film:
    current = Film.objects.select_for_update(of=("self",)).get(pk=film.pk)
    refuse_closed(current, by, unless=_("This video can no longer be changed here."))
    return current


def _refuse_beyond(film: Film, cues: Sequence[webvtt.Cue]) -> None:
    length = film.duration
    if cues and length and cues[-1].end > length + BEYOND_MS:
        raise ValidationError(TRACK_FAULTS["beyond"], code="beyond")


def _keep(film: Film, by: User, kind: str, language: str, text: str) -> Track:
    fits = film.current.sha256 if film.current else ""
    found = film.tracks.filter(kind=kind, language=language).first()
    if found is not None and (found.text, found.fits) == (text, fits):
        return found
    row, _made = Track.objects.update_or_create(
        film=film,
        kind=kind,
        language=language,
        defaults={
            "text": text,
            "fits": fits,
            "state": TrackState.DRAFT,
            "saved_by": by,
            "saved_at": timezone.now(),
        },
    )
    return row


def _transcribe(film: Film, language: str, cues: Sequence[webvtt.Cue]) -> None:
    film.transcript.filter(language=language).delete()
    TranscriptLine.objects.bulk_create(
        TranscriptLine(
            film=film, language=language, start=cue.start, end=cue.end, text=cue.text
        )
        for cue in cues
    )
