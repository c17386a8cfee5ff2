"""The editors' desk: what was sent, read whole, published or returned with notes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from experiences import rules
from experiences.choices import Section
from experiences.corrected import what_changes
from experiences.forms.review import NotesForm
from experiences.lines import dates_of
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.noticing import RELATIONS, noticed_in_section
from experiences.services import review
from experiences.services.meanwhile import PUBLISHED
from experiences.views.workspace.asking import asks_to_publish
from experiences.views.workspace.doors import leads_on, visible_experience
from experiences.views.workspace.late_notes import late_notes
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, staff_only

MOST = 50


@require_safe
@staff_only
def waiting(request: StaffRequest) -> HttpResponse:
    """What waits for the editors, oldest first."""
    if not rules.is_editor(request.user):
        raise PermissionDenied
    rows = Experience.objects.reviewable_by(request.user).select_related("owner")
    context = {"rows": rows.order_by("submitted_at", "pk")[:MOST]}
    return render(request, "experiences/workspace/waiting.html", context)


@staff_only
@leads_on
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Read one whole; publish it, or return it with a note beside each section."""
    try:
        return _decide(request, pk)
    except Http404:
        if late := _too_late(request):
            return late
        raise


def _decide(request: StaffRequest, pk: int) -> HttpResponse:
    record = visible_experience(request, pk)
    if not rules.may_review(request.user, record):
        if not rules.is_editor(request.user):
            raise PermissionDenied
        return _too_late(request) or redirect("experiences:experience", pk=pk)
    parts = parts_of(record)
    returning = request.POST.get("action") == "return"
    form = NotesForm(
        request.POST if request.method == "POST" else None,
        sections=[part["key"] for part in parts],
    )
    asks = request.method == "POST" and not returning and not has_notes(form)
    if asks and (question := asks_to_publish(request, record)):
        return question
    if request.method == "POST" and _decided(request, record, form, returning):
        return redirect("experiences:waiting")
    asked = {each.section: each for each in record.section_states.all() if each.note}
    for part in parts:
        part["asked"] = asked.get(part["key"])
        part["field"] = form[form.name_of(part["key"])]
    context = {
        "experience": record,
        "parts": parts,
        "dates": dates_of(record),
        "form": form,
        "steps": record.steps.select_related("by"),
        "changes": what_changes(record),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "experiences/workspace/review.html", context, status=status)


def _too_late(request: StaffRequest) -> HttpResponse | None:
    """Every note that was sent, under the heading of its section."""
    form = NotesForm(request.POST, sections=Section.values)
    headings = {form.name_of(each.value): str(each.label) for each in Section}
    headings["whole"] = str(form["whole"].label)
    notes = {head: request.POST.get(name, "") for name, head in headings.items()}
    return late_notes(request, notes)


def parts_of(record: Experience) -> list[dict[str, Any]]:
    """Every section that was written, with both languages of its text."""
    parts: list[dict[str, Any]] = []
    for section in Section:
        text = SECTION_TEXTS.get(section)
        es = getattr(record, f"{text}_es") if text else ""
        rows = [
            (name, list(getattr(record, name).all()))
            for name in RELATIONS.get(section, ())
        ]
        if section == Section.ABOUT or es or any(found for _name, found in rows):
            parts.append(
                {
                    "key": section.value,
                    "title": section.label,
                    "es": es,
                    "en": getattr(record, f"{text}_en") if text else "",
                    "rows": dict(rows),
                    "noticed": noticed_in_section(record, section),
                }
            )
    return parts


def has_notes(form: NotesForm) -> bool:
    """True when something was written into the boxes of what to correct."""
    return any(str(each.value() or "").strip() for each in form.visible_fields())


def _refuse_notes(form: NotesForm) -> None:
    """Notes go with what is returned: published, they would be thrown away."""
    if has_notes(form):
        raise Refused(
            _(
                "You wrote notes. Return it with them, or empty their boxes to publish "
                "it as it is."
            )
        )


def _decided(
    request: StaffRequest, record: Experience, form: NotesForm, returning: bool
) -> bool:
    version = number_in(request.POST.get("version", ""))
    try:
        if not returning:
            _refuse_notes(form)
            review.publish_experience(
                experience=record,
                by=request.user,
                version=version,
                original=number_in(request.POST.get("original", "")),
            )
        elif not form.is_valid():
            return False
        else:
            review.return_experience(
                experience=record,
                by=request.user,
                notes=form.notes(),
                note=form.cleaned_data["whole"],
                version=version,
            )
    except Refused as refusal:
        if refusal.code == PUBLISHED:
            raise Http404 from refusal
        messages.error(request, str(refusal))
        return False
    told = (
        _("Returned with your notes: «%(title)s».")
        if returning
        else _("Published: «%(title)s».")
    )
    messages.success(request, told % {"title": record.title_es})
    return True
