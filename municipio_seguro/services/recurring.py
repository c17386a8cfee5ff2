"""Verbs that recur: responses forgotten, and what falls due told once."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from municipio_seguro.choices import LIVE_STATUSES, AssessmentState
from municipio_seguro.models import Consultation, Measure, RiskTransfer
from network import letters, waiting
from network.choices import Act, Role, Telling
from network.models import Told
from network.services import audit

KEPT_AFTER_PUBLICATION = datetime.timedelta(days=90)
KEPT_AFTER_CANCELLING = datetime.timedelta(days=30)
AHEAD = datetime.timedelta(days=30)
MONTH = datetime.timedelta(days=30)
LEADERS = frozenset({Role.COORDINATES})


def forget_responses() -> int:
    """Delete raw responses 90 days after publication, 30 after cancelling; how many
    consultations. What was added up stays."""
    now = timezone.now()
    published = Q(assessment__published_at__lt=now - KEPT_AFTER_PUBLICATION)
    cancelled = Q(
        assessment__state=AssessmentState.CANCELLED,
        assessment__ended_at__lt=now - KEPT_AFTER_CANCELLING,
    )
    emptied = 0
    rows = Consultation.objects.filter(published | cancelled, emptied_at__isnull=True)
    for row in rows.select_related("assessment__municipality"):
        with transaction.atomic():
            gone, _each = row.responses.all().delete()
            row.texts.all().delete()
            row.devices.all().delete()
            row.emptied_at = now
            row.save(update_fields=["emptied_at"])
            audit.record(
                Act.RESPONSES_DELETED,
                by=None,
                of=row,
                owner=row.assessment.municipality,
                count=gone,
            )
        emptied += 1
    return emptied


def remind_of_measures() -> int:
    """Tell the coordination 30 days before a measure is due, on its day, then monthly;
    how many letters. Idempotent: each of these is told once."""
    today = timezone.localdate()
    rows = Measure.objects.filter(
        status__in=LIVE_STATUSES, due_on__lte=today + AHEAD
    ).select_related("municipality")
    written = 0
    for measure in rows.order_by("due_on", "pk"):
        turn = _turn(measure.due_on, today)
        key = f"{measure.pk}:{measure.due_on:%Y%m%d}:{turn}"
        written += _told(
            Telling.MEASURE_DUE, key, measure, "measure_due", measure.due_on
        )
    return written


def warn_of_transfers() -> int:
    """Tell the coordination 60 days before a cover ends; how many letters. Idempotent."""
    written = 0
    rows = RiskTransfer.objects.ending().select_related("municipality")
    for each in rows.order_by("valid_to", "pk"):
        key = f"{each.pk}:{each.valid_to:%Y%m%d}"
        written += _told(
            Telling.TRANSFER_ENDING, key, each, "transfer_ending", each.valid_to
        )
    return written


def _turn(due: datetime.date, today: datetime.date) -> str:
    if today < due:
        return "ahead"
    return f"late{(today - due).days // MONTH.days}"


@transaction.atomic
def _told(
    telling: Telling, key: str, record: Any, letter: str, day: datetime.date
) -> int:
    people = list(waiting.holders([record.municipality_id], LEADERS))
    if not people or not Told.for_the_first_time(telling, key):
        return 0
    for person in people:
        letters.write_to(
            person,
            letter,
            folder="municipio_seguro",
            record=record,
            day=day,
            late=day < timezone.localdate(),
            link=letters.link("workspace:home", language=person.language),
        )
    return len(people)
