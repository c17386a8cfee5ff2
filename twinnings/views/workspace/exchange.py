"""An exchange as its people see it: its parts, its promises, its answers, what to do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete, related_to
from network.views.workspace.doors import StaffRequest, staff_only
from twinnings import rules
from twinnings.choices import CHECKLIST, AnsweringSide, ExchangeStatus
from twinnings.lines import kept_words, met_of, when_of
from twinnings.models import Exchange
from twinnings.services.review import missing_to_send
from twinnings.views.workspace.acting import allowed
from twinnings.views.workspace.chosen import named
from twinnings.views.workspace.doors import visible
from twinnings.views.workspace.opening import TITLES
from twinnings.views.workspace.read import as_read, logged

ALL_STEPS = sum(len(entries) for entries in CHECKLIST.values())


@require_safe
@staff_only
def exchange(request: StaffRequest, pk: int) -> HttpResponse:
    """Its parts with what each lacks, its commitments, and the next step."""
    user = request.user
    record = visible(Exchange, request, pk)
    found = complete(
        record,
        "agenda",
        "places_seen",
        "delegation",
        "photos",
        "documents",
        "officer_links",
        "follow_ups",
        "themes",
        activities=logged(record),
        commitments=related_to(record, "commitments").select_related(
            "party__place", "party__organisation"
        ),
        steps=record.steps.select_related("by"),
    )
    context = {
        "record": record,
        "when": when_of(record),
        "tasks": [_task(record, name, found) for name in TITLES],
        "ready": len(record.checked),
        "all_steps": ALL_STEPS,
        "commitments": found["commitments"],
        "kept": kept_words(len(found["commitments"]), met_of(found["commitments"])),
        "follow_ups": _asked(found["follow_ups"], found["officer_links"]),
        "officer_links": found["officer_links"],
        "missing": missing_to_send(record),
        "steps": found["steps"],
        "is_held": record.status == ExchangeStatus.HELD,
        **as_read(user, record),
        "logged": named(record.logged_as) if record.logged_as else "",
        "came": [named(each) for each in record.activities.all()],
        "reads_twinning": rules.may_read_twinning_of(user, record),
        **allowed(user, record),
    }
    return render(request, "twinnings/workspace/exchange.html", context)


def _asked(follow_ups: list[Any], links: list[Any]) -> list[Any]:
    """Each, with whether the counterpart still has a link to answer it by."""
    waiting = {each.follow_up_id for each in links if each.is_open}
    for each in follow_ups:
        of_counterpart = each.side == AnsweringSide.COUNTERPART
        each.waits_by_link = of_counterpart and each.pk in waiting
    return follow_ups


def _task(record: Exchange, name: str, found: dict[str, Any]) -> dict[str, Any]:
    begun = {
        "plan": True,
        "agenda": found["agenda"],
        "delegation": found["delegation"],
        "checklist": record.checked,
        "report": record.status == ExchangeStatus.HELD,
        "places": found["places_seen"],
        "photos": [
            each
            for each in (*found["photos"], *found["documents"])
            if each.removed_at is None
        ],
    }[name]
    state = "done" if begun else "empty"
    return {"name": name, "title": TITLES[name], "state": state}
