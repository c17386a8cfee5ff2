"""Two presses at one moment on PostgreSQL: nobody left headless, nothing asked twice."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connections

from network.choices import Role, TakeDownWhy
from network.models import Appointment, TakeDown, User
from network.services import people, takedowns
from network.services.people import appointments
from network.services.refusals import Refused
from tests.network import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # SQLite has one writer at a time.
    pytest.mark.only_on("postgresql"),
]


@pytest.fixture
def meeting():
    """Both go on together, or alone when the other waits its turn."""
    barrier = Barrier(2)

    def wait() -> None:
        with suppress(BrokenBarrierError):
            barrier.wait(2)

    return wait


def both(act, *given):
    def alone(one):
        try:
            return act(one)
        except Refused as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(alone, given))


@pytest.mark.parametrize("own", [True, False])
def test_an_association_keeps_an_administrator(meeting, monkeypatch, own):
    """Two administrators end their roles, or each other's, at the same moment."""
    association = factories.AssociationFactory()
    first, second = (
        factories.staff_of(association, Role.ADMINISTERS) for _two in range(2)
    )
    ends = {first: first if own else second, second: second if own else first}
    shared = appointments._is_shared

    def look(appointment):
        found = shared(appointment)
        meeting()
        return found

    monkeypatch.setattr(appointments, "_is_shared", look)

    def end(person):
        post = ends[person].appointments.get()
        people.end_appointment(appointment=post, by=person)
        return "ended"

    assert both(end, first, second).count("ended") == 1
    left = Appointment.objects.in_force().filter(organisation=association)
    assert left.count() == 1


def test_two_of_the_secretariat_do_not_close_each_other(meeting, monkeypatch):
    first, second = factories.secretariat_member(), factories.secretariat_member()
    # Both standings are read before either acts.
    assert first.standing.secretariat
    assert second.standing.secretariat
    record = appointments.audit.record

    def told(*args, **kwargs):
        meeting()
        return record(*args, **kwargs)

    monkeypatch.setattr(appointments.audit, "record", told)
    pairs = {first.pk: second, second.pk: first}

    def close(person):
        people.deactivate(person=pairs[person.pk], by=person)
        return "closed"

    assert sorted(both(close, first, second)) == ["closed", "role"]
    assert User.objects.filter(pk__in=pairs, is_active=True).count() == 1


def test_one_request_pressed_twice_is_one(meeting, monkeypatch):
    activity = factories.ApprovedActivityFactory()
    thing = takedowns.find_thing(f"activity-{activity.pk}")
    create = TakeDown.objects.create

    def made(**values):
        meeting()
        return create(**values)

    monkeypatch.setattr(TakeDown.objects, "create", made)

    def ask(words):
        return takedowns.ask_take_down(
            thing=thing, why=TakeDownWhy.ERROR, words=words
        ).pk

    assert len(set(both(ask, "lo mismo", "lo mismo"))) == 1
    assert TakeDown.objects.count() == 1
