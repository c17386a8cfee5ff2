"""A film in words for lists and pages: what it weighs, how long it lasts; no database.

It comes with its owner, place, file, copies and tracks already read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import weight
from experiences.choices import (
    READ_TRACKS,
    RenditionKind,
    RenditionState,
    Spoken,
    TrackLanguage,
)
from experiences.film_addresses import film_address, media_address
from experiences.media.spoken import short_clock
from experiences.models import Film, Rendition, Track
from network.choices import ReviewState
from network.lines import country_words

EXTENSIONS = {"audio/mp4": "m4a", "image/webp": "webp", "video/mp4": "mp4"}
PICTURES = (RenditionKind.SMALL, RenditionKind.LARGE)
DIGITS = 8
SMALL_STILL = "small-"


@dataclass(frozen=True)
class Copy:
    """A file that can be played or taken along, with what it weighs."""

    kind: str
    label: str
    url: str
    content_type: str
    size: int
    weight: str
    width: int | None
    height: int | None


@dataclass(frozen=True)
class Still:
    """The picture of a film before it is pressed, and the small one of lists."""

    url: str
    small: str
    alt: str
    alt_language: str
    weight: str
    width: int
    height: int


def file_name(rendition: Rendition) -> str:
    """The name in its address: another file has another one."""
    extension = EXTENSIONS[rendition.content_type]
    return f"{rendition.kind}-{rendition.sha256[:DIGITS]}.{extension}"


def still_name(film: Film) -> str:
    """The name in the address of a still that somebody chose."""
    return f"still-{Path(film.poster.name or '').stem[:DIGITS]}.webp"


def small_name(still: str) -> str:
    """The name of the same still as lists show it."""
    return f"{SMALL_STILL}{still}"


def track_name(track: Track) -> str:
    """The name in the address of captions: other words have another one."""
    return f"{track.kind}.{track.language}-{mark_of_words(track)}.vtt"


def mark_of_words(track: Track) -> str:
    """What tells the words of captions from those before them."""
    return sha256(track.text.encode()).hexdigest()[:DIGITS]


def ready_of(film: Film) -> dict[str, Rendition]:
    """The copies that can be played, by kind."""
    if film.current is None:
        return {}
    made = film.current.renditions.all()
    return {row.kind: row for row in made if row.state == RenditionState.DONE}


def copies_of(film: Film) -> list[Copy]:
    """The light one first, then the clear one, then the sound alone."""
    ready = ready_of(film)
    order = (*PICTURES, RenditionKind.AUDIO)
    return [_copy(film, ready[kind]) for kind in order if kind in ready]


def still_of(film: Film) -> Still | None:
    """Its still picture, chosen or taken from the film."""
    active = language_in_use()
    alt = getattr(film, f"poster_alt_{active}") or ""
    told = alt or film.poster_alt_es or ""
    language = "" if alt or not told else "es"
    row = ready_of(film).get(RenditionKind.POSTER)
    if film.poster:
        name, size, width, height = still_name(film), film.poster_size, 480, 270
    elif row is not None:
        name, size = file_name(row), row.size
        width, height = row.width or 480, row.height or 270
    else:
        return None
    url, small = (media_address(film.uuid, each) for each in (name, small_name(name)))
    return Still(url, small, told, language, weight(size), width, height)


def caption_languages(film: Film) -> list[str]:
    """In which languages it can be read while it plays."""
    read = read_languages(film)
    return [name for code, name in language_choices() if code in read]


def read_languages(film: Film) -> set[str]:
    """The languages of its captions and subtitles, by code."""
    rows = served_tracks(film)
    return {row.language for row in rows if row.kind in READ_TRACKS}


def served_tracks(film: Film) -> list[Track]:
    """The captions and chapters that somebody read together with its file."""
    return [row for row in film.tracks.all() if row.is_served]


def language_choices() -> list[tuple[str, str]]:
    """The languages of captions, in the reader's own words."""
    return [
        (TrackLanguage.SPANISH.value, _("Spanish")),
        (TrackLanguage.ENGLISH.value, _("English")),
    ]


