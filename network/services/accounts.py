"""Verbs of accounts that were closed."""

from django.db import transaction
from django.utils.translation import gettext as _

from network.models import User
from network.services.people import keep_editors_in_step
from network.services.refusals import Refused


@transaction.atomic
def reopen_account(*, person: User, by: User) -> User:
    """Let a person sign in again; what they may do still follows their appointments.

    Raises Refused for anyone but the secretariat.
    """
    if not by.standing.secretariat:
        raise Refused(_("Only the secretariat reopens accounts."))
    locked = User.objects.select_for_update().get(pk=person.pk)
    if not locked.is_active:
        locked.is_active = True
        locked.save(update_fields=["is_active"])
        keep_editors_in_step(person=locked)
    return locked
