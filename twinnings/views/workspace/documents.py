"""A twinning's own documents: attach, open, remove, bring back."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only
from network.views.workspace.kept_files import KeptFile
from twinnings import rules
from twinnings.forms.files import DocumentForm
from twinnings.models import Twinning, TwinningDocument
from twinnings.services.files import attach_document
from twinnings.views.workspace.doors import address_of, inside, own, to_write
from twinnings.views.workspace.drawn import closed, done
from twinnings.views.workspace.life import handed
from twinnings.views.workspace.photos import asked_of_piece


@staff_only
def documents(request: StaffRequest, pk: int) -> HttpResponse:
    """The form, what is attached, and what was removed and can come back."""
    twinning = to_write(Twinning, request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, twinning):
        return closed(request, twinning)
    kept = KeptFile(request, "file", request.path)
    sent = request.method == "POST"
    form = DocumentForm(request.POST, kept.files) if sent else DocumentForm()
    if sent:
        if form.is_valid() and _attached(request, twinning, form):
            kept.let_go()
            return redirect(request.path)
        kept.keep(form, "file")
    every: list[Any] = list(twinning.documents.filter(exchange=None))
    removed = [each for each in every if each.removed_at]
    for each in removed:
        each.until = each.removed_at + trash_days()
    context = {
        "record": twinning,
        "back": address_of(twinning),
        "form": form,
        "kept": kept,
        "documents": [each for each in every if not each.removed_at],
        "removed": removed,
    }
    status = 422 if sent else 200
    return render(request, "twinnings/workspace/documents.html", context, status=status)


def _attached(request: StaffRequest, twinning: Twinning, form: Any) -> bool:
    try:
        attach_document(
            record=twinning,
            by=request.user,
            upload=form.cleaned_data["file"],
            values=form.values(),
        )
    except ValidationError as problem:
        form.add_error("file", problem)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    else:
        done(request, _("It was attached."))
        return True
    return False


def _document(twinning: Twinning, key: str) -> TwinningDocument:
    rows = twinning.documents.filter(exchange=None).select_related("twinning")
    return get_object_or_404(rows, uuid=key)


@require_safe
@staff_only
def document_file(request: StaffRequest, pk: int, key: str) -> FileResponse:
    """A document, for its own people and whoever reviews it."""
    found = _document(inside(Twinning, request, pk), key)
    return handed(request, found.file, found.content_type, found)


@staff_only
def document_act(request: StaffRequest, pk: int, key: str, act: str) -> HttpResponse:
    """Ask, then take a document out, or put it back."""
    twinning = own(Twinning, request, pk)
    if not rules.may_edit(request.user, twinning):
        raise PermissionDenied
    if act == "uncover":
        raise Http404
    there = redirect("twinnings:documents", pk=pk)
    return asked_of_piece(request, _document(twinning, key), act, there)
