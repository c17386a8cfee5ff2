"""What the experiences offer to templates, their own and other pages'."""

from typing import Any

from django import template

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
    if document.file:
        return piece_address(slug, str(document.uuid), "large")
    web = document.address.lower().startswith(("https://", "http://"))
    return document.address if web else ""


@register.filter
def photo_address(photo: ExperiencePhoto, slug: str) -> str:
    """Where a photo is seen, before the word of its size."""
    return piece_address(slug, str(photo.uuid), "small").removesuffix("small/")


register.filter("film_state", film_state)


@register.filter
def photo_name(photo: ExperiencePhoto) -> str:
    """How the form of take-downs names a photo."""
    return f"{PublicKind.PHOTO}-{photo.uuid}"


@register.inclusion_tag("experiences/public/told-here.html")
def latest_experiences() -> dict[str, Any]:
    """The newest experiences, for the home page."""
    return {"told": latest()}
