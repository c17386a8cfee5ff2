"""Verbs of sessions: ending one that reached its limit, ending all of a person's."""

from collections.abc import Iterable
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from network.choices import Act
from network.models import User
from network.services import audit


@transaction.atomic
def expire_session(*, session: Any, person: User, limit: str) -> bool:
    """End a session that passed a limit; true for whoever ended it, of several at once."""
    key = session.session_key
    ended, _rows = Session.objects.filter(session_key=key).delete()
    UserSession.objects.filter(session_key=key).delete()
    session.flush()
    if ended:
        audit.record(Act.SESSION_EXPIRED, by=person, of=person, limit=limit)
    return bool(ended)


@transaction.atomic
def end_sessions_of(*, people: Iterable[User], but: str = "") -> int:
    """End every session of these people but the one with this key; how many there were.

    A stored session names its person only inside, so each one is read: signing in
    leads through several doors, and a list kept beside could miss one.
    """
    wanted = {str(person.pk) for person in people}
    if not wanted:
        return 0
    running = Session.objects.filter(expire_date__gt=timezone.now()).iterator()
    keys = [
        each.session_key
        for each in running
        if each.session_key != but and each.get_decoded().get(SESSION_KEY) in wanted
    ]
    UserSession.objects.filter(session_key__in=keys).delete()
    return Session.objects.filter(session_key__in=keys).delete()[0]


@transaction.atomic
def forget_ended() -> int:
    """Delete the rows of sessions whose time is over, whoever left them; how many."""
    ended, _rows = Session.objects.filter(expire_date__lte=timezone.now()).delete()
    running = Session.objects.values("session_key")
    UserSession.objects.exclude(session_key__in=running).delete()
    return ended
