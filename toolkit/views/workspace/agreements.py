"""What a meeting agreed: written down, changed, settled, opened again, taken out."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from network.models import Organisation
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet, done
from toolkit.forms.meetings import AgreementForm, SettleForm
from toolkit.models import Agreement, Meeting
from toolkit.services import agreements as verbs
from toolkit.views.workspace.asking import Asked, ask_first
from toolkit.views.workspace.doors import address_of, own_town
from toolkit.views.workspace.meetings import meeting_of

FIELDS_OF = {"left": "member", "day": "on"}


def _agreement(meeting: Meeting, key: int) -> Agreement:
    rows = meeting.agreements.select_related("member")
    return get_object_or_404(rows, pk=key)


def _sheet(request: StaffRequest, form: Any, meeting: Meeting, **told: Any) -> Sheet:
    town = meeting.body.organisation
    back_title = _("Meeting %(number)d") % {"number": meeting.number}
    back = address_of(town, "meeting", meeting.pk)
    told |= {"town": town, "back": back, "back_title": back_title}
    return Sheet(request, form, town, fields_of=FIELDS_OF, **told)


@staff_only
def add_agreement(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Write down what the meeting agreed."""
    meeting = meeting_of(own_town(request, pk), key)
    form = AgreementForm(posted(request), body=meeting.body)
    sheet = _sheet(request, form, meeting, title=_("An agreement"), another=True)
    if request.method == "POST" and form.is_valid():

        def add() -> None:
            told = form.values() | {"client_uuid": form.cleaned_data["client_uuid"]}
            verbs.add_agreement(
                meeting=meeting, by=request.user, sure=sheet.sure, **told
            )

        if sheet.does(add):
            done(request, _("The agreement was written down."))
            if "another" in request.POST:
                return redirect(request.path)
            return redirect("toolkit:meeting", pk=pk, key=key)
    return sheet.drawn()


@staff_only
def agreement(request: StaffRequest, pk: int, key: int, number: int) -> HttpResponse:
    """Change an agreement that is open."""
    meeting = meeting_of(own_town(request, pk), key)
    kept = _agreement(meeting, number)
    form = AgreementForm(posted(request), body=meeting.body, record=kept)
    sheet = _sheet(request, form, meeting, title=_("Change the agreement"))
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_agreement(
                agreement=kept,
                by=request.user,
                version=sheet.version_read,
                sure=sheet.sure,
                **form.values(),
            )

        if sheet.does(save):
            done(request, _("The changes were saved."))
            return redirect("toolkit:meeting", pk=pk, key=key)
    return sheet.drawn()


@staff_only
def settle(request: StaffRequest, pk: int, key: int, number: int) -> HttpResponse:
    """Say what became of an agreement."""
    meeting = meeting_of(own_town(request, pk), key)
    kept = _agreement(meeting, number)
    form = SettleForm(posted(request))
    sheet = _sheet(request, form, meeting, title=_("What became of it"), lead=str(kept))
    if request.method == "POST" and form.is_valid():

        def say() -> None:
            verbs.settle_agreement(
                agreement=kept, by=request.user, sure=sheet.sure, **form.cleaned_data
            )

        if sheet.does(say):
            done(request, _("It was noted what became of the agreement."))
            return redirect("toolkit:meeting", pk=pk, key=key)
    return sheet.drawn()


@staff_only
def agreement_act(
    request: StaffRequest, pk: int, key: int, number: int, act: str
) -> HttpResponse:
    """Ask, then open an agreement again, or take it out."""
    town: Organisation = own_town(request, pk)
    kept = _agreement(meeting_of(town, key), number)
    back = address_of(town, "meeting", key)
    asked = {
        "reopen": Asked(
            lambda: verbs.reopen_agreement(agreement=kept, by=request.user),
            _("Open this agreement again"),
            _("It is open again; what was said of it stays."),
            _("The agreement is open again."),
            back,
        ),
        "remove": Asked(
            lambda: verbs.remove_agreement(agreement=kept, by=request.user),
            _("Take this agreement out"),
            _(
                "It leaves the minutes, as one that was written twice. To keep it in "
                "memory, say instead what became of it."
            ),
            _("The agreement was taken out."),
            back,
        ),
    }.get(act)
    if asked is None:
        raise Http404
    return ask_first(request, kept, asked)