def film_state(state: str) -> str:
    """Where a film, or a text, stands between its writers and the public: in Spanish
    both are masculine."""
    words = {
        ReviewState.DRAFT: _("Draft"),
        ReviewState.SUBMITTED: _("In review"),
        ReviewState.RETURNED: pgettext("video", "Returned with comments"),
        ReviewState.APPROVED: pgettext("video", "Published"),
        ReviewState.WITHDRAWN: pgettext("video", "Withdrawn"),
    }
    return words[ReviewState(state)]


def in_its_words(steps: Iterable[Any]) -> list[Any]:
    """The steps of a video, or of a text, with the state to which each led in its words."""
    every = list(steps)
    for step in every:
        step.words = film_state(step.to_state)
    return every


def lasts(film: Film) -> str:
    """How long it lasts, as 3:05; empty where nobody knows."""
    return short_clock(film.duration) if film.duration else ""


def lasts_in_words(film: Film) -> str:
    """The same for whoever hears the page."""
    seconds = round((film.duration or 0) / 1000)
    minutes, rest = divmod(seconds, 60)
    told = []
    if minutes:
        told.append(ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes})
    if rest:
        told.append(ngettext("%(n)d second", "%(n)d seconds", rest) % {"n": rest})
    return " ".join(told)


def where_of(film: Film) -> str:
    """Municipality and country, then the year."""
    place = film.place.name if film.place else film.owner.name
    town = ", ".join(part for part in (place, country_words(film.country)) if part)
    return f"{town} · {film.year}" if film.year else town


def told_of(film: Any, name: str) -> tuple[str, str]:
    """A text for the reader and, where that is not theirs, its language."""
    text = getattr(film, f"{name}_{language_in_use()}") or ""
    told = text or getattr(film, f"{name}_es") or ""
    return told, "" if text or not told else "es"


def told_beside(film: Film, *, kept: str) -> dict[str, Any]:
    """A film on the page of what it tells of: a link, and what it costs to follow it."""
    title, language = told_of(film, "title")
    light = [each for each in copies_of(film) if each.kind in PICTURES]
    return {
        "title": title,
        "lang": language,
        "url": film_address(str(film.slug), saving=kept),
        "lasts": lasts(film),
        "lasts_words": lasts_in_words(film),
        "weight": light[0].weight if light else "",
        "state": state_words(film),
    }


def state_words(film: Film) -> str:
    """Where it can be watched, where that is not here."""
    if not film.found:
        return _("Address to be confirmed")
    if film.provider:
        return _("On %(site)s") % {"site": film.get_provider_display()}
    return ""


def spoken_words(film: Film) -> str:
    """What is spoken in it; empty where nobody knows."""
    known = film.spoken not in (Spoken.UNKNOWN,)
    return str(film.get_spoken_display()) if known else ""


def card_of(film: Film, *, saving: bool, kept: str) -> dict[str, Any]:
    """What a card tells before anybody presses it."""
    title, title_language = told_of(film, "title")
    summary, summary_language = told_of(film, "summary")
    return {
        "where": where_of(film),
        "title": title,
        "lang": title_language,
        "text": summary,
        "text_lang": summary_language,
        "url": film_address(film.slug or "", saving=kept),
        "still": still_of(film),
        "saving": saving,
        "lasts": lasts(film),
        "lasts_words": lasts_in_words(film),
        "copies": copies_of(film),
        "captions": caption_languages(film),
        "own": film.is_own,
        "site": film.get_provider_display() if film.provider else "",
        "state": state_words(film),
        "lost": not film.found,
    }


def _copy(film: Film, row: Rendition) -> Copy:
    return Copy(
        row.kind,
        str(row.get_kind_display()),
        media_address(film.uuid, file_name(row)),
        row.content_type,
        row.size,
        weight(row.size),
        row.width,
        row.height,
    )
