"""Gathers what the pure X-ray and the pure scores are given, in few questions."""

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from amuprev.foundation.together import read_together
from municipio_seguro.assessing import Assessed, assess
from municipio_seguro.choices import (
    FIRST_LOOK,
    AssessmentKind,
    EvidenceType,
    FundingSource,
    MeasureStatus,
    Purpose,
    Treatment,
    Visibility,
    Voice,
)
from municipio_seguro.confidence import best_of
from municipio_seguro.findings import (
    AnswerFact,
    Facts,
    Finding,
    MeasureFact,
    RiskFact,
    x_ray,
)
from municipio_seguro.models import (
    Answer,
    AnswerEvidence,
    Assessment,
    FundingShare,
    Measure,
    MeasureEntry,
    Risk,
    RiskTransfer,
)
from municipio_seguro.scoring import Given
from municipio_seguro.voices import Cell, CitizenScore, citizen_score

PROOF = 2
PRIVATE = "PAR-05"
# Codes of what an answer shows by itself.
ALONE = frozenset({"G-E07", "G-W01", "G-N05"})


def answers_of(assessment: Assessment) -> list[Answer]:
    """Every answer with the evidence that nobody removed, in one question."""
    read = read_together(
        rows=assessment.answers.select_related("answered_by").order_by("code"),
        kept=AnswerEvidence.objects.kept().filter(answer__assessment=assessment),
    )
    rows: list[Answer] = read["rows"]
    found: dict[int, list[AnswerEvidence]] = {}
    for piece in read["kept"]:
        found.setdefault(piece.answer_id, []).append(piece)
    for row in rows:
        row.pieces = found.get(row.pk, [])
    return rows


def given_of(rows: list[Answer]) -> dict[str, Given]:
    """What counts, by indicator."""
    return {row.code: row.given for row in rows}


def strengths_of(rows: list[Answer], on: datetime.date) -> dict[str, int]:
    """The strength of each answer's evidence on a day."""
    return {row.code: best_of((p.proof for p in row.pieces), on) for row in rows}


def assessed(
    assessment: Assessment,
    on: datetime.date | None = None,
    rows: list[Answer] | None = None,
) -> Assessed:
    """All figures of an assessment, from its answers as they stand."""
    rows = answers_of(assessment) if rows is None else rows
    day = on or timezone.localdate()
    return assess(
        assessment.instrument.instrument, given_of(rows), strengths_of(rows, day)
    )


def citizens_of(
    assessment: Assessment, given: dict[str, Given]
) -> dict[str, CitizenScore]:
    """What the population sees in each dimension; nothing before it was frozen."""
    running = getattr(assessment, "consultation", None)
    if running is None or running.closed_at is None:
        return {}
    instrument = assessment.instrument.instrument
    told: dict[str, dict[str, Cell]] = {}
    for row in running.tallies.all():
        told.setdefault(row.voice, {})[row.code] = Cell(row.answers, row.points)
    spoken = [voice for voice in Voice.values if voice != Voice.UNSAID]
    found = {}
    for each in instrument.dimensions:
        asked = {voice: each.asked_of(voice) for voice in spoken}
        asked = {voice: codes for voice, codes in asked.items() if codes}
        if not asked:
            continue
        cells = {
            voice: {c: told.get(voice, {}).get(c, Cell(0, 0)) for c in codes}
            for voice, codes in asked.items()
        }
        found[each.code] = citizen_score(cells, asked, given)
    return found


def own_voices_of(assessment: Assessment) -> dict[str, dict[str, Decimal]]:
    """What single voices said of the questions put to them alone."""
    running = getattr(assessment, "consultation", None)
    if running is None or running.closed_at is None:
        return {}
    alone = {
        code
        for code, each in assessment.instrument.instrument.citizen_questions.items()
        if not each.is_common
    }
    found: dict[str, dict[str, Decimal]] = {}
    for row in running.tallies.all():
        score = Cell(row.answers, row.points).shown_score
        if row.code in alone and score is not None:
            found.setdefault(row.code, {})[row.voice] = score
    return found


def facts_of(
    assessment: Assessment,
    rows: list[Answer] | None = None,
    on: datetime.date | None = None,
) -> Facts:
    """All that the X-ray asks, as it stands today or as evidence stood on a day."""
    rows = answers_of(assessment) if rows is None else rows
    today = on or timezone.localdate()
    given = given_of(rows)
    town = assessment.municipality_id
    read = _read(assessment, town)
    replied = {row.dimension for row in read["replies"]}
    gaps = {
        code: (each.gap, code in replied)
        for code, each in citizens_of(assessment, given).items()
        if each.reply_required
    }
    first_look = assessment.kind == AssessmentKind.FIRST_LOOK
    return Facts(
        instrument=assessment.instrument.instrument,
        today=today,
        answers=_answer_facts(rows, today),
        before=_before(assessment),
        gaps=gaps,
        risks=_risks(read["risks"]),
        measures=_measures(read["measures"]),
        cover_in_force=bool(read["covers"]),
        private_agreement=_private_agreement(rows),
        only=FIRST_LOOK if first_look else (),
    )


