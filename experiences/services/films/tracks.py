"""Verbs of a film's texts: captions per language, and what is said in it."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences.as_read import mark_of_said, mark_of_track
from experiences.choices import TrackKind, TrackState
from experiences.film_words import TRACK_FAULTS, said_of_track
from experiences.media import spoken, webvtt
from experiences.models import Film, RemovedPiece, Track, TranscriptLine
from experiences.services.films.stills import bring_still_back
from experiences.services.films.writing import keep_written
from experiences.services.meanwhile import UNREAD, locked, refuse_closed
from experiences.services.removing import put_back, removed_of_film, take_out
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
def review_track(*, film: Film, by: User, track: int, seen: str | None = None) -> Track:
    """Say that a track was read together with the film as it is now.

    Raises Refused where either is no longer what was read, by its mark `seen`.
    """
    current = _open_film(film, by)
    row = Track.objects.select_for_update().filter(film=current, pk=track).first()
    if row is None:
        raise Refused(_("Those captions no longer exist."))
    if current.current is None:
        raise Refused(_("Upload the video first: captions are read together with it."))
    _refuse_unread(seen, mark_of_track(current, row))
    row.state, row.fits = TrackState.REVIEWED, current.digest
    row.saved_by, row.saved_at = by, timezone.now()
    row.save()
    captions = row.kind == TrackKind.CAPTIONS
    if captions and _said_by_captions(current, row.language):
        # The same words at the same moments: read once, both were read.
        current.transcript.filter(language=row.language).update(fits=row.fits)
    keep_written(current, by)
    audit.record(Act.FILM_TRACK_SAVED, by=by, of=current, kind=row.kind, reviewed=True)
    return row


@audit.keeps_refusals(Act.FILM_TRANSCRIBED, of="film")
@transaction.atomic
def review_said(
    *, film: Film, by: User, language: str, seen: str | None = None
) -> Film:
    """Say that what is said was read together with the film as it is now.

    Raises Refused as `review_track` does.
    """
    current = _open_film(film, by)
    _refuse_unread(seen, mark_of_said(current, language))
    lines = current.transcript.filter(language=language).exclude(fits=current.digest)
    if lines.update(fits=current.digest):
        keep_written(current, by)
        audit.record(
            Act.FILM_TRANSCRIBED,
            by=by,
            of=current,
            of_language=language,
            reviewed=True,
        )
    return current


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
def restore_piece(*, film: Film, by: User, kept: int) -> None:
    """Put back removed captions, to be read again with the film that stands now, or a
    still picture that another one replaced.

    What was removed of the published film goes on waiting there: its correction may never
    be published. Raises Refused when their days are over, or others took their place.
    """
    current = _open_film(film, by)
    waiting = removed_of_film(current)
    removed = next((each for each in waiting if each.pk == kept), None)
    if removed is None:
        return
    if removed.row["model"] == current._meta.label_lower:
        bring_still_back(current, removed, by)
        act, told = Act.FILM_SAVED, "still"
    else:
        told = _put_track_back(current, removed)
        act = Act.FILM_TRACK_RESTORED
    keep_written(current, by)
    audit.record(act, by=by, of=current, kind=told)


def _put_track_back(film: Film, removed: RemovedPiece) -> str:
    row = put_back(removed, of=film, copied=removed.film_id != film.pk)
    if film.current is None or row.fits != film.current.sha256:
        row.state = TrackState.TO_REVIEW if row.fits else row.state
        row.save()
    return str(row.kind)


@audit.keeps_refusals(Act.FILM_TRANSCRIBED, of="film")
def save_transcript(*, film: Film, by: User, language: str, typed: str) -> int:
    """Write anew what is said, from lines «0:05 words»; how many lines.

    Raises ValidationError for a line without its time, Refused when the person may not.
    """
    with transaction.atomic():
        current = _open_film(film, by)
        try:
            cues = spoken.typed(typed, current.duration)
        except spoken.BadLine as fault:
            raise ValidationError(said_of_track(fault), code=fault.code) from fault
        _refuse_beyond(current, cues)
        lines = list(current.transcript.filter(language=language))
        fits = all(line.is_served for line in lines)
        if fits and [line.cue for line in lines] == cues:
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
    current = locked(film)
    refuse_closed(current, by, unless=_("This video can no longer be changed here."))
    return current


def _refuse_unread(seen: str | None, stands: str) -> None:
    if seen is not None and seen != stands:
        raise Refused(
            _(
                "The video or those words changed since you opened this page: this is "
                "how they stand now. Read them together again."
            ),
            code=UNREAD,
        )


def _refuse_beyond(film: Film, cues: Sequence[webvtt.Cue]) -> None:
    length = film.duration
    if cues and length and cues[-1].end > length + BEYOND_MS:
        raise ValidationError(TRACK_FAULTS["beyond"], code="beyond")


def _keep(film: Film, by: User, kind: str, language: str, text: str) -> Track:
    fits = film.digest
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
            film=film,
            language=language,
            start=cue.start,
            end=cue.end,
            text=cue.text,
            fits=film.digest,
        )
        for cue in cues
    )
