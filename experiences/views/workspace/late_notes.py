"""What an editor wrote of something that no longer waits: shown, so that it can be copied."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render

from experiences import rules
from network.views.workspace.doors import StaffRequest


def late_notes(
    request: StaffRequest, written: Mapping[str, str]
) -> HttpResponse | None:
    """The page with what was written; None where nothing was, or by nobody who decides.

    It says nothing of the record: its authors may have taken it back for themselves.
    """
    kept = {of: note.strip() for of, note in written.items() if note.strip()}
    if not kept or not rules.is_editor(request.user):
        return None
    context = {"notes": kept.items()}
    return render(request, "experiences/workspace/late_notes.html", context, status=409)
