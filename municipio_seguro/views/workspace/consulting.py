"""A consultation in the workspace: open it, show its address, read what people added."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from municipio_seguro import rules
from municipio_seguro.addresses import opinion_address
from municipio_seguro.choices import AssessmentKind, TextState
from municipio_seguro.consultation_papers import group_sheet, poster
from municipio_seguro.forms.consulting import BurstForm, ConsultForm
from municipio_seguro.models import Assessment, Consultation, FreeText
from municipio_seguro.services.consultations import open_consultation
from municipio_seguro.services.moderating import (
    bursts,
    counted,
    decide_text,
    set_responses_aside,
)
from municipio_seguro.services.voices import facilitates
from municipio_seguro.views.workspace.doors import visible_assessment
from municipio_seguro.voices import count_band
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only
from toolkit.documents import as_pdf


@staff_only
def consult(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the consultation of a draft; its address and its poster come with it."""
    record = visible_assessment(request, pk)
    may = rules.may_open_consultation(request.user, record)
    if not may or hasattr(record, "consultation") or not _is_whole(record):
        raise PermissionDenied
    form = ConsultForm(posted(request), initial=ConsultForm.usual())
    if request.method == "POST" and form.is_valid():
        try:
            open_consultation(
                assessment=record,
                by=request.user,
                opens_on=form.cleaned_data["opens_on"],
                closes_on=form.cleaned_data["closes_on"],
                texts=form.texts(),
            )
        except Refused as refusal:
            form.add_error(
                "closes_on" if refusal.code == "G-E18" else None, str(refusal)
            )
        else:
            messages.success(
                request, _("The consultation is open: spread its address.")
            )
            return redirect("municipio_seguro:consultation", pk=pk)
    status = 422 if request.method == "POST" else 200
    context = {"assessment": record, "form": form}
    return render(
        request, "municipio_seguro/workspace/consult.html", context, status=status
    )


def _is_whole(record: Assessment) -> bool:
    return record.kind == AssessmentKind.FULL


@require_safe
@staff_only
def consultation(request: StaffRequest, pk: int) -> HttpResponse:
    """Its days, its address, its groups, what waits to be read; never a figure."""
    record = visible_assessment(request, pk)
    running = consultation_of(record)
    moderates = rules.may_moderate(request.user, record)
    network = rules.may_set_aside(request.user, record)
    texts = list(running.texts.all()) if moderates else []
    language = get_language() or "es"
    answered, alike = (0, []) if running.closed_at else counted(running)
    context = {
        "assessment": record,
        "consultation": running,
        "address": opinion_address(running.key, language),
        "band": count_band(answered),
        "sessions": list(running.sessions.select_related("facilitated_by")),
        "may_facilitate": facilitates(request.user, record),
        "moderates": moderates,
        "may_refuse": network,
        "waiting": [each for each in texts if each.state == TextState.WAITING],
        "decided": [each for each in texts if each.state != TextState.WAITING],
        "bursts": alike if moderates else [],
    }
    return render(request, "municipio_seguro/workspace/consultation.html", context)


def consultation_of(record: Assessment) -> Consultation:
    """The consultation of an assessment; not found without one."""
    found = getattr(record, "consultation", None)
    if found is None:
        raise Http404
    return found


@require_POST
@staff_only
def text(request: StaffRequest, pk: int, key: str, decision: str) -> HttpResponse:
    """Let a text be read, or not."""
    record = visible_assessment(request, pk)
    if not rules.may_moderate(request.user, record):
        raise PermissionDenied
    row = FreeText.objects.filter(consultation__assessment=record, pk=key).first()
    if row is None:
        raise Http404
    try:
        decide_text(text=row, by=request.user, show=decision == "show")
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It was decided."))
    return redirect("municipio_seguro:consultation", pk=pk)


@staff_only
def burst(request: StaffRequest, pk: int, mark: str) -> HttpResponse:
    """The network decides on identical responses of one minute, with its reason."""
    record = visible_assessment(request, pk)
    running = consultation_of(record)
    if not rules.may_set_aside(request.user, record):
        raise PermissionDenied
    minute = parse_datetime(request.GET.get("minute", ""))
    alike = [each for each in bursts(running) if each["alike"] == mark]
    found = next((each for each in alike if each["minute"] == minute), None)
    if found is None:
        raise Http404
    form = BurstForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_responses_aside(
                consultation=running,
                by=request.user,
                minute=found["minute"],
                alike=mark,
                reason=form.cleaned_data["reason"],
                aside=not found["aside"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It was decided, with your reason."))
            return redirect("municipio_seguro:consultation", pk=pk)
    status = 422 if request.method == "POST" else 200
    context = {"assessment": record, "burst": found, "form": form}
    return render(
        request, "municipio_seguro/workspace/burst.html", context, status=status
    )


@require_safe
@staff_only
def poster_file(request: StaffRequest, pk: int) -> HttpResponse:
    """The poster with the QR code, in the language of the reader."""
    record = visible_assessment(request, pk)
    running = consultation_of(record)
    return _pdf(poster(running, language=get_language() or "es"), _("poster"), pk)


@require_safe
@staff_only
def sheet_file(request: StaffRequest, pk: int, voice: str) -> HttpResponse:
    """The sheet on which the hands of a group are written down."""
    record = visible_assessment(request, pk)
    running = consultation_of(record)
    made = group_sheet(running, voice, language=get_language() or "es")
    return _pdf(as_pdf(made), _("group-sheet"), pk)


def _pdf(content: bytes, name: str, pk: int) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{pk}.pdf"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
