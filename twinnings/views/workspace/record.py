"""A twinning as its people see it: its parts, its parties, its exchanges, what to do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete, related_to
from network.views.workspace.doors import StaffRequest, staff_only
from twinnings import rules
from twinnings.dating import order_of
from twinnings.lines import life_of, when_of
from twinnings.models import Exchange, Twinning
from twinnings.services.review import missing_to_send
from twinnings.views.workspace.acting import allowed
from twinnings.views.workspace.doors import visible
from twinnings.views.workspace.read import as_read
from twinnings.views.workspace.sections import TITLES

# What of each part tells that it was begun.
WRITTEN = {
    "about": ("problem_es", "objective_es"),
    "topics": ("management_themes", "violence_types", "prevention_level"),
    "agreement": ("agreement_summary_es", "signed_on", "term_months"),
    "parties": ("parties_key",),
}


@require_safe
@staff_only
def twinning(request: StaffRequest, pk: int) -> HttpResponse:
    """Its parts with what each lacks, its parties, and the next step."""
    user = request.user
    record = visible(Twinning, request, pk)
    own: dict[str, Any] = {
        "parties": _parties(record),
        "steps": record.steps.select_related("by"),
        "exchanges": Exchange.objects.visible_to(user)
        .filter(twinning=record)
        .select_related("owner")
        .order_by("-pk"),
    }
    own["documents"] = related_to(record, "documents").filter(exchange=None)
    found = complete(record, "status_entries", "themes", "facilitators", **own)
    organisations = frozenset(
        each.organisation_id for each in found["parties"] if each.organisation_id
    )
    context = {
        "record": record,
        "life": life_of(record),
        "parties": found["parties"],
        "statuses": [
            {"entry": entry, "when": when_of(entry)}
            for entry in sorted(found["status_entries"], key=order_of)
        ],
        "exchanges": [_line(each) for each in found["exchanges"]],
        "tasks": [_task(record, name, found) for name in TITLES],
        "missing": missing_to_send(record),
        "steps": found["steps"],
        **as_read(user, record),
        "own_documents": len([e for e in found["documents"] if not e.removed_at]),
        "opens_for": _opens_for(request, record, organisations),
        **allowed(user, record),
    }
    return render(request, "twinnings/workspace/twinning.html", context)


def _parties(record: Twinning) -> Any:
    return related_to(record, "parties").select_related("place", "organisation")


def _line(exchange: Any) -> Any:
    exchange.when = when_of(exchange)
    return exchange


def _task(record: Twinning, name: str, found: dict[str, Any]) -> dict[str, Any]:
    begun = [getattr(record, column) for column in WRITTEN[name]]
    if name == "topics":
        begun.append(found["themes"])
    return {
        "name": name,
        "title": TITLES[name],
        "state": "done" if any(begun) else "empty",
    }


def _opens_for(
    request: StaffRequest, record: Twinning, parties: frozenset[int]
) -> bool:
    """Whether the person writes for whoever tells of it, or for a party."""
    standing = request.user.standing
    near = (standing.holding(rules.WRITERS) | standing.reviewed) & (
        parties | {record.owner_id}
    )
    writes = bool(near) or standing.secretariat
    return record.discarded_at is None and writes
