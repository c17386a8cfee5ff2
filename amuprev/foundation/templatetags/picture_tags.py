"""The one way pages print pictures in several widths: nothing while it may not be shown."""

from contextlib import suppress
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from amuprev.foundation.data_saving import picture_told, saves_data, switch_address
from amuprev.foundation.figures import weight
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


@register.simple_tag(takes_context=True)
def picture_of(
    context: Context,
    picture: Picture | None,
    alternative_text: str,
    use: str = "full",
    lazy: bool = True,
    of: str = "",
) -> SafeString | str:
    """A picture in the widths its use needs; nothing while it may not be shown.

    Sparing data, links that say what it weighs, named by its words or by what it is of.
    """
    if picture is None or not picture.showable:
        return ""
    try:
        copies = list(picture.get_renditions(*SETS[use]).values())
    except SourceImageIOError:
        return ""
    if spared(context):
        return _links(copies, use, alternative_text, of)
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


def spared(context: Context) -> bool:
    """Whether the reader of this page spares data; the page is noted as one that differs
    by that."""
    request = _request_of(context)
    if request is None:
        return False
    picture_told(request)
    return saves_data(request)


def _request_of(context: Context) -> HttpRequest | None:
    found = getattr(context, "request", None) or context.get("request")
    return found if isinstance(found, HttpRequest) else None


def _links(copies: list[Any], use: str, words: str, of: str) -> SafeString:
    """The smallest and the largest copy, each with what it weighs."""
    shown = copies[-1:] if use == "small" else [copies[0], copies[-1]]
    sizes = []
    # A picture smaller than the largest width has one copy for several.
    for copy in {each.url: each for each in shown}.values():
        with suppress(FileNotFoundError):
            size = weight(copy.file.size)
            small = copy is not copies[-1] or use == "small"
            sizes.append({"url": copy.url, "small": small, "weight": size})
    told = {"words": words, "sizes": sizes, "of": words or of}
    return render_to_string("components/spared-picture.html", told)


@register.inclusion_tag("components/spare-data.html", takes_context=True)
def spare_data(context: Context, page: Any) -> dict[str, Any]:
    """The choice of sparing data, on a page that an editor put pictures on."""
    request = _request_of(context)
    if request is None or not _has_pictures(page):
        return {}
    saving = spared(context)
    return {"saving": saving, "url": switch_address(request, saving=saving)}


def _has_pictures(page: Any) -> bool:
    if getattr(page, "picture", None) is not None:
        return True
    return any(
        block.block_type == "picture"
        or (block.block_type == "video" and block.value.get("poster"))
        for block in getattr(page, "body", None) or ()
    )
