"""One photo of an experience: change what is said of it, crop it or cover part of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import grid_of
from experiences import rules
from experiences.models import Experience, ExperiencePhoto
from experiences.services import covering
from experiences.views.workspace.doors import leads_on, own_experience
from network.forms.covering import CoverForm
from network.forms.pieces import SaidOfPhotoForm
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, posted, staff_only


def _own_photo(
    request: StaffRequest, pk: int, key: str
) -> tuple[Experience, ExperiencePhoto]:
    """A photo of an experience that this person writes now."""
    record = own_experience(request, pk)
    if not rules.may_edit(request.user, record):
        raise PermissionDenied
    return record, get_object_or_404(record.photos, uuid=key)


@staff_only
@leads_on
def photo(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """What is said of a photo; another's words meanwhile stand beside one's own."""
    record, piece = _own_photo(request, pk, key)
    form = SaidOfPhotoForm(posted(request), photo=piece)
    stale: list[Any] = []
    seen = request.POST.get("seen", "") if form.is_bound else form.mark
    if form.is_bound and form.is_valid():
        if seen != form.mark:
            stale, seen = form.both(), form.mark
        elif _described(request, form, record, piece):
            return redirect("experiences:section", pk=record.pk, name="files")
    context = {
        "experience": record,
        "piece": piece,
        "form": form,
        "stale": stale,
        "seen": seen,
    }
    status = 409 if stale else 422 if form.is_bound else 200
    return render(request, "experiences/workspace/photo.html", context, status=status)


def _described(
    request: StaffRequest, form: Any, record: Experience, piece: ExperiencePhoto
) -> bool:
    try:
        covering.describe_photo(
            experience=record,
            by=request.user,
            photo=piece,
            values=form.values(),
            stands=form.stands,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The changes were saved."))
    return True


@staff_only
@leads_on
def cover(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Cut the sides of a photo and cover squares of it."""
    record, piece = _own_photo(request, pk, key)
    if request.method == "POST" and request.POST.get("seen") != piece.sha256:
        # Its squares are no longer those that were ticked.
        said = _("This photo changed since you opened it: look at it as it is now.")
        messages.error(request, said)
        return redirect("experiences:cover", pk=record.pk, key=key)
    form = CoverForm(
        posted(request),
        grid=grid_of(piece.width, piece.height),
        initial={"seen": piece.sha256},
    )
    if request.method == "POST" and form.is_valid():
        made = _covered(request, form, record, piece)
        if made is not None:
            return redirect("experiences:photo", pk=record.pk, key=made.uuid)
    context = {
        "experience": record,
        "piece": piece,
        "form": form,
        "days": trash_days().days,
    }
    status = 422 if form.is_bound else 200
    return render(request, "experiences/workspace/cover.html", context, status=status)


def _covered(
    request: StaffRequest, form: CoverForm, record: Experience, piece: ExperiencePhoto
) -> ExperiencePhoto | None:
    try:
        made = covering.cover_photo(
            experience=record,
            by=request.user,
            photo=piece,
            squares=form.cleaned_data["squares"],
            cut=form.cut,
            seen=form.cleaned_data["seen"],
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    said = _(
        "The photo is covered. Look at it as it is now and say whether anybody can be "
        "recognised: until then it is private."
    )
    messages.success(request, said)
    return made
