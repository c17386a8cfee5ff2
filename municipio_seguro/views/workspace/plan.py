"""The plan of a municipality: its measures by horizon, and one measure."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from amuprev.foundation.figures import figure
from amuprev.foundation.together import complete, with_related
from municipio_seguro import rules
from municipio_seguro.choices import (
    STANDING_STATUSES,
    FundingSource,
    Horizon,
    MeasureSection,
    MeasureStatus,
)
from municipio_seguro.models import Measure, Risk
from municipio_seguro.money import by_currency
from municipio_seguro.services.lacking import measure_lacks
from municipio_seguro.views.workspace.doors import (
    register_address,
    sent_file,
    town_of,
)
from network.choices import Act
from network.models import Organisation
from network.services import audit
from network.views.workspace.doors import StaffRequest, staff_only

MOST = 300
STATUS = MeasureStatus
MOVES: dict[str, Any] = {
    STATUS.APPROVED: _("It was approved"),
    STATUS.FUNDED: _("It has its money"),
    STATUS.RUNNING: _("It is being carried out"),
    STATUS.FINISHED: _("It is finished"),
    STATUS.VERIFIED: _("Verify it"),
    STATUS.SUSPENDED: _("Suspend it"),
    STATUS.CANCELLED: _("Cancel it"),
}
BACK = _("It is not finished yet")
ACTS = {"hide": _("Hide it now"), "show": _("Show it to the public again")}


@require_safe
@staff_only
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """The measures by horizon, what is late first, and the money of each currency."""
    town = town_of(request, pk)
    rows = Measure.objects.readable_by(request.user, town).select_related("responsible")
    found = with_related(rows.order_by("due_on", "number")[:MOST], "funding")
    kept = [each for each in found if each.status in STANDING_STATUSES]
    kept.sort(key=lambda each: not each.is_overdue)
    context = {
        "town": town,
        "horizons": [
            {"name": label, "rows": [m for m in kept if m.horizon == value]}
            for value, label in Horizon.choices
        ],
        "rows": kept,
        "cancelled": [each for each in found if each not in kept],
        "money": list(_money(kept)),
        "own": rules.is_own(request.user, town),
        "may_keep": rules.may_keep_register(request.user, town),
    }
    return render(request, "municipio_seguro/workspace/plan.html", context)


def _money(rows: list[Any]) -> Iterator[dict[str, str]]:
    """The total of each currency, and how much of it has no source."""
    totals = by_currency((each.currency, each.budget_amount) for each in rows)
    for currency, total in totals.items():
        bare = sum(
            (
                each.budget_amount * share.share / 100
                for each in rows
                if each.currency == currency and each.budget_amount is not None
                for share in each.funding.all()
                if share.source == FundingSource.NONE
            ),
            Decimal(0),
        )
        yield {
            "currency": currency,
            "total": figure(total),
            "funded": figure(total - bare),
            "unfunded": figure(bare),
        }


@require_safe
@staff_only
def measure(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """All of one measure: what is missing, its sheets, how it goes, what comes next."""
    town = town_of(request, pk)
    record = measure_of(request, town, number)
    entries: Any = record.entries.select_related("by").order_by("-on", "-pk")
    risks = Risk.objects.readable_by(request.user, town).filter(measures=record)
    parts = complete(
        record, "indicators", "funding", "partners", told=entries, lowered=risks
    )
    keeps = rules.may_keep_register(request.user, town)
    may_change = keeps and record.status != STATUS.VERIFIED
    missing = measure_lacks(record, told=parts["told"])
    context = {
        "town": town,
        "measure": record,
        "risks": parts["lowered"],
        "indicators": parts["indicators"],
        "funding": parts["funding"],
        "partners": parts["partners"],
        "entries": parts["told"],
        "missing": list(_linked(town, record, missing)) if may_change else [],
        "may_change": may_change,
        "may_keep": keeps,
        "moves": moves_of(request, record),
        "acts": [
            {"name": name, "title": title}
            for name, title in ACTS.items()
            if rules.may_act_on_measure(request.user, record, name)
        ],
    }
    return render(request, "municipio_seguro/workspace/measure.html", context)


def measure_of(request: StaffRequest, town: Organisation, number: int) -> Measure:
    """A measure of the municipality by its number, if this person may read it."""
    rows = Measure.objects.readable_by(request.user, town)
    found = get_object_or_404(rows.select_related("responsible"), number=number)
    found.municipality = town
    return found


def moves_of(request: StaffRequest, record: Measure) -> list[dict[str, Any]]:
    """Where this person may move it now; the next step first."""
    return [
        {"status": to, "title": title_of(record, to)}
        for to in MOVES
        if rules.may_move(request.user, record, to)
    ]


def title_of(record: Measure, to: str) -> Any:
    """What a move is called from where it stands."""
    back = record.status == STATUS.FINISHED and to == STATUS.RUNNING
    return BACK if back else MOVES[to]


def _linked(
    town: Organisation, record: Measure, missing: Iterable[Any]
) -> Iterator[SimpleNamespace]:
    """Each thing that is missing with the box where it is written."""
    for each in missing:
        if each.sheet in MeasureSection.values:
            place = register_address(town, "measure_sheet", record.number, each.sheet)
        else:
            place = register_address(town, "tell", record.number)
        yield SimpleNamespace(said=each.said, url=f"{place}#id_{each.box}")


@require_safe
@staff_only
def entry_file(request: StaffRequest, pk: int, number: int, entry: int) -> FileResponse:
    """The file of a follow-up, for whoever may read its measure."""
    record = measure_of(request, town_of(request, pk), number)
    row = get_object_or_404(record.entries, pk=entry)
    if not row.file:
        raise Http404
    response = sent_file(row.file, row.content_type)
    audit.record(
        Act.FILE_DOWNLOADED, by=request.user, of=row, owner=record.municipality
    )
    return response
