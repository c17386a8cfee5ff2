"""Verbs of answering: several people at once, nobody over another."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules, typed
from municipio_seguro.choices import AssessmentState
from municipio_seguro.instrument import Indicator
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.scoring import level_of_figure
from municipio_seguro.services.moving import Stale, held
from municipio_seguro.services.weaknesses import weakness_of
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

SHORTEST_CHANGE = 10


@dataclass(frozen=True)
class Said:
    """What somebody typed for one indicator; nothing at all makes it missing again."""

    level: Any = None
    figure: Any = None
    # Instead of the figure: so many of so many.
    part: Any = None
    total: Any = None
    not_measured: bool = False
    not_applicable: bool = False
    na_reason_es: str = ""
    na_reason_en: str = ""
    note: str = ""
    change_reason: str = ""


@audit.keeps_refusals(Act.ANSWER_SAVED, of="assessment")
@transaction.atomic
def save_answer(
    *, assessment: Assessment, by: User, code: str, said: Said, version: int | None
) -> Answer:
    """Save what somebody says of one indicator; `version` is the one they had read, 0
    for none.

    Raises Stale with what another saved meanwhile (G-E15), typed.Wrong for what cannot
    be understood (G-E01 to G-E06), Refused when answers may not change now, and without
    a reason once the consultation is over.
    """
    current = held_to_answer(assessment, by)
    indicator = indicator_of(current, code)
    row = find_answer(current, indicator)
    if version is not None and version != (row.version if row.pk else 0):
        name = row.answered_by.get_short_name() if row.answered_by else ""
        raise Stale(row, name, row.answered_at)
    if reason_is_needed(current) and len(said.change_reason.strip()) < SHORTEST_CHANGE:
        raise Refused(
            _("The consultation is over: write why the answer changes."), code="reason"
        )
    write_said(row, indicator, said)
    return keep_answer(current, row, by)


@audit.keeps_refusals(Act.ANSWER_SAVED, of="assessment")
@transaction.atomic
def confirm_answers(*, assessment: Assessment, by: User, codes: Iterable[str]) -> int:
    """Say that proposals of last time are still so; how many. Raises Refused."""
    current = held_to_answer(assessment, by)
    rows = current.answers.filter(proposed=True, code__in=list(codes))
    confirmed = 0
    for row in rows:
        row.proposed = False
        keep_answer(current, row, by)
        confirmed += 1
    return confirmed


def held_to_answer(assessment: Assessment, by: User) -> Assessment:
    """The assessment, held, for whoever may change its answers now. Raises Refused."""
    current = held(assessment)
    if not rules.may_answer(by, current):
        raise Refused(_("The answers of this assessment can no longer be changed."))
    return current


def indicator_of(assessment: Assessment, code: str) -> Indicator:
    """The indicator of a code that this assessment asks. Raises Refused."""
    found = assessment.instrument.instrument.indicators.get(code)
    if found is None or code not in assessment.codes:
        raise Refused(_("This assessment does not ask that."), code="unknown")
    return found


def find_answer(assessment: Assessment, indicator: Indicator) -> Answer:
    """The row of an indicator, or a new one that is not saved yet."""
    row = assessment.answers.select_related("answered_by").filter(code=indicator.code)
    return row.first() or Answer(
        assessment=assessment,
        code=indicator.code,
        revision=indicator.revision,
        version=0,
    )


def keep_answer(assessment: Assessment, row: Answer, by: User) -> Answer:
    """Save a row as a version of its own, with who answered and when."""
    row.version += 1
    row.answered_by, row.answered_at = by, timezone.now()
    row.save()
    assessment.writers.add(by)
    weakness_of(assessment, row)
    audit.record(
        Act.ANSWER_SAVED,
        by=by,
        of=row,
        owner=assessment.municipality,
        assessment=assessment.pk,
        indicator=row.code,
        state=assessment.state,
    )
    return row


def write_said(row: Answer, indicator: Indicator, said: Said) -> None:
    """Give a row what was typed; nothing is saved. Raises typed.Wrong."""
    row.level = row.figure = row.part = row.total = None
    row.not_measured = row.not_applicable = row.proposed = False
    row.na_reason_es, row.na_reason_en = "", None
    row.note, row.change_reason = said.note.strip(), said.change_reason.strip()
    if said.not_applicable:
        row.na_reason_es = typed.reason_of_na(said.na_reason_es, indicator)
        row.na_reason_en = said.na_reason_en.strip() or None
        row.not_applicable = True
    elif said.not_measured:
        row.not_measured, row.level = True, 0
    elif indicator.numeric is not None:
        _write_figure(row, indicator, said)
    elif said.level not in (None, ""):
        row.level = typed.level(said.level, indicator)


def _write_figure(row: Answer, indicator: Indicator, said: Said) -> None:
    if said.level not in (None, "") and said.figure in (None, ""):
        # A level of a figure that nobody gives cannot be checked.
        raise typed.Wrong("G-E03", code=indicator.code)
    figure = _share(row, indicator, said)
    if figure is None:
        figure = typed.figure(said.figure, indicator)
    if figure is not None and indicator.numeric is not None:
        row.figure = figure
        row.level = level_of_figure(figure, indicator.numeric.thresholds)


def _share(row: Answer, indicator: Indicator, said: Said) -> Decimal | None:
    part = typed.number(said.part, indicator.code)
    total = typed.number(said.total, indicator.code)
    if part is None or total is None:
        return None
    row.part, row.total = part, total
    names = (_("the part"), _("the total"))
    found = typed.share(part, total, indicator, names)
    # Down: what lies under a threshold is not rounded onto it.
    return found.quantize(Decimal("0.000001"), ROUND_DOWN)


def reason_is_needed(assessment: Assessment) -> bool:
    """After what citizens said, each correction says why; also once it was returned."""
    running = getattr(assessment, "consultation", None)
    closed = running is not None and running.closed_at is not None
    return closed or assessment.state == AssessmentState.AWAITING
