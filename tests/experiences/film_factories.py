"""Makes films for tests: records with both languages, files and copies without a coder."""

import datetime
import uuid
from typing import Any

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from experiences.choices import (
    RenditionKind,
    RenditionState,
    Spoken,
    TrackKind,
    TrackState,
)
from experiences.media.webvtt import Cue, write
from experiences.models import Film, FilmFile, Rendition, Track, TranscriptLine
from experiences.models.films import film_storage
from experiences.services import films
from network.choices import PeopleShown, ReviewState
from tests.network.factories import MunicipalityFactory, editor_of_the_portal

SAID = (
    Cue(0, 2_000, "Antes nadie venía al parque."),
    Cue(2_000, 5_000, "Ahora lo cuidan las vecinas\ny los vecinos."),
    Cue(61_000, 64_000, "Los tambores suenan cada sábado."),
)
SAID_IN_ENGLISH = (Cue(0, 5_000, "Nobody came to the park before."),)
BYTES = bytes(range(256)) * 8


class FilmRecordFactory(DjangoModelFactory):
    """A draft without its film: where it is has to be confirmed."""

    class Meta:
        model = Film
        skip_postgeneration_save = True

    client_uuid = factory.LazyFunction(uuid.uuid4)
    owner = factory.SubFactory(MunicipalityFactory)
    place = factory.SelfAttribute("owner.place")
    country = factory.SelfAttribute("owner.country")
    title_es = factory.Sequence(lambda n: f"El parque de todos {n}")
    title_en = factory.Sequence(lambda n: f"Everybody's park {n}")
    summary_es = "Vecinas y vecinos cuentan cómo recuperaron su parque."
    summary_en = "Neighbours tell how they took their park back."
    poster_alt_es = "Una banca bajo un árbol"
    poster_alt_en = "A bench under a tree"
    rights_holder = "Municipalidad"
    spoken = Spoken.SPANISH
    year = 2012
    people_shown = PeopleShown.NOBODY


class OutsideFilmFactory(FilmRecordFactory):
    """A film on another site."""

    provider = "youtube"
    external_id = "dQw4w9WgXcQ"
    told_seconds = 185

    @factory.post_generation
    def transcribed(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """What is said in it, written here."""
        if create and extracted is not False:
            give_transcript(self)


class FilmFactory(FilmRecordFactory):
    """A film of our own with its copies, captions and what is said in it."""

    @factory.post_generation
    def whole(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its file and all that goes with it."""
        if create and extracted is not False:
            give_file(self)
            give_texts(self)


def give_file(film: Film, digest: str = "a" * 64) -> FilmFile:
    """A file that was measured, with its copies ready."""
    stored = film_storage().save("films/original.film", ContentFile(BYTES * 10))
    row = FilmFile.objects.create(
        film=film, file=stored, size=len(BYTES) * 10, sha256=digest, duration=65_000,
        width=1280, height=720, container="mov", video_codec="h264", audio_codec="aac",
    )  # fmt: skip
    types = {"poster": "image/webp", "audio": "audio/mp4"}
    for turn, kind in enumerate(RenditionKind, start=1):
        name = film_storage().save(f"films/copy-{kind}", ContentFile(BYTES * turn))
        Rendition.objects.create(
            original=row, kind=kind, state=RenditionState.DONE, progress=100, file=name,
            size=len(BYTES) * turn, sha256=f"{turn:064x}",
            content_type=types.get(kind, "video/mp4"),
            width=426 if kind != "audio" else None, height=240 if kind != "audio" else None,
        )  # fmt: skip
    film.current = row
    film.save()
    return row


def give_texts(film: Film) -> None:
    """Captions in Spanish, read with the film, and what is said in both languages."""
    Track.objects.create(
        film=film, kind=TrackKind.CAPTIONS, language="es", text=write(SAID),
        fits=film.current.sha256, state=TrackState.REVIEWED,
    )  # fmt: skip
    give_transcript(film)


def give_transcript(film: Film) -> None:
    """What is said in it, in both languages."""
    for language, cues in (("es", SAID), ("en", SAID_IN_ENGLISH)):
        for cue in cues:
            TranscriptLine.objects.create(
                film=film,
                language=language,
                start=cue.start,
                end=cue.end,
                text=cue.text,
                fits=film.digest,
            )


def sent_film(make: Any = FilmFactory, **values: Any) -> Film:
    """A film that waits for the editors."""
    return make(
        review_state=ReviewState.SUBMITTED, submitted_at=timezone.now(), **values
    )


def published_film(make: Any = FilmFactory, **values: Any) -> Film:
    """A film that an editor published."""
    return films.publish_film(film=sent_film(make, **values), by=editor_of_the_portal())


def lost_film(**values: Any) -> Film:
    """A published record of a film that nobody found."""
    now = timezone.now()
    return FilmRecordFactory(
        review_state=ReviewState.APPROVED, slug=f"sv-film-{uuid.uuid4().hex[:8]}",
        published_at=now, reviewed_at=now, **values,
    )  # fmt: skip


def in_days(days: int) -> datetime.date:
    """The day so many days from today."""
    return timezone.localdate() + datetime.timedelta(days=days)
