"""What the toolkit offers to templates, its own and other pages'."""

import re
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from toolkit.lines import Lines, told

register = template.Library()
WEB = re.compile(r"https?://[^\s<>«»\"]+")
HIGHEST = 2


@register.filter
def linked(text: str) -> SafeString:
    """Words in which web addresses can be followed; nothing else is markup."""
    pieces, at = [], 0
    for found in WEB.finditer(text):
        pieces.append(format_html("{}", text[at : found.start()]))
        pieces.append(format_html('<a href="{0}">{0}</a>', found[0]))
        at = found.end()
    pieces.append(format_html("{}", text[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def lower_by(level: int, less: int) -> int:
    """The level of a heading so many levels higher up, under that of its page."""
    return min(6, max(HIGHEST, level - less))


@register.simple_tag
def guide_words(record: Any, name: str) -> SafeString:
    """A text of the guide for the reader, marked where it is in another language."""
    text, language = told(record, name)
    if language:
        return format_html('<span lang="{}">{}</span>', language, text)
    return format_html("{}", text)


@register.inclusion_tag("toolkit/public/items.html")
def items(lines: Lines, kind: str = "ul") -> dict[str, Any]:
    """The items of a text that holds one per line, as a list."""
    return {"lines": lines, "kind": kind}
