"""A role that was ended comes back as it was, for thirty days, by whoever may give it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import Act, Outcome, Role
from network.models import Appointment, AuditEntry
from network.services import people
from network.services.refusals import Refused
from tests.network import factories
from tests.network.desk import said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def boss(town):
    return factories.staff_of(town, Role.COORDINATES)


@pytest.fixture
def appointment(town):
    until = timezone.localdate() + datetime.timedelta(days=200)
    return factories.AppointmentFactory(organisation=town, valid_to=until)


def acts(of):
    rows = AuditEntry.objects.filter(
        record_kind="network.appointment", record_key=str(of.pk)
    )
    return list(rows.order_by("pk").values_list("act", "outcome"))


def dates(appointment):
    appointment.refresh_from_db()
    return appointment.valid_from, appointment.valid_to, appointment.ended_at


def test_a_role_comes_back_with_its_dates(town, boss, appointment):
    before = dates(appointment)
    people.end_appointment(appointment=appointment, by=boss, reason="Por error")
    assert not Appointment.objects.in_force().filter(pk=appointment.pk).exists()
    people.restore_appointment(appointment=appointment, by=boss)
    assert dates(appointment) == before
    assert appointment.ended_reason == ""
    assert Appointment.objects.in_force().filter(pk=appointment.pk).exists()
    assert acts(appointment) == [
        (Act.APPOINTMENT_ENDED, Outcome.DONE),
        (Act.APPOINTMENT_RESTORED, Outcome.DONE),
    ]
    people.restore_appointment(appointment=appointment, by=boss)
    assert len(acts(appointment)) == 2


def test_an_editor_edits_again(screen, secretariat):
    editor = factories.editor_of_the_portal()
    appointment = editor.appointments.get()
    people.end_appointment(appointment=appointment, by=secretariat)
    assert not editor.groups.exists()
    people.restore_appointment(appointment=appointment, by=secretariat)
    assert editor.groups.exists()


@pytest.mark.parametrize(
    ("why", "code"),
    [("late", "late"), ("again", "repeated"), ("over", "over"), ("own", "self")],
)
def test_what_cannot_come_back(town, boss, appointment, why, code):
    by = boss
    if why == "own":
        appointment = boss.appointments.get()
        by = factories.staff_of(town, Role.COORDINATES)
        people.end_appointment(appointment=appointment, by=by)
        factories.AppointmentFactory(
            person=boss,
            organisation=town.affiliations.get().association,
            role=Role.ADMINISTERS,
        )
        by = type(boss).objects.get(pk=boss.pk)
    else:
        people.end_appointment(appointment=appointment, by=boss)
    day = datetime.timedelta(days=1)
    if why == "late":
        ended = timezone.now() - 31 * day
        Appointment.objects.filter(pk=appointment.pk).update(ended_at=ended)
    elif why == "again":
        factories.AppointmentFactory(person=appointment.person, organisation=town)
    elif why == "over":
        gone = timezone.localdate() - day
        Appointment.history.filter(id=appointment.pk).update(valid_to=gone)
    appointment.refresh_from_db()
    with pytest.raises(Refused) as refused:
        people.restore_appointment(appointment=appointment, by=by)
    assert refused.value.code == code
    appointment.refresh_from_db()
    assert appointment.ended_at is not None
    assert acts(appointment)[-1] == (Act.APPOINTMENT_RESTORED, Outcome.REFUSED)


def test_nobody_else_puts_it_back(town, boss, appointment):
    people.end_appointment(appointment=appointment, by=boss)
    appointment.refresh_from_db()
    address = reverse("network:restore_appointment", args=[appointment.pk])
    for person in (
        factories.staff_of(town, Role.RECORDS),
        factories.staff_of(factories.reviewed_municipality(), Role.COORDINATES),
    ):
        with pytest.raises(Refused):
            people.restore_appointment(appointment=appointment, by=person)
        assert signed_in(person).post(address).status_code == 404
    appointment.refresh_from_db()
    assert appointment.ended_at is not None


def test_the_people_s_page_offers_it(town, boss, appointment):
    browser = signed_in(boss)
    end = reverse("network:end_appointment", args=[appointment.pk])
    assert str(appointment.person) in browser.get(end).content.decode()
    browser.post(end, {"reason": "Por error"})
    page = browser.get(reverse("network:organisation_people", args=[town.pk]))
    assert list(page.context["ended"]) == [appointment]
    address = reverse("network:restore_appointment", args=[appointment.pk])
    assert address in page.content.decode()
    answer = browser.post(address, follow=True)
    assert str(appointment.person) in said(answer)
    assert not answer.context["ended"]
    assert browser.get(address).status_code == 405
