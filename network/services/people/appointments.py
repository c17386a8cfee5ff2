"""Appointments: approving one, ending one, closing a person's account."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Act, Role
from network.models import Appointment, Organisation, User
from network.rules import may_manage_people, roles_offered
from network.services import audit
from network.services.people.editors import keep_editors_in_step
from network.services.people.mail import send_end_of_role
from network.services.refusals import Refused


@audit.keeps_refusals(Act.APPOINTMENT_SAVED, of="appointment")
@transaction.atomic
def approve_appointment(*, appointment: Appointment, by: User) -> Appointment:
    """Put an appointment in force; nobody approves their own."""
    locked = _lock(appointment)
    if locked.person_id == by.pk:
        raise Refused(
            _("You cannot approve your own appointment. Ask somebody else."),
            code="self",
        )
    if locked.role not in roles_offered(by, locked.organisation):
        raise Refused(_("You cannot approve this role here."), code="role")
    if locked.ended_at is not None:
        raise Refused(_("This appointment has already ended."), code="ended")
    if locked.approved_at is None:
        locked.approved_by = by
        locked.approved_at = timezone.now()
        locked.valid_from = locked.valid_from or timezone.localdate()
        locked.save()
        audit.record(Act.APPOINTMENT_SAVED, by=by, of=locked, approved=True)
    keep_editors_in_step(person=locked.person)
    return locked


@audit.keeps_refusals(Act.APPOINTMENT_ENDED, of="appointment")
@transaction.atomic
def end_appointment(
    *, appointment: Appointment, by: User, reason: str = ""
) -> Appointment:
    """Take a role away at once and tell the person; what they did keeps their name.

    Refuses whoever does not manage the organisation's people, and to leave the
    network without a secretariat. Ending what has ended changes nothing.
    """
    # Of two who end each other's role only the first does: one line for each
    # organisation, held before its appointments, as when a staff is replaced.
    Organisation.objects.select_for_update(no_key=True).get(
        pk=appointment.organisation_id
    )
    locked = _lock(appointment)
    if not may_manage_people(by, locked.organisation):
        raise Refused(_("You cannot end this appointment."), code="role")
    if locked.ended_at is not None:
        return locked
    if locked.role == Role.SECRETARIAT:
        _refuse_last(locked)
    if locked.role == Role.ADMINISTERS and not by.standing.secretariat:
        _refuse_last_administrator(locked)
    held = Appointment.objects.in_force().filter(pk=locked.pk).exists()
    today = timezone.localdate()
    locked.valid_from = min(locked.valid_from or today, today)
    locked.valid_to = min(locked.valid_to or today, today)
    locked.ended_at = timezone.now()
    locked.ended_reason = reason.strip()
    locked.save()
    audit.record(Act.APPOINTMENT_ENDED, by=by, of=locked, role=locked.role)
    if held:
        send_end_of_role(locked, by)
    keep_editors_in_step(person=locked.person)
    return locked


@audit.keeps_refusals(Act.PERSON_DEACTIVATED, of="person")
@transaction.atomic
def deactivate(*, person: User, by: User) -> User:
    """Close a person's account: open sessions end with the next request."""
    if not by.standing.secretariat:
        raise Refused(_("Only the secretariat closes accounts."), code="role")
    if person.pk == by.pk:
        raise Refused(
            _("You cannot close your own account. Ask somebody else."), code="self"
        )
    locked, closing = _lock_both(person, by)
    if not closing.is_active:
        raise Refused(_("You cannot close this account."), code="role")
    if locked.is_superuser and not by.is_superuser:
        raise Refused(_("You cannot close this account."), code="role")
    locked.is_active = False
    locked.save(update_fields=["is_active"])
    audit.record(Act.PERSON_DEACTIVATED, by=by, of=locked)
    keep_editors_in_step(person=locked)
    return locked


def _lock(appointment: Appointment) -> Appointment:
    return (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("organisation", "person")
        .get(pk=appointment.pk)
    )


def _lock_both(person: User, by: User) -> tuple[User, User]:
    """Both as they stand; always in the same order, so that nobody waits for the other."""
    rows = User.objects.select_for_update(no_key=True).filter(pk__in=(person.pk, by.pk))
    found = {row.pk: row for row in rows.order_by("pk")}
    return found[person.pk], found[by.pk]


def _refuse_last(appointment: Appointment) -> None:
    if not _is_shared(appointment):
        raise Refused(
            _(
                "The network cannot be left without a secretariat. Invite somebody first."
            ),
            code="last",
        )


def _refuse_last_administrator(appointment: Appointment) -> None:
    if not _is_shared(appointment):
        raise Refused(
            _(
                "Nobody else administers this association. Invite somebody first, or "
                "ask the secretariat of the network."
            ),
            code="last",
        )


def _is_shared(appointment: Appointment) -> bool:
    """True when somebody else holds the same role here today."""
    others = Appointment.objects.in_force().filter(
        role=appointment.role, organisation=appointment.organisation_id
    )
    return others.exclude(person=appointment.person_id).exists()
