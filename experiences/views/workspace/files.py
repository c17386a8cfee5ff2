"""The documents and photos of an experience: attach, see, remove."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from experiences.choices import Section
from experiences.forms.files import DocumentForm
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.services import files as verbs
from experiences.services.hidden_pictures import kept_from_public
from experiences.services.removing import removed_of
from experiences.views.workspace.bringing_back import removed_rows
from experiences.views.workspace.doors import (
    leads_on,
    own_experience,
    visible_experience,
)
from network.choices import Act
from network.forms.pieces import PhotoForm
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell
from network.views.workspace.kept_files import KeptFile

_STAYS_HIDDEN = gettext_lazy(
    "This photo was taken down from the public before, so it stays hidden. Whoever "
    "decided it can show it again, under «Take-downs»."
)
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
    document = _bound(DocumentForm, request, experience, both or sent == "document")
    photo = _bound(PhotoForm, request, experience, both or sent == "photo")
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
    piece = _standing(record, kind, key)
    if piece is None:
        # Pressed twice, or removed by a colleague meanwhile: it is so.
        _tell_removed(request)
        return _back(record)
    if request.method != "POST":
        context = {"experience": record, "piece": piece, "days": trash_days().days}
        return render(request, "experiences/workspace/remove.html", context)
    try:
        verbs.remove_file(experience=record, by=request.user, piece=piece)
    except Refused as refusal:
        tell(request, refusal)
    else:
        _tell_removed(request)
    return _back(record)


def _tell_removed(request: StaffRequest) -> None:
    messages.success(
        request, _("The file was removed. You can bring it back for 30 days.")
    )


def _standing(record: Experience, kind: str, key: str) -> Any:
    """The document or photo; None for one that waits among what was removed."""
    if kind in KINDS:
        held: Any = getattr(record, KINDS[kind])
        named = {"row__fields__uuid": str(key)}
        gone = removed_of(record, held.model).filter(**named)
        if not held.filter(uuid=key).exists() and gone.exists():
            return None
    return _piece(record, kind, key)


def _piece(record: Experience, kind: str, key: str) -> Any:
    if kind not in KINDS:
        raise Http404
    return get_object_or_404(getattr(record, KINDS[kind]), uuid=key)


def _bound(
    form: Any, request: StaffRequest, experience: Experience, is_sent: bool
) -> Any:
    """The form as it was sent; else the empty one, with what waits for it."""
    prefix = form.__name__.lower()
    # An experience and its corrections are one place: a file outlives the one to which
    # it was sent.
    place = f"experience {experience.corrects_id or experience.pk} {prefix}"
    field = f"{prefix}-file"
    if not is_sent:
        empty = form(prefix=prefix)
        empty.kept = KeptFile.waiting(request, field, place)
        return empty
    kept = KeptFile(request, field, place)
    bound = form(request.POST, kept.files, prefix=prefix)
    bound.kept = kept
    return bound


def _attached(
    request: StaffRequest, experience: Experience, form: Any, verb: Any
) -> bool:
    try:
        piece = verb(
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
        if kept_from_public(piece, of=experience):
            messages.warning(request, _STAYS_HIDDEN)
        return True
    return False


def _back(experience: Experience) -> HttpResponse:
    return redirect("experiences:section", pk=experience.pk, name=Section.FILES.value)
