"""What a film's page tells machines of it, in the words of schema.org."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils import timezone

from amuprev.foundation.addresses import language_in_use
from experiences.film_addresses import film_address
from experiences.film_lines import PICTURES, copies_of, still_of, told_of
from experiences.media.spoken import Sentence
from experiences.models import Film

# Of a longer one machines are told the beginning; readers have it all.
MOST_TRANSCRIPT = 5_000


def film_linked(film: Film, said: Sequence[Sentence]) -> dict[str, Any] | None:
    """What is known of it and no more; nothing of a film that nobody found."""
    if not film.found:
        return None
    title, _language = told_of(film, "title")
    summary, _language = told_of(film, "summary")
    told: dict[str, Any] = {
        "@type": "VideoObject",
        "name": title,
        "description": summary,
        "url": f"{settings.SITE_URL}{film_address(film.slug or '')}",
        "inLanguage": film.spoken if film.spoken in ("es", "en") else language_in_use(),
        "publisher": {"@type": "Organization", "name": film.owner.name},
    }
    if film.published_at:
        told["uploadDate"] = timezone.localdate(film.published_at).isoformat()
    if film.duration:
        told["duration"] = f"PT{round(film.duration / 1000)}S"
    if still := still_of(film):
        told["thumbnailUrl"] = f"{settings.SITE_URL}{still.url}"
    pictures = [copy for copy in copies_of(film) if copy.kind in PICTURES]
    if pictures:
        told["contentUrl"] = f"{settings.SITE_URL}{pictures[-1].url}"
    if film.outside:
        told["embedUrl"] = film.outside.address
    if said:
        told["transcript"] = " ".join(each.text for each in said)[:MOST_TRANSCRIPT]
    return told
