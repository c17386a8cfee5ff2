"""Numbers in a page that are not written in the one way of the portal."""

import re
from typing import Any

# What is quoted as it is: code, addresses, numbers to dial, and what a person types.
LEFT_ASIDE = {"script", "style", "code", "pre", "textarea", "svg", "title"}
POSITION = re.compile(r"\d+\.\d{3}, -\d+\.\d{3}")
# The number of an official gazette is a name: as the gazette writes it.
GAZETTE = re.compile(r"(gacet[ai]|gazette)( oficial)?,? [\d.,]*\d", re.IGNORECASE)
OTHERS = {
    "es": re.compile(
        r"(?<![\w.,:/-])(?:\d{1,3}(?:[., \u00a0]\d{3})+(?!\w)|\d+,\d+|[1-9]\d{4,}(?![\w-]))"
    ),
    "en": re.compile(
        r"(?<![\w.,:/-])(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?!\w)|[1-9]\d{4,}(?![\w-]))"
    ),
}


def written_otherwise(tree: Any) -> list[str]:
    """Each such number, with the words around it."""
    found: list[str] = []
    _walk(tree, (tree.get("lang") or "es")[:2], found)
    return found


def _walk(node: Any, language: str, found: list[str]) -> None:
    if not isinstance(node.tag, str) or node.tag in LEFT_ASIDE:
        return
    if "breakable" in (node.get("class") or "") or node.get("href", "")[:4] == "tel:":
        return
    language = (node.get("lang") or language)[:2]
    _read(node.text, language, found)
    for child in node:
        _walk(child, language, found)
        _read(child.tail, language, found)


def _read(text: str | None, language: str, found: list[str]) -> None:
    read = GAZETTE.sub("", POSITION.sub("", text or ""))
    for match in OTHERS[language].finditer(read):
        before, after = max(0, match.start() - 20), match.end() + 20
        found.append(f"{language}: {read[before:after].strip()}")
