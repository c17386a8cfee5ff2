"""Verbs that recur: what is late or ends soon is told once to whoever can act on it."""

import datetime
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from network import letters, rules, waiting
from network.choices import Act, Telling
from network.models import Activity, Appointment, Invitation, Organisation, Told, User
from network.services import audit

M = TypeVar("M", bound=models.Model)

SHOWN_IN_A_LETTER = 20
BATCH = 500
# A task is repeated for a day at most; the rest is told again after a year, if it
# still holds then.
KEPT_STEPS = datetime.timedelta(days=30)
KEPT_TOLD = datetime.timedelta(days=365)


@transaction.atomic
def remind_of_overdue_reviews() -> int:
    """One letter to each reviewer with what became overdue; how many letters.

    Idempotent: an activity is told once each time it was sent to review. One that
    nobody can review is not told: the secretariat sees it on its front page.
    """
    overdue = waiting.overdue_reviews().select_related("owner").order_by("submitted_at")
    late: dict[User, list[Activity]] = defaultdict(list)
    for key, activity in _untold(Telling.REVIEW_OVERDUE, overdue, _sending_of):
        reviewers = waiting.reviewers_of(activity)
        if reviewers and Told.for_the_first_time(Telling.REVIEW_OVERDUE, key):
            for person in reviewers:
                late[person].append(activity)
    for person, activities in late.items():
        letters.write_to(
            person,
            "reviews_overdue",
            activities=activities[:SHOWN_IN_A_LETTER],
            total=len(activities),
            days=waiting.PATIENCE.days,
            link=letters.link("network:inbox", language=person.language),
        )
    return len(late)


@transaction.atomic
def remind_of_ending_appointments() -> int:
    """Tell each organisation whose appointments end within a month; how many letters.

    Idempotent: each end is told once, to those who look after its people.
    """
    ending = (
        waiting.ending_appointments()
        .select_related("organisation", "person")
        .order_by("valid_to", "pk")
    )
    news: dict[Organisation, list[Appointment]] = defaultdict(list)
    for key, appointment in _untold(Telling.APPOINTMENT_ENDING, ending, _end_of):
        if Told.for_the_first_time(Telling.APPOINTMENT_ENDING, key):
            news[appointment.organisation].append(appointment)
    written = 0
    for organisation, appointments in news.items():
        for person in waiting.managers_of(organisation):
            _write_of_people(
                person, "appointments_ending", organisation, appointments=appointments
            )
            written += 1
    return written


@transaction.atomic
def remind_of_expiring_invitations() -> int:
    """Tell whoever invited that an offer lapses within three days; how many letters.

    Idempotent: each issue of an invitation is told once, and only to somebody who
    may still issue it again.
    """
    expiring = waiting.expiring_invitations().select_related(
        "organisation", "invited_by"
    )
    written = 0
    for key, invitation in _untold(Telling.INVITATION_EXPIRING, expiring, _issue_of):
        person = invitation.invited_by
        if (
            person is not None
            and person.is_active
            and rules.may_manage_people(person, invitation.organisation)
            and Told.for_the_first_time(Telling.INVITATION_EXPIRING, key)
        ):
            _write_of_people(
                person,
                "invitation_expiring",
                invitation.organisation,
                invitation=invitation,
            )
            written += 1
    return written


@transaction.atomic
def record_lapsed_appointments() -> int:
    """Put in the audit trail that an appointment reached its last day; how many.

    Idempotent: each end is recorded once. What somebody ended is recorded already.
    """
    lapsed = waiting.lapsed_appointments().select_related("organisation")
    recorded = 0
    for key, appointment in _untold(Telling.APPOINTMENT_LAPSED, lapsed, _end_of):
        if Told.for_the_first_time(Telling.APPOINTMENT_LAPSED, key):
            audit.record(
                Act.MEMBERSHIP_LAPSED,
                by=None,
                of=appointment,
                held=appointment.role,
                last_day=str(appointment.valid_to),
            )
            recorded += 1
    return recorded


def forget_told() -> int:
    """Forget what was told long ago and cannot come again; how much."""
    now = timezone.now()
    old = Q(at__lt=now - KEPT_TOLD) | Q(kind=Telling.STEP, at__lt=now - KEPT_STEPS)
    gone, _kinds = Told.objects.filter(old).delete()
    return gone


def _untold(
    kind: Telling, records: QuerySet[M], key_of: Callable[[M], str]
) -> list[tuple[str, M]]:
    keyed = {key_of(record): record for record in records}
    keys = list(keyed)
    told: set[str] = set()
    for at in range(0, len(keys), BATCH):
        told |= Told.among(kind, keys[at : at + BATCH])
    return [(key, record) for key, record in keyed.items() if key not in told]


def _sending_of(activity: Activity) -> str:
    return f"{activity.pk} {activity.submitted_at:%Y%m%d%H%M%S}"


def _end_of(appointment: Appointment) -> str:
    return f"{appointment.pk} {appointment.valid_to}"


def _issue_of(invitation: Invitation) -> str:
    return f"{invitation.pk} {invitation.expires_at:%Y%m%d%H%M%S}"


def _write_of_people(
    person: User, letter: str, organisation: Organisation, **context: Any
) -> None:
    link = letters.link(
        "network:organisation_people", organisation.pk, language=person.language
    )
    letters.write_to(person, letter, organisation=organisation, link=link, **context)
