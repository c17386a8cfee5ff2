"""Verbs of agreements: write down, change, settle, open again, take out."""

import datetime
import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from toolkit.choices import AgreementState, MeetingState
from toolkit.models import Agreement, BodyMember, Meeting
from toolkit.services.keeping import refuse_names, saved, write_values
from toolkit.services.meetings import held_meeting

MOST = 40
SETTLED = (AgreementState.MET, AgreementState.DROPPED)


@audit.keeps_refusals(Act.AGREEMENT_SAVED)
@transaction.atomic
def add_agreement(
    *,
    meeting: Meeting,
    by: User,
    text: str,
    responsible: str = "",
    member: BodyMember | None = None,
    due: datetime.date | None = None,
    client_uuid: uuid.UUID | None = None,
    sure: Collection[str] = (),
) -> Agreement:
    """Write down what a meeting decided; the same form sent twice is one.

    Raises Refused without words or without who answers for it, for a seat that had
    left, and for a day before the meeting; Doubtful for a person's name.
    """
    current = held_meeting(meeting, by)
    if client_uuid is not None:
        rows = Agreement.objects.filter(client_uuid=client_uuid, meeting=current)
        if (same := rows.first()) is not None:
            return same
    if current.state == MeetingState.PLANNED and current.held_on > timezone.localdate():
        raise Refused(_("A meeting that has not come yet decides nothing."))
    if current.agreements.count() >= MOST:
        said = _("A meeting has at most %(most)d agreements.")
        raise Refused(said % {"most": MOST})
    made = Agreement(meeting=current, client_uuid=client_uuid or uuid.uuid4())
    return _written(
        made,
        by,
        sure,
        {"text": text, "responsible": responsible, "member": member, "due": due},
    )


@audit.keeps_refusals(Act.AGREEMENT_SAVED, of="agreement")
@transaction.atomic
def save_agreement(
    *,
    agreement: Agreement,
    by: User,
    version: int | None = None,
    sure: Collection[str] = (),
    **values: Any,
) -> Agreement:
    """Change what was agreed, who answers or its day, while it is open.

    Raises Stale, and as adding does.
    """
    current = _held(agreement, by)
    refuse_stale(current, version)
    if current.state in SETTLED:
        raise Refused(_("It is settled already: open it again first."), code="settled")
    return _written(current, by, sure, values)


@audit.keeps_refusals(Act.AGREEMENT_SETTLED, of="agreement")
@transaction.atomic
def settle_agreement(
    *,
    agreement: Agreement,
    by: User,
    state: str,
    outcome: str,
    on: datetime.date | None = None,
    sure: Collection[str] = (),
) -> Agreement:
    """Say that it was met or dropped, and what became of it; said again it stays so.

    Raises Refused without words, for a day to come or before the meeting.
    """
    current = _held(agreement, by)
    day = on or timezone.localdate()
    if state not in SETTLED:
        raise Refused(_("Say whether it was met or dropped."), code="state")
    if not outcome.strip():
        raise Refused(_("Say what became of it."), code="outcome")
    if day > timezone.localdate() or day < current.agreed_on:
        raise Refused(_("Write a day between the meeting and today."), code="day")
    refuse_names(sure, outcome=outcome)
    if current.state == state and current.outcome == outcome.strip():
        return current
    current.state, current.outcome = state, outcome.strip()
    current.settled_on, current.settled_by = day, by
    return _saved(current, by, Act.AGREEMENT_SETTLED, state=state)


@audit.keeps_refusals(Act.AGREEMENT_SETTLED, of="agreement")
@transaction.atomic
def reopen_agreement(*, agreement: Agreement, by: User) -> Agreement:
    """Take back that it was settled; what was said of it stays."""
    current = _held(agreement, by)
    if current.state not in SETTLED:
        return current
    current.state = AgreementState.OPEN
    current.settled_on, current.settled_by = None, None
    return _saved(current, by, Act.AGREEMENT_SETTLED, state=current.state)


@audit.keeps_refusals(Act.AGREEMENT_REMOVED, of="agreement")
@transaction.atomic
def remove_agreement(*, agreement: Agreement, by: User) -> None:
    """Take an open agreement out, such as one written twice; its history stays.

    Raises Refused for one that was settled.
    """
    current = _held(agreement, by)
    if current.state in SETTLED:
        raise Refused(_("It is settled already: open it again first."), code="settled")
    owner = current.meeting.body.organisation
    audit.record(Act.AGREEMENT_REMOVED, by=by, of=current, owner=owner)
    current.delete()


def _held(agreement: Agreement, by: User) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",))
    rows = rows.select_related("meeting__body__organisation", "member")
    current = rows.filter(pk=agreement.pk).first()
    if current is None:
        raise Refused(_("It was taken out meanwhile."), code="gone")
    held_meeting(current.meeting, by)
    return current


def _written(
    agreement: Agreement, by: User, sure: Collection[str], values: dict[str, Any]
) -> Agreement:
    write_values(agreement, values)
    agreement.agreed_on = agreement.meeting.held_on
    if (member := agreement.member) is not None:
        member.refresh_from_db()
        if member.body_id != agreement.meeting.body_id:
            raise Refused(_("That seat is of another body."))
        if not member.sits:
            said = _("“%(seat)s” has left the body: say who answers for it now.")
            raise Refused(said % {"seat": member}, code="left")
        agreement.responsible = agreement.responsible or str(member)
    if not agreement.text:
        raise Refused(_("Write what was agreed."), code="text")
    if not agreement.responsible:
        raise Refused(
            _("Say who answers for it: the institution and the office."),
            code="responsible",
        )
    if agreement.due and agreement.due < agreement.agreed_on:
        raise Refused(_("It cannot be due before its meeting."), code="due")
    refuse_names(sure, text=agreement.text, responsible=agreement.responsible)
    return _saved(agreement, by, Act.AGREEMENT_SAVED)


def _saved(agreement: Agreement, by: User, act: Act, **told: Any) -> Agreement:
    owner = agreement.meeting.body.organisation
    return saved(agreement, by, act, owner=owner, **told)
