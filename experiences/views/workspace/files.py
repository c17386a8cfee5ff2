"""The documents and photos of an experience: attach, see, remove."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from experiences.choices import Section
from experiences.forms.files import DocumentForm, PhotoForm
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.services import files as verbs
from experiences.views.workspace.bringing_back import removed_rows
from experiences.views.workspace.doors import (
    leads_on,
    own_experience,
    visible_experience,
)
from network.choices import Act
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell
from network.views.workspace.kept_files import KeptFile

KINDS = {"document": "documents", "photo": "photos"}


def files(
    request: StaffRequest, experience: Experience, note: Any, refused: str = ""
) -> HttpResponse:
    """Both forms and what is attached, with the note that the review left there.

    With `refused` nothing is attached: that is said, and what was sent is kept.
    """
    sent = request.POST.get("what", "") if request.method == "POST" else ""
    # What names neither of them keeps what was typed in both.
    both = request.method == "POST" and sent not in KINDS
    document = _bound(DocumentForm, request, both or sent == "document")
    photo = _bound(PhotoForm, request, both or sent == "photo")
    if sent in KINDS:
        form, verb = {
            "document": (document, verbs.attach_document),
            "photo": (photo, verbs.attach_photo),
        }[sent]
        if refused:
            form.add_error(None, refused)
        elif form.is_valid() and _attached(request, experience, form, verb):
            form.kept.let_go()
            return _back(experience)
        form.kept.keep(form, "file")
    context = {
        "experience": experience,
        "section": Section.FILES,
        "form": photo if sent == "photo" else document,
        "document": document,
        "photo": photo,
        "documents": experience.documents.all(),
        "photos": experience.photos.all(),
        "note": note,
        "removed": removed_rows(experience, ExperienceDocument, ExperiencePhoto),
        "days": trash_days().days,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "experiences/workspace/files.html", context, status=status)


@require_safe
@staff_only
def file(request: StaffRequest, pk: int, kind: str, key: str) -> FileResponse:
    """A private document or photo, for whoever may read its experience."""
    record = visible_experience(request, pk)
    piece = _piece(record, kind, key)
    if not piece.file:
        raise Http404
    try:
        opened = piece.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    if kind == "document":
        audit.record(Act.FILE_DOWNLOADED, by=request.user, of=piece)
    response = FileResponse(
        opened, as_attachment=kind == "document", content_type=piece.content_type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@staff_only
@leads_on
def remove(request: StaffRequest, pk: int, kind: str, key: str) -> HttpResponse:
    """Ask, then take a document or photo out."""
    record = own_experience(request, pk)
    piece = _piece(record, kind, key)
    if request.method != "POST":
        context = {"experience": record, "piece": piece, "days": trash_days().days}
        return render(request, "experiences/workspace/remove.html", context)
    try:
        verbs.remove_file(experience=record, by=request.user, piece=piece)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(
            request, _("The file was removed. You can bring it back for 30 days.")
        )
    return _back(record)


def _piece(record: Experience, kind: str, key: str) -> Any:
    if kind not in KINDS:
        raise Http404
    return get_object_or_404(getattr(record, KINDS[kind]), uuid=key)


def _bound(form: Any, request: StaffRequest, is_sent: bool) -> Any:
    prefix = form.__name__.lower()
    if not is_sent:
        return form(prefix=prefix)
    kept = KeptFile(request, f"{prefix}-file", request.path)
    bound = form(request.POST, kept.files, prefix=prefix)
    bound.kept = kept
    return bound


def _attached(
    request: StaffRequest, experience: Experience, form: Any, verb: Any
) -> bool:
    try:
        verb(
            experience=experience,
            by=request.user,
            upload=form.cleaned_data["file"],
            values=form.values(),
        )
    except ValidationError as error:
        form.add_error("file", error)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    else:
        messages.success(request, _("It was attached."))
        return True
    return False


def _back(experience: Experience) -> HttpResponse:
    return redirect("experiences:section", pk=experience.pk, name=Section.FILES.value)
