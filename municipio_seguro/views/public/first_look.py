"""The first look for anybody: a form and its result in one address; nothing is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from municipio_seguro import content
from municipio_seguro.addresses import first_look_address, paper_address
from municipio_seguro.choices import FIRST_LOOK
from municipio_seguro.instrument import Indicator
from municipio_seguro.papers import FIRST_LOOK_NAMES
from municipio_seguro.reports.words import said, short
from municipio_seguro.self_test import answers_in, lowest
from municipio_seguro.views.public.common import frame


def first_look(request: HttpRequest, page: Page) -> HttpResponse:
    """Sixteen questions; once any is answered, what it says and with what to begin."""
    instrument = content.current_instrument()
    given = answers_in(request.GET)
    asked = [_question(instrument.indicators[code], given) for code in FIRST_LOOK]
    context = frame(page, first_look_address)
    context |= {
        "questions": asked,
        "answered": [each for each in asked if each["level"] is not None],
        "unanswered": [each for each in asked if each["level"] is None],
        "begin": [
            each for code in lowest(given) for each in asked if each["code"] == code
        ],
        "asked": "show" in request.GET,
        "rule": said(instrument.rule),
        "paper_url": paper_address(FIRST_LOOK_NAMES[language_in_use()]),
        "clear_url": first_look_address(),
    }
    response = render(request, "municipio_seguro/public/first-look.html", context)
    add_never_cache_headers(response)
    return response


def _question(indicator: Indicator, given: dict[str, int]) -> dict[str, Any]:
    instrument = content.current_instrument()
    level = given.get(indicator.code)
    return {
        "code": indicator.code,
        "label": said(indicator.label),
        "question": said(indicator.question),
        "levels": [
            {"value": at, "text": said(text), "chosen": at == level}
            for at, text in enumerate(indicator.levels)
        ],
        "level": level,
        "name": "" if level is None else short(instrument.scale[level]),
        "now": "" if level is None else said(indicator.levels[level]),
        "next": "" if level in (None, 3) else said(indicator.levels[(level or 0) + 1]),
    }
