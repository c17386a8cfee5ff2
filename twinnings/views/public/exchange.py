"""One exchange that is over: who went where, what was seen, learnt and promised."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.models import Page

from amuprev.foundation.data_saving import saves_data, switch_address, told_apart
from twinnings.addresses import exchange_address, twinning_address
from twinnings.lines import (
    by_country,
    direction_of,
    exchange_line,
    kept_words,
    met_of,
    place_address,
    told,
)
from twinnings.linked import exchange_linked
from twinnings.models import Exchange
from twinnings.offered import offered
from twinnings.people import institutions_told, people_told
from twinnings.reading import exchange_with_all, public_exchange
from twinnings.views.public.detail import corrected, crumbs

LANGUAGES = ("es", "en")
# Of a key, for the database.
LARGEST = 2**63 - 1


def exchange_detail(request: HttpRequest, page: Page, number: int) -> HttpResponse:
    """One public exchange."""
    address = exchange_address(number)
    if request.path != address:
        return redirect(address, permanent=True)
    exchange = public_exchange(number)
    if exchange is None:
        rows = Exchange.objects.being_corrected().filter(pk=min(number, LARGEST))
        return corrected(request, page, rows, partial(exchange_address, number))
    saving = saves_data(request)
    context: dict[str, Any] = {
        "page": page,
        "saving": saving,
        "switch_url": switch_address(request, saving=saving),
        **_told_of(exchange),
        **_found_of(exchange),
        "address": request.build_absolute_uri(address),
        "record_alternates": {
            code: exchange_address(number, code) for code in LANGUAGES
        },
    }
    crumb = {"title": context["twinning"]["title"], "url": context["twinning"]["url"]}
    context["crumbs"] = crumbs(page, crumb)
    return told_apart(render(request, "twinnings/public/exchange.html", context))


def _told_of(exchange: Any) -> dict[str, Any]:
    """What it is, in words."""
    line, twinning = exchange_line(exchange), exchange.twinning
    title, language = told(twinning, "title")
    return {
        "exchange": exchange,
        "title": line["title"],
        "title_language": line["lang"],
        "when": line["when"],
        "where": line["where"],
        "twinning": {
            "title": title,
            "lang": language,
            "url": twinning_address(twinning.slug),
        },
        "direction": direction_of(exchange),
        "place_url": place_address(exchange.place) if exchange.place else "",
        "linked": exchange_linked(exchange),
        "offered": offered([exchange.pk]),
    }


def _found_of(exchange: Any) -> dict[str, Any]:
    """All that belongs to it."""
    found = exchange_with_all(exchange)
    commitments, rows = found["commitments"], exchange.delegation.all()
    return {
        "who": by_country(found["parties"]),
        "people": people_told(rows),
        "institutions": institutions_told(rows),
        "commitments": commitments,
        "kept": kept_words(len(commitments), met_of(commitments)),
        "answers": found["answers"],
        "photos": found["photos"],
        "documents": found["documents"],
        "activities": found["activities"],
    }
