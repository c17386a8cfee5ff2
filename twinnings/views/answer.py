"""The page that a mail's signed link opens, for somebody without an account.

It tells of that one exchange and nothing else, is kept by no cache and sets no cookie.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from amuprev.foundation.addresses import language_in_use
from network.knocks import too_often
from network.services.refusals import Refused
from twinnings.addresses import answer_address, exchange_address
from twinnings.choices import LinkPurpose
from twinnings.forms.answering import FactsForm, FollowUpForm, refused
from twinnings.lines import by_country, kept_words, met_of, told, when_of
from twinnings.people import institutions_told, people_told
from twinnings.reading import told_to_officer
from twinnings.services.links import Opened, open_link
from twinnings.services.publication import is_told_as_few

FORMS: dict[str, type[FactsForm] | type[FollowUpForm]] = {
    LinkPurpose.FACTS: FactsForm,
    LinkPurpose.FOLLOW_UP: FollowUpForm,
}
# What one connection may send, and how many links it may try that open nothing.
STATUS = {"open": 200, "used": 200, "revoked": 410, "expired": 410, "unknown": 404}
SENT = "sent"


# The signed link is the proof, as much as a token would be: no cookie is needed, and a
# form that stays open for days is still accepted.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The facts or the questions of one exchange, or one sentence why they are closed."""
    opened = open_link(token)
    if opened.link is None and too_often(
        request, "answer-unknown", settings.LINKS_TRIED_AN_HOUR
    ):
        return _closed(request, opened, status=429)
    if not opened.is_open or opened.link is None:
        return _closed(request, opened)
    form = FORMS[opened.link.purpose](
        request.POST if request.method == "POST" else None
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and _keep(request, form, opened):
            address = answer_address(token, language_in_use())
            return redirect(f"{address}?{SENT}=1")
        # Answered, ended or taken back since it was opened: what was typed is shown.
        again = open_link(token)
        if not again.is_open:
            return _closed(request, again)
        status = 429 if form.has_error(NON_FIELD_ERRORS, "often") else 422
    return render(
        request, "twinnings/answer/ask.html", _context(opened, form), status=status
    )


def _keep(request: HttpRequest, form: Any, opened: Opened) -> bool:
    """Hand it on; false when it was refused."""
    if too_often(request, "answer", settings.ANSWERS_AN_HOUR):
        often = _("Many answers came from your connection. Try again in an hour.")
        form.add_error(None, ValidationError(often, "often"))
        return False
    try:
        form.send(opened.link)
    except Refused as refusal:
        refused(form, refusal)
        return False
    return True


def _closed(
    request: HttpRequest, opened: Opened, status: int | None = None
) -> HttpResponse:
    """One sentence; and whatever was typed, to be copied."""
    context = {
        "state": "often" if status == 429 else opened.state,
        "sent": opened.state == "used" and request.GET.get(SENT) == "1",
        "typed": _typed(request),
    }
    return render(
        request,
        "twinnings/answer/closed.html",
        context,
        status=status or STATUS[opened.state],
    )


def _typed(request: HttpRequest) -> list[dict[str, str]]:
    """The words of a form that came too late, with their questions."""
    if request.method != "POST":
        return []
    labels = {
        name: field.label
        for form in FORMS.values()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField) and name != "website"
    }
    words = ((name, request.POST.get(name, "").strip()) for name in labels)
    return [{"label": str(labels[name]), "words": told} for name, told in words if told]


def _context(opened: Opened, form: forms.Form) -> dict[str, Any]:
    """One exchange as its parties know it: no other record, no address of anybody."""
    link: Any = opened.link
    exchange = link.exchange
    found = told_to_officer(exchange)
    commitments = found["commitments"]
    rows = found["delegation"]
    for row in rows:
        row.hidden = is_told_as_few(row)
    title, language = told(exchange, "title")
    return {
        "form": form,
        "about_facts": link.purpose == LinkPurpose.FACTS,
        "months": link.follow_up.months if link.follow_up else 0,
        "exchange": exchange,
        "exchange_title": title or exchange.get_modality_display(),
        "exchange_language": language,
        "when": when_of(exchange),
        "owner": exchange.owner,
        "who": by_country(found["parties"]),
        "people": people_told(rows),
        "institutions": institutions_told(rows),
        "places_seen": found["places_seen"],
        "commitments": commitments,
        "kept": kept_words(len(commitments), met_of(commitments)),
        "expires": link.expires_at,
        "public_url": exchange_address(exchange.pk) if exchange.is_public else "",
    }
