"""The one way pages print pictures in several widths: nothing while it may not be shown."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from amuprev.foundation.models import Picture

register = template.Library()

# WebP alone: every browser of the last six years reads it, at half of JPEG's weight.
FULL = tuple(f"width-{width}|format-webp" for width in (360, 720, 1120))
SMALL = tuple(f"fill-{width}x{width * 2 // 3}|format-webp" for width in (180, 360))
SETS = {"full": FULL, "small": SMALL}
SIZES = {
    "full": "(min-width: 48em) 700px, 100vw",
    "small": "(min-width: 30em) 180px, 120px",
}


@register.simple_tag
def picture_of(
    picture: Picture | None, alternative_text: str, use: str = "full", lazy: bool = True
) -> SafeString | str:
    """A picture in the widths its use needs; nothing while it may not be shown."""
    if picture is None or not picture.showable:
        return ""
    try:
        copies = list(picture.get_renditions(*SETS[use]).values())
    except SourceImageIOError:
        return ""
    by_width: dict[int, Any] = {copy.width: copy for copy in copies}
    largest = copies[-1]
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}>',
        copies[0].url,
        ", ".join(f"{copy.url} {width}w" for width, copy in by_width.items()),
        SIZES[use],
        largest.width,
        largest.height,
        alternative_text,
        SafeString(' loading="lazy" decoding="async"') if lazy else "",
    )
