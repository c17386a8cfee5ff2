"""What waits for whom in Municipio Seguro: pure queries, for front pages."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from municipio_seguro.choices import AssessmentState
from municipio_seguro.models import Assessment, Erratum, Measure, Risk, RiskTransfer
from municipio_seguro.rules import LEADERS, MAYORS, PATIENCE
from network.rules import WRITERS
from network.waiting import MOST_COUNTED

if TYPE_CHECKING:
    from network.models import User

STATE = AssessmentState


def open_assessments(user: "User") -> QuerySet[Assessment]:
    """In which the person answers."""
    mine = user.standing.holding(WRITERS)
    states = (STATE.DRAFT, STATE.CONSULTING, STATE.AWAITING)
    return Assessment.objects.filter(municipality__in=mine, state__in=states)


def to_answer_comments(user: "User") -> QuerySet[Assessment]:
    """Sent back, whose comments wait for the coordination."""
    mine = user.standing.holding(LEADERS)
    rows = Assessment.objects.filter(municipality__in=mine, state=STATE.DRAFT)
    return rows.exclude(comments="").filter(comments_answered="")


def to_validate(user: "User") -> QuerySet[Assessment]:
    """That wait for the mayor's office, without those the person answered in."""
    mine = user.standing.holding(MAYORS)
    rows = Assessment.objects.filter(municipality__in=mine, state=STATE.AWAITING)
    return rows.exclude(writers=user)


def acts_to_confirm(user: "User") -> QuerySet[Assessment]:
    """Whose signed act waits for the association."""
    rows = Assessment.objects.filter(state=STATE.AWAITING).exclude(act_file="")
    return _of_network(rows, user).exclude(act_filed_by=user)


def to_publish(user: "User") -> QuerySet[Assessment]:
    """Validated: for the network at once, for the mayor's office after 15 days."""
    rows = Assessment.objects.filter(state=STATE.VALIDATED)
    late = timezone.now() - PATIENCE
    own = rows.filter(
        municipality__in=user.standing.holding(MAYORS), validated_at__lte=late
    )
    return (_of_network(rows, user) | own).distinct()


def errata_to_publish(user: "User") -> QuerySet[Erratum]:
    """What municipalities found wrong in what is published."""
    rows = Erratum.objects.filter(snapshot__isnull=True).exclude(written_by=user)
    if user.standing.secretariat:
        return rows
    return rows.filter(assessment__municipality__in=user.standing.reviewed)


def assessments_to_do(user: "User") -> QuerySet[Assessment]:
    """Those in which somebody waits for this person to move them on."""
    waits = Q()
    for rows in (
        to_answer_comments(user),
        to_validate(user),
        acts_to_confirm(user),
        to_publish(user),
    ):
        waits |= Q(pk__in=rows.values("pk"))
    return Assessment.objects.filter(waits).order_by()[:MOST_COUNTED]


def late_measures(user: "User") -> QuerySet[Measure]:
    """Past their day, of the person's municipalities."""
    return Measure.objects.overdue().filter(
        municipality__in=user.standing.holding(WRITERS)
    )


def measures_to_verify(user: "User") -> QuerySet[Measure]:
    """Finished by somebody else."""
    rows = Measure.objects.waiting_to_be_verified()
    mine = rows.filter(municipality__in=user.standing.holding(WRITERS | MAYORS))
    return mine.exclude(finished_by=user)


def risks_to_review(user: "User") -> QuerySet[Risk]:
    """Whose next review has come."""
    return Risk.objects.to_review().filter(
        municipality__in=user.standing.holding(WRITERS)
    )


def ending_covers(user: "User") -> QuerySet[RiskTransfer]:
    """That end within 60 days."""
    return RiskTransfer.objects.ending().filter(
        municipality__in=user.standing.holding(WRITERS)
    )


def days_left(day: datetime.date) -> int:
    """How many days are left."""
    return (day - timezone.localdate()).days


def _of_network(rows: QuerySet[Assessment], user: "User") -> QuerySet[Assessment]:
    if user.standing.secretariat:
        return rows
    return rows.filter(municipality__in=user.standing.reviewed)
