"""The whole guide on one page, to be read through or printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from toolkit.addresses import BOOK_FORMS, book_address, section_address, with_country
from toolkit.book import book_of
from toolkit.views.public.common import frame


def whole_guide(request: HttpRequest, page: Page) -> HttpResponse:
    """The guide of one country or of all."""
    context = frame(
        request, page, lambda language: section_address("guide", language=language)
    )
    country = context["country"]
    context |= {
        "book": book_of(country, page.locale.language_code),
        "files": [
            (form.upper(), with_country(book_address(form), country))
            for form in BOOK_FORMS
        ],
    }
    return render(request, "toolkit/public/guide.html", context)
