"""One's own activities: the list, one activity, and what can be done with it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network import rules
from network.choices import EvidenceKind, PublicKind, ReviewState
from network.figures import participants
from network.models import Activity, User
from network.services import review
from network.services.marks import marks_of
from network.services.refusals import Refused
from network.services.trash import discard_activity
from network.views.workspace.doors import (
    StaffRequest,
    is_it_right,
    kept_evidence,
    staff_only,
    tell,
    to_its_reason,
    visible_activity,
    with_its_parts,
)

# What can be done with an activity: the rule, the verb, the words of its question.
ACTIONS: dict[str, tuple[Callable, Callable, Promise, Promise]] = {
    "reopen": (
        rules.may_reopen_activity,
        review.reopen_activity,
        gettext_lazy("Take it back to correct it"),
        gettext_lazy("It becomes a draft again. Send it to review when it is ready."),
    ),
    "withdraw": (
        rules.may_withdraw_activity,
        review.withdraw_activity,
        gettext_lazy("Withdraw it from the public"),
        gettext_lazy("It leaves every public page and figure. It can be corrected."),
    ),
    "hide": (
        rules.may_hide_activity,
        review.hide_activity,
        gettext_lazy("Hide it now"),
        gettext_lazy("It leaves every public page and figure within a minute."),
    ),
    "show": (
        rules.may_show_activity,
        review.show_activity,
        gettext_lazy("Show it to the public again"),
        gettext_lazy("It stands again on every public page and in every figure."),
    ),
    "discard": (
        rules.may_discard_activity,
        discard_activity,
        gettext_lazy("Discard this draft"),
        gettext_lazy(
            "The draft and its photos and documents go to the trash. They can be "
            "brought back for 30 days; after that they are deleted for good."
        ),
    ),
}

DONE: dict[str, Promise] = {
    "reopen": gettext_lazy("It is a draft again."),
    "withdraw": gettext_lazy("It was withdrawn from the public."),
    "hide": gettext_lazy("It is hidden: the public no longer sees it."),
    "show": gettext_lazy("It is shown to the public again."),
}


@require_safe
@staff_only
def activity(request: StaffRequest, pk: int) -> HttpResponse:
    """One activity as its organisation and its reviewers see it."""
    record = visible_activity(request, pk)
    steps = with_its_parts(record)
    context = {
        "activity": record,
        "figures": participants(record.counts.all()),
        "evidence": kept_evidence(record),
        "partners": record.partners.all(),
        "steps": steps,
        "actions": _possible(request.user, record),
        "may_edit": rules.may_edit_activity(request.user, record),
        "may_review": rules.may_review_activity(request.user, record),
        "may_change_evidence": rules.may_change_evidence(request.user, record),
        "may_hide": rules.may_hide_activity(request.user, record),
        "may_renew": rules.may_renew_consents(request.user, record),
        "missing": review.missing_to_submit(record).values(),
        "marks": marks_of(record),
    }
    return render(request, "network/workspace/activity.html", context)


@staff_only
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send a saved draft to review; what seems personal data is asked about once."""
    record = visible_activity(request, pk)
    looked = request.POST.get("looked") == str(record.version)
    if not looked and (question := is_it_right(request, record)):
        return question
    if request.method != "POST":
        return redirect("network:activity", pk=pk)
    try:
        review.submit_activity(activity=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:activity", pk=pk)
    return redirect("network:activity_sent", pk=pk)


@require_safe
@staff_only
def sent(request: StaffRequest, pk: int) -> HttpResponse:
    """The confirmation, with the number and what happens next; it can be bookmarked."""
    record = visible_activity(request, pk)
    if record.review_state == ReviewState.DRAFT:
        return redirect("network:activity", pk=pk)
    context = {
        "activity": record,
        "figures": participants(record.counts.all()),
        "evidence": record.evidence.kept().filter(kind=EvidenceKind.PICTURE),
        "may_change_evidence": rules.may_change_evidence(request.user, record),
        "over": bool(record.last_day and record.last_day <= record.local_today),
        "may_record": rules.may_record(request.user, record.owner),
    }
    return render(request, "network/workspace/sent.html", context)


@staff_only
def act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do: take back, withdraw, hide or discard."""
    if action not in ACTIONS:
        raise Http404
    record = visible_activity(request, pk)
    rule, verb, title, consequence = ACTIONS[action]
    if not rule(request.user, record):
        raise PermissionDenied
    if request.method != "POST":
        context = {"activity": record, "title": title, "consequence": consequence}
        return render(request, "network/workspace/confirm.html", context)
    try:
        verb(activity=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:activity", pk=pk)
    if action == "discard":
        messages.success(request, _("The draft is in the trash."))
        return redirect("network:trash")
    messages.success(request, str(DONE[action]))
    if action == "hide":
        return to_its_reason(PublicKind.ACTIVITY, str(pk))
    return redirect("network:activity", pk=pk)


def _possible(user: User, record: Activity) -> list[dict[str, str]]:
    possible = []
    for name, (rule, _verb, title, _consequence) in ACTIONS.items():
        hidden_already = name == "hide" and record.hidden_at
        if rule(user, record) and not hidden_already:
            possible.append({"name": name, "title": str(title)})
    return possible
