"""The model documents, and one of them with its files for each country."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from network.lines import country_words
from toolkit.addresses import (
    document_address,
    paper_address,
    section_address,
    with_country,
)
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.documents import document_paper
from toolkit.lines import document_line, step_line, told
from toolkit.reading import document_with_steps, documents_told
from toolkit.views.public.common import LANGUAGES, frame


def document_list(request: HttpRequest, page: Page) -> HttpResponse:
    """Every model document."""
    context = frame(
        request, page, lambda language: section_address("documents", language=language)
    )
    country = context["country"]
    context["documents"] = [
        document_line(each, country)
        | {
            "text": told(each, "description")[0],
            "text_lang": told(each, "description")[1],
            "version": each.version,
            "changed_on": each.changed_on,
            "files": files_of(each.slug, country),
        }
        for each in documents_told()
    ]
    return render(request, "toolkit/public/documents.html", context)


def document_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One model document: what it looks like, and its files."""
    document = document_with_steps(slug)
    if document is None:
        raise Http404
    context = frame(
        request,
        page,
        lambda language: document_address(slug, language),
        {"title": _("Model documents"), "url": section_address("documents")},
    )
    country = context["country"]
    title, title_language = told(document, "title")
    context |= {
        "document": document,
        "title": title,
        "title_language": title_language,
        "paper": document_paper(
            document, country=country, language=page.locale.language_code
        ),
        "steps": [step_line(step, country) for step in document.used_in],
        "files": files_of(slug, country),
        "by_country": [
            {"name": country_words(code), "files": files_of(slug, code)}
            for code in GUIDE_COUNTRIES
        ],
    }
    return render(request, "toolkit/public/document.html", context)


def files_of(slug: str, country: str) -> list[dict[str, Any]]:
    """The files of a document for a country, in both languages and forms."""
    return [
        {
            "lang": language,
            "form": form.upper(),
            "url": with_country(paper_address(slug, form, language), country, language),
        }
        for language in LANGUAGES
        for form in ("docx", "pdf")
    ]
