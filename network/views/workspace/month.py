"""«Lo hecho este mes»: one page to print for the mayor."""

import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from network.choices import ActivityStatus, ReviewState
from network.figures import participants
from network.models import Activity, Organisation
from network.views.workspace.doors import (
    StaffRequest,
    staff_only,
)


@require_safe
@staff_only
def month(request: StaffRequest) -> HttpResponse:
    """What an organisation did in a month, with its people and figures."""
    mine = list(
        Organisation.objects.loggable()
        .filter(pk__in=request.user.standing.organisation_ids)
        .in_order()
    )
    owner = _chosen(mine, request.GET.get("owner", ""))
    first = _first_day(request.GET.get("month", ""))
    last = (first + datetime.timedelta(days=32)).replace(day=1)
    rows = list(
        Activity.objects.owned_by(frozenset({owner.pk}))
        .filter(started__gte=first, started__lt=last)
        .exclude(review_state=ReviewState.WITHDRAWN)
        .exclude(status=ActivityStatus.CANCELLED)
        .select_related("kind")
        .prefetch_related("counts")
        .order_by("started", "pk")
    )
    for row in rows:
        row.figures = participants(row.counts.all())
    context = {
        "owner": owner,
        "owners": mine,
        "first": first,
        "previous": (first - datetime.timedelta(days=1)).strftime("%Y-%m"),
        "next": last.strftime("%Y-%m") if last <= timezone.localdate() else "",
        "rows": rows,
        "people": sum(row.figures.total or 0 for row in rows),
        "women": sum(row.figures.women or 0 for row in rows),
        "men": sum(row.figures.men or 0 for row in rows),
        "without_figures": sum(1 for row in rows if row.figures.total is None),
    }
    return render(request, "network/workspace/month.html", context)


def _chosen(mine: list[Organisation], slug: str) -> Organisation:
    for organisation in mine:
        if not slug or organisation.slug == slug:
            return organisation
    raise Http404


def _first_day(text: str) -> datetime.date:
    today = timezone.localdate()
    if not text:
        return today.replace(day=1)
    try:
        first = datetime.date.fromisoformat(f"{text}-01")
    except ValueError as problem:
        raise Http404 from problem
    if not 1990 <= first.year <= today.year + 1:
        raise Http404
    return first
