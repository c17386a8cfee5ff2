"""The pages about the programme and the network, made once and then the editors'."""

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Locale, Page

from amuprev.foundation.content import (
    LANGUAGES,
    Entry,
    Shape,
    read_entries,
    read_sources,
)
from amuprev.foundation.loading import Outcome
from amuprev.foundation.prose import render_prose
from amuprev.foundation.sourced import told_source
from amuprev.site.models import StandardPage

FILE = Path(__file__).with_name("programme.yaml")
SOURCES = Path(settings.BASE_DIR) / "network" / "content" / "sources.yaml"
SHAPE = Shape(
    texts=("title", "slug", "lead", "body", "search_description"),
    optional=("parent", "menu", "rests_on", "about_close_violence"),
)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
SOURCES_HEADING = {"es": "De dónde viene", "en": "Where it comes from"}
# A page is found by its key wherever editors moved it and however they renamed it.
PAGES = uuid.UUID("5d0f9f1c-8f0e-4d39-9a3a-9a6a6f6d2c41")


def keep(counts: Counter, homes: dict[str, Page]) -> None:
    """Make the pages that are missing, each under its parent, in both languages."""
    known = read_sources(SOURCES)
    for entry in read_entries(FILE, SHAPE):
        for language in LANGUAGES:
            found = _page(entry.key, language)
            if found is None:
                _make(entry, language, homes[language], known)
            counts[Outcome.UNCHANGED if found else Outcome.CREATED] += 1


def _page(key: str, language: str) -> StandardPage | None:
    return StandardPage.objects.filter(
        translation_key=uuid.uuid5(PAGES, key), locale__language_code=language
    ).first()


def _make(entry: Entry, language: str, home: Page, known: dict[str, str]) -> None:
    above: Page | None = home
    if parent := entry.values.get("parent"):
        above = _page(parent, language)
    if above is None:
        raise entry.refuse(f"write «{parent}» above it")
    page = StandardPage(
        locale=Locale.objects.get(language_code=language),
        translation_key=uuid.uuid5(PAGES, entry.key),
        show_in_menus=bool(entry.values.get("menu")),
        about_close_violence=bool(entry.values.get("about_close_violence")),
        **{
            name: entry.values[f"{name}_{language}"]
            for name in ("title", "slug", "lead", "search_description")
        },
    )
    blocks = [*_blocks(entry.values[f"body_{language}"])]
    blocks += _sources(entry, language, known)
    page.body = page.body.stream_block.normalize(blocks)
    # A fresh copy of the parent: treebeard counts children on the object it is given.
    Page.objects.get(pk=above.pk).add_child(instance=page)
    page.save_revision().publish()


def _blocks(text: str) -> Iterator[tuple[str, object]]:
    """Each «## » line as a heading, what stands between them as paragraphs."""
    before, *parts = HEADING.split(text)
    if before.strip():
        yield "paragraph", render_prose(before)
    for heading, prose in zip(parts[::2], parts[1::2], strict=True):
        yield "heading", {"text": heading.strip(), "level": "2"}
        yield "paragraph", render_prose(prose)


def _sources(
    entry: Entry, language: str, known: dict[str, str]
) -> Iterator[tuple[str, object]]:
    lines = []
    for key in entry.values.get("rests_on", []):
        if key not in known:
            raise entry.refuse(f"unknown source «{key}»")
        with override(language):
            source = told_source(known[key])
        told, address = escape(source.title), source.url
        lines.append(f'<a href="{escape(address)}">{told}</a>' if address else told)
    if lines:
        yield "heading", {"text": SOURCES_HEADING[language], "level": "2"}
        items = "".join(f"<li>{line}</li>" for line in lines)
        yield "paragraph", f"<ul>{items}</ul>"