def findings_of(assessment: Assessment) -> list[Finding]:
    """Errors, warnings and notes about an assessment, errors first."""
    return x_ray(facts_of(assessment))


def answer_findings(assessment: Assessment, rows: list[Answer]) -> list[Finding]:
    """What is found of answers by themselves, without the register or the people."""
    today = timezone.localdate()
    told = Facts(
        instrument=assessment.instrument.instrument,
        today=today,
        answers=_answer_facts(rows, today),
    )
    known = {row.code for row in rows}
    return [each for each in x_ray(told) if each.about in known and each.code in ALONE]


def _answer_facts(rows: list[Answer], today: datetime.date) -> dict[str, AnswerFact]:
    strengths = strengths_of(rows, today)
    return {
        row.code: AnswerFact(
            row.given,
            strengths[row.code],
            row.not_measured,
            _old_since(row.pieces, today),
        )
        for row in rows
    }


def _read(assessment: Assessment, town: int) -> dict[str, list[Any]]:
    """The register of the municipality and the replies, in one question."""
    entries = MeasureEntry.objects.filter(measure=OuterRef("pk")).order_by()
    last, best = entries.order_by("-on"), entries.order_by("-strength")
    its_own = Measure.objects.standing().filter(risks=OuterRef("pk"))
    return read_together(
        risks=Risk.objects.kept()
        .filter(municipality=town)
        .annotate(measured=Exists(its_own), approved=Exists(its_own.decided()))
        .order_by("number"),
        measures=Measure.objects.filter(municipality=town)
        .annotate(
            told=Subquery(last.values("on")[:1]),
            proof=Subquery(best.values("strength")[:1]),
        )
        .order_by("number"),
        covers=RiskTransfer.objects.in_force().filter(municipality=town),
        replies=assessment.replies.all(),
    )


def _old_since(
    pieces: list[AnswerEvidence], today: datetime.date
) -> datetime.date | None:
    """The newest date, when every dated piece is old."""
    dated = [piece for piece in pieces if piece.dated]
    if not dated or not all(piece.proof.is_old(today) for piece in dated):
        return None
    return max(piece.dated for piece in dated if piece.dated)


def _before(assessment: Assessment) -> dict[str, Given]:
    last = assessment.begun_from
    return {} if last is None else {row.key: row.given for row in last.answers.all()}


def _private_agreement(rows: list[Answer]) -> bool:
    return any(
        piece.type == EvidenceType.AGREEMENT
        for row in rows
        if row.code == PRIVATE
        for piece in row.pieces
    )


def _risks(rows: list[Any]) -> tuple[RiskFact, ...]:
    return tuple(
        RiskFact(
            key=row.number,
            title=row.title,
            level=row.level,
            rated_on=row.rated_on,
            measured=bool(row.measured),
            approved=bool(row.approved),
            accepted=row.treatment == Treatment.ACCEPT,
            reason=row.acceptance_reason,
            until=row.acceptance_until,
            reserved=row.visibility == Visibility.RESERVED,
        )
        for row in rows
    )


def _measures(rows: list[Any]) -> tuple[MeasureFact, ...]:
    return tuple(
        MeasureFact(
            key=row.number,
            title=row.title,
            due_on=row.due_on,
            open=row.is_live,
            done=row.status == MeasureStatus.FINISHED,
            proved=(row.proof or 0) >= PROOF,
            last_told=row.told,
            reserved=row.visibility == Visibility.RESERVED,
        )
        for row in rows
    )


def offered_figures(municipality: Any) -> dict[str, Decimal]:
    """Figures of FIN-02 and FIN-05 as the register has them, for staff to take or not."""
    found = {}
    covers = list(RiskTransfer.objects.in_force().filter(municipality=municipality))
    assets = max((c.assets_value for c in covers if c.assets_value), default=None)
    if assets and len({cover.currency for cover in covers}) == 1:
        insured = sum((c.insured_value or Decimal(0) for c in covers), Decimal(0))
        found["FIN-05"] = min(Decimal(100), 100 * insured / assets)
    year = timezone.localdate().year
    shares = FundingShare.objects.filter(
        source=FundingSource.EMERGENCY_FUND,
        measure__in=Measure.objects.standing().filter(municipality=municipality),
        measure__budget_amount__isnull=False,
        measure__fiscal_year__range=(year - 2, year),
    )
    spent: dict[str, Decimal] = {}
    currencies = set()
    for share in shares.select_related("measure"):
        currencies.add(share.measure.currency)
        amount = (share.measure.budget_amount or Decimal(0)) * share.share / 100
        spent[share.purpose] = spent.get(share.purpose, Decimal(0)) + amount
    whole = sum(spent.values(), Decimal(0))
    if whole and len(currencies) == 1:
        before = spent.get(Purpose.PREVENTION, Decimal(0))
        before += spent.get(Purpose.MITIGATION, Decimal(0))
        found["FIN-02"] = 100 * before / whole
    return found
