"""Accepting an invitation: once, by its addressee, while the offer still stands."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Act
from network.models import Appointment, Invitation, User
from network.services import audit
from network.services.people.editors import keep_editors_in_step
from network.services.people.invitations import is_entitled
from network.services.refusals import Refused


@audit.keeps_refusals(Act.INVITATION_ACCEPTED, of="invitation")
@transaction.atomic
def accept_invitation(
    *,
    invitation: Invitation,
    name: str = "",
    password: str = "",
    person: User | None = None,
) -> User:
    """Turn an open offer into an appointment in force from today; returns whose it is.

    Makes the account, or adds the role to the account of the signed-in person
    given, or moves a lost account to its new address (its sessions end with the
    new password). Refuses what is used, revoked, expired or no longer backed by
    its inviter, and anybody but the addressee.
    """
    locked = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation", "recovers", "invited_by")
        .get(pk=invitation.pk)
    )
    _refuse_closed(locked)
    if locked.recovers is not None:
        accepted_by = _move_account(locked, password, person)
    else:
        accepted_by = _addressee(locked, person) or _new_person(locked, name, password)
        _appoint(locked, accepted_by)
    locked.accepted_at = timezone.now()
    locked.accepted_by = accepted_by
    locked.save(update_fields=["accepted_at", "accepted_by"])
    audit.record(Act.INVITATION_ACCEPTED, by=accepted_by, of=locked, role=locked.role)
    keep_editors_in_step(person=accepted_by)
    return accepted_by


def _refuse_closed(invitation: Invitation) -> None:
    if invitation.accepted_at is not None:
        raise Refused(_("This invitation has already been used."), code="used")
    if invitation.revoked_at is not None or not is_entitled(invitation):
        raise Refused(_("This invitation is no longer valid."), code="revoked")
    if not invitation.is_open:
        raise Refused(_("This invitation has expired."), code="expired")


def _addressee(invitation: Invitation, person: User | None) -> User | None:
    """The existing account the invitation is for, if there is one."""
    if person is not None and person.email.lower() != invitation.email.lower():
        raise Refused(
            _("This invitation is for another address. Sign out and open it again."),
            code="other_address",
        )
    existing = User.objects.filter(email__iexact=invitation.email).first()
    if existing is None:
        return None
    if not existing.is_active:
        raise Refused(
            _("This account is closed. Write to the secretariat of the network."),
            code="closed",
        )
    if person is None:
        raise Refused(
            _("You already have an account. Sign in to accept the invitation."),
            code="sign_in",
        )
    return existing


def _new_person(invitation: Invitation, name: str, password: str) -> User:
    try:
        with transaction.atomic():
            person = User.objects.create_user(
                invitation.email,
                password or None,
                name=name.strip() or invitation.name,
                language=invitation.language,
            )
            _confirm_address(person)
    except IntegrityError:
        raise Refused(
            _("You already have an account. Sign in to accept the invitation."),
            code="sign_in",
        )
    return person


def _move_account(invitation: Invitation, password: str, person: User | None) -> User:
    if person is not None:
        raise Refused(_("Sign out and open the invitation again."), code="signed_in")
    moved = User.objects.select_for_update().get(recoveries=invitation)
    moved.email = invitation.email.lower()
    moved.set_password(password or None)
    try:
        with transaction.atomic():
            moved.save(update_fields=["email", "password"])
            _confirm_address(moved)
    except IntegrityError:
        raise Refused(_("Somebody already signs in with this address."), code="address")
    return moved


def _confirm_address(person: User) -> None:
    """The invitation reached the addressee: that address, and no other, is theirs."""
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(
        user=person, email=person.email, verified=True, primary=True
    )


def _appoint(invitation: Invitation, person: User) -> None:
    waiting = Appointment.objects.filter(
        person=person,
        organisation=invitation.organisation,
        role=invitation.role,
        valid_to__isnull=True,
        ended_at__isnull=True,
    ).first() or Appointment(
        person=person, organisation=invitation.organisation, role=invitation.role
    )
    today = timezone.localdate()
    if waiting.valid_from is None or waiting.valid_from > today:
        waiting.valid_from = today
    waiting.position = invitation.position or waiting.position
    if waiting.approved_at is None:
        waiting.approved_by = invitation.invited_by
        waiting.approved_at = timezone.now()
    waiting.save()
