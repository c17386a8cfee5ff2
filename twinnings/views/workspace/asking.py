"""Asking a counterpart's office about the facts, and answering how it went on."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from network.choices import Country
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only, tell
from twinnings.forms.promising import OfficerForm, StaffAnswerForm
from twinnings.models import Exchange, FollowUp, OfficerLink
from twinnings.services import links
from twinnings.views.workspace.doors import address_of, own
from twinnings.views.workspace.drawn import Sheet, done

# Where offices are written to in English, unless it is said otherwise.
IN_ENGLISH = (Country.UNITED_STATES, Country.BELIZE)


@staff_only
def officer(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the facts to an office of the counterpart, by a signed link."""
    exchange = own(Exchange, request, pk)
    form = OfficerForm(posted(request), initial=_known(exchange))
    sheet = Sheet(
        request,
        form,
        exchange,
        title=_("Ask the counterpart"),
        button=_("Send the link"),
        lead=_(
            "Whoever receives it reads the facts of this exchange and says whether they "
            "are right, without an account. The link works once, for 30 days."
        ),
    )
    if request.method == "POST" and form.is_valid():
        try:
            links.ask_officer(exchange=exchange, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            sheet.refused(refusal)
        else:
            done(request, _("The link was sent."))
            return redirect(address_of(exchange))
    return sheet.drawn()


def _known(exchange: Exchange) -> dict[str, Any]:
    """The office of the counterpart, where it is written down."""
    others = [
        party
        for party in exchange.twinning.parties.all()
        if party.organisation_id != exchange.owner_id
    ]
    party = next((each for each in others if each.contact_email), None)
    if party is None:
        in_english = not others or any(e.country in IN_ENGLISH for e in others)
        return {"language": "en" if in_english else "es"}
    return {
        "email": party.contact_email,
        "office": party.contact_office or "",
        "language": party.contact_language,
    }


@staff_only
def revoke(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Ask, then end a link that went to the wrong address."""
    exchange = own(Exchange, request, pk)
    link = _link(exchange, key)
    if request.method != "POST":
        context = {
            "record": link.email or str(link),
            "title": gettext_lazy("End this link"),
            "consequence": gettext_lazy(
                "Whoever has it can no longer answer. You can send another."
            ),
            "back": address_of(exchange),
        }
        return render(request, "twinnings/workspace/confirm.html", context)
    try:
        links.revoke_link(link=link, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        done(request, _("The link was ended."))
    return redirect(address_of(exchange))


@require_POST
@staff_only
def settle(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Note that what an officer said was dealt with."""
    exchange = own(Exchange, request, pk)
    try:
        links.settle_correction(link=_link(exchange, key), by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        done(request, _("It was noted as dealt with."))
    return redirect(address_of(exchange))


def _link(exchange: Exchange, key: int) -> OfficerLink:
    return get_object_or_404(exchange.officer_links, pk=key)


@staff_only
def follow_up(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """The three questions, for somebody who signed in."""
    exchange = own(Exchange, request, pk)
    asked: FollowUp = get_object_or_404(exchange.follow_ups, pk=key)
    if asked.answered_at is not None and request.method != "POST":
        done(request, _("It was answered already. Thank you."))
        return redirect(address_of(exchange))
    form = StaffAnswerForm(posted(request))
    sheet = Sheet(request, form, exchange, title=_("What became of it"))
    if request.method == "POST" and form.is_valid():
        try:
            form.send_of(asked, request.user)
        except Refused as refusal:
            sheet.refused(refusal)
        else:
            done(request, _("Your answer was kept."))
            return redirect(address_of(exchange))
    return sheet.drawn()
