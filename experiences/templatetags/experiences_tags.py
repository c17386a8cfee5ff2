"""What the experiences offer to templates, their own and other pages'."""

from contextlib import suppress
from typing import Any

from django import template

from amuprev.foundation.figures import weight
from experiences.addresses import piece_address
from experiences.film_lines import film_state
from experiences.listed import latest
from experiences.models import ExperienceDocument, ExperiencePhoto
from network.choices import PublicKind
from network.dates import describe

register = template.Library()


@register.filter
def milestone_day(milestone: Any) -> str:
    """When it happened, no more exactly than is known."""
    return describe(milestone.on, precision=milestone.precision)


@register.filter
def document_address(document: ExperienceDocument, slug: str) -> str:
    """Where a document is read: here, or at its own address."""
    if document.file and (seen_at := getattr(document, "seen_at", "")):
        return str(seen_at)
    if document.file:
        return piece_address(slug, str(document.uuid), "large")
    web = document.address.lower().startswith(("https://", "http://"))
    return document.address if web else ""


@register.simple_tag
def photo_address(photo: ExperiencePhoto, slug: str, size: str) -> str:
    """Where a photo is seen, small or large."""
    seen_at: str = getattr(photo, "seen_at", "")
    return seen_at or piece_address(slug, str(photo.uuid), size)


@register.filter
def photo_sizes(photo: ExperiencePhoto, slug: str) -> list[dict[str, Any]]:
    """Where a photo is seen, small first, and what each weighs."""
    sizes = {"large": photo.size}
    if photo.small:
        # A file that is away says nothing of its weight; its page says that it is away.
        with suppress(FileNotFoundError):
            sizes = {"small": photo.small.size, **sizes}
    key = str(photo.uuid)
    return [
        {
            "url": piece_address(slug, key, size),
            "weight": weight(count),
            "small": size == "small",
        }
        for size, count in sizes.items()
    ]


register.filter("film_state", film_state)
# What a municipality changed is a text, masculine in Spanish like a video.
register.filter("text_state", film_state)


@register.filter
def photo_name(photo: ExperiencePhoto) -> str:
    """How the form of take-downs names a photo."""
    return f"{PublicKind.PHOTO}-{photo.uuid}"


@register.inclusion_tag("experiences/public/told-here.html")
def latest_experiences() -> dict[str, Any]:
    """The newest experiences, for the home page."""
    return {"told": latest()}
