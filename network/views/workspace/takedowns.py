"""«Retiros»: what was asked to be taken down, what was, and why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amuprev.foundation.together import read_together
from network import takedowns
from network.choices import PublicKind, TakeDownOutcome
from network.forms.takedowns import KeepForm, ReasonForm
from network.models import TakeDown
from network.services import takedowns as verbs
from network.services.refusals import Refused
from network.services.takedowns.kinds import HIDEABLE
from network.services.takedowns.things import Thing
from network.views.workspace.doors import StaffRequest, posted, staff_only, tell

LATELY = 25


@require_safe
@staff_only
def take_downs(request: StaffRequest) -> HttpResponse:
    """What waits for a decision, what lacks its reason, and what was decided lately."""
    if not takedowns.decides_somewhere(request.user):
        raise PermissionDenied
    decided = takedowns.take_downs_of(request.user).exclude(
        outcome=TakeDownOutcome.WAITING
    )
    decided = decided.exclude(takedowns.UNEXPLAINED)
    lately = decided.select_related("owner").order_by("-decided_at")
    context = read_together(
        waiting=takedowns.waiting_take_downs(request.user)[:LATELY],
        without_reason=takedowns.take_downs_without_reason(request.user)[:LATELY],
        decided=lately[:LATELY],
    )
    every = [row for rows in context.values() for row in rows]
    for row, thing in zip(every, verbs.things_of(every), strict=True):
        row.thing = thing
    return render(request, "network/workspace/take_downs.html", context)


@staff_only
def take_down(request: StaffRequest, pk: int) -> HttpResponse:
    """One request: what, why, and the two answers; «it stays» needs its reason."""
    found = _mine(request, pk)
    form = KeepForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.keep_public(
                take_down=found, by=request.user, reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It stays. Whoever asked is answered."))
            return redirect("network:take_downs")
    way = HIDEABLE[PublicKind(found.kind)]
    thing = verbs.thing_of(found)
    context = {
        "take_down": found,
        "thing": thing,
        "copies": verbs.copies_of(found),
        "form": form,
        "may_hide": way.hide is not None,
        "consequence": way.consequence,
    }
    status = 422 if form.is_bound else 200
    return render(request, "network/workspace/take_down.html", context, status=status)


@require_POST
@staff_only
def take_down_hide(request: StaffRequest, pk: int) -> HttpResponse:
    """Hide it now; the reason is asked on the next page."""
    found = _mine(request, pk)
    copies = verbs.copies_of(found)
    try:
        verbs.hide_now(take_down=found, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:take_down", pk=pk)
    messages.success(request, _("It is hidden: the public no longer sees it."))
    left = verbs.copies_of(found)
    hidden = [each for each in copies if each not in left]
    if hidden:
        said = _("The same picture was hidden too in: %(places)s.")
        messages.info(request, said % {"places": _places(hidden)})
    if left:
        said = _(
            "The same picture is still public in: %(places)s. You cannot hide it there: "
            "write to its association."
        )
        messages.warning(request, said % {"places": _places(left)})
    return redirect("network:take_down_reason", pk=pk)


def _places(copies: list[Thing]) -> str:
    return "; ".join(each.title for each in copies)


@require_POST
@staff_only
def take_down_show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show it to the public again."""
    found = _mine(request, pk)
    try:
        verbs.show_again(take_down=found, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("It is shown to the public again."))
    return redirect("network:take_down", pk=pk)


@staff_only
def take_down_reason(request: StaffRequest, pk: int) -> HttpResponse:
    """Why it was hidden, written afterwards."""
    found = _mine(request, pk)
    if found.outcome != TakeDownOutcome.HIDDEN:
        return redirect("network:take_down", pk=pk)
    form = ReasonForm(posted(request), initial={"reason": found.reason})
    if request.method == "POST" and form.is_valid():
        try:
            verbs.write_reason(
                take_down=found, by=request.user, reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The reason was saved."))
            return redirect("network:take_down", pk=pk)
    context = {"take_down": found, "thing": verbs.thing_of(found), "form": form}
    status = 422 if form.is_bound else 200
    return render(
        request, "network/workspace/take_down_reason.html", context, status=status
    )


def _mine(request: StaffRequest, pk: int) -> TakeDown:
    """The take-down, if this person may hide what it is about; otherwise not found."""
    rows = takedowns.take_downs_of(request.user)
    return get_object_or_404(rows.select_related("owner", "decided_by"), pk=pk)
