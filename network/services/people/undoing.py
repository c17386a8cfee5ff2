"""Undoing the end of an appointment, while its days last."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Act
from network.models import Appointment, Organisation, User
from network.queries import AppointmentQuerySet
from network.rules import roles_offered
from network.services import audit
from network.services.people.editors import keep_editors_in_step
from network.services.people.mail import send_role_given_back
from network.services.refusals import Refused


def lately_ended(organisation: Organisation) -> AppointmentQuerySet:
    """Roles ended in the last thirty days that nobody gave to the same person again."""
    since = timezone.now() - datetime.timedelta(days=settings.TRASH_DAYS)
    again = _held_again(OuterRef("person"), OuterRef("organisation"), OuterRef("role"))
    return (
        Appointment.objects.filter(
            ~Exists(again), organisation=organisation, ended_at__gte=since
        )
        .select_related("person")
        .order_by("-ended_at", "-pk")
    )


@audit.keeps_refusals(Act.APPOINTMENT_RESTORED, of="appointment")
@transaction.atomic
def restore_appointment(*, appointment: Appointment, by: User) -> Appointment:
    """Put a role back as it was before it ended; pressed again it changes nothing.

    Refuses one's own, whoever may not give that role here, after thirty days, when
    its last day has passed, and when the person has the role again already.
    """
    locked = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("organisation", "person")
        .get(pk=appointment.pk)
    )
    if locked.role not in roles_offered(by, locked.organisation):
        raise Refused(_("You cannot put this role back."), code="role")
    if locked.ended_at is None:
        return locked
    if locked.person_id == by.pk:
        raise Refused(
            _("You cannot put your own role back. Ask somebody else."), code="self"
        )
    _refuse_late(locked)
    before = _before_it_ended(locked)
    locked.valid_from, locked.valid_to = before.valid_from, before.valid_to
    locked.ended_at, locked.ended_reason = None, ""
    if locked.valid_to is not None and locked.valid_to < timezone.localdate():
        raise Refused(
            _("Its last day has passed meanwhile. Invite the person again."),
            code="over",
        )
    locked.save()
    audit.record(Act.APPOINTMENT_RESTORED, by=by, of=locked, role=locked.role)
    send_role_given_back(locked, by)
    keep_editors_in_step(person=locked.person)
    return locked


def _refuse_late(appointment: Appointment) -> None:
    days = datetime.timedelta(days=settings.TRASH_DAYS)
    if appointment.ended_at and appointment.ended_at < timezone.now() - days:
        raise Refused(
            _("It is too late to undo this. Invite the person again."), code="late"
        )
    again = _held_again(
        appointment.person_id, appointment.organisation_id, appointment.role
    )
    if again.exists():
        raise Refused(_("This person already has this role here."), code="repeated")


def _held_again(person: Any, organisation: Any, role: Any) -> AppointmentQuerySet:
    """The same role of the same person, in force or to come."""
    return Appointment.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=timezone.localdate()),
        person=person,
        organisation=organisation,
        role=role,
        ended_at__isnull=True,
    )


def _before_it_ended(appointment: Appointment) -> Appointment:
    """Its last version while it held; itself, without a last day, if none is kept."""
    versions = Appointment.history.filter(  # type: ignore[attr-defined]  # simple_history adds it
        id=appointment.pk, ended_at__isnull=True
    )
    earlier = versions.order_by("-history_id").first()
    if earlier is not None:
        return earlier
    return Appointment(valid_from=appointment.valid_from, valid_to=None)
