"""What was removed of an experience: where it is listed, and how it comes back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from experiences.choices import Section
from experiences.models import (
    Experience,
    ExperienceDocument,
    ExperienceMilestone,
    ExperienceOutcome,
    ExperiencePartner,
    ExperiencePhoto,
    Voice,
)
from experiences.services.files import restore_file
from experiences.services.removing import removed_of
from experiences.services.writing import restore_row
from experiences.views.workspace.doors import leads_on, own_experience
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell

MOST_REMOVED = 50
FILES = (ExperienceDocument, ExperiencePhoto)
ROWS: dict[Section, Any] = {
    Section.PROCESS: ExperienceMilestone,
    Section.OUTCOMES: ExperienceOutcome,
    Section.VOICES: Voice,
    Section.PARTNERS: ExperiencePartner,
}


@require_POST
@staff_only
@leads_on
def bring_back(request: StaffRequest, pk: int, kept: int) -> HttpResponse:
    """Put a document, photo or row back, as it stood; a second press changes nothing."""
    record = own_experience(request, pk)
    piece = removed_of(record, *FILES, *ROWS.values()).filter(pk=kept).first()
    section = Section.FILES
    for each, model in ROWS.items():
        if piece is not None and piece.row["model"] == model._meta.label_lower:
            section = each
    verb = restore_file if section == Section.FILES else restore_row
    try:
        if piece is not None:
            verb(experience=record, by=request.user, kept=piece)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("It is back."))
    return redirect("experiences:section", pk=pk, name=section.value)


def removed_rows(record: Experience, *models_of: Any) -> list[Any]:
    """What can still be brought back, with its last day."""
    found = removed_of(record, *models_of).select_related("removed_by")
    rows: list[Any] = list(found[:MOST_REMOVED])
    for row in rows:
        row.until = row.removed_at + trash_days()
    return rows


def removed_in(record: Experience, name: str) -> list[Any]:
    """The rows removed of a section that has rows."""
    model = ROWS.get(Section(name))
    return removed_rows(record, model) if model else []
