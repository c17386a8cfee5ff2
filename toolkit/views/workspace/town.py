"""«¿Dónde está mi municipio?»: where a municipality stands, and what to do next."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from amuprev.foundation.together import read_together
from network.views.workspace.doors import StaffRequest, staff_only
from toolkit import rules
from toolkit.models import Agreement, Meeting, StepCheck
from toolkit.reading import steps_in_order
from toolkit.standing import (
    answers_of,
    next_lines,
    papers_of,
    peers_of,
    table_of,
    to_do_next,
    towns_with_work,
)
from toolkit.views.workspace.doors import body_of, town_of
from toolkit.waiting import policies_to_publish

SHOWN = 8


@require_safe
@staff_only
def where(request: StaffRequest) -> HttpResponse:
    """The municipalities a person may see; to the only one of who has one."""
    user = request.user
    if not rules.sees_work(user, user.organisations_today):
        raise PermissionDenied
    towns = towns_with_work(user)
    reviews = user.standing.reviewed or user.standing.secretariat
    if len(towns) == 1 and not reviews:
        return redirect("toolkit:town", pk=towns[0].pk)
    context = {
        "towns": towns,
        "all_steps": len(steps_in_order()),
        "policies": policies_to_publish(user).select_related("owner"),
    }
    return render(request, "toolkit/workspace/where.html", context)


@require_safe
@staff_only
def town(request: StaffRequest, pk: int) -> HttpResponse:
    """How far it has come, the next three things, its body, its agreements."""
    record = town_of(request, pk)
    body = body_of(record)
    checks = list(StepCheck.objects.filter(organisation=record))
    answers = answers_of(checks)
    upcoming = to_do_next(answers)
    agreements = Agreement.objects.open().of_organisation(record.pk)
    meetings = Meeting.objects.filter(body__organisation=record).newest_first()
    found: dict[str, list[Any]] = read_together(
        papers=papers_of(upcoming),
        peers=peers_of(upcoming, record),
        agreements=agreements.select_related("meeting").order_by("due", "pk")[:SHOWN],
        meetings=meetings[:SHOWN],
    )
    rows, totals = table_of(answers)
    titles = {step.pk: step for step in steps_in_order()}
    context = {
        "town": record,
        "body": body,
        "next": next_lines(upcoming, found["papers"], found["peers"], record),
        "agreements": found["agreements"],
        "meetings": found["meetings"],
        "columns": columns(),
        "rows": rows,
        "totals": totals,
        "lowered": [titles[each.step_id] for each in checks if each.lowered_at],
        "may_work": rules.may_work(request.user, record),
        "may_share": body is not None
        and rules.may_share_progress(request.user, record),
    }
    return render(request, "toolkit/workspace/town.html", context)


def columns() -> list[str]:
    """What is counted of each phase."""
    return [
        _("Steps"),
        pgettext("step of the guide", "Yes"),
        pgettext("step of the guide", "In part"),
        pgettext("step of the guide", "No"),
        pgettext("step of the guide", "I do not know"),
    ]
