"""Restricted Markdown as blocks of words for a printed document."""

from collections.abc import Iterator
from typing import Any

from lxml import html

from amuprev.foundation.prose import render_prose

BLOCKS = {"p", "h2", "h3", "h4", "h5", "li"}
Block = dict[str, Any]


def blocks_of(markdown: str) -> list[Block]:
    """Paragraphs, subheadings and items of lists, each as runs of words."""
    cleaned = render_prose(markdown)
    if not cleaned:
        return []
    root = html.fragment_fromstring(cleaned, create_parent="div")
    return [
        {"kind": _kind(node), "runs": list(_runs(node))}
        for node in root.iter(*BLOCKS)
        if not (node.tag == "li" and any(child.tag == "p" for child in node))
    ]


def _kind(node: Any) -> str:
    holder = node if node.tag == "li" else node.getparent()
    if holder is not None and holder.tag == "li":
        return "numbered" if holder.getparent().tag == "ol" else "item"
    return "heading" if node.tag.startswith("h") else "paragraph"


def _runs(node: Any, style: str = "", link: str = "") -> Iterator[dict[str, str]]:
    """The words of a block, with what is strong, stressed or linked; no inner lists."""
    if node.text:
        yield {"words": node.text, "style": style, "link": link}
    for child in node:
        if child.tag in ("ul", "ol"):
            continue
        if child.tag == "br":
            yield {"words": "\n", "style": style, "link": link}
        else:
            inner = child.tag if child.tag in ("strong", "em") else style
            yield from _runs(child, inner, child.get("href", link))
        if child.tail and child.tail.strip():
            yield {"words": child.tail, "style": style, "link": link}
