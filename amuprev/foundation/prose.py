"""Prose in records: restricted Markdown to clean HTML."""

import re
from html import unescape

import nh3
from django.utils.html import strip_tags
from markdown_it import MarkdownIt

TAGS = {"p", "br", "h2", "h3", "h4", "h5", "ul", "ol", "li", "a", "strong", "em"}
SCHEMES = {"http", "https", "mailto"}
# Spaces of any kind, save those that keep words and figures together.
BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")

_markdown = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
    ["heading", "list", "emphasis", "link", "newline", "escape", "entity"]
)


def render_prose(text: str, *, heading_level: int = 3) -> str:
    """Paragraphs, subheadings, lists, links and emphasis; nothing else survives.

    Subheadings start at the level given, however the writer numbered them.
    """
    html = _markdown.render(text.replace("\x00", ""))
    html = re.sub(
        r"<(/?)h([1-6])>",
        lambda found: f"<{found[1]}h{min(heading_level + (int(found[2]) > 2), 5)}>",
        html,
    )
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    ).strip()


def in_one_row(text: str) -> str:
    """Words with one space between; what may not break, as 30 196, stays together."""
    return BREAKABLE.sub(" ", text).strip()


def first_words(text: str, most: int) -> str:
    """The first words of a text in one row, and a sign where more follow."""
    words = in_one_row(text).split(" ")
    return " ".join(words[:most]) + ("…" if len(words) > most else "")


def plain_prose(text: str) -> str:
    """The same without its marks: sentences in one row."""
    html = re.sub(r"</(li|h\d)>", ". ", render_prose(text))
    plain = in_one_row(unescape(strip_tags(html)))
    return re.sub(r"([.!?:;])( ?\.)+", r"\1", plain)
