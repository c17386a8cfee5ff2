"""What pages tell machines of themselves, in the words of schema.org."""

import datetime
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.open_data.tables import Table
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.foundation.templatetags.sharing_tags import shared_copy
from amuprev.site import agenda
from amuprev.site.models import BulletinPage, EventPage, NewsPage
from amuprev.site.models.base import ComposedPage
from amuprev.site.tables import file_address, table_address

Linked = dict[str, Any]
MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
FILE = re.compile(r"\.(?:mp4|m4v|webm|ogv)\Z", re.IGNORECASE)
YOUTUBE = r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?v=|shorts/)|youtu\.be/)"
PLAYERS = (
    (
        re.compile(YOUTUBE + r"([\w-]{6,20})(?:[?&#].*)?", re.ASCII),
        "https://www.youtube-nocookie.com/embed/",
    ),
    (
        re.compile(r"https://(?:www\.)?vimeo\.com/(\d{5,12})(?:[?#].*)?", re.ASCII),
        "https://player.vimeo.com/video/",
    ),
)
REGION = "América Central y República Dominicana"


def whole(path: str) -> str:
    """The address with the portal's host."""
    return f"{settings.SITE_URL}{path}"


def network() -> Linked:
    """The network itself."""
    return {
        "@type": "Organization",
        "@id": f"{settings.SITE_URL}/#network",
        "name": "RED-AMUPREV",
        "url": f"{settings.SITE_URL}/",
    }


def dataset(table: Table, changed: datetime.datetime | None) -> Linked:
    """An open table."""
    told: Linked = {
        "@type": "Dataset",
        "name": str(table.title),
        "description": str(table.about),
        "url": whole(table_address(table)),
        "license": settings.DATA_LICENCE[1],
        "isAccessibleForFree": True,
        "inLanguage": ["es", "en"],
        "creator": network(),
        "spatialCoverage": REGION,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": whole(file_address(table, form)),
            }
            for form, media in MEDIA.items()
        ],
    }
    if changed:
        told["dateModified"] = changed.date().isoformat()
    return told


def catalogue(page: Page, tables: Iterable[Table]) -> Linked:
    """All the open tables."""
    return {
        "@type": "DataCatalog",
        "name": page.title,
        "url": whole(area_address("data")),
        "license": settings.DATA_LICENCE[1],
        "inLanguage": language_in_use(),
        "creator": network(),
        "dataset": [
            {
                "@type": "Dataset",
                "name": str(table.title),
                "description": str(table.about),
                "url": whole(table_address(table)),
                "license": settings.DATA_LICENCE[1],
            }
            for table in tables
        ],
    }


def article(page: NewsPage | BulletinPage, author: str) -> Linked:
    """A piece of news or an issue of the bulletin."""
    published = page.first_published_at or page.last_published_at
    told: Linked = {
        "@type": "Article",
        "headline": page.title,
        "description": page.summary,
        "url": whole(page_path(page)),
        "inLanguage": page.locale.language_code,
        "author": {"@type": "Organization", "name": author},
        "publisher": network(),
    }
    if published:
        told["datePublished"] = published.isoformat(timespec="seconds")
    if page.last_published_at:
        told["dateModified"] = page.last_published_at.isoformat(timespec="seconds")
    return told


def videos(page: ComposedPage) -> list[Linked]:
    """The videos in a page's body, each with what is known of it and no more."""
    if not getattr(page, "told_in_full", True):
        return []
    blocks = [block.value for block in page.body if block.block_type == "video"]
    return [_video(value, language_in_use()) for value in blocks]


def _video(value: Any, language: str) -> Linked:
    told: Linked = {
        "@type": "VideoObject",
        "name": value["title"],
        "description": value["summary"],
        "url": value["address"],
        "inLanguage": language,
        **_played(value["address"]),
    }
    if value.get("minutes"):
        told["duration"] = f"PT{value['minutes']}M"
    if value.get("uploaded"):
        told["uploadDate"] = value["uploaded"].isoformat()
    if frame := shared_copy(value.get("poster")):
        told["thumbnailUrl"] = frame["url"]
    return told


def _played(address: str) -> Linked:
    """Where it is played: the file itself or its site's player, if the address tells."""
    if FILE.search(urlsplit(address).path):
        return {"contentUrl": address}
    for pattern, player in PLAYERS:
        if found := pattern.fullmatch(address):
            return {"embedUrl": player + found[1]}
    return {}


def event(page: EventPage) -> Linked:
    """An event; its month and country alone while that is all that may be told."""
    told: Linked = {
        "@type": "Event",
        "name": agenda.title_of(page),
        "location": {
            "@type": "Place",
            "name": agenda.where_of(page),
            "address": {"@type": "PostalAddress", "addressCountry": page.country},
        },
        "organizer": network(),
        "inLanguage": page.locale.language_code,
    }
    if not page.told_in_full:
        return {**told, "startDate": f"{page.day:%Y-%m}"}
    times = page.times
    told |= {"url": whole(page_path(page)), "description": page.lead}
    if times.whole_days:
        told |= {"startDate": str(page.day), "endDate": str(page.last_day)}
        return told
    zone = ZoneInfo(page.time_zone)
    told["startDate"] = times.start.astimezone(zone).isoformat()
    if page.end_time:
        told["endDate"] = times.end.astimezone(zone).isoformat()
    return told
