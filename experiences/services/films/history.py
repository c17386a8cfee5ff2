"""Records of films made before the portal, and the portal's own film."""

import hashlib
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from amuprev.foundation.uploads import storage_name
from experiences.choices import TrackKind, TrackState
from experiences.media import running, webvtt
from experiences.models import Film, FilmFile, FilmStep, Track, TranscriptLine
from experiences.models.films import FOLDER, film_storage
from experiences.services.films.copies import ask_for_renditions
from experiences.services.films.finding import find_film
from network.choices import ReviewState


@transaction.atomic
def record_film(*, film: Film | None, values: dict[str, Any]) -> Film:
    """Make or rewrite a published record of a film; its file may come later."""
    film = film or Film()
    for name, value in values.items():
        setattr(film, name, value)
    film.country = film.owner.country
    film.place = film.owner.place
    film.review_state = ReviewState.APPROVED
    # A correction that waits in the trash began from other words than these.
    film.reviewed_at = timezone.now()
    film.published_at = film.published_at or timezone.now()
    film.save()
    if not film.steps.exists():
        FilmStep.objects.create(film=film, to_state=ReviewState.APPROVED)
    find_film(film)
    return film


@transaction.atomic
def give_own_film(
    *, film: Film, source: Path, tracks: dict[tuple[str, str], Path]
) -> bool:
    """Give the portal's own film its file and its texts, once; whether it was done now."""
    if film.current_id is not None or film.files.exists():
        return False
    content = source.read_bytes()
    name = film_storage().save(f"{FOLDER}/{storage_name('film')}", ContentFile(content))
    row = FilmFile.objects.create(
        film=film,
        file=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        **running.probe(film_storage().path(name))["film"],
    )
    film.current = row
    film.save()
    for (kind, language), path in tracks.items():
        _give_track(film, row, kind, language, path)
    ask_for_renditions(row)
    find_film(film)
    return True


def _give_track(
    film: Film, row: FilmFile, kind: str, language: str, path: Path
) -> None:
    cues = webvtt.read(path.read_bytes()).cues
    Track.objects.create(
        film=film,
        kind=kind,
        language=language,
        text=webvtt.write(cues),
        fits=row.sha256,
        state=TrackState.REVIEWED,
    )
    if kind == TrackKind.CAPTIONS:
        TranscriptLine.objects.bulk_create(
            TranscriptLine(
                film=film,
                language=language,
                start=cue.start,
                end=cue.end,
                text=cue.text,
                fits=row.sha256,
            )
            for cue in cues
        )
