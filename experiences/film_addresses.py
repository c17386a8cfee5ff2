"""Permanent public addresses of films, and of the files that play in them."""

from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from amuprev.foundation.addresses import area_address, language_in_use
from experiences.addresses import FEED_WORDS

# By this word of the address a reader asks for links in the place of pictures, or for
# the pictures although the browser asks to save.
SAVING = "data"
SAVES, FULL = "saving", "full"


def film_address(
    slug: str, language: str | None = None, *, second: int = 0, saving: str = ""
) -> str:
    """The path of a film's page; with a second it opens there."""
    asked = {}
    if second:
        asked["t"] = str(second)
    if saving:
        asked[SAVING] = saving
    query = f"?{urlencode(asked)}" if asked else ""
    at = f"#t={second}" if second else ""
    return f"{area_address('videos', slug, language=language)}{query}{at}"


def film_feed_address(language: str | None = None) -> str:
    """The path of the feed of the films published last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{area_address('videos', language=language)}{word}.atom"


def media_address(film: UUID, name: str) -> str:
    """The path of a file of a film: a copy, its still picture, its captions."""
    return reverse("film-file", args=(film, name))
