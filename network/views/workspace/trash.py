"""«Papelera»: the drafts that were thrown away and can still be brought back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.models import Activity
from network.services.refusals import Refused
from network.services.trash import restore_activity, trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell

MOST_LISTED = 100


@require_safe
@staff_only
def trash(request: StaffRequest) -> HttpResponse:
    """What was thrown away, by whom, and until when it can be brought back."""
    rows = list(
        Activity.objects.in_trash_of(request.user)
        .select_related("owner", "kind", "discarded_by")
        .order_by("-discarded_at")[: MOST_LISTED + 1]
    )
    for row in rows:
        row.until = row.discarded_at + trash_days()
    context = {
        "rows": rows[:MOST_LISTED],
        "more": len(rows) > MOST_LISTED,
        "days": trash_days().days,
    }
    return render(request, "network/workspace/trash.html", context)


@require_POST
@staff_only
def bring_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a draft of it again; a second press leads to the draft."""
    mine = Activity.objects.in_trash_of(request.user)
    mine = mine | Activity.objects.visible_to(request.user)
    found = get_object_or_404(mine, pk=pk)
    try:
        restore_activity(activity=found, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:trash")
    messages.success(request, _("It is a draft again, with its files."))
    return redirect("network:activity", pk=pk)
