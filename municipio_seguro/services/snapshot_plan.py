"""What a snapshot tells of risks, measures and context, and what it keeps to itself."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from municipio_seguro.choices import LIVE_STATUSES, MeasureStatus
from municipio_seguro.context_figures import context_figure
from municipio_seguro.models import Assessment, Measure, Risk
from municipio_seguro.queries import ASLEEP
from municipio_seguro.withheld import WITHHELD

# Under way: what was proposed only does not sleep.
AWAKE = frozenset(LIVE_STATUSES) - {MeasureStatus.PROPOSED}
CLOSE_FIGURES = frozenset({"CTX-03"})


def risks_told(assessment: Assessment) -> dict[str, Any]:
    """The public risks, and how many are not."""
    kept = Risk.objects.kept().filter(municipality=assessment.municipality_id)
    public = kept.public().select_related("threat").order_by("number")
    return {
        "reserved": kept.count() - public.count(),
        "public": [
            {
                "number": row.number,
                "title_es": row.title_es,
                "title_en": row.title_en,
                "category": row.threat.category,
                "area": row.public_area,
                "nature": row.nature,
                "likelihood": row.current_likelihood,
                "impact": row.current_impact,
                "level": row.level,
                "target_likelihood": row.target_likelihood,
                "target_impact": row.target_impact,
                "target_level": row.target_level,
                "matrix": row.matrix_version,
                "summary_es": row.public_summary_es,
                "summary_en": row.public_summary_en,
            }
            for row in public
        ],
    }


def measures_told(assessment: Assessment) -> list[dict[str, Any]]:
    """The public measures; of a level that is not published, not even the aim."""
    rows = Measure.objects.public().filter(municipality=assessment.municipality_id)
    rows = rows.select_related("responsible").prefetch_related(
        "funding", "indicators", "risks", "entries"
    )
    shown = set(Risk.objects.public().values_list("pk", flat=True))
    return [
        {
            "number": row.number,
            "title_es": row.title_es,
            "title_en": row.title_en,
            "type": row.type,
            "horizon": row.horizon,
            "approved_on": row.approved_on.isoformat(),
            "due_on": row.due_on.isoformat(),
            "responsible_es": row.responsible.name_es,
            "responsible_en": row.responsible.name_en,
            "office": row.responsible_office,
            "amount": text(row.budget_amount),
            "currency": row.currency,
            "funding": [
                {"source": each.source, "share": str(each.share), "for": each.purpose}
                for each in row.funding.all()
            ],
            "status": row.status,
            "progress": row.progress,
            "indicators": {
                each.code: each.level
                for each in row.indicators.all()
                if each.code not in WITHHELD
            },
            "risks": [each.number for each in row.risks.all() if each.pk in shown],
            **_followed(row),
        }
        for row in rows.order_by("number")
    ]


def _followed(row: Measure) -> dict[str, Any]:
    """When it was finished, whether it sleeps, and what was told of it for everybody."""
    entries = sorted(row.entries.all(), key=lambda each: (each.on, each.pk))
    finished = [each.on for each in entries if each.to_status == MeasureStatus.FINISHED]
    last = entries[-1].on if entries else row.approved_on
    return {
        "finished_on": finished[-1].isoformat() if finished else None,
        "asleep": row.status in AWAKE and last < timezone.localdate() - ASLEEP,
        "entries": [
            {
                "on": each.on.isoformat(),
                "to": each.to_status,
                "text_es": each.text_es,
                "text_en": each.text_en,
            }
            for each in entries
            if each.public
        ],
    }


def context_told(assessment: Assessment) -> list[dict[str, Any]]:
    """The figures beside the score, with their years."""
    told = []
    for each in assessment.instrument.instrument.context:
        years = [row for row in assessment.context.all() if row.code == each.code]
        if not years:
            continue
        found = context_figure(
            [row.events for row in years],
            [row.population or 0 for row in years],
            close=each.code in CLOSE_FIGURES,
        )
        told.append(
            {
                "code": each.code,
                "years": [row.year for row in years],
                "events": list(found.years),
                "total": found.total,
                "average": text(found.average),
                "rate": text(found.rate),
                "few": found.few,
                "sources": list(dict.fromkeys(row.source for row in years)),
            }
        )
    return told


def text(value: Decimal | None) -> str | None:
    """A number as JSON keeps it without rounding."""
    return None if value is None else str(value)
