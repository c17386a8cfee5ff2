"""What is done with one photo of an exchange: say what it shows, crop it, cover part of it."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import grid_of
from network.forms.covering import CoverForm
from network.forms.pieces import SaidOfPhotoForm
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, posted, staff_only
from twinnings import rules
from twinnings.models import Exchange, ExchangePhoto
from twinnings.services.covering import cover_photo
from twinnings.services.files import describe_photo
from twinnings.views.workspace.doors import own
from twinnings.views.workspace.drawn import done


def _own_photo(request: StaffRequest, pk: int, key: str) -> tuple[Exchange, Any]:
    """A photo of an exchange that this person writes now."""
    exchange = own(Exchange, request, pk)
    if not rules.may_edit(request.user, exchange):
        raise PermissionDenied
    rows = exchange.photos.filter(removed_at=None).select_related("exchange__owner")
    return exchange, get_object_or_404(rows, uuid=key)


@staff_only
def photo(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Change what is said of a photo; another's words meanwhile stand beside one's own."""
    exchange, piece = _own_photo(request, pk, key)
    form = SaidOfPhotoForm(posted(request), photo=piece)
    stale: list[Any] = []
    seen = request.POST.get("seen", "") if form.is_bound else form.mark
    if form.is_bound and form.is_valid():
        if seen != form.mark:
            stale, seen = form.both(), form.mark
        elif _described(request, form, piece):
            return redirect("twinnings:exchange_section", pk=pk, name="photos")
    context = {
        "record": exchange,
        "piece": piece,
        "form": form,
        "stale": stale,
        "seen": seen,
        "until": _until(piece),
    }
    status = 409 if stale else 422 if form.is_bound else 200
    return render(request, "twinnings/workspace/photo.html", context, status=status)


def _described(request: StaffRequest, form: Any, piece: ExchangePhoto) -> bool:
    try:
        describe_photo(
            photo=piece, by=request.user, values=form.values(), stands=form.stands
        )
    except Refused as refusal:
        form.add_error(
            refusal.code if refusal.code in form.fields else None, str(refusal)
        )
        return False
    done(request, _("The changes were saved."))
    return True


def _until(piece: ExchangePhoto) -> datetime.date | None:
    """The last day on which the photo as it was can be had back."""
    if not piece.uncovered or piece.covered_at is None:
        return None
    return timezone.localdate(piece.covered_at + trash_days())


@staff_only
def cover(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Cut the sides of a photo and cover squares of it."""
    exchange, piece = _own_photo(request, pk, key)
    if request.method == "POST" and request.POST.get("seen") != piece.sha256:
        # Its squares are no longer those that were ticked.
        said = _("This photo changed since you opened it: look at it as it is now.")
        messages.error(request, said)
        return redirect("twinnings:cover", pk=pk, key=key)
    form = CoverForm(
        posted(request),
        grid=grid_of(piece.width, piece.height),
        initial={"seen": piece.sha256},
    )
    there = redirect("twinnings:photo", pk=pk, key=key)
    if request.method == "POST" and form.is_valid() and _covered(request, form, piece):
        return there
    context = {
        "record": exchange,
        "piece": piece,
        "form": form,
        "back": there.url,
        "until": _until(piece),
    }
    status = 422 if form.is_bound else 200
    return render(request, "twinnings/workspace/cover.html", context, status=status)


def _covered(request: StaffRequest, form: CoverForm, piece: ExchangePhoto) -> bool:
    try:
        cover_photo(
            photo=piece,
            by=request.user,
            squares=form.cleaned_data["squares"],
            cut=form.cut,
            seen=form.cleaned_data["seen"],
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    said = _(
        "The photo is covered. Look at it as it is now and say whether anybody can be "
        "recognised: until then it is private."
    )
    done(request, said)
    return True
