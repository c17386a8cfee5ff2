"""Verbs of whoever reads what people said: bursts of identical responses, free texts."""

import datetime
from collections import Counter
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import TextState
from municipio_seguro.models import Consultation, FreeText
from municipio_seguro.services.consultations import held_consultation
from municipio_seguro.services.moving import held
from municipio_seguro.services.voices import refuse_closed
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

FLOOD = 10
SHORTEST_REASON = 10


def counted(consultation: Consultation) -> tuple[int, list[dict[str, Any]]]:
    """How many responses there are; and the identical ones of one minute: how many,
    when, the mark they share, and whether they were set aside.
    """
    rows = consultation.responses.order_by()
    found = Counter(rows.values_list("minute", "alike", "set_aside").iterator())
    alike = [
        {"minute": minute, "alike": mark, "count": count, "aside": aside}
        for (minute, mark, aside), count in sorted(found.items())
        if count >= FLOOD
    ]
    return found.total(), alike


def bursts(consultation: Consultation) -> list[dict[str, Any]]:
    """Identical responses of one minute."""
    return counted(consultation)[1]


@audit.keeps_refusals(Act.RESPONSES_SET_ASIDE, of="consultation")
@transaction.atomic
def set_responses_aside(
    *,
    consultation: Consultation,
    by: User,
    minute: datetime.datetime,
    alike: str,
    reason: str,
    aside: bool = True,
) -> int:
    """The network decides on a burst before closing: left out, or counted again.

    Nothing is deleted; the decision stands in the audit trail with its reason. Raises
    Refused (G-E19), for the municipality itself, and for what is no burst.
    """
    current = held(consultation.assessment)
    running = held_consultation(current)
    refuse_closed(running, by_date=False)
    if not rules.may_set_aside(by, current):
        raise Refused(_("Only the network leaves responses out."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(_("Write why, in a few words."), code="reason")
    rows = running.responses.filter(minute=minute, alike=alike)
    if rows.count() < FLOOD:
        raise Refused(_("Only a burst of identical responses is left out."), code="few")
    decided = rows.update(set_aside=aside)
    audit.record(
        Act.RESPONSES_SET_ASIDE,
        by=by,
        of=running,
        owner=current.municipality,
        count=decided,
        aside=aside,
        reason=reason.strip(),
    )
    return decided


@audit.keeps_refusals(Act.TEXT_DECIDED, of="text")
@transaction.atomic
def decide_text(*, text: FreeText, by: User, show: bool) -> FreeText:
    """Let a text be read, or not: the second is the network's. Raises Refused."""
    row = FreeText.objects.select_for_update(of=("self",)).get(pk=text.pk)
    assessment = row.consultation.assessment
    may = rules.may_moderate if show else rules.may_set_aside
    if not may(by, assessment):
        raise Refused(_("You cannot decide on this consultation."))
    row.state = TextState.SHOWN if show else TextState.REFUSED
    row.decided_by = by
    row.save()
    audit.record(
        Act.TEXT_DECIDED, by=by, of=row, owner=assessment.municipality, shown=show
    )
    return row
