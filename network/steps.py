"""The second step of a sign-in: who must have one, and what a session knows of it.

A session remembers that the step was taken in it. That somebody has set one up is
not enough: a session that was opened with the password alone stays shut.
"""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import rules, secrecy
from network.models import User

MARK = "second_step"
ISSUER = "RED-AMUPREV"
# What a session may still lack.
TAKE, SET_UP = "take", "set_up"


def must_have(person: User) -> bool:
    """True where this installation asks this person for a second step."""
    return settings.SECOND_STEP_REQUIRED and rules.needs_second_step(person)


def is_set_up(person: User) -> bool:
    """True when the person has an application or a passkey; paper alone is none."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user=person, type__in=kinds).exists()


def taken(session: Any, person: User) -> None:
    """The session took the second step."""
    session[MARK] = f"{person.pk}:taken"


def taken_away(session: Any, person: User) -> None:
    """The person, here, removed their last second step."""
    session[MARK] = f"{person.pk}:none"


def missing(session: Any, person: User | AnonymousUser, *, surely: bool = False) -> str:
    """What the session still lacks: to take the step, to set one up, or nothing.

    Asks the database once per session, since sessions end when a step is added
    elsewhere; or surely, where one is set up.
    """
    if not isinstance(person, User):
        return ""
    mark = session.get(MARK)
    if mark == f"{person.pk}:taken":
        return ""
    if surely or mark != f"{person.pk}:none":
        if is_set_up(person):
            return TAKE
        if mark != f"{person.pk}:none":
            taken_away(session, person)
    return SET_UP if must_have(person) else ""


class SecondStepAdapter(DefaultMFAAdapter):
    """Keeps the library's secrets sealed, and speaks in our words."""

    error_messages: ClassVar[dict] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "It is not right. Write the code that the application shows at this "
            "moment, and check that the telephone has the right time."
        ),
        "unverified_email": gettext_lazy(
            "Confirm your address first: open the link of the message we sent you."
        ),
    }

    def encrypt(self, text: str) -> str:
        return secrecy.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secrecy.unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return ISSUER

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": ISSUER}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}
