"""Builds what is published: one plain content, from which page, PDF and files are made.

Nothing is in it that the world may not read: reserved levels, evidence, risks and small
voices are left out here, once, and not by each page.
"""

import datetime
from typing import Any

from django.utils import timezone

from municipio_seguro.choices import AssessmentKind, Visibility
from municipio_seguro.comparing import Compared, ComparedWhole, compare_whole
from municipio_seguro.findings import x_ray_for_others
from municipio_seguro.matrix import CURRENT
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.rounding import plainly
from municipio_seguro.services.snapshot_plan import (
    context_told,
    measures_told,
    risks_told,
    text,
)
from municipio_seguro.services.x_ray import (
    answers_of,
    citizens_of,
    facts_of,
    given_of,
    own_voices_of,
    strengths_of,
)
from municipio_seguro.voices import CitizenScore, count_band
from municipio_seguro.withheld import WITHHELD, gives_away, published_figures

SCHEMA = 1
AS_ON_ITS_DAY = ("published_at", "validated", "risks", "measures", "context")


def build_content(
    assessment: Assessment,
    *,
    before: Assessment | None = None,
    kept: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """All that is published of an assessment, in types that JSON keeps.

    `before` is the assessment it is compared with. Of a corrected one `kept` is what
    was published: it tells of the same day, and only its answers are others.
    """
    rows = answers_of(assessment)
    on = kept and timezone.localdate(assessment.published_at)
    told = {**_answered(assessment, rows, on or None), **_register(assessment)}
    if kept is not None:
        told |= {name: kept[name] for name in AS_ON_ITS_DAY}
        # Raw responses may be gone by now; how many there were is not.
        told["citizens"]["consulted"] = kept["citizens"]["consulted"]
    return {**told, "comparison": _comparison(assessment, rows, before)}


def _register(assessment: Assessment) -> dict[str, Any]:
    return {
        "risks": risks_told(assessment),
        "measures": measures_told(assessment),
        "context": context_told(assessment),
    }


def _answered(
    assessment: Assessment, rows: list[Answer], on: datetime.date | None
) -> dict[str, Any]:
    given = given_of(rows)
    return {
        "schema": SCHEMA,
        "kind": assessment.kind,
        "municipality": _municipality(assessment),
        "fictitious": assessment.fictitious,
        "instrument": assessment.instrument.number,
        "matrix": CURRENT,
        "published_at": assessment.published_at and assessment.published_at.isoformat(),
        "validated": {
            "on": assessment.validated_at and assessment.validated_at.isoformat(),
            "how": assessment.validated_how,
        },
        "figures": _figures(assessment, rows, on or timezone.localdate()),
        "answers": [_answer(row) for row in rows if row.given is not None],
        "missing": _missing(assessment, given),
        "citizens": _citizens(assessment, given),
        "findings": [
            {"code": each.code, "about": each.about}
            for each in x_ray_for_others(facts_of(assessment, rows, on))
            if _is_told(each.about)
        ],
    }


def _is_told(about: str) -> bool:
    """False for what would tell a level that is not published, or of the register."""
    own = {code.split("-")[0] for code in WITHHELD}
    return about not in WITHHELD | own and not about.startswith(("risk:", "measure:"))


def _municipality(assessment: Assessment) -> dict[str, Any]:
    town = assessment.municipality
    return {
        "slug": town.slug,
        "name_es": town.name_es,
        "name_en": town.name_en,
        "country": town.country,
    }


def _figures(
    assessment: Assessment, rows: list[Answer], on: datetime.date
) -> dict[str, Any] | None:
    """A first look has no index and no band: what was answered is all it says."""
    if assessment.kind == AssessmentKind.FIRST_LOOK:
        return None
    instrument = assessment.instrument.instrument
    return published_figures(instrument, given_of(rows), strengths_of(rows, on))


def _answer(row: Answer) -> dict[str, Any]:
    told: dict[str, Any] = {"code": row.code, "revision": row.revision}
    if row.code in WITHHELD:
        return {**told, "state": "reserved"}
    if row.not_applicable:
        told |= {"reason_es": row.na_reason_es, "reason_en": row.na_reason_en}
        return {**told, "state": "na"}
    state = "not_measured" if row.not_measured else "answered"
    figure = None if row.figure is None else plainly(row.figure)
    public = (piece for piece in row.pieces if piece.visibility != Visibility.RESERVED)
    return {
        **told,
        "state": state,
        "level": row.level,
        "figure": figure,
        "evidence": [
            {
                "title_es": piece.title_es,
                "title_en": piece.title_en,
                "type": piece.type,
                "strength": piece.strength,
                "dated": piece.dated and piece.dated.isoformat(),
                "key": piece.pk if piece.visibility == Visibility.PUBLIC else None,
            }
            for piece in public
        ],
    }


def _missing(assessment: Assessment, given: dict[str, Any]) -> list[str]:
    return [
        code
        for code in assessment.codes
        if given.get(code) is None and code not in WITHHELD
    ]


def _citizens(assessment: Assessment, given: dict[str, Any]) -> dict[str, Any]:
    found = citizens_of(assessment, given)
    replies = {row.dimension: row for row in assessment.replies.all()}
    running = getattr(assessment, "consultation", None)
    return {
        "consulted": running
        and {
            "opens_on": running.opens_on.isoformat(),
            "closes_on": running.closes_on.isoformat(),
            # How many were taken down by staff, for the reader to weigh.
            "assisted": count_band(running.responses.filter(assisted=True).count()),
        },
        "dimensions": {
            code: {**_voices(each), "reply": _reply(replies.get(code))}
            for code, each in found.items()
        },
        "own": {
            code: {voice: str(score) for voice, score in each.items()}
            for code, each in own_voices_of(assessment).items()
        },
    }


def _voices(found: CitizenScore) -> dict[str, Any]:
    return {
        "voices": {code: str(each.score) for code, each in found.voices.items()},
        "bands": {
            code: count_band(each.responses) for code, each in found.voices.items()
        },
        "hidden": list(found.hidden),
        "score": text(found.score),
        "staff": text(found.staff_score),
        "compared": text(found.compared_score),
        "gap": text(found.gap),
    }


def _reply(row: Any) -> dict[str, Any] | None:
    return row and {"text_es": row.text_es, "text_en": row.text_en}


def _comparison(
    assessment: Assessment, rows: list[Answer], before: Assessment | None
) -> dict[str, Any] | None:
    if before is None or assessment.kind == AssessmentKind.FIRST_LOOK:
        return None
    found = compared(assessment, rows, before)
    earlier, given = given_of(list(before.answers.all())), given_of(rows)
    kept = {
        code
        for code, each in found.dimensions.items()
        if gives_away(each, earlier, given)
    }
    return {
        "with": before.slug,
        "instrument": before.instrument.number,
        "index": _change(found, told=not kept),
        "dimensions": {
            code: {
                "common": len(each.common),
                "comparable": each.comparable,
                "withheld": code in kept,
                **_change(each, told=code not in kept),
                "minimal": each.is_minimal and code not in kept,
            }
            for code, each in found.dimensions.items()
        },
    }


def _change(of: Compared | ComparedWhole, *, told: bool) -> dict[str, Any]:
    """Before, after and the difference; nothing where it would tell what is reserved."""
    return {
        name: text(getattr(of, name)) if told else None
        for name in ("before", "after", "change")
    }


def compared(
    assessment: Assessment, rows: list[Answer], before: Assessment
) -> ComparedWhole:
    """Two assessments of a municipality, on what both answered to the same questions."""
    return compare_whole(
        _by_dimension(before, list(before.answers.all())),
        _by_dimension(assessment, rows),
        assessment.instrument.instrument.weights,
    )


def _by_dimension(of: Assessment, rows: list[Answer]) -> dict[str, dict[str, Any]]:
    instrument = of.instrument.instrument
    given = {row.code: row.given for row in rows}
    return {
        each.code: {i.key: given.get(i.code) for i in each.indicators}
        for each in instrument.dimensions
    }
