"""What a page tells machines, and whoever shows a link to it."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from amuprev.foundation.models import Picture
from amuprev.foundation.templatetags.foundation_tags import inert_json

register = template.Library()

# What programs that show links ask for, in the format they all read.
SHARED_SIZE = "max-1200x1200|format-jpeg|jpegquality-70"
# A message of three lines: who receives it sees what it is before opening anything.
MOST_SHARED = 200


@register.simple_tag
def linked_data(described: dict[str, Any]) -> SafeString:
    """What a page is about, for machines: data, which the browser never runs."""
    told = {"@context": "https://schema.org", **described}
    return format_html(
        '<script type="application/ld+json">{}</script>', inert_json(told)
    )


@register.simple_tag(takes_context=True)
def block_text(context: RequestContext, name: str) -> SafeString:
    """What the page's template puts into a block, for saying it a second time."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return SafeString(block.render(context).strip())


@register.simple_tag
def share_address(title: str, text: str, address: str) -> str:
    """A plain link that opens WhatsApp with title, text and address; loads nothing."""
    short = (
        f"{text[:MOST_SHARED].rsplit(' ', 1)[0]}…" if len(text) > MOST_SHARED else text
    )
    message = "\n".join(part for part in (title, short, address) if part)
    return "https://wa.me/?" + urlencode({"text": message})


@register.simple_tag
def shared_copy(picture: Picture | None) -> Any:
    """A copy of a picture for whoever shows the link; nothing while it may not be shown."""
    if picture is None or not picture.showable:
        return None
    try:
        copy = picture.get_rendition(SHARED_SIZE)
    except SourceImageIOError:
        return None
    address = f"{settings.SITE_URL}{copy.url}"
    return {"url": address, "width": copy.width, "height": copy.height}
