"""Verbs of accounts: one's own details, and reopening a closed one."""

from django.db import transaction
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.people import keep_editors_in_step
from network.services.refusals import Refused


@transaction.atomic
def change_own_details(*, person: User, name: str, language: str) -> User:
    """Change one's own name and the language of one's mails."""
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])
    audit.record(Act.DETAILS_CHANGED, by=person, of=person)
    return person


@audit.keeps_refusals(Act.PERSON_REACTIVATED, of="person")
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
        audit.record(Act.PERSON_REACTIVATED, by=by, of=locked)
        keep_editors_in_step(person=locked)
    return locked
