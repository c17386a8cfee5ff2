"""The norms in time, narrowed by country and words; and one of them."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from network.lines import country_words
from toolkit.addresses import (
    COUNTRY_WORDS,
    NORM_FORMS,
    norm_address,
    norms_file_address,
    section_address,
    step_address,
    with_country,
)
from toolkit.filters import NormFilter
from toolkit.lines import body_told, changes_of, day_of, norm_line, told
from toolkit.open_data import TABLES
from toolkit.reading import body_of, norm_with_all, norms_told
from toolkit.views.public.common import frame

DATES = ("adopted", "published", "in_force_from", "in_force_to")


def norm_list(request: HttpRequest, page: Page) -> HttpResponse:
    """The timeline of one country or of all."""
    context = frame(
        request, page, lambda language: section_address("norms", language=language)
    )
    country = context["country"]
    asked = NormFilter(request.GET, norms_told(), country)
    pairs = _country(request, country)
    lines = [norm_line(norm) for norm in asked.found]
    context |= {
        "asked": asked,
        "years": [
            (year, list(rows))
            for year, rows in groupby(lines, lambda line: line["year"])
        ],
        "count": len(lines),
        "filters": asked.filters(),
        "in_use": asked.in_use(pairs),
        "country_name": country_words(country),
        "body": body_told(body_of(country), country),
        "clear_url": with_country(section_address("norms"), country),
        "all_url": section_address("norms") + f"?{COUNTRY_WORDS[language_in_use()]}=",
        "files": [
            {"form": form, "url": _with(norms_file_address(form), pairs, asked)}
            for form in NORM_FORMS
        ],
        "table_url": area_address("data", TABLES[0].words[language_in_use()]),
    }
    return render(request, "toolkit/public/norms.html", context)


def _country(request: HttpRequest, country: str) -> list[tuple[str, str]]:
    """The country for an address; none is said where a reader said it, lest what the
    browser keeps should hold again."""
    said = country or any(word in request.GET for word in COUNTRY_WORDS.values())
    return [(COUNTRY_WORDS[language_in_use()], country.lower())] if said else []


def _with(address: str, country: list[tuple[str, str]], asked: NormFilter) -> str:
    return f"{address}?{urlencode([*country, *asked.pairs()])}"


def norm_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One norm: its dates, the articles that matter, what it supports."""
    norm = norm_with_all(slug)
    if norm is None:
        raise Http404
    list_url = with_country(section_address("norms"), norm.country)
    context = frame(
        request,
        page,
        lambda language: norm_address(slug, language),
        {"title": _("Norms"), "url": list_url},
    )
    title, title_language = told(norm, "title")
    line = norm_line(norm)
    context |= {
        "norm": norm,
        "title": title,
        "title_language": title_language,
        "line": line,
        "kicker": " · ".join(
            filter(None, [line["country"], line["kind"], norm.number])
        ),
        "dates": {name: day_of(norm, name) for name in DATES},
        "changes": changes_of(norm),
        "uses": _uses(norm),
        "list_url": list_url,
        "address": request.build_absolute_uri(norm_address(slug)),
    }
    return render(request, "toolkit/public/norm.html", context)


def _uses(norm: Any) -> list[dict[str, Any]]:
    """The steps that it supports, and how."""
    found = []
    for use in norm.uses:
        note, note_language = told(use, "note")
        title, language = told(use.step, "title")
        found.append(
            {
                "title": title,
                "lang": language,
                "number": use.step.position,
                "url": step_address(use.step.slug, use.country),
                "articles": use.articles,
                "note": note,
                "note_lang": note_language,
            }
        )
    return found
