"""One step: why, who, how, what counts as done, and the norm behind it in a country."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.glossary import explained
from network.lines import country_words
from toolkit.addresses import (
    paper_address,
    section_address,
    step_address,
    with_country,
)
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.choosing import read_for_a_country
from toolkit.lines import (
    body_told,
    document_line,
    step_line,
    support_lines,
    told,
    told_lines,
)
from toolkit.offered import offered
from toolkit.reading import (
    body_of,
    norms_of_step,
    outline,
    step_with_all,
    steps_in_order,
)
from toolkit.views.public.common import frame

LISTS = ("how", "done", "evidence", "mistakes", "questions")
TEXTS = ("why", "who", "time", "cost", "doubts")


@read_for_a_country
def step_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One step of the guide."""
    step = step_with_all(slug)
    if step is None:
        raise Http404
    context = frame(
        request, page, lambda language: step_address(slug, language=language)
    )
    country = context["country"]
    title, title_language = told(step, "title")
    context |= {
        "step": step,
        "title": title,
        "title_language": title_language,
        "kicker": _("%(part)s · %(phase)s · step %(number)d")
        % {
            "part": told(step.phase.part, "title")[0],
            "phase": told(step.phase, "title")[0],
            "number": step.position,
        },
        **_told_of(step),
        **_around(step, country),
        "norms": _norms(step, country),
        "norms_url": with_country(section_address("norms"), country),
        "body": body_told(body_of(country), country),
        "documents": [_paper(each, country) for each in step.documents.all()],
        "terms": [explained(term) for term in step.terms.all()],
        "offered": offered(step.pk, country),
        "address": request.build_absolute_uri(step_address(slug, country)),
    }
    return render(request, "toolkit/public/step.html", context)


def _told_of(step: Any) -> dict[str, Any]:
    """Its texts and lists in the reader's language."""
    return {
        "lists": {name: told_lines(step, name) for name in LISTS},
        "texts": {
            name: {"words": words, "lang": language}
            for name in TEXTS
            for words, language in [told(step, name)]
        },
        "reviewed_by": told(step, "reviewed_by")[0],
    }


def _around(step: Any, country: str) -> dict[str, Any]:
    """The index beside it, the step before and the next one."""
    steps = steps_in_order()
    at = [each.pk for each in steps].index(step.pk)
    before = steps[at - 1] if at else None
    after = steps[at + 1] if at + 1 < len(steps) else None
    return {
        "parts": outline(country, step.key),
        "many": len(steps),
        "before": step_line(before, country) if before else None,
        "after": step_line(after, country) if after else None,
    }


def _norms(step: Any, country: str) -> list[dict[str, Any]]:
    """By country, in the order of the guide; only the chosen one where there is one."""
    found = norms_of_step(step, country)
    return [
        {
            "country": country_words(code),
            "url": step_address(step.slug, code),
            "rows": support_lines(found[code]),
        }
        for code in GUIDE_COUNTRIES
        if code in found
    ]


def _paper(document: Any, country: str) -> dict[str, Any]:
    """A model document with the addresses of its files."""
    return document_line(document, country) | {
        "docx": with_country(paper_address(document.slug, "docx"), country),
        "pdf": with_country(paper_address(document.slug, "pdf"), country),
    }
