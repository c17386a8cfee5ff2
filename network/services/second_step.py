"""Verbs of the second step: its codes, one use each, and helping who lost their telephone."""

import secrets
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network import letters, secrecy
from network.choices import Act
from network.models import Appointment, User
from network.rules import may_restore_access
from network.services import audit
from network.services.refusals import Refused
from network.services.sessions import end_sessions_of

CODES = 10
CODE_DIGITS = 10
APP_DIGITS = 6
# Longer than a code of the application is good for, in any of its steps.
SPENT_SECONDS = 5 * 60


@transaction.atomic
def make_codes(*, person: User) -> list[str]:
    """Make a new sheet of recovery codes; the earlier one stops working.

    The codes are returned this once: only their keyed hashes are kept.
    """
    User.objects.select_for_update().get(pk=person.pk)
    Authenticator.objects.filter(
        user=person, type=Authenticator.Type.RECOVERY_CODES
    ).delete()
    codes = [
        f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        for _number in range(CODES)
    ]
    Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.RECOVERY_CODES,
        # The library's own place for codes it did not make: it takes out what is used.
        data={"migrated_codes": [_kept(code, person) for code in codes]},
    )
    audit.record(Act.RECOVERY_CODES_MADE, by=person, of=person, count=CODES)
    _tell(person, "recovery_codes_made")
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def codes_left(person: User) -> int:
    """How many recovery codes the person has not used yet."""
    sheet = Authenticator.objects.filter(
        user=person, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    return len(sheet.data["migrated_codes"]) if sheet else 0


def set_up_among(appointments: Iterable[Appointment]) -> set[int]:
    """The keys of those of these people who have a second step."""
    people = {row.person_id for row in appointments}
    found = Authenticator.objects.filter(user__in=people)
    return set(found.values_list("user", flat=True))


def spend_code(*, person: User, code: str) -> Authenticator | None:
    """What the code belongs to, if it is right and was not used before; else nothing."""
    digits = "".join(sign for sign in code if sign.isdecimal() and sign.isascii())
    kinds = {
        APP_DIGITS: Authenticator.Type.TOTP,
        CODE_DIGITS: Authenticator.Type.RECOVERY_CODES,
    }
    if len(digits) not in kinds:
        return None
    found = Authenticator.objects.filter(user=person, type=kinds[len(digits)]).first()
    if found is None:
        return None
    right = _app_code if len(digits) == APP_DIGITS else _recovery_code
    return found if right(found, digits, person) else None


def mark_spent(*, person: User, code: str) -> bool:
    """Use up a code of the application; false when somebody used it before."""
    key = secrecy.keyed_hash(code, of=person.pk)
    return cache.add(f"spent:{key}", 1, SPENT_SECONDS)


def note_failed(*, person: User) -> None:
    """A wrong or used code, from somebody who knows the password."""
    audit.refused(Act.SECOND_STEP_FAILED, by=None, of=person)


@audit.keeps_refusals(Act.SECOND_STEP_RESET, of="person")
@transaction.atomic
def reset_second_step(*, person: User, by: User) -> User:
    """Take away the second step of someone who lost it; they set up another one.

    Their sessions end and they are told by mail. Refuses whoever may not restore
    the person's access, and oneself.
    """
    locked = User.objects.select_for_update().get(pk=person.pk)
    if not may_restore_access(by, locked):
        raise Refused(
            _("You cannot reset this person's second step. Ask the secretariat."),
            code="role",
        )
    return remove_second_step(person=locked, by=by)


@transaction.atomic
def remove_second_step(*, person: User, by: User | None) -> User:
    """Take away every second step, by whoever keeps the machine when nobody else can."""
    removed, _kinds = Authenticator.objects.filter(user=person).delete()
    end_sessions_of(people=[person])
    if removed:
        audit.record(Act.SECOND_STEP_RESET, by=by, of=person)
        _tell(person, "second_step_reset")
    return person


def tell_code_used(*, person: User, left: int) -> None:
    """Tell the owner that one of their recovery codes opened the door."""
    _tell(person, "recovery_code_used", left=left)


def _tell(person: User, letter: str, **context: Any) -> None:
    link = letters.link("account_reset_password", language=person.language)
    letters.write_to(person, letter, password_link=link, **context)


def _kept(code: str, person: User) -> str:
    return secrecy.seal(secrecy.keyed_hash(code, of=person.pk))


def _app_code(found: Authenticator, digits: str, person: User) -> bool:
    # Before it is looked at: of two that arrive together only one goes on.
    if not mark_spent(person=person, code=digits):
        return False
    try:
        return bool(found.wrap().validate_code(digits))
    except secrecy.Unreadable:
        return False


def _recovery_code(found: Authenticator, digits: str, person: User) -> bool:
    try:
        return RecoveryCodes(found).validate_code(
            secrecy.keyed_hash(digits, of=person.pk)
        )
    except secrecy.Unreadable:
        return False
