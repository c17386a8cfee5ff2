"""What the network offers to templates: dates and activities in words."""

import datetime
from typing import Any

from django import template
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from amuprev.foundation.prose import render_prose
from amuprev.foundation.uploads.limits import SMALL_WIDTH
from network.addresses import activity_address, organisation_address
from network.choices import Country, NetworkRole
from network.dates import describe, machine, one_day, period
from network.models import Activity, Evidence, NetworkMembership, Organisation

register = template.Library()

PLACES_NAMED = 3
EXCERPT_WORDS = 34


@register.filter
def activity_dates(record: Any) -> str:
    """When an activity, agreement or milestone happened, as exactly as is known."""
    return describe(
        record.started,
        record.ended,
        precision=record.date_precision,
        uncertain=record.date_uncertain,
    )


@register.filter
def machine_date(record: Any) -> str:
    """The same for a time element; empty when the date is uncertain."""
    if record.started is None or record.date_uncertain:
        return ""
    return machine(record.started, record.date_precision)


@register.filter
def dated_period(record: Any) -> str:
    """From when until when a dated fact holds."""
    return period(record.valid_from, record.valid_to)


@register.filter
def country_name(code: str) -> str:
    """A country's name from its code; empty for an unknown code."""
    return str(Country(code).label) if code in Country.values else ""


def _owner_place(owner: Organisation) -> str:
    if owner.place_id:
        return owner.place.name
    return owner.acronym or owner.name


def _in_a_row(names: list[str]) -> str:
    """Up to three names; the rest counted."""
    rest = len(names) - PLACES_NAMED
    if rest > 0:
        return ngettext(
            "%(names)s and %(count)d more", "%(names)s and %(count)d more", rest
        ) % {"names": ", ".join(names[:PLACES_NAMED]), "count": rest}
    if len(names) > 1:
        return _("%(names)s and %(last)s") % {
            "names": ", ".join(names[:-1]),
            "last": names[-1],
        }
    return "".join(names)


@register.filter
def activity_place(activity: Activity) -> str:
    """Where it was done, never finer than the public may know."""
    if activity.venue_id:
        town = activity.venue
    elif activity.owner.place_id:
        town = activity.owner.place
    else:
        town = None
    if town is None:
        places = sorted(activity.places.all(), key=lambda place: place.name)
        where = _in_a_row([place.name for place in places])
        where = where or _owner_place(activity.owner)
        country = activity.country
    else:
        where, country = town.name, town.country
    parts = [activity.public_place_name, where, country_name(country)]
    return ", ".join(dict.fromkeys(part for part in parts if part))


@register.filter
def activity_where(activity: Activity) -> str:
    """Place and date, the first thing a line tells."""
    return f"{activity_place(activity)} · {activity_dates(activity)}"


def _plain(markdown: str) -> str:
    return " ".join(strip_tags(render_prose(markdown)).split())


@register.simple_tag
def activity_line(activity: Activity) -> dict[str, Any]:
    """What one line of a public list shows of an activity."""
    language = (get_language() or "es")[:2]
    title = getattr(activity, f"title_{language}") or activity.title_es or ""
    story = getattr(activity, f"what_happened_{language}") or ""
    in_reader = bool(getattr(activity, f"title_{language}"))
    story = story or activity.what_happened_es or ""
    return {
        "where": activity_where(activity),
        "title": title or (activity.kind.name if activity.kind else activity.number),
        "url": activity_address(activity.pk),
        "text": Truncator(_plain(story)).words(EXCERPT_WORDS, truncate="…"),
        "lang": "" if in_reader or not title else "es",
        "tags": [tag for tag in (_kind(activity), people_told(activity)) if tag],
    }


def _kind(activity: Activity) -> str:
    return activity.other_kind or (activity.kind.name if activity.kind else "")


@register.filter
def people_told(activity: Activity) -> str:
    """How many took part, when that may be told; nothing if a cell is hidden."""
    people = getattr(activity, "people", None)
    if not people or activity.has_hidden:
        return ""
    return ngettext("%(people)s person", "%(people)s people", people) % {
        "people": spaced(people)
    }


@register.filter
def record_address(organisation: Organisation) -> str:
    """The page of an association or municipality; empty when it has none."""
    if not organisation.shown:
        return ""
    return organisation_address(organisation.kind, organisation.slug)


@register.filter
def evidence_address(piece: Evidence, size: str) -> str:
    """Where a public piece of evidence is read."""
    return f"{activity_address(piece.activity_id)}{piece.uuid}/{size}/"


@register.filter
def small_width(picture: Evidence) -> int:
    """The width of the small copy."""
    return min(picture.width or 0, SMALL_WIDTH)


@register.filter
def small_height(picture: Evidence) -> int:
    """The height of the small copy."""
    if not picture.width:
        return 0
    return round((picture.height or 0) * small_width(picture) / picture.width)


@register.filter
def file_type(piece: Evidence) -> str:
    """PDF, ODT, DOCX: how people call the type of a document."""
    return piece.file.name.rsplit(".", 1)[-1].upper()


@register.filter
def membership_words(membership: NetworkMembership) -> str:
    """What an association is in the network: its status, and its role if it has one."""
    status = str(membership.get_status_display())
    if membership.role in (NetworkRole.MEMBER, ""):
        return status
    return f"{status} · {membership.get_role_display()}"


@register.filter
def bare_address(url: str) -> str:
    """A website as people write it."""
    return url.partition("://")[2].rstrip("/") or url


@register.filter
def source_title(source: str) -> str:
    """The title of a source written as title | address."""
    return source.partition("|")[0].strip()


@register.filter
def spaced(number: int) -> str:
    """A figure with its thousands apart, the same in both languages."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


@register.filter
def coordinate(degrees: Any) -> str:
    """A coordinate without the zeros that would pretend exactness."""
    return f"{degrees:.3f}"


@register.filter
def day_words(day: datetime.date) -> str:
    """A day in words."""
    return one_day(day)


@register.inclusion_tag("network/public/latest-activities.html")
def latest_activities(activities: list[Activity]) -> dict[str, Any]:
    """Lines of the log, for other pages."""
    return {"activities": activities}
