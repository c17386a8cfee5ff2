"""The instrument for its readers: the method, each dimension, and forms to fill by hand."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from municipio_seguro import content
from municipio_seguro.addresses import (
    first_look_address,
    instrument_address,
    paper_address,
)
from municipio_seguro.instrument import Indicator
from municipio_seguro.papers import FIRST_LOOK_NAMES, paper_form_pdf
from municipio_seguro.reports.words import said
from municipio_seguro.views.public.common import frame

KEPT = "public, max-age=60"
# What a source is called in the file, which says nothing to a reader.
FILE_NAME = re.compile(r" \(seed \d+\)$")


def instrument(request: HttpRequest, page: Page) -> HttpResponse:
    """How it is measured, in words that anybody can check."""
    whole = content.current_instrument()
    context = frame(page, lambda language: instrument_address(language=language))
    context |= {
        "instrument": whole,
        "title": said(whole.title),
        "rule": said(whole.rule),
        "numeric_rule": said(whole.numeric_rule),
        "context_rule": said(whole.context_rule),
        "scale": [said(each) for each in whole.scale],
        "strengths": [said(each) for each in whole.strengths],
        "count": len(whole.indicators),
        "dimensions": [
            {
                "code": each.code,
                "name": said(each.name),
                "url": instrument_address(each.code.lower()),
                "seed": each.seed_phrase,
                "count": len(each.indicators),
                "paper_url": paper_address(each.code.lower()),
            }
            for each in whole.dimensions
        ],
        "figures": [
            {"code": each.code, "label": said(each.label), "unit": said(each.unit)}
            for each in whole.context
        ],
        "first_look_url": first_look_address(),
        "paper_url": paper_address(FIRST_LOOK_NAMES[language_in_use()]),
    }
    return render(request, "municipio_seguro/public/instrument.html", context)


def dimension(request: HttpRequest, page: Page, code: str) -> HttpResponse:
    """One dimension with its questions, their levels and their sources."""
    whole = content.current_instrument()
    found = whole.by_code.get(code.upper())
    if found is None:
        raise Http404
    if code != found.code.lower():
        return redirect(instrument_address(found.code.lower()), permanent=True)
    own = {"title": _("The instrument"), "url": instrument_address()}
    context = frame(
        page, lambda language: instrument_address(code, language=language), own
    )
    context |= {
        "dimension": found,
        "title": said(found.name),
        "seed": found.seed_phrase,
        "rows": [_row(each) for each in found.indicators],
        "others": [
            {"name": said(each.name), "url": instrument_address(each.code.lower())}
            for each in whole.dimensions
            if each is not found
        ],
        "paper_url": paper_address(code),
    }
    return render(request, "municipio_seguro/public/dimension.html", context)


def _row(indicator: Indicator) -> dict[str, Any]:
    sources = content.current_instrument().sources
    citizen = indicator.citizen
    kinds = {
        "structure": _("structure: it exists"),
        "process": _("process: it is done"),
        "result": _("result: it shows"),
    }
    return {
        "code": indicator.code,
        "revision": indicator.revision,
        "label": said(indicator.label),
        "kind": kinds[indicator.kind],
        "question": said(indicator.question),
        "levels": [said(each) for each in indicator.levels],
        "evidence": said(indicator.evidence),
        "na": indicator.na_allowed,
        "citizen": said(citizen.question) if citizen else "",
        "children": bool(citizen and citizen.child_ok),
        "sources": [
            FILE_NAME.sub("", sources[each].title) for each in indicator.sources
        ],
    }


def paper_form(request: HttpRequest, page: Page, name: str) -> HttpResponse:
    """A dimension, or the first look, to fill by hand."""
    word = name.removesuffix(".pdf")
    language = language_in_use()
    if word in FIRST_LOOK_NAMES.values() and word != FIRST_LOOK_NAMES[language]:
        return redirect(paper_address(FIRST_LOOK_NAMES[language]), permanent=True)
    made = paper_form_pdf(word, language)
    if made is None:
        raise Http404
    if request.path != paper_address(word):
        return redirect(paper_address(word), permanent=True)
    answer = HttpResponse(made, content_type="application/pdf")
    filename = f"municipio-seguro-{word}-{language}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{filename}"'
    answer["Cache-Control"] = KEPT
    answer["X-Robots-Tag"] = "noindex"
    return answer
