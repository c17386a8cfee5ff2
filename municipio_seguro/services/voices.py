"""Verbs of people who answer: one response a device, groups as tallies, nothing of who.

The mark of a device is made with the consultation's secret and stands apart from what
was answered; when the consultation closes both secret and marks are gone.
"""

import datetime
import hmac
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import Voice
from municipio_seguro.instrument import Instrument
from municipio_seguro.messages import say
from municipio_seguro.models import (
    Assessment,
    Consultation,
    DeviceMark,
    FreeText,
    GroupSession,
    Response,
    SessionTally,
)
from municipio_seguro.models.consultations import FEWEST_PRESENT
from municipio_seguro.services.consultations import held_consultation
from municipio_seguro.services.doors import go_through
from municipio_seguro.services.moving import digest, held
from network.choices import Act
from network.models import Affiliation, User
from network.services import audit
from network.services.refusals import Refused

ADULT = 18
LONGEST_TEXT = 1000


@transaction.atomic
def answer_consultation(
    *,
    consultation: Consultation,
    voice: str,
    answers: Mapping[str, Any],
    device: str = "",
    adult: bool = True,
    text: str = "",
    facilitator: User | None = None,
) -> Response:
    """Keep what one person answered, if the consultation is open and the device new.

    Answers are levels by indicator; «no sé» is left out. A facilitator may enter
    several on one telephone. Raises Refused: closed (G-E19), the same device again
    (G-E20), under 18 (G-E21: nothing is stored), a level that cannot be (G-E01).
    """
    # Not held for oneself: 200 people a second would wait for each other.
    go_through(consultation)
    running = Consultation.objects.select_related("assessment__instrument").get(
        pk=consultation.pk
    )
    refuse_closed(running)
    _refuse_voice(running, voice, adult=adult)
    kept = _levels(running.assessment.instrument.instrument, voice, answers)
    if not kept:
        raise Refused(_("Answer at least one question."), code="empty")
    if facilitator is not None:
        _refuse_stranger(running, facilitator)
    else:
        _mark(running, device)
    made = Response.objects.create(
        consultation=running,
        assisted=facilitator is not None,
        voice=voice,
        answers=kept,
        alike=digest([voice, kept]),
        minute=timezone.now().replace(second=0, microsecond=0),
    )
    _keep_beside(running, text, facilitator)
    return made


def _keep_beside(running: Consultation, text: str, facilitator: User | None) -> None:
    """The free text, apart; and that somebody was helped, never what was said."""
    if text.strip():
        FreeText.objects.create(consultation=running, text=text.strip()[:LONGEST_TEXT])
    if facilitator is not None:
        audit.record(
            Act.SESSION_TALLIED, by=facilitator, of=running, assisted=True,
            owner=running.assessment.municipality,
        )  # fmt: skip


def _refuse_voice(running: Consultation, voice: str, *, adult: bool) -> None:
    if voice == Voice.CHILDREN or not adult:
        raise Refused(say("G-E21", contact=running.contact), code="G-E21")
    if voice not in Voice.values:
        raise Refused(_("Choose who you are answering as."), code="voice")


def mark_of(consultation: Consultation, device: str) -> str:
    """The one-way mark of a device in one consultation."""
    return hmac.new(consultation.secret.encode(), device.encode(), "sha256").hexdigest()


@audit.keeps_refusals(Act.SESSION_TALLIED, of="consultation")
@transaction.atomic
def tally_session(
    *,
    consultation: Consultation,
    by: User,
    voice: str,
    setting: str,
    held_on: datetime.date,
    present: int,
    tallies: Mapping[str, Mapping[str, int]],
    client_uuid: uuid.UUID,
) -> tuple[GroupSession, bool]:
    """Keep the hands raised in a group, once per form identifier; and whether it is new.

    `tallies` are level_0 to level_3 and dont_know by indicator. Raises Refused (G-E22).
    """
    existing = GroupSession.objects.filter(client_uuid=client_uuid).first()
    if existing is not None and existing.consultation_id == consultation.pk:
        return existing, False
    current = held(consultation.assessment)
    running = held_consultation(current)
    refuse_closed(running)
    _refuse_stranger(running, by)
    rows = _hands(asked_of(current.instrument.instrument, voice), present, tallies)
    _refuse_day(running, held_on)
    made = GroupSession.objects.create(
        consultation=running,
        voice=voice,
        setting=setting,
        held_on=held_on,
        present=present,
        facilitated_by=by,
        client_uuid=client_uuid,
    )
    _keep_hands(made, rows)
    audit.record(
        Act.SESSION_TALLIED, by=by, of=made, owner=current.municipality, voice=voice
    )
    return made, True


