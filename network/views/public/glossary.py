"""The glossary: every term, and each with the name that each country gives to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.collation import sort_key
from amuprev.foundation.glossary import all_terms, term_address
from amuprev.foundation.models import GlossaryTerm
from network.choices import REGION_COUNTRIES
from network.filters import country_choices
from network.help_lines import safety_in
from network.lines import country_words

LANGUAGES = ("es", "en")


def glossary(request: HttpRequest, page: Page) -> HttpResponse:
    """Every term under its letter."""
    letters: dict[str, list[GlossaryTerm]] = {}
    for term in all_terms():
        first = sort_key(term.name)[0].replace("\uffff", "")[:1].upper()
        letters.setdefault(first, []).append(term)
    context = {
        "page": page,
        "letters": letters.items(),
        "record_alternates": {
            code: area_address("glossary", language=code) for code in LANGUAGES
        },
    }
    return render(request, "network/public/glossary.html", context)


def glossary_term(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One term: what it means, what else it is called, how each country calls it."""
    term = (
        GlossaryTerm.objects.filter(slug=slug).prefetch_related("country_names").first()
    )
    if term is None:
        raise Http404
    other = "en" if language_in_use() == "es" else "es"
    context = {
        "page": page,
        "term": term,
        "safety": safety_in() if term.about_close_violence else None,
        "others": term.others(language_in_use()),
        "translation": getattr(term, f"name_{other}") or "",
        "translation_language": other,
        "countries": _by_country(term),
        "crumbs": [
            {"title": _("Home"), "url": f"/{language_in_use()}/"},
            {"title": page.title, "url": area_address("glossary")},
        ],
        "record_alternates": {code: term_address(slug, code) for code in LANGUAGES},
    }
    return render(request, "network/public/glossary-term.html", context)


def _by_country(term: Any) -> list[dict[str, Any]]:
    """What each country says; of a term that countries name, also those unknown."""
    named: dict[str, list[Any]] = {}
    for each in term.country_names.all():
        named.setdefault(each.country, []).append(each)
    if not named:
        return []
    abroad = [code for code in named if code not in REGION_COUNTRIES]
    every = [*country_choices(), *((code, country_words(code)) for code in abroad)]
    return [{"name": name, "names": named.get(code, [])} for code, name in every]
