"""The pack of a country: the guide in both languages as plain pages, PDF, EPUB and DOCX
that open from a stick, with nothing from outside."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from network.lines import country_words
from toolkit.book import Book, book_of
from toolkit.documents.books import EPOCH, book_epub, book_pdf, digest_of
from toolkit.documents.paper import document_paper
from toolkit.documents.sheets import as_pdf
from toolkit.documents.word import as_docx
from toolkit.lines import told
from toolkit.models import ModelDocument

LANGUAGES = ("es", "en")
# Where the model documents of a language stand, from its front page.
PAPERS = "documents/"
PAGES = Path(settings.BASE_DIR) / "templates" / "toolkit"
File = tuple[str, bytes]


def pack_digest(country: str) -> str:
    """A fingerprint of all that the pack of a country would say."""
    found = hashlib.sha256()
    for page in sorted([*PAGES.glob("pack/*"), *PAGES.glob("book/*")]):
        found.update(page.read_bytes())
    for language in LANGUAGES:
        found.update(digest_of(book_of(country, language)).encode())
    columns = ("key", "slug", "version", "title_es", "title_en", "body_es", "body_en")
    for row in ModelDocument.objects.values_list(*columns, "fields"):
        found.update(repr(row).encode())
    return found.hexdigest()


def packed(country: str) -> tuple[bytes, int]:
    """The zip and how many files it holds."""
    held = io.BytesIO()
    count = 0
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files_of(country):
            entry = zipfile.ZipInfo(f"amuprev-{country.lower()}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, content)
            count += 1
    return held.getvalue(), count


def files_of(country: str) -> Iterator[File]:
    """Every file: the front page, the stylesheet, then all of each language."""
    where = {}
    for language in LANGUAGES:
        with override(language):
            where[language] = country_words(country)
    yield _page(
        "index.html", "front.html", {"where": where, "spanish": "es/", "english": "en/"}
    )
    yield "guide.css", (PAGES / "pack" / "pack.css").read_bytes()
    for language in LANGUAGES:
        with override(language):
            yield from _of_language(country, language)


def _of_language(country: str, language: str) -> Iterator[File]:
    book = book_of(country, language)
    papers = list(_papers(country, language))
    context = {
        "book": book,
        "language": language,
        "top": "../",
        "folder": PAPERS,
        "papers": [(title, slug) for title, slug, _docx, _pdf in papers],
    }
    yield _page(f"{language}/index.html", "index.html", context)
    for at, chapter in enumerate(book.chapters):
        around = {"chapter": chapter, **_around(book, at)}
        yield _page(f"{language}/{chapter.key}.html", "chapter.html", context | around)
    yield f"{language}/guide.pdf", book_pdf(book)
    yield f"{language}/guide.epub", book_epub(book)
    for _title, slug, docx, pdf in papers:
        yield f"{language}/{PAPERS}{slug}.docx", docx
        yield f"{language}/{PAPERS}{slug}.pdf", pdf


def _around(book: Book, at: int) -> dict[str, Any]:
    last = len(book.chapters) - 1
    return {
        "before": book.chapters[at - 1] if at else None,
        "after": book.chapters[at + 1] if at < last else None,
    }


def _papers(country: str, language: str) -> Iterator[tuple[str, str, bytes, bytes]]:
    for document in ModelDocument.objects.all():
        paper = document_paper(document, country=country, language=language)
        title, _other = told(document, "title")
        yield title, document.slug, as_docx(paper), as_pdf(paper)


def _page(name: str, template: str, context: dict[str, Any]) -> File:
    return name, render_to_string(f"toolkit/pack/{template}", context).encode()
