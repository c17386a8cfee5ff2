"""The experiences and films in feeds: entries of the same lines as their cards."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from experiences.film_addresses import film_address
from experiences.film_lines import state_words, told_of
from experiences.film_lines import where_of as where_of_film
from experiences.lines import brief_of, title_of, where_of
from experiences.models import Experience, Film
from network.feeds import NEWEST, summary, tag, writable


def newest_entries() -> Iterator[dict[str, Any]]:
    """Those that were published last, once each."""
    rows = (
        Experience.objects.public().select_related("owner").prefetch_related("places")
    )
    for experience in rows.newest_first()[:NEWEST]:
        yield entry_of(experience)


def newest_films() -> Iterator[dict[str, Any]]:
    """The films that were published last, once each."""
    rows = Film.objects.public().select_related("owner", "place")
    for film in rows.order_by("-published_at", "-pk")[:NEWEST]:
        yield film_entry(film)


def film_entry(film: Any) -> dict[str, Any]:
    """A film; one that is told in Spanish alone says so before."""
    reader = language_in_use()
    language = told_of(film, "title")[1] or reader
    with override(language):
        title = told_of(film, "title")[0]
        told = [where_of_film(film), told_of(film, "summary")[0], state_words(film)]
        words = ". ".join(part for part in told if part)
        owner = film.owner.name
    notice = "" if language == reader else _("Text in Spanish")
    return {
        "title": writable(title),
        "link": settings.SITE_URL + film_address(film.slug),
        "description": summary(writable(words), notice, reader),
        "author_name": writable(owner),
        "unique_id": tag(f"film/{film.pk}"),
        "pubdate": film.published_at,
        "updateddate": max(film.published_at, film.reviewed_at or film.published_at),
        "language": language,
    }


def entry_of(experience: Any) -> dict[str, Any]:
    """An entry; one that is only in Spanish is told in Spanish, and says so before."""
    reader = language_in_use()
    language = title_of(experience)[1] or reader
    with override(language):
        title, brief = title_of(experience)[0], brief_of(experience)[0]
        words = f"{where_of(experience)}. {brief}"
        owner = experience.owner.name
    notice = "" if language == reader else _("Text in Spanish")
    return {
        "title": writable(title),
        "link": settings.SITE_URL + experience.get_absolute_url(),
        "description": summary(writable(words), notice, reader),
        "author_name": writable(owner),
        "unique_id": tag(f"experience/{experience.pk}"),
        "pubdate": experience.published_at,
        "updateddate": max(experience.published_at, experience.reviewed_at),
        "language": language,
    }
