"""Verbs of sessions, where several may act at once."""

import datetime

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from network.choices import Act
from network.models import AuditEntry
from network.services.sessions import end_sessions_of, expire_session, forget_ended
from tests.network.desk import signed_in
from tests.network.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_two_requests_that_find_one_session_over_are_one_ending():
    person = UserFactory()
    first = SessionStore(signed_in(person).session.session_key)
    second = SessionStore(first.session_key)
    assert first[SESSION_KEY] == second[SESSION_KEY] == str(person.pk)
    ended = [
        expire_session(session=each, person=person, limit="idle")
        for each in (first, second)
    ]
    assert ended == [True, False]
    assert AuditEntry.objects.filter(act=Act.SESSION_EXPIRED).count() == 1
    assert first.is_empty()
    assert second.is_empty()


def test_all_sessions_of_some_people_end_and_nobody_elses():
    goes, stays = UserFactory(), UserFactory()
    keys = [signed_in(goes).session.session_key for _twice in range(2)]
    other = signed_in(stays).session.session_key
    assert end_sessions_of(people=[goes]) == 2
    assert not Session.objects.filter(session_key__in=keys).exists()
    assert Session.objects.filter(session_key=other).exists()
    assert end_sessions_of(people=[]) == 0


def test_what_ended_long_ago_is_swept_and_what_runs_stays():
    over = signed_in(UserFactory()).session.session_key
    runs = signed_in(UserFactory()).session.session_key
    yesterday = timezone.now() - datetime.timedelta(days=1)
    Session.objects.filter(session_key=over).update(expire_date=yesterday)
    assert forget_ended() == 1
    assert Session.objects.get().session_key == runs
    assert forget_ended() == 0
