"""One twinning: who, why, what was exchanged and promised, and what is not known."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from twinnings.addresses import landing_address, twinning_address
from twinnings.dating import order_of
from twinnings.lines import (
    drawn_of,
    kept_words,
    life_of,
    met_of,
    party_line,
    told,
    when_of,
)
from twinnings.linked import twinning_linked
from twinnings.maps import twinning_map
from twinnings.models import Twinning
from twinnings.offered import offered
from twinnings.people import people_told
from twinnings.reading import public_twinning, with_all

LANGUAGES = ("es", "en")


def crumbs(page: Page, *more: dict[str, str]) -> list[dict[str, str]]:
    """From the home page down to the landing, and further."""
    return [
        {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
        {"title": page.title, "url": landing_address()},
        *more,
    ]


def corrected(
    request: HttpRequest, page: Page, rows: Any, address: Callable[[str], str]
) -> HttpResponse:
    """What stood here is being corrected: that, and no word of it. Else there is no
    such page."""
    if not rows.exists():
        raise Http404
    context = {
        "page": page,
        "list_url": landing_address(),
        "record_alternates": {code: address(code) for code in LANGUAGES},
    }
    return render(request, "twinnings/public/corrected.html", context, status=404)


def twinning_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One public twinning."""
    twinning = public_twinning(slug)
    if twinning is None:
        rows = Twinning.objects.being_corrected().filter(slug=slug)
        return corrected(request, page, rows, partial(twinning_address, slug))
    found = with_all(twinning)
    title, title_language = told(twinning, "title")
    drawn = twinning_map([drawn_of(twinning)])
    context = {
        "page": page,
        "twinning": twinning,
        "title": title,
        "title_language": title_language,
        "when": life_of(twinning),
        "lead": _("%(kind)s. Status: %(status)s.")
        % {
            "kind": twinning.get_type_display(),
            "status": twinning.get_status_display(),
        },
        "parties": [party_line(party) for party in twinning.parties.all()],
        "statuses": [
            {"entry": entry, "when": when_of(entry)}
            for entry in sorted(twinning.status_entries.all(), key=order_of)
        ],
        "exchanges": _timeline(found),
        "people": people_told(found["delegation"]),
        "kept": kept_words(len(found["commitments"]), met_of(found["commitments"])),
        "activities": found["activities"],
        "documents": found["documents"],
        "offered": offered([each.pk for each in found["exchanges"]]),
        "map": drawn if drawn["shown"] else None,
        "linked": twinning_linked(twinning),
        "address": request.build_absolute_uri(twinning_address(slug)),
        "record_alternates": {code: twinning_address(slug, code) for code in LANGUAGES},
        "crumbs": crumbs(page),
    }
    return render(request, "twinnings/public/twinning.html", context)


def _timeline(found: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Its exchanges, the oldest first, each with what was promised and answered."""
    promised, answered = defaultdict(list), defaultdict(list)
    for commitment in found["commitments"]:
        promised[commitment.exchange_id].append(commitment)
    for answer in found["answers"]:
        answered[answer.exchange_id].append(answer)
    return [
        {
            "exchange": exchange,
            "when": when_of(exchange),
            "commitments": promised[exchange.pk],
            "answers": answered[exchange.pk],
        }
        for exchange in sorted(found["exchanges"], key=order_of)
    ]
