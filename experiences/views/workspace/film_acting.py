"""What is done with a film by a press: with the record, its copies and its captions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from experiences import rules
from experiences.film_corrected import what_changes_in_film
from experiences.forms import films as forms
from experiences.models import Film
from experiences.services import films
from experiences.services.meanwhile import OVERTAKEN, PUBLISHED, UNREAD
from experiences.views.workspace.asking import asks_to_publish, asks_to_send
from experiences.views.workspace.film_acts import ACTS
from experiences.views.workspace.film_desk import desk_of
from experiences.views.workspace.film_doors import (
    film_in_trash,
    film_leads_on,
    visible_film,
)
from experiences.views.workspace.late_notes import late_notes
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, staff_only, tell

CONFLICT, WRONG = 409, 422


@require_POST
@staff_only
@film_leads_on
def film_act(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """Send, take back, publish, withdraw, hide, show; try copies again; read captions."""
    if name == "return":
        return _return(request, pk)
    row = (film_in_trash if name == "restore" else visible_film)(request, pk)
    asks = {"send": asks_to_send, "publish": asks_to_publish}.get(name)
    if asks is not None and (question := asks(request, row)):
        return question
    try:
        row, said = _done(request, row, name)
    except Refused as refusal:
        return _refused(request, row, refusal)
    messages.success(request, str(said))
    return redirect("films:film", pk=row.pk)


def _return(request: StaffRequest, pk: int) -> HttpResponse:
    """Return it with a note; one that cannot be taken stays on the page."""
    form = forms.NoteForm(request.POST)
    try:
        row = visible_film(request, pk)
        if not rules.may_review(request.user, row):
            return _too_late(request) or redirect("films:film", pk=pk)
        if form.is_valid():
            films.return_film(
                film=row,
                by=request.user,
                note=form.cleaned_data["note"],
                version=number_in(request.POST.get("version", "")),
            )
            messages.success(request, _("Returned with your note."))
            return redirect("films:film", pk=pk)
    except Http404:
        if late := _too_late(request):
            return late
        raise
    except Refused as refusal:
        form.add_error("note", str(refusal))
        if refusal.code == PUBLISHED:
            return _too_late(request) or redirect("films:films")
        row = visible_film(request, pk)
        status = CONFLICT if refusal.code == UNREAD else WRONG
        return desk_of(request, row, status, note_form=form, form=form)
    return desk_of(request, row, WRONG, note_form=form, form=form)


def _too_late(request: StaffRequest) -> HttpResponse | None:
    note = request.POST.get("note", "")
    return late_notes(request, {str(forms.NoteForm.base_fields["note"].label): note})


def _refused(request: StaffRequest, row: Film, refusal: Refused) -> HttpResponse:
    """Why it was not done; what a correction overtaken in the trash says, to be copied."""
    if refusal.code == PUBLISHED:
        raise Http404 from refusal
    if refusal.code == UNREAD:
        messages.error(request, str(refusal))
        return desk_of(request, visible_film(request, row.pk), CONFLICT)
    if refusal.code == OVERTAKEN and row.discarded_at is not None:
        return show_overtaken(request, row, refusal)
    tell(request, refusal)
    if row.discarded_at is not None:
        return redirect("films:films")
    return redirect("films:film", pk=row.pk)


def _done(request: StaffRequest, row: Film, name: str) -> tuple[Film, Any]:
    """The film at which to go on, and what is said there."""
    by = request.user
    if name in ACTS:
        verb, _may, _title, said = ACTS[name]
        read = ("version", "original") if name == "publish" else ()
        numbers = {each: number_in(request.POST.get(each, "")) for each in read}
        return verb(film=row, by=by, **numbers), said
    return row, _done_within(request, row, name)


def _done_within(request: StaffRequest, row: Film, name: str) -> str:
    by = request.user
    track = number_in(request.POST.get("track", "")) or 0
    seen = request.POST.get("seen", "")
    if name == "again":
        films.try_again(film=row, by=by)
        return _("It is tried again.")
    if name == "read" and (language := request.POST.get("language", "")):
        films.review_said(film=row, by=by, language=language, seen=seen)
        return _("Noted: what is said was read with this video.")
    if name == "read":
        films.review_track(film=row, by=by, track=track, seen=seen)
        return _("Noted: those captions were read with this video.")
    if name == "drop":
        films.remove_track(film=row, by=by, track=track)
        return _(
            "Those captions were removed; what is said in it stays. You can bring them "
            "back for 30 days, below."
        )
    raise Http404


def show_overtaken(request: StaffRequest, row: Film, refusal: Refused) -> HttpResponse:
    """What a correction says that can no longer come back, beside what is published."""
    context = {
        "record": row,
        "back": reverse("films:film", args=[row.corrects_id]),
        "refusal": str(refusal),
        "changes": what_changes_in_film(row),
    }
    return render(request, "experiences/workspace/overtaken.html", context, status=409)
