"""The workspace of films: begin one, write it, upload it, send it, decide on it."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.figures import weight
from amuprev.foundation.together import complete
from experiences import rules
from experiences.as_read import mark_of_said, mark_of_track
from experiences.choices import RenditionState, TrackLanguage
from experiences.film_corrected import what_changes_in_film
from experiences.film_lines import (
    copies_of,
    film_state,
    in_its_words,
    state_words,
    still_of,
)
from experiences.film_words import RENDITION_FAULTS
from experiences.forms import films as forms
from experiences.media.spoken import short_clock
from experiences.models import Film
from experiences.services import films
from experiences.services.removing import removed_of_film
from experiences.views.workspace.doors import tellable
from experiences.views.workspace.film_acts import acts_of
from experiences.views.workspace.film_conflict import (
    show_film_conflict,
    without_theirs,
)
from experiences.views.workspace.film_doors import (
    film_leads_on,
    film_to_write,
    published_meanwhile,
    visible_film,
    why_closed,
)
from experiences.views.workspace.film_kept import upload_forms
from experiences.views.workspace.listing import page_of
from experiences.views.workspace.written import noticed_in
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, posted, staff_only

PAGE = 20
OPENED = 200


@require_safe
@staff_only
def film_records(request: StaffRequest) -> HttpResponse:
    """The films of one's organisations and, for editors, those that were sent."""
    rows = Film.objects.visible_to(request.user)
    trash = Film.objects.in_trash_of(request.user)
    context = page_of(request, rows, trash, said=film_state)
    context["may_write"] = bool(tellable(request))
    return render(request, "experiences/films/workspace/list.html", context)


@staff_only
def film_start(request: StaffRequest) -> HttpResponse:
    """Begin the record of a film."""
    mine = tellable(request)
    if not mine:
        raise PermissionDenied
    named = request.POST.get("owner") or request.GET.get("owner")
    owner = next((each for each in mine if each.slug == named), None)
    if named and owner is None:
        raise Http404
    owner = owner or mine[0]
    form = forms.StartFilm(posted(request), initial={"client_uuid": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            film, _new = films.start_film(
                owner=owner,
                by=request.user,
                client_uuid=form.cleaned_data["client_uuid"],
                title=form.cleaned_data["title_es"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _begun(request, film)
    context = {"form": form, "owner": owner, "owners": mine}
    status = 422 if form.errors else 200
    return render(
        request, "experiences/films/workspace/start.html", context, status=status
    )


def _begun(request: StaffRequest, row: Film) -> HttpResponse:
    """On to its record; to the list when that same form's film was discarded since."""
    if row.discarded_at is None:
        return redirect("films:film", pk=row.pk)
    messages.info(request, _("You began it and it was discarded: bring it back below."))
    return redirect("films:films")


@require_safe
@staff_only
@film_leads_on
def film(request: StaffRequest, pk: int) -> HttpResponse:
    """One film: what is missing, its copies, its texts, and what can be done."""
    return desk_of(request, visible_film(request, pk))


def desk_of(
    request: StaffRequest, row: Film, status: int = OPENED, **given: Any
) -> HttpResponse:
    may_edit = rules.may_edit(request.user, row)
    own: Any = row.steps.select_related("by")
    steps = in_its_words(complete(row, "transcript", steps=own)["steps"])
    copies = list(row.current.renditions.all()) if row.current else []
    tracks: Any = row.tracks.all()
    for track in tracks:
        track.seen = mark_of_track(row, track)
    context: dict[str, Any] = {
        "film": row,
        "may_edit": may_edit,
        "may_review": rules.may_review(request.user, row),
        "note_stands": not row.was_sent_since(row.reviewed_at),
        "may_discard": rules.may_discard(request.user, row),
        "removed": _removed(row) if may_edit else [],
        "days": trash_days().days,
        "missing": films.missing_of_film(row) if may_edit else [],
        "copies": [_copy(each) for each in copies],
        "unfinished": any(
            each.state in (RenditionState.QUEUED, RenditionState.RUNNING)
            for each in copies
        ),
        "can_try": any(films.can_be_tried_again(each) for each in copies),
        "playable": copies_of(row),
        "still": still_of(row),
        "state": state_words(row),
        "weight": weight(row.current.size) if row.current else "",
        "languages": TrackLanguage.choices,
        "said": _said(row),
        "steps": steps,
        **_beside_it(request, row),
        **upload_forms(request, row, open_now=may_edit and status == OPENED),
        "note_form": forms.NoteForm(),
        **given,
    }
    return render(
        request, "experiences/films/workspace/film.html", context, status=status
    )


def _beside_it(request: StaffRequest, row: Film) -> dict[str, Any]:
    """The version in writing of what is published; of a correction, what it changes."""
    writes = rules.writes(request.user, row)
    published = row.published_at is not None
    correction = films.open_film_correction(row) if writes and published else None
    # While a corrected version is open one goes on with it.
    left_out = {"correct", "reopen"} if correction else set()
    return {
        "correction": correction,
        "original": row.corrects,
        "changes": what_changes_in_film(row) if row.corrects else [],
        "acts": [
            each for each in acts_of(request, row) if each["name"] not in left_out
        ],
    }


def _removed(row: Film) -> list[Any]:
    """The captions and stills that can still be brought back, with their last day."""
    rows: list[Any] = removed_of_film(row)[:PAGE]
    for each in rows:
        each.until = each.removed_at + trash_days()
    return rows


def _said(row: Film) -> list[dict[str, Any]]:
    """What is said, as the public will read it, by language."""
    lines = sorted(row.transcript.all(), key=lambda each: (each.start, each.pk))
    found = []
    for code, label in TrackLanguage.choices:
        here = [each for each in lines if each.language == code]
        told = {
            "code": code,
            "language": label,
            "lines": [(short_clock(each.start), each.text) for each in here],
            "served": all(each.is_served for each in here),
            "seen": mark_of_said(row, code),
        }
        found += [told] if here else []
    return found


def _copy(row: Any) -> dict[str, Any]:
    return {
        "label": row.get_kind_display(),
        "state": row.state,
        "words": row.get_state_display(),
        "progress": row.progress,
        "weight": weight(row.size) if row.size else "",
        "fault": RENDITION_FAULTS.get(row.fault, ""),
    }


@staff_only
@film_leads_on
def film_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """All that is said of a film."""
    row = film_to_write(request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, row):
        messages.info(request, why_closed(row))
        return redirect("films:film", pk=pk)
    form = forms.FilmForm(
        posted(request), film=row, initial=forms.FilmForm.told_of(row)
    )
    if row.pk != pk:
        form.add_error(None, published_meanwhile())
    elif request.method == "POST" and form.is_valid():
        try:
            films.save_film(
                film=row,
                by=request.user,
                version=form.cleaned_data["version"],
                values=without_theirs(request, form),
            )
        except films.StaleFilm as stale:
            return show_film_conflict(request, form, stale.film)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            for sentence in noticed_in(form):
                messages.warning(request, sentence)
            return redirect("films:film", pk=pk)
    context = {"film": row, "form": form}
    status = 422 if form.errors else 200
    return render(
        request, "experiences/films/workspace/edit.html", context, status=status
    )
