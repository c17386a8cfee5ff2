"""Replacing an organisation's whole staff in one act, and undoing it."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, OrganisationKind, Role
from network.models import (
    Appointment,
    Invitation,
    Organisation,
    ReplacedAppointment,
    StaffReplacement,
    User,
)
from network.rules import may_replace_staff
from network.services import audit
from network.services.people.appointments import end_appointment
from network.services.people.editors import keep_editors_in_step
from network.services.people.invitations import (
    Issued,
    invite,
    renew_invitation,
    revoke_invitation,
)
from network.services.people.mail import send_end_of_role, send_role_given_back
from network.services.people.newcomers import Newcomer, RowsRefused, problems_of
from network.services.refusals import Refused
from network.services.sessions import end_sessions_of

LONGEST_NOTICE = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Undone:
    """What undoing did: roles put back, roles that could not be, offers taken back."""

    restored: int
    left: int
    revoked: int


def current_staff(organisation: Organisation) -> list[Appointment]:
    """The appointments of the organisation that hold today, approved or not, by name."""
    held = Appointment.objects.today().filter(
        organisation=organisation, ended_at__isnull=True
    )
    return list(held.select_related("person").order_by("person__name", "pk"))


def open_offers(
    organisation: Organisation, leaving: frozenset[int]
) -> list[Invitation]:
    """The invitations that a replacement takes back; letters of those who stay remain."""
    going = Appointment.objects.filter(pk__in=leaving).values("person")
    waiting = Invitation.objects.waiting().filter(organisation=organisation)
    offers = waiting.filter(recovers__isnull=True) | waiting.filter(recovers__in=going)
    return list(offers.order_by("email", "pk"))


@audit.keeps_refusals(Act.STAFF_REPLACED, of="organisation")
@transaction.atomic
def replace_staff(
    *,
    key: uuid.UUID,
    organisation: Organisation,
    by: User,
    seen: frozenset[int],
    leaving: frozenset[int],
    newcomers: list[Newcomer],
    language: str = "es",
    last_day: datetime.date | None = None,
) -> tuple[StaffReplacement, list[Issued]]:
    """End these appointments and invite these people, all or nothing.

    `seen` are the appointments of others that were shown before confirming. Without a
    last day it takes effect at once and ends the sessions of whoever has no role left.
    One's own roles never end here: the invitations made would no longer stand.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    _refuse(key, organisation, by, last_day)
    staff = current_staff(organisation)
    going = _going(staff, by, seen, leaving)
    _refuse_rows(newcomers, organisation, by, staff, leaving)
    _refuse_headless(organisation, staff, leaving, newcomers)
    done = StaffReplacement.objects.create(
        key=key, organisation=organisation, made_by=by, last_day=last_day
    )
    for offer in open_offers(organisation, leaving):
        revoke_invitation(invitation=offer, by=by)
    _end(done, going, by)
    issued = _invite(done, newcomers, by, language)
    ended = end_sessions_of(people=_without_roles(going)) if last_day is None else 0
    audit.record(
        Act.STAFF_REPLACED,
        by=by,
        of=organisation,
        ended=len(going),
        invited=len(issued),
        sessions=ended,
    )
    return done, issued


@audit.keeps_refusals(Act.APPOINTMENT_RESTORED, of="replacement")
@transaction.atomic
def undo_replacement(*, replacement: StaffReplacement, by: User) -> Undone:
    """Put back the roles that ended, and take back the offers nobody accepted.

    Refused after thirty days, or twice. A role given to the person anew is left alone.
    """
    locked = (
        StaffReplacement.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=replacement.pk)
    )
    if not may_replace_staff(by, locked.organisation):
        raise Refused(_("You cannot undo this change."), code="role")
    if locked.undone_at is not None:
        raise Refused(_("This change was already undone."), code="done")
    if timezone.now() > undoable_until(locked):
        raise Refused(_("It is too late to undo this change."), code="late")
    rows = list(locked.ended.select_related("appointment__person"))
    restored = [row for row in rows if _restore(row, locked, by)]
    offers = locked.invitations.waiting()
    revoked = [revoke_invitation(invitation=offer, by=by) for offer in offers]
    locked.undone_at, locked.undone_by = timezone.now(), by
    locked.save(update_fields=["undone_at", "undone_by"])
    return Undone(len(restored), len(rows) - len(restored), len(revoked))


@transaction.atomic
def reissue_letters(*, replacement: StaffReplacement, by: User) -> list[Issued]:
    """New letters for all who have not come in yet; the earlier ones stop working."""
    offers = replacement.invitations.waiting().order_by("pk")
    return [renew_invitation(invitation=offer, by=by) for offer in offers]


