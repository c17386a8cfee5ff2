"""Who loses a role hears of it from the portal, and hears when it comes back."""

import datetime
import uuid

import pytest
from django.core import mail
from django.utils import timezone

from network.choices import Role
from network.services import people
from tests.background import work_off
from tests.network.factories import (
    AppointmentFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def boss(town):
    return staff_of(town, Role.COORDINATES)


@pytest.fixture
def clerk(town):
    return staff_of(town, email="sale@ejemplo.test")


def letters():
    work_off()
    found = [(each.to, each.subject, each.body) for each in mail.outbox]
    mail.outbox.clear()
    return found


def replace(town, boss, clerk, **more):
    held = frozenset({clerk.appointments.get().pk})
    return people.replace_staff(
        key=uuid.uuid4(), organisation=town, by=boss, seen=held, leaving=held,
        newcomers=[], **more,
    )[0]  # fmt: skip


def test_who_loses_a_role_hears_of_it_and_when_it_comes_back(town, boss, clerk):
    appointment = clerk.appointments.get()
    people.end_appointment(appointment=appointment, by=boss)
    ((to, subject, body),) = letters()
    assert to == [clerk.email]
    assert str(town) in subject
    assert "terminó hoy" in body
    people.end_appointment(appointment=appointment, by=boss)
    assert letters() == []
    people.restore_appointment(appointment=appointment, by=boss)
    ((to, _subject, body),) = letters()
    assert to == [clerk.email]
    assert "/es/espacio/" in body


def test_a_mail_goes_in_the_language_of_who_reads_it(town, boss, clerk):
    clerk.language = "en"
    clerk.save()
    people.end_appointment(appointment=clerk.appointments.get(), by=boss)
    ((_to, _subject, body),) = letters()
    assert "ended today" in body


def test_who_gives_up_a_role_is_told_nothing(town, boss):
    people.end_appointment(appointment=boss.appointments.get(), by=boss)
    assert letters() == []


def test_a_closed_account_is_told_nothing(town, boss, clerk):
    clerk.is_active = False
    clerk.save()
    people.end_appointment(appointment=clerk.appointments.get(), by=boss)
    assert letters() == []


def test_a_replaced_clerk_hears_until_which_day_the_role_holds(town, boss, clerk):
    last = timezone.localdate() + datetime.timedelta(days=30)
    done = replace(town, boss, clerk, last_day=last)
    ((to, subject, body),) = letters()
    assert to == [clerk.email]
    assert "terminará" in subject
    assert str(last.year) in body
    people.undo_replacement(replacement=done, by=boss)
    assert [to for to, _subject, _body in letters()] == [[clerk.email]]


def test_a_clerk_replaced_at_once_hears_it_once(town, boss, clerk):
    replace(town, boss, clerk)
    ((to, _subject, body),) = letters()
    assert to == [clerk.email]
    assert "terminó hoy" in body


def test_what_was_never_theirs_is_not_told_as_ended(town, boss):
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    for dates in (
        {"valid_from": today + day},
        {"valid_from": today - 9 * day, "valid_to": today - day},
        {"approved_at": None},
    ):
        appointment = AppointmentFactory(organisation=town, **dates)
        people.end_appointment(appointment=appointment, by=boss)
        assert letters() == []
