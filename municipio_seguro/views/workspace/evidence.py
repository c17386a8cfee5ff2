"""The evidence of one answer: attach, read, remove and bring back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from municipio_seguro import rules, typed
from municipio_seguro.forms.evidence import EvidenceForm
from municipio_seguro.instrument import Indicator
from municipio_seguro.models import AnswerEvidence, Assessment
from municipio_seguro.services import evidence as verbs
from municipio_seguro.views.workspace.doors import (
    indicator_of,
    sent_file,
    visible_assessment,
)
from network.choices import Act
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell
from network.views.workspace.kept_files import KeptFile

# The box to which a refusal belongs.
BOX_OF = {"G-E08": "dated", "G-E09": "file", "title": "title_es", "file": "file",
          "strength": "strength"}  # fmt: skip


@staff_only
def evidence(request: StaffRequest, pk: int, code: str) -> HttpResponse:
    """What shows an answer, and a form for one piece more."""
    record = visible_assessment(request, pk)
    asked = indicator_of(record, code)
    form = _form(request, record)
    if request.method == "POST":
        if not rules.works_there(request.user, record.municipality):
            raise PermissionDenied
        if form.is_valid() and _attached(request, record, code, form):
            form.kept.let_go()
            return redirect("municipio_seguro:evidence", pk=pk, code=code)
        form.kept.keep(form, "file")
    status = 422 if request.method == "POST" else 200
    context = _context(request, record, asked)
    return render(
        request,
        "municipio_seguro/workspace/evidence.html",
        {**context, "form": form, "kept": getattr(form, "kept", None)},
        status=status,
    )


def _form(request: StaffRequest, record: Assessment) -> Any:
    instrument = record.instrument.instrument
    if request.method != "POST":
        return EvidenceForm(instrument=instrument)
    kept = KeptFile(request, "file", request.path)
    form: Any = EvidenceForm(request.POST, kept.files, instrument=instrument)
    form.kept = kept
    return form


def _attached(
    request: StaffRequest, record: Assessment, code: str, form: EvidenceForm
) -> bool:
    try:
        verbs.attach_evidence(
            assessment=record,
            by=request.user,
            code=code,
            values=form.values(),
            upload=form.cleaned_data["file"],
        )
    except (Refused, typed.Wrong) as wrong:
        form.add_error(BOX_OF.get(wrong.code), str(wrong))
        return False
    messages.success(request, _("The evidence was saved."))
    return True


def _context(
    request: StaffRequest, record: Assessment, asked: Indicator
) -> dict[str, Any]:
    user, language = request.user, get_language()
    rows = AnswerEvidence.objects.filter(
        answer__assessment=record, answer__code=asked.code
    ).select_related("added_by")
    pieces: list[Any] = []
    removed: list[Any] = []
    for row in rows:
        found: Any = row
        found.opens = bool(row.file) and rules.may_open_evidence(
            user, row, record.municipality
        )
        if row.removed_at is None:
            pieces.append(found)
        else:
            found.until = row.removed_at + trash_days()
            removed.append(found)
    return {
        "assessment": record,
        "code": asked.code,
        "label": asked.label.in_language(language),
        "wanted": asked.evidence.in_language(language),
        "dimension": record.instrument.instrument.dimension_of[asked.code],
        "pieces": pieces,
        "removed": removed,
        "may_answer": rules.may_answer(user, record),
    }


@require_safe
@staff_only
def evidence_file(
    request: StaffRequest, pk: int, code: str, piece: int
) -> FileResponse:
    """A private file, for whoever may open it; noted in the audit trail."""
    record = visible_assessment(request, pk)
    row = _piece(record, code, piece)
    if not row.file or not rules.may_open_evidence(
        request.user, row, record.municipality
    ):
        raise Http404
    response = sent_file(row.file, row.content_type)
    audit.record(
        Act.FILE_DOWNLOADED, by=request.user, of=row, owner=record.municipality
    )
    return response


@staff_only
def evidence_remove(
    request: StaffRequest, pk: int, code: str, piece: int
) -> HttpResponse:
    """Ask, then take a piece out; it can be brought back for its days."""
    record, row = _own(request, pk, code, piece)
    if request.method != "POST":
        context = {"assessment": record, "piece": row, "code": code}
        context["days"] = trash_days().days
        return render(request, "municipio_seguro/workspace/remove.html", context)
    done = _("It was removed. You can bring it back for 30 days.")
    return _set(request, record, code, row, verbs.remove_evidence, done)


@require_POST
@staff_only
def evidence_restore(
    request: StaffRequest, pk: int, code: str, piece: int
) -> HttpResponse:
    """Put a removed piece back; a second press changes nothing."""
    record, row = _own(request, pk, code, piece)
    return _set(request, record, code, row, verbs.restore_evidence, _("It is back."))


def _set(
    request: StaffRequest,
    record: Assessment,
    code: str,
    row: AnswerEvidence,
    verb: Any,
    done: str,
) -> HttpResponse:
    try:
        verb(assessment=record, by=request.user, piece=row)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, done)
    return redirect("municipio_seguro:evidence", pk=record.pk, code=code)


def _own(
    request: StaffRequest, pk: int, code: str, piece: int
) -> tuple[Assessment, AnswerEvidence]:
    record = visible_assessment(request, pk)
    if not rules.works_there(request.user, record.municipality):
        raise Http404
    return record, _piece(record, code, piece)


def _piece(record: Assessment, code: str, piece: int) -> AnswerEvidence:
    rows = AnswerEvidence.objects.filter(answer__assessment=record, answer__code=code)
    return get_object_or_404(rows, pk=piece)