def undoable_until(replacement: StaffReplacement) -> datetime.datetime:
    """The last moment at which it can be undone."""
    return replacement.made_at + datetime.timedelta(days=settings.TRASH_DAYS)


def _refuse(
    key: uuid.UUID, organisation: Organisation, by: User, last_day: datetime.date | None
) -> None:
    if not may_replace_staff(by, organisation):
        raise Refused(
            _("You cannot change the people of this organisation."), code="role"
        )
    if StaffReplacement.objects.filter(key=key).exists():
        raise Refused(_("This change was already made."), code="done")
    today = timezone.localdate()
    if last_day is not None and not today <= last_day <= today + LONGEST_NOTICE:
        raise Refused(
            _("The last day must be today or within the next year."), code="last_day"
        )


def _going(
    staff: list[Appointment], by: User, seen: frozenset[int], leaving: frozenset[int]
) -> list[Appointment]:
    """The roles that end; Refused unless all were shown as they are, and none is one's own."""
    others = [each for each in staff if each.person_id != by.pk]
    going = [each for each in others if each.pk in leaving]
    if seen != {each.pk for each in others} or len(going) != len(leaving):
        raise Refused(
            _("The people of this organisation changed meanwhile. Look at them again."),
            code="changed",
        )
    return going


def _refuse_rows(
    newcomers: list[Newcomer],
    organisation: Organisation,
    by: User,
    staff: list[Appointment],
    leaving: frozenset[int],
) -> None:
    if not newcomers and not leaving:
        raise Refused(_("Say who leaves or who comes."), code="nothing")
    problems = list(
        problems_of(
            newcomers=newcomers,
            organisation=organisation,
            by=by,
            staff=staff,
            leaving=leaving,
        )
    )
    if problems:
        raise RowsRefused(problems)


def _refuse_headless(
    organisation: Organisation,
    staff: Iterable[Appointment],
    leaving: frozenset[int],
    newcomers: list[Newcomer],
) -> None:
    """An association keeps somebody who administers it, or gets one."""
    if organisation.kind != OrganisationKind.ASSOCIATION:
        return
    roles = {each.role for each in newcomers}
    roles |= {each.role for each in staff if each.pk not in leaving}
    if Role.ADMINISTERS not in roles:
        raise Refused(
            _("Nobody would administer this association. Keep or invite one person."),
            code="last",
        )


def _invite(
    done: StaffReplacement, newcomers: list[Newcomer], by: User, language: str
) -> list[Issued]:
    issued = [
        invite(
            email=each.email,
            name=each.name,
            organisation=done.organisation,
            role=each.role,
            position=each.position,
            language=language,
            by=by,
        )
        for each in newcomers
    ]
    done.invitations.set([invitation for invitation, _token, _code in issued])
    return issued


def _end(done: StaffReplacement, going: list[Appointment], by: User) -> None:
    for each in going:
        ReplacedAppointment.objects.create(
            replacement=done,
            appointment=each,
            valid_from=each.valid_from,
            valid_to=each.valid_to,
        )
        if done.last_day is None:
            reason = _("The whole staff was replaced")
            end_appointment(appointment=each, by=by, reason=reason)
            continue
        day = done.last_day
        each.valid_to = min(each.valid_to or day, day)
        each.save(update_fields=["valid_to"])
        audit.record(Act.APPOINTMENT_ENDED, by=by, of=each, role=each.role)
        send_end_of_role(each, by)


def _restore(row: ReplacedAppointment, done: StaffReplacement, by: User) -> bool:
    """Put one role back unless the person has it again already."""
    ended = row.appointment
    # Also one that begins later: a person holds each role here once.
    again = Appointment.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=timezone.localdate()),
        person=ended.person_id,
        organisation=ended.organisation_id,
        role=ended.role,
        ended_at__isnull=True,
    )
    if again.exclude(pk=ended.pk).exists():
        return False
    if done.last_day is None and ended.ended_at is None:
        return False
    ended.valid_from, ended.valid_to = row.valid_from, row.valid_to
    ended.ended_at, ended.ended_reason = None, ""
    ended.save()
    audit.record(Act.APPOINTMENT_RESTORED, by=by, of=ended, role=ended.role)
    send_role_given_back(ended, by)
    keep_editors_in_step(person=ended.person)
    return True


def _without_roles(going: list[Appointment]) -> list[User]:
    people = {each.person_id: each.person for each in going}
    held = Appointment.objects.in_force().filter(person__in=people)
    keeping = set(held.values_list("person", flat=True))
    return [
        person
        for pk, person in people.items()
        if pk not in keeping and not person.is_superuser
    ]
