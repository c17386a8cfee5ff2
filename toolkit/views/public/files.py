"""The guide and the model documents as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from toolkit.addresses import (
    book_address,
    paper_address,
    section_named,
    with_country,
)
from toolkit.book import book_of
from toolkit.choosing import chosen, read_for_a_country
from toolkit.documents import as_docx, as_pdf, document_paper
from toolkit.documents.books import book_epub, book_pdf
from toolkit.models import ModelDocument

KINDS = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
KEPT = "public, max-age=60"


@read_for_a_country
def book_file(request: HttpRequest, page: Page, name: str) -> HttpResponse:
    """The guide of a country, or of all, as PDF or EPUB."""
    word, _dot, form = name.rpartition(".")
    country = chosen(request).country
    if request.path != book_address(form):
        return redirect(with_country(book_address(form), country), permanent=True)
    book = book_of(country, language_in_use())
    content = {"pdf": book_pdf, "epub": book_epub}[form](book)
    return sent(content, "-".join(filter(None, [word, country.lower()])), form)


@read_for_a_country
def paper_file(request: HttpRequest, page: Page, word: str, name: str) -> HttpResponse:
    """A model document of a country, with its places to fill."""
    slug, _dot, form = name.rpartition(".")
    if section_named(word) != "documents":
        raise Http404
    country = chosen(request).country
    if request.path != paper_address(slug, form):
        address = with_country(paper_address(slug, form), country)
        return redirect(address, permanent=True)
    document = ModelDocument.objects.filter(slug=slug).first()
    if document is None:
        raise Http404
    paper = document_paper(document, country=country, language=language_in_use())
    content = {"docx": as_docx, "pdf": as_pdf}[form](paper)
    answer = sent(content, "-".join(filter(None, [slug, country.lower()])), form)
    # A search finds the page of the document, not each of its files.
    answer["X-Robots-Tag"] = "noindex"
    return answer


def sent(content: bytes, name: str, form: str) -> HttpResponse:
    """A file under a name that says its language."""
    answer = HttpResponse(content, content_type=KINDS[form])
    way = "inline" if form == "pdf" else "attachment"
    filename = f"{name}-{language_in_use()}.{form}"
    answer["Content-Disposition"] = f'{way}; filename="{filename}"'
    answer["Cache-Control"] = KEPT
    return answer
