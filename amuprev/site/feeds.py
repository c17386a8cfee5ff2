"""News, agenda and bulletins as Atom feeds, each and with the log: what pages tell, no more."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site import agenda
from amuprev.site.choices import Admission
from amuprev.site.models import BulletinPage, EventPage, NewsPage
from amuprev.site.models.base import ComposedPage
from experiences.feeds import newest_entries, newest_films
from municipio_seguro.feeds import newest_entries as newest_assessments
from network.feeds import NEWEST, entry_of, newest, summary, tag, writable
from network.listing import Choice
from toolkit.feeds import newest_entries as newest_policies
from twinnings.feeds import newest_entries as newest_twinnings

NETWORK = "RED-AMUPREV"
Entry = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A part of the portal that has a feed: which entries, and its area's key."""

    key: str
    entries: Callable[[], Iterable[Entry]]


def _newest_pages(model: Any) -> Any:
    pages = model.objects.live().filter(locale__language_code=language_in_use())
    return pages.select_related("locale").order_by("-first_published_at", "-pk")


def news() -> Iterator[Entry]:
    """The last news to be published."""
    for page in _newest_pages(NewsPage).select_related("author")[:NEWEST]:
        author = page.author.name if page.author and page.author.shown else NETWORK
        yield page_entry(page, page.lead, author=author)


def events() -> Iterator[Entry]:
    """The last events to be announced; those by invitation once they are over."""
    for page in _newest_pages(EventPage).told_in_full()[:NEWEST]:
        words = f"{agenda.when_of(page)} · {agenda.where_of(page)}. {page.lead}"
        since = page.first_published_at
        if page.admission != Admission.OPEN:
            since = max(since, page.ends_at)
        yield page_entry(page, words, since=since)


def bulletins() -> Iterator[Entry]:
    """The last issues of the bulletin."""
    for page in _newest_pages(BulletinPage)[:NEWEST]:
        yield page_entry(page, page.lead)


def everything() -> list[Entry]:
    """All of these and the log, the newest first."""
    log = [entry_of(activity) for activity in newest(Choice())]
    every = [
        *news(),
        *events(),
        *bulletins(),
        *newest_entries(),
        *newest_films(),
        *newest_twinnings(),
        *newest_policies(),
        *newest_assessments(),
        *log,
    ]
    return sorted(every, key=lambda entry: entry["pubdate"], reverse=True)[:NEWEST]


def page_entry(
    page: ComposedPage,
    words: str,
    *,
    author: str = NETWORK,
    since: datetime.datetime | None = None,
) -> Entry:
    """An entry of a page that editors composed."""
    published = since or page.first_published_at or timezone.now()
    changed = page.last_published_at or published
    language = language_in_use()
    return {
        "title": writable(page.title),
        "link": settings.SITE_URL + page_path(page),
        "description": summary(writable(words), "", language),
        "author_name": writable(author),
        "unique_id": tag(f"page/{page.pk}"),
        "pubdate": published,
        "updateddate": max(published, changed),
        "language": language,
    }


SECTIONS = {
    section.key: section
    for section in (
        Section("news", news),
        Section("events", events),
        Section("bulletins", bulletins),
    )
}
