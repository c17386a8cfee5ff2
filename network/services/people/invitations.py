"""Inviting people: offering a role, taking the offer back, issuing it again."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.mail_addresses import is_mailable
from network.choices import Act
from network.models import Appointment, Invitation, Organisation, User
from network.rules import may_manage_people, may_restore_access, roles_offered
from network.services import audit
from network.services.people.mail import send_invitation
from network.services.people.secrets import code_hash, new_code, token_of
from network.services.refusals import Refused

Issued = tuple[Invitation, str, str]


@audit.keeps_refusals(Act.PERSON_INVITED)
@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    organisation: Organisation,
    role: str,
    by: User,
    position: str = "",
    language: str = "es",
) -> Issued:
    """Offer a role to an address and mail it; returns also the link's token and the code.

    Refuses roles the inviter may not offer here, the inviter's own address,
    a role the person already holds, and a second open offer of the same role.
    """
    email = _clean_address(email)
    if role not in roles_offered(by, organisation):
        raise Refused(_("You cannot offer this role here."), code="role")
    if email == by.email.lower():
        raise Refused(
            _("You cannot invite yourself. Ask somebody else to do it."), code="self"
        )
    # One offer at a time for each organisation: a double click makes one.
    Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    _refuse_repeated(email, organisation, role)
    invitation = Invitation(
        email=email,
        name=name,
        organisation=organisation,
        role=role,
        position=position,
        language=language,
        invited_by=by,
    )
    return _issue(invitation, Act.PERSON_INVITED)


@audit.keeps_refusals(Act.INVITATION_REISSUED, of="invitation")
@transaction.atomic
def renew_invitation(*, invitation: Invitation, by: User) -> Issued:
    """Issue the offer again: a new link and a new code; the old ones stop working."""
    locked = _lock(invitation)
    if not _may_issue(by, locked):
        raise Refused(_("You cannot issue this invitation."), code="role")
    _refuse_closed(locked)
    locked.invited_by = by
    return _issue(locked, Act.INVITATION_REISSUED)


@audit.keeps_refusals(Act.INVITATION_REVOKED, of="invitation")
@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> Invitation:
    """Take an offer back; its link and code stop working at once."""
    locked = _lock(invitation)
    if not may_manage_people(by, locked.organisation):
        raise Refused(_("You cannot revoke this invitation."), code="role")
    if locked.accepted_at is not None:
        raise Refused(
            _(
                "This invitation has already been accepted. End the appointment instead."
            ),
            code="used",
        )
    if locked.revoked_at is None:
        locked.revoked_at = timezone.now()
        locked.save(update_fields=["revoked_at"])
        audit.record(Act.INVITATION_REVOKED, by=by, of=locked, role=locked.role)
    return locked


@audit.keeps_refusals(Act.ACCESS_RESTORED, of="person")
@transaction.atomic
def reissue_for_lost_mailbox(
    *, person: User, new_email: str, organisation: Organisation, by: User
) -> Issued:
    """A letter for someone who lost their mailbox: the account moves when they accept.

    Refuses whoever does not administer all of the person's organisations, and
    an address that belongs to somebody else. Earlier letters stop working.
    """
    email = _clean_address(new_email)
    appointment = (
        Appointment.objects.in_force()
        .filter(person=person, organisation=organisation)
        .order_by("pk")
        .first()
    )
    if appointment is None or not may_restore_access(by, person):
        raise Refused(
            _("You cannot give this person a new address. Ask the secretariat."),
            code="role",
        )
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(
            _("Somebody already signs in with this address. Write another one."),
            code="address",
        )
    Invitation.objects.filter(
        recovers=person, accepted_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())
    invitation = Invitation(
        email=email,
        name=person.name,
        organisation=organisation,
        role=appointment.role,
        position=appointment.position,
        language=person.language,
        invited_by=by,
        recovers=person,
    )
    return _issue(invitation, Act.ACCESS_RESTORED)


def is_entitled(invitation: Invitation) -> bool:
    """True while whoever invited may still make this offer."""
    inviter = invitation.invited_by
    return inviter is not None and _may_issue(inviter, invitation)


def _may_issue(by: User, invitation: Invitation) -> bool:
    if invitation.recovers is not None:
        return may_restore_access(by, invitation.recovers)
    return invitation.role in roles_offered(by, invitation.organisation)


def _issue(invitation: Invitation, act: Act) -> Issued:
    code = new_code()
    invitation.code_hash = code_hash(code, invitation.email)
    invitation.failed_codes = 0
    invitation.expires_at = timezone.now() + datetime.timedelta(
        days=settings.INVITATION_LETTER_DAYS
    )
    invitation.save()
    audit.record(act, by=invitation.invited_by, of=invitation, role=invitation.role)
    token = token_of(invitation)
    send_invitation(invitation, token)
    return invitation, token, code


def _clean_address(email: str) -> str:
    cleaned = email.strip().lower()
    try:
        validate_email(cleaned)
        whole = is_mailable(cleaned)
    except ValidationError:
        whole = False
    if not whole:
        raise Refused(
            _("Write a whole e-mail address, such as name@example.org."), code="address"
        )
    return cleaned


def offer_made(
    organisation: Organisation, *, email: str, **said: str
) -> Invitation | None:
    """The open offer that says all the same: a form that was sent again made it."""
    return (
        Invitation.objects.waiting()
        .filter(
            email__iexact=email.strip(),
            organisation=organisation,
            recovers__isnull=True,
            **said,
        )
        .first()
    )


def _refuse_repeated(email: str, organisation: Organisation, role: str) -> None:
    holds = Appointment.objects.today().filter(
        person__email__iexact=email,
        organisation=organisation,
        role=role,
        ended_at__isnull=True,
    )
    if holds.exists():
        raise Refused(_("This person already has this role here."), code="repeated")
    offered = Invitation.objects.filter(
        email__iexact=email,
        organisation=organisation,
        role=role,
        recovers__isnull=True,
        accepted_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__gt=timezone.now(),
    )
    if offered.exists():
        raise Refused(
            _(
                "This address already has an open invitation for this role. "
                "Issue that one again or revoke it."
            ),
            code="repeated",
        )


def _lock(invitation: Invitation) -> Invitation:
    return (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation", "recovers", "invited_by")
        .get(pk=invitation.pk)
    )


def _refuse_closed(invitation: Invitation) -> None:
    if invitation.accepted_at is not None:
        raise Refused(_("This invitation has already been used."), code="used")
    if invitation.revoked_at is not None:
        raise Refused(_("This invitation was revoked. Invite again."), code="revoked")
