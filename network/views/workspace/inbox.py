"""Review: what waits, one activity with its classification, several at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network import rules
from network.figures import participants
from network.forms.review import ClassificationForm, NoteForm
from network.models import Activity
from network.services import review
from network.services.marks import marks_of
from network.services.refusals import Refused
from network.views.workspace.doors import (
    StaffRequest,
    kept_evidence,
    number_in,
    staff_only,
    tell,
    visible_activity,
    with_its_parts,
)
from network.waiting import PATIENCE, late

PAGE_SIZE = 25


@staff_only
def inbox(request: StaffRequest) -> HttpResponse:
    """What waits for this reviewer, oldest first; several are approved at once."""
    if not rules.may_review_somewhere(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return _approve_several(request)
    waiting = (
        Activity.objects.reviewable_by(request.user)
        .select_related("owner", "kind")
        .prefetch_related("counts", "partners", "evidence")
        .order_by("submitted_at", "pk")
    )
    rows = list(waiting[: PAGE_SIZE + 1])
    for row in rows:
        row.is_late = late(row)
        row.figures = participants(row.counts.all())
        row.marks = marks_of(row)
    context = {
        "rows": rows[:PAGE_SIZE],
        "more": len(rows) > PAGE_SIZE,
        "patience": PATIENCE.days,
    }
    return render(request, "network/workspace/inbox.html", context)


@staff_only
def review_activity(request: StaffRequest, pk: int) -> HttpResponse:
    """Read one activity, correct its classification, approve it or return it."""
    record = visible_activity(request, pk)
    if not rules.may_review_activity(request.user, record):
        if rules.is_reviewer(request.user, record):
            return redirect("network:activity", pk=pk)
        raise PermissionDenied
    returning = request.POST.get("action") == "return"
    steps = with_its_parts(record)
    form = ClassificationForm(
        request.POST if request.method == "POST" and not returning else None,
        # Looking at what was typed changes the instance: not the one in hand.
        instance=Activity.objects.get(pk=pk) if request.method == "POST" else record,
    )
    note = NoteForm(request.POST if returning else None)
    if request.method == "POST":
        done = (
            _return(request, record, note)
            if returning
            else _approve(request, record, form)
        )
        if done:
            return redirect("network:inbox")
    context = {
        "activity": record,
        "form": note if returning else form,
        "classification": form,
        "note": note,
        "figures": participants(record.counts.all()),
        "evidence": kept_evidence(record),
        "partners": record.partners.all(),
        "steps": steps,
        "marks": marks_of(record),
    }
    return render(request, "network/workspace/review.html", context)


def _approve(request: StaffRequest, record: Activity, form: ClassificationForm) -> bool:
    if not form.is_valid():
        return False
    try:
        review.approve_activity(
            activity=record,
            by=request.user,
            corrections=form.cleaned_data,
            version=_version_read(request),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Approved: «%(title)s».") % {"title": record.title_es})
    return True


def _return(request: StaffRequest, record: Activity, note: NoteForm) -> bool:
    if not note.is_valid():
        return False
    try:
        review.return_activity(
            activity=record,
            by=request.user,
            note=note.cleaned_data["note"],
            version=_version_read(request),
        )
    except Refused as refusal:
        note.add_error(None, str(refusal))
        return False
    messages.success(
        request,
        _("Returned with your comments: «%(title)s».") % {"title": record.title_es},
    )
    return True


def _version_read(request: StaffRequest, of: str = "") -> int | None:
    """The version the reviewer had in front of them when deciding."""
    return number_in(request.POST.get(f"version{of}", ""))


def _approve_several(request: StaffRequest) -> HttpResponse:
    read = {
        key: _version_read(request, f"-{key}")
        for text in request.POST.getlist("activity")[:PAGE_SIZE]
        if (key := number_in(text)) is not None
    }
    chosen = Activity.objects.reviewable_by(request.user).filter(pk__in=read)
    if not read:
        tell(request, Refused(_("Tick the activities you want to approve.")))
        return redirect("network:inbox")
    approved, refused = review.approve_activities(
        activities=chosen, by=request.user, versions=read
    )
    if approved:
        messages.success(
            request,
            ngettext(
                "%(number)d activity was approved.",
                "%(number)d activities were approved.",
                len(approved),
            )
            % {"number": len(approved)},
        )
    for activity, reason in refused:
        messages.error(request, f"{activity.title_es}: {reason}")
    return redirect("network:inbox")
