"""What each save of an experience changed, for those who write it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from experiences.versions import asked_of, saves_of
from experiences.views.workspace.doors import own_experience
from network.views.workspace.doors import StaffRequest, staff_only


@require_safe
@staff_only
def versions(request: StaffRequest, pk: int) -> HttpResponse:
    """Every save that changed a text, and one of them beside the one before."""
    experience = own_experience(request, pk)
    every = saves_of(experience)
    shown, changes = asked_of(every, request.GET.get("version", ""))
    context = {
        "experience": experience,
        "versions": every[::-1],
        "shown": shown,
        "changes": changes,
    }
    return render(request, "experiences/workspace/versions.html", context)
