"""Undoing what was done to people's roles."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from network import rules
from network.models import Appointment
from network.services import people as services
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell


@require_POST
@staff_only
def restore_appointment(request: StaffRequest, pk: int) -> HttpResponse:
    """Put back a role that was ended in the last thirty days."""
    found = get_object_or_404(
        Appointment.objects.select_related("person", "organisation"), pk=pk
    )
    if not rules.may_manage_people(request.user, found.organisation):
        raise Http404
    try:
        services.restore_appointment(appointment=found, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        said = _("%(name)s has this role again.") % {"name": found.person}
        messages.success(request, said)
    return redirect("network:organisation_people", pk=found.organisation_id)
