"""One's own activities: the list, one activity, and what can be done with it."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import rules
from network.choices import EvidenceKind, ReviewState
from network.figures import participants
from network.models import Activity, Evidence, User
from network.services import review
from network.services.activities import discard_activity
from network.services.refusals import Refused
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    recordable,
    staff_only,
    tell,
    visible_activity,
)

PAGE_SIZE = 20

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
        gettext_lazy("The draft and its files are deleted. This cannot be undone."),
    ),
}

DONE: dict[str, Promise] = {
    "reopen": gettext_lazy("It is a draft again."),
    "withdraw": gettext_lazy("It was withdrawn from the public."),
    "hide": gettext_lazy("It is hidden: the public no longer sees it."),
    "show": gettext_lazy("It is shown to the public again."),
}


@staff_only
def activities(request: StaffRequest) -> HttpResponse:
    """One's own activities and those one reviews, newest first, page by page."""
    found = Activity.objects.visible_to(request.user).select_related(
        "owner", "kind", "updated_by"
    )
    state = request.GET.get("state", "")
    words = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    if state in ReviewState.values:
        found = found.filter(review_state=state)
    if words:
        found = found.filter(
            Q(title_es__icontains=words)
            | Q(place_name__icontains=words)
            | Q(owner__name_es__icontains=words)
        )
    before = number_in(request.GET.get("before", ""))
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: PAGE_SIZE + 1])
    query = {"state": state, "q": words}
    more = rows[PAGE_SIZE - 1].pk if len(rows) > PAGE_SIZE else None
    context = {
        "rows": rows[:PAGE_SIZE],
        "states": ReviewState.choices,
        "state": state,
        "words": words,
        "next_url": f"?{urlencode({**query, 'before': more})}" if more else "",
        "first_url": f"?{urlencode(query)}" if before else "",
        "may_record": bool(recordable(request)),
        "log_url": reverse("network:quick_log"),
    }
    return render(request, "network/workspace/activities.html", context)


@staff_only
def activity(request: StaffRequest, pk: int) -> HttpResponse:
    """One activity as its organisation and its reviewers see it."""
    record = visible_activity(request, pk)
    context = {
        "activity": record,
        "figures": participants(record.counts.all()),
        "evidence": record.evidence.all(),
        "partners": record.partners.all(),
        "steps": record.steps.select_related("by"),
        "actions": _possible(request.user, record),
        "may_edit": rules.may_edit_activity(request.user, record),
        "may_review": rules.may_review_activity(request.user, record),
        "missing": review.missing_to_submit(record).values(),
    }
    return render(request, "network/workspace/activity.html", context)


@staff_only
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send a saved draft to review."""
    record = visible_activity(request, pk)
    if request.method != "POST":
        return redirect("network:activity", pk=pk)
    try:
        review.submit_activity(activity=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:activity", pk=pk)
    return redirect("network:activity_sent", pk=pk)


@staff_only
def sent(request: StaffRequest, pk: int) -> HttpResponse:
    """The confirmation, with the number and what happens next; it can be bookmarked."""
    record = visible_activity(request, pk)
    if record.review_state == ReviewState.DRAFT:
        return redirect("network:activity", pk=pk)
    context = {
        "activity": record,
        "figures": participants(record.counts.all()),
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
        messages.success(request, _("The draft was discarded."))
        return redirect("network:activities")
    messages.success(request, str(DONE[action]))
    return redirect("network:activity", pk=pk)


@staff_only
def evidence_file(request: StaffRequest, pk: int, key: str, size: str) -> FileResponse:
    """A private piece of evidence, for whoever may read its activity."""
    record = visible_activity(request, pk)
    piece = get_object_or_404(Evidence, activity=record, uuid=key)
    stored = piece.small if size == "small" and piece.small else piece.file
    if size not in ("small", "large"):
        raise Http404
    is_picture = piece.kind == EvidenceKind.PICTURE
    content_type = "image/webp" if stored == piece.small else piece.content_type
    try:
        opened = stored.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        opened, as_attachment=not is_picture, content_type=content_type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _possible(user: User, record: Activity) -> list[dict[str, str]]:
    possible = []
    for name, (rule, _verb, title, _consequence) in ACTIONS.items():
        hidden_already = name == "hide" and record.hidden_at
        if rule(user, record) and not hidden_already:
            possible.append({"name": name, "title": str(title)})
    return possible
