"""What people are told when the disk is full, and what they are not told."""

import errno
import sqlite3

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from amuprev.no_room import cannot_save
from network import tries
from network.services import activities
from tests.network.desk import signed_in
from tests.network.factories import (
    PASSWORD,
    ActivityKindFactory,
    UserFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


def sqlite_fault(code: int) -> sqlite3.OperationalError:
    fault = sqlite3.OperationalError("database or disk is full")
    fault.sqlite_errorcode = code
    return fault


def wrapped(cause: BaseException) -> OperationalError:
    """As Django hands over what a driver raised."""
    fault = OperationalError("database or disk is full")
    fault.__cause__ = cause
    return fault


NO_ROOM = [
    wrapped(sqlite_fault(sqlite3.SQLITE_FULL)),
    wrapped(sqlite_fault(sqlite3.SQLITE_IOERR_WRITE)),
    wrapped(sqlite_fault(sqlite3.SQLITE_READONLY)),
    wrapped(psycopg.errors.DiskFull()),
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EDQUOT, "Disk quota exceeded"),
]
OTHERS = [
    None,
    ValueError("database or disk is full"),
    wrapped(sqlite_fault(sqlite3.SQLITE_BUSY)),
    wrapped(psycopg.errors.UniqueViolation()),
    OSError(errno.ENOENT, "No such file"),
]


@pytest.mark.parametrize("fault", NO_ROOM, ids=lambda fault: repr(fault.__cause__))
def test_a_full_disk_is_told_from_other_faults(fault):
    assert cannot_save(fault)


@pytest.mark.parametrize("fault", OTHERS, ids=repr)
def test_other_faults_are_not_taken_for_it(fault):
    assert not cannot_save(fault)


@pytest.fixture
def clerk():
    client = signed_in(staff_of(reviewed_municipality()))
    client.raise_request_exception = False
    return client


@pytest.fixture
def full(monkeypatch):
    """Every activity that is begun meets a full disk."""

    def fail(*args, **kwargs):
        raise NO_ROOM[0]

    monkeypatch.setattr(activities, "_write", fail)


def typed(**more) -> dict:
    return {
        "client_uuid": "11111111-2222-4333-8444-555555555555",
        "kind": ActivityKindFactory().pk,
        "what_happened": "Veinte jóvenes <b>conversaron</b> en la casa comunal.",
        "action": "submit",
        **more,
    }


def test_what_was_typed_stays_on_the_page(clerk, full):
    answer = clerk.post(reverse("network:quick_log"), typed())
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    assert text.count("Veinte jóvenes &lt;b&gt;conversaron&lt;/b&gt;") == 2
    assert f'action="{reverse("network:quick_log")}"' in text
    assert 'name="client_uuid" value="11111111-' in text
    assert "database or disk" not in text


def test_a_script_gets_one_sentence(clerk, full):
    answer = clerk.post(
        reverse("network:quick_log"),
        typed(autosave="1"),
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 503
    assert set(answer.json()) == {"message"}


def test_another_fault_is_still_the_portals_own(clerk, monkeypatch):
    def fail(*args, **kwargs):
        raise OTHERS[1]

    monkeypatch.setattr(activities, "_write", fail)
    answer = clerk.post(reverse("network:quick_log"), typed())
    assert answer.status_code == 500
    assert "Algo falló en el portal" in answer.content.decode()


def test_a_page_is_read_though_the_visit_cannot_be_noted(clerk, monkeypatch):
    def fail(*args, **kwargs):
        raise NO_ROOM[0]

    session = clerk.session
    session["changed"] = True
    session.save()
    monkeypatch.setattr(SessionStore, "save", fail)
    monkeypatch.setattr("network.session_limits.Sitting.is_old_news", lambda *_: True)
    assert clerk.get(reverse("workspace:home")).status_code == 200
    # What is sent is another matter.
    assert clerk.post(reverse("network:quick_log"), typed()).status_code == 503


def test_signing_in_without_room_is_not_taken_for_guessing(monkeypatch):
    person = UserFactory()
    monkeypatch.setattr(cache, "add", lambda *args, **kwargs: False)
    monkeypatch.setattr(tries, "LOCK_PATIENCE", 0)
    client = Client(raise_request_exception=False)
    fields = {"login": person.email, "password": PASSWORD}
    answer = client.post(reverse("account_login"), fields)
    assert answer.status_code == 503
    assert PASSWORD not in answer.content.decode()
