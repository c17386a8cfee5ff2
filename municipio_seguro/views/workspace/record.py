"""An assessment: how far it is, what the X-ray finds, and what may be done with it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete, with_related
from municipio_seguro import rules
from municipio_seguro.choices import AssessmentKind
from municipio_seguro.findings import Finding, x_ray, x_ray_for_others
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.services.x_ray import answers_of, assessed, citizens_of, facts_of
from municipio_seguro.views.workspace.acting import possible
from municipio_seguro.views.workspace.doors import (
    asked_in,
    register_address,
    visible_assessment,
)
from network.models import User
from network.views.workspace.doors import StaffRequest, staff_only


@require_safe
@staff_only
def assessment(request: StaffRequest, pk: int) -> HttpResponse:
    """The page of one assessment, for its people and its association."""
    record = visible_assessment(request, pk)
    rows = answers_of(record)
    running = getattr(record, "consultation", None)
    if running is not None:
        with_related([running], "tallies")
    read = complete(record, "replies", steps=record.moves.select_related("by"))
    own = rules.is_own(request.user, record.municipality)
    found = (x_ray if own else x_ray_for_others)(facts_of(record, rows))
    context = {
        "assessment": record,
        "tasks": list(_tasks(record, rows)),
        "findings": [group for group in _grouped(record, found) if group["rows"]],
        "figures": _figures(record, rows),
        "figure_columns": [_("Score"), _("Confidence")],
        "gaps": list(_gaps(record, rows)) if running and running.closed_at else [],
        "consultation": running,
        "register_url": register_address(record.municipality),
        "may_consult": _may_consult(request.user, record),
        "actions": possible(request.user, record),
        "may_answer": rules.may_answer(request.user, record),
        "may_reply": rules.may_reply(request.user, record),
        "answered": sum(1 for row in rows if row.given is not None),
        "asked": len(record.codes),
        "steps": read["steps"],
    }
    return render(request, "municipio_seguro/workspace/assessment.html", context)


def _may_consult(user: User, record: Assessment) -> bool:
    """True while its consultation can be opened by this person."""
    whole = record.kind == AssessmentKind.FULL and not hasattr(record, "consultation")
    return whole and rules.may_open_consultation(user, record)


def _tasks(record: Assessment, rows: list[Answer]) -> Iterator[dict[str, Any]]:
    """Its dimensions, each with how much of it is answered."""
    held = {row.code: row for row in rows}
    for each in record.instrument.instrument.dimensions:
        asked = asked_in(record, each)
        if not asked:
            continue
        answers = [held[i.code] for i in asked if i.code in held]
        done = sum(1 for row in answers if row.given is not None)
        still = sum(1 for row in answers if row.proposed)
        note = _("%(done)s of %(all)s answered") % {"done": done, "all": len(asked)}
        if still:
            asks = ngettext(
                "%(n)s of last time to say whether it is still so",
                "%(n)s of last time to say whether they are still so",
                still,
            )
            note = f"{note} · {asks % {'n': still}}"
        state = "done" if done == len(asked) else "started" if answers else "empty"
        yield {
            "title": each.name.in_language(get_language()),
            "url": reverse("municipio_seguro:dimension", args=[record.pk, each.code]),
            "state": state,
            "note": note,
        }


def _grouped(record: Assessment, found: list[Finding]) -> list[dict[str, Any]]:
    """What the X-ray found, worst first, each with where it is mended."""
    titles = {
        "E": _("To mend before it can be validated"),
        "W": _("To look at"),
        "N": _("To know"),
    }
    return [
        {
            "title": title,
            "rows": [
                {
                    "about": _about(record, each),
                    "message": each.message,
                    "url": _where(record, each),
                }
                for each in found
                if each.severity == letter
            ],
        }
        for letter, title in titles.items()
    ]


def _about(record: Assessment, found: Finding) -> str:
    """The question a finding is about; nothing for one about something else."""
    asked = record.instrument.instrument.indicators.get(found.about)
    return f"{asked.code} {asked.label.in_language(get_language())}" if asked else ""


def _where(record: Assessment, found: Finding) -> str:
    """The screen on which a finding is mended; nothing where there is none."""
    instrument = record.instrument.instrument
    about = found.about
    if about.startswith("risk:"):
        number = about.removeprefix("risk:")
        return register_address(record.municipality, "risk", number)
    if about.startswith("measure:"):
        number = about.removeprefix("measure:")
        return register_address(record.municipality, "measure", number)
    if about == "EVA-04" and found.code == "G-W04":
        return register_address(record.municipality)
    if found.code == "G-E17":
        return reverse("municipio_seguro:reply", args=[record.pk, about])
    if about in instrument.dimension_of:
        dimension = instrument.dimension_of[about].code
        place = reverse("municipio_seguro:dimension", args=[record.pk, dimension])
        return f"{place}#{about}"
    if about in instrument.by_code:
        return reverse("municipio_seguro:dimension", args=[record.pk, about])
    return ""


def _figures(record: Assessment, rows: list[Answer]) -> dict[str, Any] | None:
    """Its figures as they stand, for its own people; a first look has none."""
    if record.kind == AssessmentKind.FIRST_LOOK:
        return None
    found, language = assessed(record, rows=rows), get_language()
    bands = record.instrument.instrument.bands
    table = []
    for each in record.instrument.instrument.dimensions:
        one = found.dimensions[each.code]
        proof = one.confidence[1] if one.confidence else _("not recorded")
        told = one.score if one.score is not None else _("too few answers")
        table.append(
            {"label": each.name.in_language(language), "values": [told, proof]}
        )
    band = bands[found.band].in_language(language) if found.band else ""
    return {"index": found.index, "band": band, "range": found.range, "table": table}


def _gaps(record: Assessment, rows: list[Answer]) -> Iterator[dict[str, Any]]:
    """Where the population sees much less, and whether somebody answered it."""
    given = {row.code: row.given for row in rows}
    replied = {row.dimension: row for row in record.replies.all()}
    for code, each in citizens_of(record, given).items():
        if each.reply_required:
            dimension = record.instrument.instrument.by_code[code]
            yield {
                "code": code,
                "title": dimension.name.in_language(get_language()),
                "gap": each.gap,
                "reply": replied.get(code),
            }
