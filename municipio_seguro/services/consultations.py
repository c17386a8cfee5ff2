"""Verbs of a consultation: open it, call it off, close it; what is frozen then."""

import datetime
from collections import defaultdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import AssessmentKind, AssessmentState, Voice
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment, Consultation, VoiceTally
from municipio_seguro.models.consultations import LONGEST, SHORTEST
from municipio_seguro.services.doors import stand_alone
from municipio_seguro.services.moving import held, move, refused_move, require
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

STATE = AssessmentState
FIGURES = tuple(voice for voice in Voice.values if voice != Voice.UNSAID)


@audit.keeps_refusals(Act.ASSESSMENT_CONSULTED, of="assessment")
@transaction.atomic
def open_consultation(
    *,
    assessment: Assessment,
    by: User,
    opens_on: datetime.date,
    closes_on: datetime.date,
    texts: dict[str, str],
) -> Consultation:
    """Open the people's voice of a draft that is half answered at least.

    `texts` are consent and contact in both languages. Raises Refused (G-E18, G-E24).
    """
    current = held(assessment)
    require(rules.may_open_consultation(by, current), current, STATE.CONSULTING)
    if current.kind != AssessmentKind.FULL:
        raise refused_move(current, STATE.CONSULTING, _("a first look has none"))
    if hasattr(current, "consultation"):
        raise refused_move(current, STATE.CONSULTING, _("it was held already"))
    answered = sum(1 for each in current.answers.all() if each.given is not None)
    if 2 * answered < len(current.codes):
        raise refused_move(
            current, STATE.CONSULTING, _("fewer than half of the answers are there")
        )
    days = _days(opens_on, closes_on)
    wanted = ("consent_es", "consent_en", "contact_es", "contact_en")
    if not all(texts.get(name, "").strip() for name in wanted):
        raise refused_move(
            current, STATE.CONSULTING, _("its texts are needed in both languages")
        )
    made = Consultation.objects.create(
        assessment=current,
        opens_on=opens_on,
        closes_on=closes_on,
        days=days,
        **{name: texts[name].strip() for name in wanted},
    )
    move(current, STATE.CONSULTING, by=by, act=Act.ASSESSMENT_CONSULTED, days=days)
    return made


def _days(opens_on: datetime.date, closes_on: datetime.date) -> int:
    """How long it lasts. Raises Refused (G-E18)."""
    days, today = (closes_on - opens_on).days, timezone.localdate()
    if not SHORTEST <= days <= LONGEST or opens_on < today:
        raise Refused(say("G-E18"), code="G-E18")
    return days


@audit.keeps_refusals(Act.ASSESSMENT_CALLED_OFF, of="assessment")
@transaction.atomic
def call_off_consultation(*, assessment: Assessment, by: User) -> Assessment:
    """Back to the draft, before anybody answered. Raises Refused (G-E24)."""
    current = held(assessment)
    require(rules.may_close_consultation(by, current), current, STATE.DRAFT)
    running = held_consultation(current, alone=True)
    if running.responses.exists() or running.sessions.exists():
        raise refused_move(current, STATE.DRAFT, _("people have answered already"))
    running.delete()
    move(current, STATE.DRAFT, by=by, act=Act.ASSESSMENT_CALLED_OFF)
    return current


@audit.keeps_refusals(Act.ASSESSMENT_AWAITING, of="assessment")
@transaction.atomic
def close_consultation(*, assessment: Assessment, by: User) -> Assessment:
    """Close it from its fourteenth day on: what people said is frozen for good.

    Raises Refused (G-E24) earlier.
    """
    current = held(assessment)
    require(rules.may_close_consultation(by, current), current, STATE.AWAITING)
    running = held_consultation(current, alone=True)
    first = running.opens_on + datetime.timedelta(days=SHORTEST)
    if timezone.localdate() < first:
        raise refused_move(
            current,
            STATE.AWAITING,
            _("it runs for 14 days at least, until %(day)s")
            % {"day": date_format(first, "DATE_FORMAT")},
        )
    return _closed(current, running, by)


def close_due_consultations() -> int:
    """Close each consultation whose last day has passed; how many.

    One that somebody closes meanwhile is left alone.
    """
    closed = 0
    for row in Consultation.objects.due().select_related("assessment"):
        with transaction.atomic():
            current = held(row.assessment)
            running = held_consultation(current, alone=True)
            if current.state == STATE.CONSULTING and running.closed_at is None:
                _closed(current, running, None)
                closed += 1
    return closed


def held_consultation(assessment: Assessment, *, alone: bool = False) -> Consultation:
    """The consultation, held until the transaction ends. Raises Refused without one.

    `alone` waits for whoever is answering, before the row is held: who answers looks at
    the row last, and each would wait for the other.
    """
    rows = Consultation.objects.filter(assessment=assessment)
    if alone and (found := rows.first()) is not None:
        stand_alone(found)
    found = rows.select_for_update(of=("self",)).first()
    if found is None:
        raise Refused(_("This assessment has no consultation."), code="none")
    found.assessment = assessment
    return found


def _closed(assessment: Assessment, running: Consultation, by: User | None) -> Any:
    freeze(running)
    running.closed_at = timezone.now()
    # From now on nobody can tell which device answered, not even we.
    running.secret = ""
    running.save()
    running.devices.all().delete()
    assessment.awaiting_since = timezone.now()
    move(
        assessment,
        STATE.AWAITING,
        by=by,
        act=Act.ASSESSMENT_AWAITING,
        tallies=running.tallies.count(),
    )
    return assessment


def freeze(running: Consultation) -> None:
    """Add up what each voice said to each question, responses and groups together."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    kept = running.responses.filter(set_aside=False, voice__in=FIGURES)
    for voice, answers in kept.values_list("voice", "answers").iterator():
        for code, level in answers.items():
            cells[voice, code][0] += 1
            cells[voice, code][1] += level
    for session in running.sessions.prefetch_related("tallies"):
        for tally in session.tallies.all():
            hands = (tally.level_0, tally.level_1, tally.level_2, tally.level_3)
            cell = cells[session.voice, tally.code]
            cell[0] += sum(hands)
            cell[1] += sum(level * count for level, count in enumerate(hands))
    running.tallies.all().delete()
    VoiceTally.objects.bulk_create(
        VoiceTally(
            consultation=running, voice=voice, code=code, answers=many, points=points
        )
        for (voice, code), (many, points) in sorted(cells.items())
        if many and voice in FIGURES
    )
