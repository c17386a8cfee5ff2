"""The newest of the public log as an Atom feed: what its lines tell, in one language.

A feed is no better informed than the list: it is made of the same lines, and an
activity that is hidden is in no answer from then on.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from network.lines import line_of
from network.listing import Choice, among, newest_of
from network.models import Activity

NEWEST = 50
# So many of the last approved are looked through for old activities told late.
LATELY = 2_000
# The year since which the identifiers are ours.
SINCE = "2026"
LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
# What XML cannot hold.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class FeedHead:
    """What a feed is called, where it stands and whose activities it tells."""

    title: str
    page: str
    address: str
    scope: str


class LogFeed(Atom1Feed):
    """Atom, in which each entry says its own language."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """The language of an entry, where it is not that of the feed."""
        if item["language"] == self.feed["language"]:
            return {}
        return {"xml:lang": item["language"]}

    def latest_post_date(self) -> datetime.datetime:
        """When its newest entry changed; a feed without entries never changes."""
        return super().latest_post_date() if self.items else LONG_AGO


def newest(choice: Choice) -> list[Activity]:
    """The last to become public: the newest ones, and old ones told only now."""
    told = among(Activity.objects.public().for_public_lists(), choice)
    # On PostgreSQL what was never reviewed would come first.
    reviewed = Activity.objects.filter(reviewed_at__isnull=False)
    approved = reviewed.order_by("-reviewed_at").values("pk")[:LATELY]
    late = told.filter(pk__in=approved).order_by("-reviewed_at")[:NEWEST]
    found = {each.pk: each for each in (*newest_of(choice, NEWEST), *late)}
    in_order = sorted(
        found.values(), key=lambda each: (became_public(each), each.pk), reverse=True
    )
    return in_order[:NEWEST]


def became_public(activity: Activity) -> datetime.datetime:
    """When the world could first read it: approved, and its waiting days over."""
    day: Any = activity.publish_from
    midnight = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    return max(midnight, activity.reviewed_at or midnight)


def as_atom(head: FeedHead, activities: Iterable[Activity]) -> bytes:
    """The feed of these activities in the active language."""
    return atom_of(head, map(entry_of, activities))


def atom_of(head: FeedHead, entries: Iterable[dict[str, Any]]) -> bytes:
    """A feed in the active language."""
    feed = LogFeed(
        title=f"{head.title} · AMUPREV",
        link=settings.SITE_URL + head.page,
        feed_url=settings.SITE_URL + head.address,
        feed_guid=tag(head.scope),
        description=None,
        author_name="RED-AMUPREV",
        language=language_in_use(),
    )
    for entry in entries:
        feed.add_item(**entry)
    return feed.writeString("utf-8").encode()


def entry_of(activity: Activity) -> dict[str, Any]:
    """An entry; one that is only in Spanish is told in Spanish, and says so before."""
    reader = language_in_use()
    has_own = activity.title_en and (
        activity.what_happened_en or not activity.what_happened_es
    )
    language = reader if reader == "es" or has_own else "es"
    notice = "" if language == reader else _("Text in Spanish")
    with override(language):
        line = line_of(activity)
        owner = activity.owner.name
    words = ". ".join(part for part in (line["where"], line["plain_text"]) if part)
    return {
        "title": writable(line["title"]),
        "link": settings.SITE_URL + line["url"],
        "description": summary(writable(words), notice, reader),
        "author_name": writable(owner),
        "unique_id": tag(f"activity/{activity.pk}"),
        "pubdate": became_public(activity),
        "updateddate": max(became_public(activity), activity.updated_at),
        "language": language,
    }


def summary(words: str, notice: str, reader: str) -> str:
    """HTML, as Atom's summary may be; the notice in the language of the feed."""
    told = format_html("<p>{}</p>", words)
    if not notice:
        return told
    return format_html('<p lang="{}">{}.</p>{}', reader, notice, told)


def tag(rest: str) -> str:
    """A permanent identifier (RFC 4151), of each language its own."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"tag:{host},{SINCE}:{language_in_use()}/{rest}"


def writable(text: str) -> str:
    """The text without the signs that XML cannot hold."""
    return UNWRITABLE.sub("", text)
