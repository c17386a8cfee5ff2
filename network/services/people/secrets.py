"""The two keys of an invitation: the mail's signed link and the letter's code.

The link lives 72 hours (INVITATION_HOURS) because mail is quick; the code lives
as long as the invitation, 30 days (INVITATION_LETTER_DAYS), because paper is not.
Neither is stored: the code only as a keyed hash, the link not at all. The link is
bound to that hash, so that a new letter makes the old link worthless too.
"""

import datetime
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import override

from network.choices import Act
from network.models import Invitation, Organisation
from network.queries import InvitationQuerySet
from network.services import audit

SALT = "network.invitation"
# Without 0 O 1 I L: read aloud over the telephone and typed from paper.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 12
GROUP = 4
MOST_FAILED_CODES = 5


@dataclass(frozen=True)
class Opened:
    """What a link or a code leads to: an invitation, and how it stands."""

    invitation: Invitation | None
    state: str  # open, used, revoked, expired, unknown

    @property
    def is_open(self) -> bool:
        """True when it can be accepted now."""
        return self.state == "open"


def new_code() -> str:
    """A fresh code as printed: three groups of four signs."""
    signs = "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))
    return "-".join(signs[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def code_hash(code: str, email: str) -> str:
    """The keyed hash of a code, bound to the address it was issued for."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac(SALT, f"{email.lower()}:{signs}", algorithm="sha256").hexdigest()


def code_is_right(invitation: Invitation, code: str) -> bool:
    """True when the code is the one printed in the invitation's last letter."""
    return constant_time_compare(
        invitation.code_hash, code_hash(code, invitation.email)
    )


def token_of(invitation: Invitation) -> str:
    """The signed text of the invitation's link."""
    return signing.dumps([invitation.pk, invitation.code_hash[:16]], salt=SALT)


def invitation_link(token: str, language: str) -> str:
    """The whole address of an invitation, in its recipient's language."""
    with override(language):
        return settings.SITE_URL + reverse("invitation", args=[token])


def open_by_token(token: str) -> Opened:
    """What the link of a mail leads to."""
    hours = datetime.timedelta(hours=settings.INVITATION_HOURS)
    invitation = _read_token(token, None)
    if invitation is None:
        return Opened(None, "unknown")
    state = _state(invitation)
    if state == "open" and _read_token(token, hours) is None:
        state = "expired"
    return Opened(invitation, state)


def open_by_code(*, email: str, code: str) -> Opened:
    """What an address and the code of a letter lead to; wrong codes are counted."""
    waiting = Invitation.objects.filter(
        email__iexact=email, accepted_at__isnull=True, revoked_at__isnull=True
    )
    for invitation in waiting.filter(failed_codes__lt=MOST_FAILED_CODES):
        if code_is_right(invitation, code):
            return Opened(invitation, _state(invitation))
    _note_wrong_code(waiting.filter(failed_codes__lt=MOST_FAILED_CODES))
    return Opened(None, "unknown")


@transaction.atomic
def _note_wrong_code(waiting: InvitationQuerySet) -> None:
    """Count it; an address that nobody invited takes as long to refuse as any other."""
    found = list(waiting)
    for invitation in found or [Invitation()]:
        audit.refused(Act.INVITATION_CODE_WRONG, by=None, of=invitation)
    waiting.update(failed_codes=F("failed_codes") + 1)
    if not found:
        # Read in vain, as the entry of an invitation reads whose it is.
        Organisation.objects.first()


def _read_token(token: str, max_age: datetime.timedelta | None) -> Invitation | None:
    try:
        number, mark = signing.loads(token, salt=SALT, max_age=max_age)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = Invitation.objects.select_related("organisation", "recovers", "invited_by")
    invitation = found.filter(pk=number).first()
    if invitation is None or not invitation.code_hash.startswith(mark):
        return None
    return invitation


def _state(invitation: Invitation) -> str:
    if invitation.accepted_at is not None:
        return "used"
    if invitation.revoked_at is not None:
        return "revoked"
    return "open" if invitation.is_open else "expired"
