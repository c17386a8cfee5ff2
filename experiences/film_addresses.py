"""Permanent public addresses of films, and of the files that play in them."""

from uuid import UUID

from django.urls import reverse

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.data_saving import with_choice
from experiences.addresses import FEED_WORDS


def film_address(
    slug: str, language: str | None = None, *, second: int = 0, saving: str = ""
) -> str:
    """The path of a film's page; with a second it opens there."""
    address = at_second(area_address("videos", slug, language=language), second)
    return with_choice(address, saving)


def at_second(address: str, second: int) -> str:
    """The page of a film, opened at a second; without one, as it is."""
    path = address.partition("?")[0]
    return f"{path}?t={second}#t={second}" if second else path


def film_feed_address(language: str | None = None) -> str:
    """The path of the feed of the films published last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{area_address('videos', language=language)}{word}.atom"


def media_address(film: UUID, name: str) -> str:
    """The path of a file of a film: a copy, its still picture, its captions."""
    return reverse("film-file", args=(film, name))
