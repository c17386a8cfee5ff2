"""The workspace of films: begin one, write it, upload it, send it, decide on it."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from amuprev.foundation.figures import weight
from amuprev.foundation.together import complete
from experiences import rules
from experiences.choices import RenditionState, TrackLanguage
from experiences.film_lines import copies_of, still_of
from experiences.film_words import RENDITION_FAULTS
from experiences.forms import films as forms
from experiences.media.spoken import short_clock
from experiences.models import Film
from experiences.services import films
from experiences.services.discarding import restore_film
from experiences.views.workspace.doors import tellable
from experiences.views.workspace.film_conflict import (
    show_film_conflict,
    without_theirs,
)
from experiences.views.workspace.film_doors import (
    film_in_trash,
    film_to_write,
    visible_film,
)
from experiences.views.workspace.listing import page_of
from experiences.views.workspace.written import noticed_in
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
    tell,
)

PAGE = 20
# What can be done by a press: the verb, the rule, its words, what is said afterwards.
ACTS: dict[str, tuple[Callable, Callable, Any, Any]] = {
    "send": (films.submit_film, rules.may_submit, gettext_lazy("Send this video to the editors"), gettext_lazy("The video was sent to the editors.")),
    "reopen": (films.reopen_film, rules.may_reopen, gettext_lazy("Take this video back to correct it"), gettext_lazy("It is a draft again.")),
    "publish": (films.publish_film, rules.may_review, gettext_lazy("Publish this video"), gettext_lazy("The video was published.")),
    "withdraw": (films.withdraw_film, rules.may_withdraw, gettext_lazy("Withdraw this video"), gettext_lazy("Withdrawn: the public no longer sees it.")),
    "hide": (films.hide_film, rules.may_withdraw, gettext_lazy("Hide this video from the public"), gettext_lazy("The video is hidden from the public.")),
    "restore": (restore_film, rules.may_restore, gettext_lazy("Bring it back"), gettext_lazy("It is a draft again, with its files.")),
    "show": (films.show_film, rules.may_withdraw, gettext_lazy("Show this video to the public again"), gettext_lazy("The video is shown to the public again.")),
}  # fmt: skip


@require_safe
@staff_only
def film_records(request: StaffRequest) -> HttpResponse:
    """The films of one's organisations and, for editors, those that were sent."""
    rows = Film.objects.visible_to(request.user)
    context = page_of(request, rows, Film.objects.in_trash_of(request.user))
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
def film(request: StaffRequest, pk: int) -> HttpResponse:
    """One film: what is missing, its copies, its texts, and what can be done."""
    return desk_of(request, visible_film(request, pk))


def desk_of(
    request: StaffRequest, row: Film, status: int = 200, **given: Any
) -> HttpResponse:
    may_edit = rules.may_edit(request.user, row)
    own: Any = row.steps.select_related("by")
    steps = complete(row, "transcript", steps=own)["steps"]
    copies = list(row.current.renditions.all()) if row.current else []
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
        "weight": weight(row.current.size) if row.current else "",
        "languages": TrackLanguage.choices,
        "said": _said(row),
        "steps": steps,
        "acts": _acts(request, row),
        "file_form": forms.FilmFileForm(),
        "still_form": forms.StillForm(),
        "track_form": forms.TrackForm(),
        "note_form": forms.NoteForm(),
        **given,
    }
    return render(
        request, "experiences/films/workspace/film.html", context, status=status
    )


def _removed(row: Film) -> list[Any]:
    """The captions that can still be brought back, with their last day."""
    rows: list[Any] = list(row.removed.select_related("removed_by")[:PAGE])
    for each in rows:
        each.until = each.removed_at + trash_days()
    return rows


def _said(row: Film) -> list[tuple[str, list[tuple[str, str]], str]]:
    """What is said, as the public will read it, by language."""
    lines = sorted(row.transcript.all(), key=lambda each: (each.start, each.pk))
    return [
        (
            label,
            [(short_clock(e.start), e.text) for e in lines if e.language == code],
            code,
        )
        for code, label in TrackLanguage.choices
        if any(each.language == code for each in lines)
    ]


def _copy(row: Any) -> dict[str, Any]:
    return {
        "label": row.get_kind_display(),
        "state": row.state,
        "words": row.get_state_display(),
        "progress": row.progress,
        "weight": weight(row.size) if row.size else "",
        "fault": RENDITION_FAULTS.get(row.fault, ""),
    }


def _acts(request: StaffRequest, row: Film) -> list[dict[str, Any]]:
    hidden = row.hidden_at is not None
    left_out = {"send", "publish", "hide" if hidden else "show"}
    return [
        {"name": name, "title": title, "asks": name in ("hide", "withdraw")}
        for name, (_verb, may, title, _said) in ACTS.items()
        if name not in left_out and may(request.user, row)
    ]


@staff_only
def film_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """All that is said of a film."""
    row = film_to_write(request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, row):
        messages.info(request, _("This video can no longer be changed here."))
        return redirect("films:film", pk=pk)
    form = forms.FilmForm(
        posted(request), film=row, initial=forms.FilmForm.told_of(row)
    )
    if request.method == "POST" and form.is_valid():
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


@require_POST
@staff_only
def film_act(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """Send, take back, publish, return, withdraw, hide, show; try copies again; read captions."""
    row = (film_in_trash if name == "restore" else visible_film)(request, pk)
    try:
        said = _done(request, row, name)
    except Refused as refusal:
        tell(request, refusal)
        if row.discarded_at is not None:
            return redirect("films:films")
    else:
        messages.success(request, str(said))
    return redirect("films:film", pk=pk)


def _done(request: StaffRequest, row: Film, name: str) -> Any:
    by = request.user
    track = number_in(request.POST.get("track", "")) or 0
    if name in ACTS:
        verb, _may, _title, said = ACTS[name]
        more = {"version": number_in(request.POST.get("version", ""))}
        verb(film=row, by=by, **(more if name == "publish" else {}))
        return said
    if name == "return":
        note = forms.NoteForm(request.POST)
        if not note.is_valid():
            raise Refused(" ".join(str(each) for each in note.errors["note"]))
        films.return_film(film=row, by=by, note=note.cleaned_data["note"])
        return _("Returned with your note.")
    if name == "again":
        films.try_again(film=row, by=by)
        return _("It is tried again.")
    if name == "read":
        films.review_track(film=row, by=by, track=track)
        return _("Noted: those captions were read with this video.")
    if name == "drop":
        films.remove_track(film=row, by=by, track=track)
        return _(
            "Those captions were removed; what is said in it stays. You can bring them "
            "back for 30 days, below."
        )
    raise Http404