@audit.keeps_refusals(Act.SESSION_DROPPED, of="session")
@transaction.atomic
def drop_session(*, session: GroupSession, by: User) -> None:
    """Take out a session that was entered wrong, before the consultation closes.

    Raises Refused (G-E19) later: what people said is frozen then.
    """
    current = held(session.consultation.assessment)
    running = held_consultation(current)
    refuse_closed(running, by_date=False)
    _refuse_stranger(running, by)
    audit.record(
        Act.SESSION_DROPPED,
        by=by,
        of=session,
        owner=current.municipality,
        voice=session.voice,
        present=session.present,
    )
    session.delete()


def _refuse_day(running: Consultation, held_on: datetime.date) -> None:
    if not running.opens_on <= held_on <= timezone.localdate():
        raise Refused(_("The group met while the consultation runs."), code="held_on")


def _keep_hands(session: GroupSession, rows: list[SessionTally]) -> None:
    for row in rows:
        row.session = session
    SessionTally.objects.bulk_create(rows)


def _hands(
    asked: tuple[str, ...], present: int, tallies: Mapping[str, Mapping[str, int]]
) -> list[SessionTally]:
    """Rows of which each adds up to the people present. Raises Refused (G-E22)."""
    if not tallies or present < FEWEST_PRESENT:
        raise Refused(say("G-E22", answers=0, present=present), code="G-E22")
    for code, hands in tallies.items():
        if code not in asked:
            raise Refused(_("This voice is not asked that."), code="unknown")
        total = sum(hands.values())
        if total != present or min(hands.values()) < 0:
            raise Refused(say("G-E22", answers=total, present=present), code="G-E22")
    return [SessionTally(code=code, **hands) for code, hands in tallies.items()]


def refuse_closed(running: Consultation, *, by_date: bool = True) -> None:
    """Raise Refused (G-E19) while nobody may answer; «not by date» until it is closed."""
    if running.assessment.hidden_at is not None and by_date:
        raise Refused(_("This consultation is not open to the public."), code="hidden")
    if by_date and timezone.localdate() < running.opens_on:
        raise Refused(say("G-E19 early", date=running.opens_on), code="G-E19")
    over = running.closed_at is not None or (by_date and not running.is_open)
    if over:
        raise Refused(say("G-E19", date=running.closes_on), code="G-E19")


def facilitates(user: User, assessment: Assessment) -> bool:
    """True when somebody may enter what groups of this consultation said."""
    if not user.standing.holding(rules.FACILITATORS):
        return False
    reviewing = Affiliation.objects.today().filter(
        municipality=assessment.municipality_id, reviews=True
    )
    return rules.may_facilitate(
        user,
        assessment,
        associations=set(reviewing.values_list("association_id", flat=True)),
        answered=assessment.writers.filter(pk=user.pk).exists(),
    )


def _refuse_stranger(running: Consultation, facilitator: User) -> None:
    if not facilitates(facilitator, running.assessment):
        raise Refused(
            _(
                "Only a facilitator who answered nothing for the town hall enters what"
                " people said."
            )
        )


def _mark(running: Consultation, device: str) -> None:
    if not device:
        raise Refused(
            _("Let your browser keep the cookie of this page."), code="device"
        )
    try:
        with transaction.atomic():
            DeviceMark.objects.create(
                consultation=running, mark=mark_of(running, device)
            )
    except IntegrityError:
        raise Refused(say("G-E20"), code="G-E20") from None


def asked_of(instrument: Instrument, voice: str) -> tuple[str, ...]:
    """The questions put to a voice; whoever prefers not to say it gets the common ones."""
    if voice == Voice.UNSAID:
        questions = instrument.citizen_questions.items()
        return tuple(code for code, each in questions if each.is_common)
    return instrument.asked_of(voice)


def _levels(
    instrument: Instrument, voice: str, answers: Mapping[str, Any]
) -> dict[str, int]:
    kept = {}
    for code in asked_of(instrument, voice):
        given = answers.get(code)
        if given in (None, "", "dont_know"):
            continue
        if str(given) not in {"0", "1", "2", "3"}:
            raise Refused(say("G-E01", code=code), code="G-E01")
        kept[code] = int(given)
    return kept
