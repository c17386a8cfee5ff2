"""The body of a municipality: its acts, its seats, its sub-commissions."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amuprev.foundation.together import complete, related_to
from network.choices import Sex
from network.dates import describe
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet, done
from toolkit import rules
from toolkit.forms.bodies import BodyForm, GroupForm, LeavingForm, SeatForm
from toolkit.models import BodyMember, PreventionBody, SubCommission
from toolkit.services import bodies as verbs
from toolkit.views.workspace.asking import Asked, press
from toolkit.views.workspace.doors import (
    address_of,
    body_of,
    body_or_none_found,
    own_town,
    town_of,
    way_back,
)


@require_safe
@staff_only
def seats(request: StaffRequest, pk: int) -> HttpResponse:
    """The body with its acts, its seats by institution, and its sub-commissions."""
    town = town_of(request, pk)
    body = body_or_none_found(town)
    members = related_to(body, "members")
    found = complete(body, "commissions", members=members)
    sitting = [each for each in found["members"] if each.sits]
    context = {
        "town": town,
        "body": body,
        "founded": describe(body.founded, precision=body.date_precision)
        if body.founded
        else "",
        "sitting": sitting,
        "gone": [each for each in found["members"] if not each.sits],
        "by_sex": _by_sex(sitting),
        "groups": found["commissions"],
        "today": timezone.localdate(),
        "may_work": rules.may_work(request.user, town),
    }
    return render(request, "toolkit/workspace/body.html", context)


def _by_sex(seats: list[BodyMember]) -> list[tuple[str, int]]:
    """How many seats are held by women and by men; nothing where nobody said it."""
    if all(each.sex == Sex.UNKNOWN for each in seats):
        return []
    labels = [str(each.get_sex_display()) for each in seats]
    return [(label, labels.count(label)) for label in dict.fromkeys(labels)]


@staff_only
def body(request: StaffRequest, pk: int) -> HttpResponse:
    """What the body is called and the acts on which it stands."""
    town = own_town(request, pk)
    kept = body_of(town)
    form = BodyForm(posted(request), town=town, record=kept)
    title = _("The prevention body")
    sheet = Sheet(request, form, town, title=title, **way_back(town))
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_body(
                organisation=town,
                by=request.user,
                values=form.values(),
                # Whoever founds one does not write over one founded meanwhile.
                version=sheet.version_read or 0,
            )

        if sheet.does(save):
            done(request, _("The body was saved."))
            return redirect("toolkit:seats", pk=pk)
    return sheet.drawn()


@staff_only
def add_seat(request: StaffRequest, pk: int) -> HttpResponse:
    """A seat more."""
    kept = body_or_none_found(own_town(request, pk))
    return _seat(request, kept, None)


@staff_only
def seat(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Change a seat."""
    kept = body_or_none_found(own_town(request, pk))
    return _seat(request, kept, get_object_or_404(kept.members, pk=key))


def _seat(
    request: StaffRequest, kept: PreventionBody, member: BodyMember | None
) -> HttpResponse:
    form = SeatForm(posted(request), body=kept, record=member)
    title = str(member) if member else _("A seat of the body")
    sheet = _sheet(request, form, kept, title)
    sheet.told["another"] = member is None
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_member(
                body=kept,
                by=request.user,
                member=member,
                values=form.values(),
                commissions=form.cleaned_data.get("commissions"),
                version=sheet.version_read,
                sure=sheet.sure,
            )

        if sheet.does(save):
            done(request, _("The seat was saved."))
            if "another" in request.POST:
                return redirect("toolkit:add_seat", pk=kept.organisation_id)
            return redirect("toolkit:seats", pk=kept.organisation_id)
    return sheet.drawn()


@staff_only
def leave(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Say that a seat is no longer held."""
    kept = body_or_none_found(own_town(request, pk))
    member = get_object_or_404(kept.members, pk=key)
    form = LeavingForm(posted(request), initial={"on": timezone.localdate()})
    sheet = _sheet(request, form, kept, _("It left the body"))
    sheet.told |= {
        "lead": str(member),
        "fields_of": dict.fromkeys(("ahead", "days"), "on"),
    }
    if request.method == "POST" and form.is_valid():

        def end() -> None:
            on = form.cleaned_data["on"]
            verbs.end_member(body=kept, member=member, by=request.user, on=on)

        if sheet.does(end):
            done(request, _("It was noted that the seat is no longer held."))
            return redirect("toolkit:seats", pk=pk)
    return sheet.drawn()


@require_POST
@staff_only
def sit_again(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Take back that a seat was left."""
    kept = body_or_none_found(own_town(request, pk))
    member = get_object_or_404(kept.members, pk=key)
    asked = Asked(
        lambda: verbs.bring_member_back(body=kept, member=member, by=request.user),
        "",
        "",
        _("The seat is held again."),
        address_of(kept.organisation, "seats"),
    )
    return press(request, asked)


@staff_only
def add_group(request: StaffRequest, pk: int) -> HttpResponse:
    """A sub-commission more."""
    return _group(request, body_or_none_found(own_town(request, pk)), None)


@staff_only
def group(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Change a sub-commission, or say that it ended."""
    kept = body_or_none_found(own_town(request, pk))
    return _group(request, kept, get_object_or_404(kept.commissions, pk=key))


def _group(
    request: StaffRequest, kept: PreventionBody, known: SubCommission | None
) -> HttpResponse:
    form = GroupForm(posted(request), record=known)
    title = str(known) if known else _("A sub-commission")
    sheet = _sheet(request, form, kept, title)
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_commission(
                body=kept,
                by=request.user,
                commission=known,
                values=form.values(),
                version=sheet.version_read,
                sure=sheet.sure,
            )

        if sheet.does(save):
            done(request, _("The sub-commission was saved."))
            return redirect("toolkit:seats", pk=kept.organisation_id)
    return sheet.drawn()


def _sheet(request: StaffRequest, form: Any, kept: PreventionBody, title: str) -> Sheet:
    town = kept.organisation
    return Sheet(request, form, town, title=title, **way_back(town, "seats", kept))
