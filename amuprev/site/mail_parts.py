"""What of a bulletin's page a mail can tell, as HTML and as plain text."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from wagtail.rich_text import expand_db_html

from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site.cards import Told, cards_of
from amuprev.site.models import BulletinPage

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|ul|ol|h\d)>|<br\s*/?>")
Part = dict[str, Any]


def whole_address(address: str) -> str:
    """An address that is read outside the portal."""
    return settings.SITE_URL + address if address.startswith("/") else address


def parts_of(issue: BulletinPage) -> list[Part]:
    """The blocks of its body that a mail tells; the rest is read on the portal."""
    found = []
    for block in issue.body:
        make = TOLD.get(block.block_type)
        part = make(block.value) if make else None
        if part is not None:
            found.append({"kind": block.block_type, **part})
    return found


def plain(html: str) -> str:
    """The text of a paragraph, with its links written out and its lists with dashes."""
    told = LINK.sub(lambda found: f"{found[2]} ({found[1]})", html)
    told = told.replace("<li>", "- ").replace("</li>", "\n")
    return unescape(strip_tags(BLOCK_END.sub("\n\n", told))).strip()


def _heading(value: Any) -> Part:
    return {"title": value["text"]}


def _paragraph(value: Any) -> Part:
    html = expand_db_html(value.source)
    whole = LINK.sub(
        lambda found: found[0].replace(found[1], whole_address(found[1]), 1), html
    )
    return {"html": whole, "text": plain(whole)}


def _quote(value: Any) -> Part:
    return {"text": value["text"], "who": value["who"]}


def _figures(value: Any) -> Part:
    rows = [(each["value"], each["counts"]) for each in value["figures"]]
    return {"title": value["title"], "rows": rows, "source": value["source"]}


def _links(title: str, links: list[Told]) -> Part | None:
    whole = [Told(each.title, whole_address(each.url), each.text) for each in links]
    return {"title": title, "links": whole} if whole else None


def _cards(value: Any) -> Part | None:
    return _links(value["title"], cards_of(value["cards"]))


def _documents(value: Any) -> Part | None:
    kept = [each for each in value["documents"] if each]
    return _links(value["title"], [Told(each.title, each.url, "") for each in kept])


def _video(value: Any) -> Part | None:
    return _links("", [Told(value["title"], value["address"], value["summary"])])


def _call(value: Any) -> Part | None:
    if value["page"] is not None and not value["page"].live:
        return None
    address = page_path(value["page"]) if value["page"] else value["address"]
    return {
        "text": value["text"],
        "action": value["action"],
        "address": whole_address(address),
    }


TOLD: dict[str, Callable[[Any], Part | None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "quote": _quote,
    "figures": _figures,
    "cards": _cards,
    "documents": _documents,
    "video": _video,
    "call_to_action": _call,
}
