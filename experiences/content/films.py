"""Loads the records of films that the sources name, and the portal's own film."""

from pathlib import Path
from typing import Any

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from amuprev.foundation.people_shown import PeopleShown
from experiences.choices import Licence, Spoken, TrackKind, TrackLanguage
from experiences.content.held import is_being_changed, is_held
from experiences.models import Experience, Film
from experiences.services.films import give_own_film, record_film
from network.content.institutional import texts
from network.content.organisations import organisation

HERE = Path(__file__).resolve().parent
# The portal's own film and its texts; experiences/media/own_film.py drew it.
FOLDER = HERE / "film"
TEXTS = ("title", "summary")
FILM = Shape(
    texts=TEXTS,
    optional_texts=("doubts",),
    required=("owner", "slug"),
    optional=("year", "experience"),
    sourced=True,
)
OWN = Shape(
    texts=(*TEXTS, "poster_alt"),
    required=("owner", "slug", "year", "rights_holder", "credit"),
)
TRACKS = (TrackKind.CAPTIONS, TrackKind.CHAPTERS)


class FilmWriter(Writer):
    """Writes a film through the one service that records history."""

    def __init__(self) -> None:
        super().__init__(Film)

    def is_held(self, instance: Any) -> bool:
        """For ever once it was taken out of the public."""
        return is_held(instance)

    def is_being_changed(self, instance: Any) -> bool:
        """While it is corrected."""
        return is_being_changed(instance)

    def write(self, instance: Any, values: dict[str, Any]) -> Film:
        """Record it as published."""
        return record_film(film=instance, values=values)


def load(this_load: Load, sources: dict[str, str]) -> None:
    """The films that nobody found yet, and our own with its file."""
    for entry in read_entries(HERE / "films.yaml", FILM, sources):
        _put(this_load, entry, {"spoken": Spoken.UNKNOWN, "licence": Licence.UNKNOWN})
    for entry in read_entries(HERE / "own_film.yaml", OWN):
        film = _put(this_load, entry, {"people_shown": PeopleShown.NOBODY})
        if isinstance(film, Film):
            give_own_film(
                film=film, source=FOLDER / "little-data.mp4", tracks=_tracks()
            )


def _put(this_load: Load, entry: Entry, fixed: dict[str, Any]) -> Any:
    said = entry.values
    return this_load.put(
        writer=FilmWriter(),
        key=entry.key,
        values={
            **fixed,
            "content_key": entry.key,
            "owner_id": organisation(entry, said["owner"]).pk,
            "slug": said["slug"],
            "experience_id": _experience(entry),
            "year": said.get("year"),
            "rights_holder": said.get("rights_holder", ""),
            "credit": said.get("credit", ""),
            "sources": said.get("sources", ""),
            **texts(entry, *TEXTS, "poster_alt", "doubts"),
        },
        policy=Policy.HISTORICAL,
        lookup={"content_key": entry.key},
    )


def _experience(entry: Entry) -> int | None:
    """The experience of the initial content that it was made of."""
    key = entry.values.get("experience")
    if not key:
        return None
    row = Experience.objects.filter(content_key=key).first()
    if row is None:
        raise entry.refuse(f"unknown experience «{key}»")
    return row.pk


def _tracks() -> dict[tuple[str, str], Path]:
    return {
        (kind, language): FOLDER / f"{kind}.{language}.vtt"
        for kind in TRACKS
        for language in TrackLanguage
    }
