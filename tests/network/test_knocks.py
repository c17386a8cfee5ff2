"""How often a public form may be sent: an hour is an hour, whichever cache counts."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection

from network import tries
from network.knocks import too_many_for

pytestmark = pytest.mark.django_db

IN_A_TABLE = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}


@pytest.fixture(autouse=True)
def counted_in_a_table(settings):
    settings.CACHES = IN_A_TABLE
    call_command("createcachetable", verbosity=0)


def pass_time(minutes: int, monkeypatch) -> None:
    """What the table keeps is older by so many minutes, and so is what was counted."""
    earlier = datetime.timedelta(minutes=minutes)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, expires FROM portal_cache")
        for key, expires in cursor.fetchall():
            moment = expires
            if isinstance(moment, str):
                moment = datetime.datetime.fromisoformat(moment)
            cursor.execute(
                "UPDATE portal_cache SET expires = %s WHERE cache_key = %s",
                [connection.ops.adapt_datetimefield_value(moment - earlier), key],
            )
    later = tries.time.time() + earlier.total_seconds()
    monkeypatch.setattr(tries.time, "time", lambda: later)


def test_ten_minutes_later_nothing_is_forgotten_and_after_an_hour_all_is(monkeypatch):
    assert [too_many_for("ask", "asoc", 2) for _knock in range(3)] == [
        False,
        False,
        True,
    ]
    with monkeypatch.context() as clock:
        pass_time(10, clock)
        assert too_many_for("ask", "asoc", 2)
        assert not too_many_for("ask", "otra", 2)
    with monkeypatch.context() as clock:
        pass_time(61, clock)
        assert not too_many_for("ask", "asoc", 2)


def test_who_tries_again_and_again_waits_no_longer_for_it(monkeypatch):
    begun = tries.time.time()
    assert not too_many_for("ask", "asoc", 1)
    for minutes in (20, 40, 59):
        monkeypatch.setattr(tries.time, "time", lambda at=begun + minutes * 60: at)
        assert too_many_for("ask", "asoc", 1)
    monkeypatch.setattr(tries.time, "time", lambda: begun + 61 * 60)
    assert not too_many_for("ask", "asoc", 1)
