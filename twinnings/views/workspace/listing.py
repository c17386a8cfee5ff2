"""One's twinnings and exchanges, what waits and what is late."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amuprev.foundation.together import read_together
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, number_in, staff_only
from twinnings import rules, waiting
from twinnings.lines import when_of
from twinnings.models import Exchange, Twinning
from twinnings.views.workspace.doors import proposing

PAGE = 20
SHOWN = 30


@require_safe
@staff_only
def twinnings(request: StaffRequest) -> HttpResponse:
    """What waits for the person, what is late, and every twinning and exchange."""
    user = request.user
    rows = {"twinnings": Twinning.objects, "exchanges": Exchange.objects}
    before = {name: number_in(request.GET.get(name, "")) for name in rows}
    found = read_together(
        to_decide=waiting.twinnings_to_decide(user).select_related("owner"),
        exchanges_to_decide=waiting.exchanges_to_decide(user).select_related("owner"),
        to_read=waiting.twinnings_to_read(user)[:SHOWN],
        exchanges_to_read=waiting.exchanges_to_read(user)[:SHOWN],
        overdue=waiting.overdue_commitments(user)[:SHOWN],
        unanswered=waiting.late_follow_ups(user)[:SHOWN],
        corrections=waiting.corrections_to_settle(user).select_related("exchange")[
            :SHOWN
        ],
        twinnings=_page(Twinning.objects.visible_to(user), before["twinnings"]),
        exchanges=_page(
            Exchange.objects.visible_to(user), before["exchanges"]
        ).select_related("twinning"),
        trash=_trash(Twinning.objects.in_trash_of(user)),
        exchanges_trash=_trash(Exchange.objects.in_trash_of(user)),
    )
    for each in (*found["trash"], *found["exchanges_trash"]):
        each.until = each.discarded_at + trash_days()
    for each in found["unanswered"]:
        # Whoever only reads there goes to the exchange.
        each.answerable = rules.may_follow(user, each.exchange)
    for each in found["exchanges"]:
        each.when = when_of(each)
    context = {
        **found,
        "may_propose": bool(proposing(request)),
        "reviews": bool(user.standing.reviewed or user.standing.secretariat),
        **{f"{name}_next": _next(found, name) for name in rows},
    }
    for name in rows:
        context[name] = found[name][:PAGE]
    return render(request, "twinnings/workspace/list.html", context)


def _page(rows: Any, before: int | None) -> Any:
    rows = rows.select_related("owner", "updated_by").order_by("-pk")
    return (rows.filter(pk__lt=before) if before else rows)[: PAGE + 1]


def _next(found: dict[str, list[Any]], name: str) -> str:
    """Where the list goes on."""
    rows = found[name]
    return f"?{urlencode({name: rows[PAGE - 1].pk})}" if len(rows) > PAGE else ""


def _trash(rows: Any) -> Any:
    newest = rows.select_related("discarded_by").order_by("-discarded_at")
    return newest[:SHOWN]
