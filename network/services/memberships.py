"""Verbs of an association's standing in the network."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, NetworkRole
from network.models import NetworkMembership, Organisation, User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.MEMBERSHIP_SAVED, of="association")
@transaction.atomic
def change_membership(
    *,
    association: Organisation,
    status: str,
    by: User,
    since: datetime.date | None = None,
) -> NetworkMembership:
    """Give an association a new status: what it was ends, what it is begins.

    The same status again changes nothing. Raises Refused for anyone but the
    secretariat, and for what is not an association.
    """
    if not (by.is_superuser or by.standing.secretariat):
        raise Refused(_("Only the secretariat changes memberships."))
    if not association.is_association:
        raise Refused(_("Only associations belong to the network."))
    Organisation.objects.select_for_update().get(pk=association.pk)
    first_day = since or timezone.localdate()
    current = list(
        NetworkMembership.objects.on(first_day).filter(association=association)
    )
    for membership in current:
        if membership.status == status:
            return membership
    for membership in current:
        _end(membership, first_day)
    role = current[-1].role if current else NetworkRole.MEMBER
    begun = NetworkMembership.objects.create(
        association=association, status=status, role=role, valid_from=first_day
    )
    audit.record(Act.MEMBERSHIP_SAVED, by=by, of=begun, status=status)
    return begun


def _end(membership: NetworkMembership, first_day: datetime.date) -> None:
    """Close it the day before; one that began the same day is replaced."""
    if membership.valid_from == first_day:
        membership.delete()
        return
    membership.valid_to = first_day - datetime.timedelta(days=1)
    membership.save()
