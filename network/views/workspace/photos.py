"""What is done with one photo: crop it, cover part of it, renew its consent."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import grid_of
from network import rules
from network.choices import EvidenceKind
from network.forms.covering import CoverForm
from network.forms.evidence import ConsentForm
from network.models import Evidence
from network.services.evidence import cover_evidence, renew_consent
from network.services.refusals import Refused
from network.views.workspace.doors import (
    ClosedActivity,
    StaffRequest,
    own_activity,
    posted,
    staff_only,
)


@staff_only
def evidence_cover(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """«Recortar o tapar»: cut the sides of a photo and cover squares of it."""
    activity = own_activity(request, pk)
    if not rules.may_change_evidence(request.user, activity):
        raise ClosedActivity(activity)
    photos = activity.evidence.kept().filter(kind=EvidenceKind.PICTURE)
    piece = get_object_or_404(photos, uuid=key)
    if request.method == "POST" and request.POST.get("seen") != piece.sha256:
        # Its squares are no longer those that were ticked.
        messages.error(
            request,
            _("This photo changed since you opened it: look at it as it is now."),
        )
        return redirect("network:evidence_cover", pk=pk, key=key)
    grid = grid_of(piece.width or 1, piece.height or 1)
    form = CoverForm(posted(request), grid=grid, initial={"seen": piece.sha256})
    if request.method == "POST" and form.is_valid() and _cover(request, form, piece):
        messages.success(
            request,
            _(
                "The photo is covered. Look at it as it is now and say whether anybody "
                "can be recognised: until then it is private."
            ),
        )
        return redirect("network:evidence_piece", pk=pk, key=key)
    context = {"activity": activity, "piece": piece, "form": form}
    status = 422 if form.is_bound else 200
    return render(
        request, "network/workspace/evidence_cover.html", context, status=status
    )


@staff_only
def evidence_consent(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """A new consent of the adults in an approved photo."""
    activity = own_activity(request, pk)
    piece = get_object_or_404(activity.evidence.kept(), uuid=key)
    if not rules.may_renew_consent(request.user, piece):
        raise Http404
    form = ConsentForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            renew_consent(evidence=piece, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The new consent was written."))
            return redirect("network:activity", pk=pk)
    context = {"activity": activity, "piece": piece, "form": form}
    status = 422 if form.is_bound else 200
    return render(
        request, "network/workspace/evidence_consent.html", context, status=status
    )


def _cover(request: StaffRequest, form: CoverForm, piece: Evidence) -> bool:
    try:
        cover_evidence(
            evidence=piece,
            by=request.user,
            squares=form.cleaned_data["squares"],
            cut=form.cut,
            seen=form.cleaned_data["seen"],
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
