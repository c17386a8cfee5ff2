"""What is uploaded to a film, and what is written of what is said in it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from experiences import film_limits, rules
from experiences.choices import TrackLanguage
from experiences.film_words import MENDED
from experiences.forms import films as forms
from experiences.media.spoken import as_typed
from experiences.models import Film
from experiences.services import films
from experiences.views.workspace.film_desk import desk_of
from experiences.views.workspace.film_doors import (
    film_leads_on,
    film_to_write,
    published_meanwhile,
    why_closed,
)
from experiences.views.workspace.film_kept import FORMS, place_of, waits_for_it
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.kept_files import KeptFile


@require_POST
@staff_only
@film_leads_on
def film_upload(request: StaffRequest, pk: int, what: str) -> HttpResponse:
    """Upload the film, another still picture, or captions.

    What is refused for another reason than the file itself waits for the next try.
    """
    row = film_to_write(request, pk)
    if what not in FORMS:
        raise Http404
    made, field = FORMS[what]
    where = place_of(row, what)
    kept = KeptFile(request, field, where, most=film_limits.most_bytes())
    form: Any = made(request.POST, kept.files)
    form.kept = kept
    if row.pk != pk:
        form.add_error(None, published_meanwhile())
    elif form.is_valid() and _taken(request, row, what, form):
        kept.let_go()
        if _follows(request):
            return JsonResponse({"go": reverse("films:film", args=[pk])})
        return redirect("films:film", pk=pk)
    if _follows(request) and row.pk == pk:
        # The file is still chosen there: it need not wait here.
        told = [str(each) for errors in form.errors.values() for each in errors]
        return JsonResponse({"errors": told}, status=422)
    kept.keep(form, field)
    if _follows(request):
        told = [str(each) for errors in form.errors.values() for each in errors]
        return JsonResponse({"errors": [*told, *waits_for_it(kept)]}, status=422)
    return desk_of(request, row, 422, form=form, **{f"{what}_form": form})


def _follows(request: StaffRequest) -> bool:
    """True for the script that shows how far an upload has come."""
    return request.headers.get("X-Upload") == "followed"


def _taken(request: StaffRequest, row: Film, what: str, form: Any) -> bool:
    try:
        UPLOADS[what](request, row, form.cleaned_data)
    except ValidationError as fault:
        form.add_error(FORMS[what][1], fault)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


def _take_file(request: StaffRequest, row: Film, said: dict[str, Any]) -> None:
    before = row.digest
    file, new = films.attach_film(film=row, by=request.user, upload=said["film"])
    told = (
        _("The video arrived whole. Its light copies are being made.")
        if new
        else _("That same video was here already: nothing was uploaded twice.")
    )
    messages.success(request, told)
    if before not in ("", file.sha256):
        messages.warning(
            request,
            _("It is another video: say again who can be recognised in it."),
        )
    for other in films.also_in(file, by=request.user):
        messages.info(
            request,
            _("The same video stands also in «%(title)s».") % {"title": other.title_es},
        )


def _take_still(request: StaffRequest, row: Film, said: dict[str, Any]) -> None:
    films.choose_poster(film=row, by=request.user, upload=said["still"])
    messages.success(request, _("The still picture was changed."))


def _take_track(request: StaffRequest, row: Film, said: dict[str, Any]) -> None:
    _track, mended = films.save_track(
        film=row,
        by=request.user,
        kind=said["kind"],
        language=said["language"],
        data=said["track"].read(),
    )
    messages.success(request, _("The captions were saved."))
    for code in mended:
        messages.warning(request, str(MENDED[code]))


UPLOADS = {"file": _take_file, "still": _take_still, "track": _take_track}


@staff_only
@film_leads_on
def film_said(request: StaffRequest, pk: int, language: str) -> HttpResponse:
    """What is said in a film, in one language."""
    row = film_to_write(request, pk)
    if language not in TrackLanguage.values:
        raise Http404
    if request.method != "POST" and not rules.may_edit(request.user, row):
        messages.info(request, why_closed(row))
        return redirect("films:film", pk=pk)
    held = as_typed(each.cue for each in row.transcript.filter(language=language))
    form = forms.TranscriptForm(posted(request), initial={"said": held})
    if row.pk != pk:
        form.add_error(None, published_meanwhile())
    elif request.method == "POST" and form.is_valid():
        try:
            films.save_transcript(
                film=row,
                by=request.user,
                language=language,
                typed=form.cleaned_data["said"],
            )
        except ValidationError as fault:
            form.add_error("said", fault)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("films:film", pk=pk)
    context = {"film": row, "form": form, "language": TrackLanguage(language).label}
    status = 422 if form.errors else 200
    return render(
        request, "experiences/films/workspace/said.html", context, status=status
    )
