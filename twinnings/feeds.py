"""Twinnings and exchanges in feeds: what was published last, once each."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.prose import first_words, plain_prose
from network.feeds import NEWEST, summary, tag, writable
from twinnings.lines import life_of, told, when_of
from twinnings.models import Exchange, Twinning

WORDS = 40
NETWORK = "RED-AMUPREV"


def newest_entries() -> Iterator[dict[str, Any]]:
    """Both kinds together, the last to become public first."""
    twinnings = Twinning.objects.public().select_related("owner")
    exchanges = Exchange.objects.public().select_related("owner", "twinning", "place")
    entries = [
        *map(_twinning_entry, twinnings.order_by("-published_at", "-pk")[:NEWEST]),
        *map(_exchange_entry, exchanges.order_by("-publish_from", "-pk")[:NEWEST]),
    ]
    entries.sort(key=lambda entry: entry["pubdate"], reverse=True)
    yield from entries[:NEWEST]


def _twinning_entry(twinning: Any) -> dict[str, Any]:
    return _entry(
        twinning,
        ("objective", "problem"),
        life_of,
        unique=f"twinning/{twinning.pk}",
        since=twinning.published_at,
    )


def _exchange_entry(exchange: Any) -> dict[str, Any]:
    return _entry(
        exchange,
        ("what_happened", "learnt"),
        when_of,
        unique=f"exchange/{exchange.pk}",
        since=became_public(exchange),
    )


def became_public(exchange: Any) -> datetime.datetime:
    """When the world could first read it: approved, and its waiting days over."""
    midnight = timezone.make_aware(
        datetime.datetime.combine(exchange.publish_from, datetime.time())
    )
    return max(midnight, exchange.published_at)


def _entry(
    record: Any, texts: tuple[str, ...], when: Any, *, unique: str, since: Any
) -> dict[str, Any]:
    """An entry; one that is only in Spanish is told in Spanish, and says so before."""
    reader = language_in_use()
    title, other = told(record, "title")
    written = [told(record, name) for name in texts]
    # The first text in the language of the title: an entry is in one language.
    text = next((words for words, code in written if words and code == other), "")
    language = other or reader
    with override(language):
        words = ". ".join(
            part
            for part in (when(record), first_words(plain_prose(text), WORDS))
            if part
        )
        told_by = NETWORK if record.is_told_by_network else record.owner.name
    notice = "" if language == reader else _("Text in Spanish")
    return {
        "title": writable(title or str(record)),
        "link": settings.SITE_URL + record.get_absolute_url(),
        "description": summary(writable(words), notice, reader),
        "author_name": writable(told_by),
        "unique_id": tag(unique),
        "pubdate": since,
        "updateddate": max(since, record.reviewed_at or since),
        "language": language,
    }
