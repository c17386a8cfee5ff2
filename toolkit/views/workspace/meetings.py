"""The meetings of a body: planned, minuted, called off, and their minutes as a paper."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete, related_to
from network.models import Organisation
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet, done
from toolkit import rules
from toolkit.choices import AgreementState, MeetingState
from toolkit.forms.meetings import MeetingForm
from toolkit.models import Meeting
from toolkit.services import meetings as verbs
from toolkit.views.workspace.asking import Asked, ask_first
from toolkit.views.workspace.doors import (
    address_of,
    body_or_none_found,
    own_town,
    town_of,
    way_back,
)

MOST = 200
# By the code of a refusal: beside which box it is said.
FIELDS_OF = {
    "day": "held_on",
    "ahead": "held_on",
    "hours": "ends",
    "next": "next_on",
    "left": "present",
}


@require_safe
@staff_only
def meetings(request: StaffRequest, pk: int) -> HttpResponse:
    """Every meeting, newest first."""
    town = town_of(request, pk)
    body = body_or_none_found(town)
    context = {
        "town": town,
        "body": body,
        "meetings": list(body.meetings.newest_first()[:MOST]),
        "may_work": rules.may_work(request.user, town),
    }
    return render(request, "toolkit/workspace/meetings.html", context)


def meeting_of(town: Organisation, key: int) -> Meeting:
    """A meeting of its body, which knows its body and its municipality."""
    body = body_or_none_found(town)
    found: Meeting = get_object_or_404(body.meetings, pk=key)
    found.body = body
    return found


@require_safe
@staff_only
def meeting(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """One meeting: who was there, what was said, what was agreed, and its papers."""
    town = town_of(request, pk)
    found = meeting_of(town, key)
    rows = complete(found, "agreements", present=related_to(found, "present"))
    context = {
        "town": town,
        "meeting": found,
        "present": rows["present"],
        "agreements": rows["agreements"],
        "open_state": AgreementState.OPEN,
        "is_cancelled": found.state == MeetingState.CANCELLED,
        "is_planned": found.state == MeetingState.PLANNED,
        "may_work": rules.may_work(request.user, town),
    }
    return render(request, "toolkit/workspace/meeting.html", context)


@staff_only
def add_meeting(request: StaffRequest, pk: int) -> HttpResponse:
    """Plan a meeting, or minute one that was held."""
    town = own_town(request, pk)
    body = body_or_none_found(town)
    form = MeetingForm(posted(request), body=body, state=MeetingState.HELD)
    sheet = _sheet(request, form, town, _("A meeting of the body"))
    if request.method == "POST" and form.is_valid():
        made: list[Meeting] = []

        def open_one() -> None:
            kept = verbs.open_meeting(
                body=body,
                by=request.user,
                values=form.values(),
                client_uuid=form.cleaned_data["client_uuid"],
                present=_present(form),
                sure=sheet.sure,
            )
            made.append(kept)

        if sheet.does(open_one):
            done(request, _("The meeting was saved. Now write down what it agreed."))
            return redirect("toolkit:meeting", pk=pk, key=made[0].pk)
    return sheet.drawn()


def _present(form: Any) -> Any:
    """Who was there; of a meeting to come nobody is counted."""
    seats = form.cleaned_data["present"]
    held = form.cleaned_data["state"] == MeetingState.HELD
    return list(seats) if held or seats else None


def _sheet(request: StaffRequest, form: Any, town: Organisation, title: str) -> Sheet:
    told = way_back(town) | {"title": title, "fields_of": FIELDS_OF}
    return Sheet(request, form, town, **told)


@staff_only
def edit_meeting(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Change a meeting; two people who minute it overwrite nothing."""
    town = own_town(request, pk)
    found = meeting_of(town, key)
    form = MeetingForm(posted(request), body=found.body, record=found)
    sheet = _sheet(request, form, town, _meeting_title(found))
    back = address_of(town, "meeting", key)
    sheet.told |= {"back": back, "back_title": _meeting_title(found)}
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_meeting(
                meeting=found,
                by=request.user,
                version=sheet.version_read,
                values=form.values(),
                present=_present(form),
                sure=sheet.sure,
            )

        if sheet.does(save):
            done(request, _("The meeting was saved."))
            return redirect(back)
    return sheet.drawn()


def _meeting_title(meeting: Meeting) -> str:
    return _("Meeting %(number)d") % {"number": meeting.number}


@staff_only
def meeting_act(request: StaffRequest, pk: int, key: int, act: str) -> HttpResponse:
    """Ask, then call a meeting off, or take that back."""
    town = own_town(request, pk)
    found = meeting_of(town, key)
    back = address_of(town, "meeting", key)
    if act == "cancel":
        asked = Asked(
            lambda: verbs.cancel_meeting(meeting=found, by=request.user),
            _("Call this meeting off"),
            _("It stays in the list as called off, and can be taken up again."),
            _("The meeting was called off."),
            back,
        )
    else:
        asked = Asked(
            lambda: verbs.resume_meeting(meeting=found, by=request.user),
            _("Take this meeting up again"),
            _("It is planned again, with all that was written."),
            _("The meeting is planned again."),
            back,
        )
    return ask_first(request, _meeting_title(found), asked)
