"""Verbs of the door: what the audit trail is told of sign-ins and of tries."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network import letters, tasks
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.services.sessions import end_sessions_of


def note_signed_in(*, person: User, how: str) -> None:
    """Somebody came in, by these steps."""
    audit.record(Act.SIGNED_IN, by=person, of=person, how=how)


def note_signed_out(*, person: User) -> None:
    """Somebody left."""
    audit.record(Act.SIGNED_OUT, by=person, of=person)


def note_failed(*, email: str) -> None:
    """A wrong password; what was typed is kept nowhere, known address or not."""
    person = _known(email)
    audit.refused(
        Act.SIGN_IN_FAILED,
        by=None,
        # Nobody's entry takes as long to write as anybody's.
        of=person or User(),
        code="wrong" if person else "unknown",
    )


def note_slowed(*, account: str) -> None:
    """Somebody tried so often that they must wait; told once for each wait.

    To the owner too, when it was the second step.
    """
    door, _colon, whose = account.partition(":")
    coded = door == "code"
    person = User.objects.filter(pk=whose).first() if coded else _known(whose)
    audit.refused(Act.SIGN_IN_SLOWED, by=None, of=person, door=door)
    if coded and person is not None:
        # Nobody comes to the second step without the password.
        link = letters.link("account_reset_password", language=person.language)
        letters.write_to(person, "password_known", password_link=link)


@transaction.atomic
def ask_for_new_password(*, person: User | None) -> None:
    """Send a link to whoever has the address, if anybody does: the same work for both."""
    # Nobody's entry takes as long to write as anybody's.
    audit.record(Act.PASSWORD_ASKED, by=None, of=person or User())
    tasks.mail_password_link.enqueue(person.pk if person else 0)


def note_own(act: Act, *, person: User, **details: Any) -> None:
    """Somebody changed something of their own door."""
    audit.record(act, by=person, of=person, **details)


@transaction.atomic
def end_own_session(*, person: User, session: UserSession) -> bool:
    """End one of one's own sessions; true when it was still open."""
    if session.user_id != person.pk:
        raise Refused(_("This session is not yours."), code="other")
    closed, _kinds = Session.objects.filter(session_key=session.session_key).delete()
    session.delete()
    if closed:
        audit.record(Act.SESSION_ENDED, by=person, of=person, count=closed)
    return bool(closed)


@transaction.atomic
def end_other_sessions(*, person: User, key: str) -> int:
    """End every session of the person's but the one with this key; how many."""
    closed = end_sessions_of(people=[person], but=key)
    if closed:
        audit.record(Act.SESSION_ENDED, by=person, of=person, count=closed)
    return closed


def _known(email: str) -> User | None:
    return User.objects.filter(email=email.strip().lower()).first()
