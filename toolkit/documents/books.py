"""The whole guide as one tagged PDF, and as EPUB: chapters of plain XHTML in a zip."""

import hashlib
import io
import json
import zipfile
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from toolkit.addresses import section_address, with_country
from toolkit.book import Book, Chapter
from toolkit.documents.paper import UNPRINTABLE, Paper
from toolkit.documents.sheets import TEMPLATE, as_pdf
from toolkit.papering import Block

# A file is made once a day, and anew as soon as it would say something else.
KEPT_SECONDS = 24 * 60 * 60
TYPE = "application/epub+zip"
PARTS = (
    ("META-INF/container.xml", "container.xml"),
    ("OEBPS/content.opf", "content.opf"),
    ("OEBPS/nav.xhtml", "nav.xhtml"),
    ("OEBPS/guide.css", "guide.css"),
)
# The same bytes for the same guide.
EPOCH = (1980, 1, 1, 0, 0, 0)


def book_pdf(book: Book) -> bytes:
    """The PDF/UA-1 of the guide."""
    with override(book.language):
        foot = _("RED-AMUPREV. It does not replace legal advice.")
        blocks = (
            Block("heading", f"{book.title}: {book.subtitle}", 1),
            *(block for chapter in book.chapters for block in _printed(chapter)),
        )
    title = f"{book.title}: {book.subtitle}"
    paper = Paper(title, book.language, blocks, foot, contents=True)
    return _kept("pdf", book, lambda: as_pdf(paper))


def book_epub(book: Book) -> bytes:
    """The EPUB 3 of the guide."""
    return _kept("epub", book, lambda: _zipped(book))


def digest_of(book: Book) -> str:
    """A fingerprint of all that the guide says."""
    told = json.dumps(asdict(book), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(TEMPLATE + told.encode()).hexdigest()


def _printed(chapter: Chapter) -> tuple[Block, ...]:
    return (Block("heading", chapter.title, chapter.depth + 1), *chapter.blocks)


def _kept(form: str, book: Book, make: Any) -> bytes:
    key = f"toolkit-{form}-{book.language}-{digest_of(book)}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = make()
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _zipped(book: Book) -> bytes:
    address = section_address("guide", language=book.language)
    context: dict[str, Any] = {
        "book": book,
        "address": settings.SITE_URL
        + with_country(address, book.country, book.language),
        "modified": timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    held = io.BytesIO()
    with override(book.language), zipfile.ZipFile(held, "w") as whole:
        # First and not compressed, so that readers know it by its first bytes.
        whole.writestr(zipfile.ZipInfo("mimetype", EPOCH), TYPE)
        for name, template in PARTS:
            _add(whole, name, template, context)
        for chapter in book.chapters:
            name = f"OEBPS/{chapter.key}.xhtml"
            _add(whole, name, "chapter.xhtml", context | {"chapter": chapter})
    return held.getvalue()


def _add(
    whole: zipfile.ZipFile, name: str, template: str, context: dict[str, Any]
) -> None:
    text = UNPRINTABLE.sub("", render_to_string(f"toolkit/book/{template}", context))
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    whole.writestr(entry, text)
