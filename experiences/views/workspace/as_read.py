"""The whole of an experience as readers will see it, for whoever may read its draft."""

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from experiences import rules
from experiences.grown_here import grown_from
from experiences.previewing import previewed
from experiences.services.completeness import is_full
from experiences.steps_done import steps_of
from experiences.views.workspace.doors import leads_on, visible_experience
from network.views.workspace.doors import StaffRequest, staff_only


@require_safe
@staff_only
@leads_on
def as_read(request: StaffRequest, pk: int) -> HttpResponse:
    """Its page as it stands now, with what stays private marked."""
    record = visible_experience(request, pk)
    prefetch_related_objects(list(record.places.all()), "organisation")
    context = {
        **previewed(record, full=is_full(record)),
        "grown_from": grown_from(record) if record.exchange else None,
        "guide_steps": steps_of(list(record.guide_steps.all()), record.country),
        "may_edit": rules.may_edit(request.user, record),
        "may_review": rules.may_review(request.user, record),
    }
    return render(request, "experiences/workspace/as-read.html", context)
