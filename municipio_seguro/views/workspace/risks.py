"""The risk register of a municipality, and one risk of it."""

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from amuprev.foundation.together import read_together
from municipio_seguro import rules
from municipio_seguro.choices import (
    IMPACT_STEPS,
    STANDING_STATUSES,
    ImpactLine,
    RiskLevel,
    RiskSection,
    Voice,
)
from municipio_seguro.models import Measure, Risk
from municipio_seguro.reports.plan import impact_names, matrix_rows
from municipio_seguro.services.lacking import Lack, lacks_of
from municipio_seguro.views.workspace.doors import register_address, town_of
from network.models import Organisation
from network.views.workspace.doors import StaffRequest, staff_only

MOST = 300
ACTS = {
    "hide": _("Hide it now"),
    "show": _("Show it to the public again"),
    "close": _("Take it out of the register"),
    "reopen": _("Put it back into the register"),
}
DONE_BY_HISTORY = {
    "close": _("It left the register"),
    "reopen": _("It was put back into the register"),
    "freed": _("It has no measure any more: nothing lower is foreseen"),
}


@require_safe
@staff_only
def register(request: StaffRequest, pk: int) -> HttpResponse:
    """The matrix, and the risks from the worst on; those that were closed at the end."""
    town = town_of(request, pk)
    rows = Risk.objects.readable_by(request.user, town).select_related("threat")
    lowered = Measure.objects.readable_by(request.user, town)
    standing = lowered.standing().values("pk")
    counted = Count("measures", filter=Q(measures__in=standing))
    found: list[Any] = list(rows.annotate(measured=counted).worst_first()[:MOST])
    kept = [each for each in found if each.closed_at is None]
    context = {
        "town": town,
        "rows": kept,
        "closed": [each for each in found if each.closed_at is not None],
        "matrix": matrix_rows(
            (each.current_likelihood, each.current_impact) for each in kept
        ),
        "impacts": impact_names(),
        "own": rules.is_own(request.user, town),
        "may_keep": rules.may_keep_register(request.user, town),
    }
    return render(request, "municipio_seguro/workspace/register.html", context)


@require_safe
@staff_only
def risk(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """All of one risk: what is missing of it, its sheets, its measures, its history."""
    town = town_of(request, pk)
    record = risk_of(request, town, number)
    history: Any = record.history  # type: ignore[attr-defined]
    past = history.select_related("updated_by").order_by("version", "history_id")
    lowered = Measure.objects.readable_by(request.user, town).filter(risks=record)
    parts = read_together(
        weaknesses=record.weaknesses.all(), measures=lowered, past=past
    )
    own = rules.may_keep_register(request.user, town)
    may_keep = own and record.closed_at is None
    held = any(each.status in STANDING_STATUSES for each in parts["measures"])
    missing = lacks_of(record, reasons=len(parts["weaknesses"]), measured=held)
    context = {
        "town": town,
        "risk": record,
        "weaknesses": parts["weaknesses"],
        "voices": [str(Voice(each).label) for each in record.affected_voices],
        "impact_lines": list(_impact_lines(record)),
        "measures": parts["measures"],
        "missing": list(_linked(town, record, missing)) if may_keep else [],
        "may_keep": may_keep,
        "acts": [
            {"name": name, "title": title}
            for name, title in ACTS.items()
            if rules.may_act_on_risk(request.user, record, name)
        ],
        "steps": list(_told(parts["past"])),
    }
    return render(request, "municipio_seguro/workspace/risk.html", context)


def risk_of(request: StaffRequest, town: Organisation, number: int) -> Risk:
    """A risk of the municipality by its number, if this person may read it."""
    rows = Risk.objects.readable_by(request.user, town)
    found = get_object_or_404(rows.select_related("threat"), number=number)
    found.municipality = town
    return found


def _impact_lines(record: Risk) -> Iterator[tuple[str, str]]:
    for line in ImpactLine:
        step = record.impact_lines.get(line.value)
        if step:
            yield str(line.label), str(IMPACT_STEPS[line][step - 1])


def _linked(
    town: Organisation, record: Risk, missing: Iterable[Lack]
) -> Iterator[dict[str, str]]:
    """Each thing that is missing with the box where it is written."""
    for each in missing:
        if each.sheet in RiskSection.values:
            url = register_address(town, "risk_sheet", record.number, each.sheet)
            url += f"#id_{each.box}"
        else:
            url = register_address(town, "add_measure") + f"?risk={record.number}"
        yield {"said": each.said, "url": url}


def _told(past: Iterable[Any]) -> Iterator[SimpleNamespace]:
    """What happened to it, a line for each version."""
    seen = 0
    for row in past:
        if row.version == seen:
            continue
        reason = row.history_change_reason
        words = DONE_BY_HISTORY.get(reason, "")
        if reason in RiskSection.values:
            words = RiskSection(reason).label
        level = RiskLevel(row.level).label
        yield SimpleNamespace(
            at=row.history_date,
            words=words or (_("Changed") if seen else _("Noted")),
            note=level if reason == RiskSection.RATING or not seen else "",
            by=row.updated_by,
            by_id=row.updated_by_id,
        )
        seen = row.version
