"""The association's desk: what was sent is read whole, published or returned; what was
added to what is published is read before the world reads it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.choices import ReviewState
from network.services.refusals import Refused
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
    tell,
)
from twinnings import rules
from twinnings.forms.review import NoteForm
from twinnings.models import Exchange, Twinning
from twinnings.services import clearing, review
from twinnings.views.workspace.doors import address_of, visible
from twinnings.views.workspace.read import parts_of, pieces_of, read_whole


@staff_only
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Read a twinning whole; publish it, or return it with a note."""
    return _decide(Twinning, request, pk)


@staff_only
def exchange_decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Read an exchange whole; publish it, or return it with a note."""
    return _decide(Exchange, request, pk)


def _decide(model: Any, request: StaffRequest, pk: int) -> HttpResponse:
    record: Any = _sent_once(model, request, pk)
    form = NoteForm(posted(request))
    if not rules.may_review(request.user, record):
        if not rules.is_reviewer(request.user, record):
            raise PermissionDenied
        written = form.is_bound and str(form["note"].value() or "").strip()
        return (
            _overtaken(request, record, form)
            if written
            else redirect(address_of(record))
        )
    steps = read_whole(record)
    if request.method == "POST" and form.is_valid() and _decided(request, record, form):
        return redirect("twinnings:twinnings")
    context = {
        "record": record,
        "form": form,
        "parts": parts_of(record),
        **pieces_of(record),
        "additions": clearing.additions_of(record),
        "back": address_of(record),
        "steps": steps,
    }
    status = 422 if form.is_bound else 200
    return render(request, "twinnings/workspace/review.html", context, status=status)


def _sent_once(model: Any, request: StaffRequest, pk: int) -> Any:
    """The record; for a note written while it waited, also one taken back meanwhile."""
    if request.method == "POST" and request.POST.get("note", "").strip():
        read = model.objects.kept().filter(steps__to_state=ReviewState.SUBMITTED)
        rows = read.select_related("owner__place", "updated_by", "reviewed_by")
        record = rows.filter(pk=pk).distinct().first()
        if record is not None and rules.is_reviewer(request.user, record):
            return record
    return visible(model, request, pk)


def _overtaken(request: StaffRequest, record: Any, form: forms.Form) -> HttpResponse:
    """Somebody decided, or took it back, while a note was written: the note stays."""
    reads = rules.may_read(request.user, record)
    context = {
        "record": record,
        "form": form,
        "reads": reads,
        "back": address_of(record),
        "steps": record.steps.select_related("by") if reads else [],
    }
    return render(request, "twinnings/workspace/overtaken.html", context, status=409)


def _decided(request: StaffRequest, record: Any, form: forms.Form) -> bool:
    version = number_in(request.POST.get("version", ""))
    note = form.cleaned_data["note"]
    returning = request.POST.get("action") == "return"
    try:
        if returning:
            review.send_back(record=record, by=request.user, note=note, version=version)
        elif note:
            form.add_error(
                "note",
                _(
                    "You wrote a note. Return it with it, or empty the box to publish "
                    "it as it is."
                ),
            )
            return False
        else:
            seen = request.POST.getlist("seen")
            review.approve(record=record, by=request.user, version=version, seen=seen)
    except Refused as refusal:
        form.add_error("note" if refusal.code == "note" else None, str(refusal))
        return False
    told = (
        pgettext("twinning", "Returned with your note: «%(title)s».")
        if returning
        else pgettext("twinning", "Published: «%(title)s».")
    )
    messages.success(request, told % {"title": record})
    return True


@staff_only
def additions(request: StaffRequest, pk: int) -> HttpResponse:
    """What was added to a published twinning, to let the world read it."""
    return _additions(Twinning, request, pk)


@staff_only
def exchange_additions(request: StaffRequest, pk: int) -> HttpResponse:
    """What was added to a published exchange, to let the world read it."""
    return _additions(Exchange, request, pk)


def _additions(model: Any, request: StaffRequest, pk: int) -> HttpResponse:
    record: Any = visible(model, request, pk)
    if not rules.may_clear(request.user, record):
        raise PermissionDenied
    if request.method == "POST":
        seen = request.POST.getlist("seen")
        try:
            _same, cleared = clearing.clear_additions(
                record=record, by=request.user, seen=seen
            )
        except Refused as refusal:
            tell(request, refusal)
            return redirect(address_of(record))
        if len(cleared) < len(seen):
            messages.warning(
                request,
                _("Something changed while you read it: read it again, below."),
            )
            return redirect(request.path)
        messages.success(request, _("The world reads it now."))
        return redirect(address_of(record))
    read_whole(record)
    context = {
        "record": record,
        "additions": clearing.additions_of(record),
        "back": address_of(record),
    }
    return render(request, "twinnings/workspace/additions.html", context)
