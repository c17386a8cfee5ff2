"""Opening an exchange before its trip, and its plan, report and list of what is ready."""

import uuid
from copy import copy
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.models import Organisation
from network.services.refusals import Refused, Stale
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only
from twinnings import rules
from twinnings.choices import Direction, Modality
from twinnings.forms.exchanges import (
    FIELDS_OF,
    ChecklistForm,
    OpenForm,
    PlanForm,
    ReportForm,
)
from twinnings.models import Exchange, Twinning
from twinnings.services.exchanges import (
    open_exchange,
    organisations_of,
    report_exchange,
    save_exchange,
)
from twinnings.views.workspace.doors import to_write, visible
from twinnings.views.workspace.drawn import Sheet, closed, done
from twinnings.views.workspace.photos import photos
from twinnings.views.workspace.rows import ROWS, rows

TITLES = {
    "plan": gettext_lazy("The plan"),
    "agenda": gettext_lazy("Agenda"),
    "delegation": gettext_lazy("Delegation"),
    "checklist": gettext_lazy("What is ready, stage by stage"),
    "report": gettext_lazy("Report"),
    "places": gettext_lazy("What was visited"),
    "photos": gettext_lazy("Photos and documents"),
}
FORMS: dict[str, Any] = {
    "plan": PlanForm,
    "checklist": ChecklistForm,
    "report": ReportForm,
}
LEADS = {
    "report": gettext_lazy(
        "The first boxes are enough on the phone; the rest can wait. Saving says that "
        "the exchange took place."
    )
}


@staff_only
def open_one(request: StaffRequest, pk: int) -> HttpResponse:
    """Open an exchange of a twinning, or note one that was."""
    twinning = visible(Twinning, request, pk)
    owner = _owner(request, twinning)
    fresh = Exchange(
        twinning=twinning,
        modality=Modality.VISIT,
        direction=Direction.OUTGOING,
    )
    form = OpenForm(
        posted(request),
        instance=fresh,
        twinning=twinning,
        initial={"client_uuid": uuid.uuid4()},
    )
    sheet = Sheet(
        request,
        form,
        twinning,
        title=_("Open an exchange"),
        button=_("Open the exchange"),
        fields_of=FIELDS_OF,
        lead=_(
            "Before the trip; what is public comes later. It can change until then."
        ),
    )
    if request.method == "POST" and form.is_valid():
        made = _opened(sheet, twinning, owner)
        if made is not None:
            return _begun(request, made)
    return sheet.drawn()


def _owner(request: StaffRequest, twinning: Twinning) -> Organisation:
    """For which party the person opens it: whoever tells of the twinning first."""
    parties = organisations_of(twinning)
    rows = Organisation.objects.filter(pk__in=parties | {twinning.owner_id})
    first = sorted(rows, key=lambda each: each.pk != twinning.owner_id)
    for each in first:
        if rules.may_open_exchange(request.user, twinning, each, parties):
            return each
    raise PermissionDenied


def _opened(sheet: Sheet, twinning: Twinning, owner: Organisation) -> Any:
    values = sheet.form.values()
    try:
        made, _new = open_exchange(
            twinning=twinning,
            owner=owner,
            by=sheet.request.user,
            values=values,
            client_uuid=sheet.form.cleaned_data["client_uuid"],
            sure=sheet.sure,
        )
    except Refused as refusal:
        sheet.refused(refusal)
        return None
    return made


def _begun(request: StaffRequest, made: Exchange) -> HttpResponse:
    if made.discarded_at is None:
        done(request, _("The exchange is open: go on with its agenda and delegation."))
        return redirect("twinnings:exchange", pk=made.pk)
    messages.info(request, _("You began it and it was discarded: bring it back below."))
    return redirect("twinnings:twinnings")


@staff_only
def exchange_section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One part of an exchange; what cannot be saved is drawn as it was typed."""
    if name not in TITLES:
        raise Http404
    exchange = to_write(Exchange, request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, exchange):
        return closed(request, exchange)
    if name == "photos":
        return photos(request, exchange, TITLES[name])
    if name in ROWS:
        return rows(request, exchange, name, TITLES[name])
    form = FORMS[name](posted(request), instance=copy(exchange))
    sheet = Sheet(
        request,
        form,
        exchange,
        title=TITLES[name],
        lead=LEADS.get(name, ""),
        fields_of=FIELDS_OF,
    )
    if request.method == "POST" and form.is_valid() and _saved(sheet, name):
        return redirect("twinnings:exchange", pk=pk)
    return sheet.drawn()


def _saved(sheet: Sheet, name: str) -> bool:
    verb = report_exchange if name == "report" else save_exchange
    values = sheet.form.values()
    if name == "plan" and sheet.record.status == "cancelled":
        values["status"] = "planned"
    try:
        verb(
            exchange=sheet.record,
            by=sheet.request.user,
            version=number_in(sheet.request.POST.get("version", "")),
            values=values,
            sure=sheet.sure,
        )
    except Stale as stale:
        sheet.meanwhile(stale)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    said = (
        _("The report was saved. Write down the commitments and add the photos.")
        if name == "report"
        else _("The section was saved.")
    )
    done(sheet.request, said)
    return True
