"""What the network offers to templates: dates, places and activities in words."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings

from amuprev.foundation.figures import weight
from amuprev.foundation.sourced import told_source
from amuprev.foundation.uploads.limits import SMALL_WIDTH
from network import addresses, lines
from network.addresses import organisation_address
from network.choices import NetworkRole, PublicKind
from network.dates import machine, one_day, period
from network.models import Activity, Evidence, NetworkMembership, Organisation

register = template.Library()

register.filter("activity_dates", lines.dates_of)
register.filter("activity_place", lines.place_of)
register.filter("country_name", lines.country_words)
register.filter("day_words", one_day)
register.filter(told_source)
register.simple_tag(lines.line_of, name="activity_line")


@register.inclusion_tag("network/public/latest-activities.html")
def latest_activities(activities: list[Activity]) -> dict[str, Any]:
    """Lines of the log, for other pages."""
    return {"activities": activities}


@register.filter
def machine_date(record: Any) -> str:
    """The date for a time element; empty when it is uncertain."""
    if record.started is None or record.date_uncertain:
        return ""
    return machine(record.started, record.date_precision)


@register.filter
def dated_period(record: Any) -> str:
    """From when until when a dated fact holds."""
    return period(record.valid_from, record.valid_to)


@register.filter
def record_address(organisation: Organisation) -> str:
    """The page of an association or municipality; empty when it has none."""
    if not organisation.shown:
        return ""
    return organisation_address(organisation.kind, organisation.slug)


@register.filter
def evidence_address(piece: Evidence, size: str) -> str:
    """Where a public piece of evidence is read."""
    return addresses.evidence_address(piece.activity_id, piece.uuid, size)


@register.filter
def evidence_sizes(piece: Evidence) -> list[dict[str, Any]]:
    """Where a photo of an activity is seen, small first, and what each weighs."""
    sizes = {"large": piece.size}
    if piece.small:
        # A file that is away says nothing of its weight; its page says that it is away.
        with suppress(FileNotFoundError):
            sizes = {"small": piece.small.size, **sizes}
    return [
        {
            "url": evidence_address(piece, size),
            "weight": weight(count),
            "small": size == "small",
        }
        for size, count in sizes.items()
    ]


@register.filter
def whole_evidence_address(piece: Evidence) -> str:
    """The small copy's address with the portal's host."""
    return f"{settings.SITE_URL}{evidence_address(piece, 'small')}"


@register.filter
def evidence_name(piece: Evidence) -> str:
    """How the form of take-downs names a piece of evidence."""
    return f"{PublicKind.EVIDENCE}-{piece.uuid}"


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
    return Path(piece.file.name or "").suffix.lstrip(".").upper()


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
def web_address(url: str) -> str:
    """The address if a browser only goes there; nothing if it would do something."""
    return url if url.lower().startswith(("https://", "http://")) else ""


@register.filter
def coordinate(degrees: Any) -> str:
    """A coordinate without the zeros that would pretend exactness."""
    return f"{degrees:.3f}"
