"""What is late or ends soon is told once, to whoever can act on it."""

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from network.choices import Act, Outcome, ReviewState, Role, Telling
from network.models import AuditEntry, Told
from network.services import people, reminders
from tests.network.factories import (
    ActivityFactory,
    AppointmentFactory,
    AssociationFactory,
    MunicipalityFactory,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def association():
    return AssociationFactory()


@pytest.fixture
def town(association):
    return reviewed_municipality(association)


@pytest.fixture
def reviewer(association):
    return staff_of(association, Role.REVIEWS)


def overdue(owner, days=11, **more):
    return ActivityFactory(
        owner=owner,
        review_state=ReviewState.SUBMITTED,
        submitted_at=timezone.now() - days * DAY,
        **more,
    )


def sent_to(person):
    return [each for each in mail.outbox if each.to == [person.email]]


def test_one_letter_for_all_that_is_overdue_and_none_the_second_time(town, reviewer):
    for title in ("Taller uno", "Taller dos"):
        overdue(town, title_es=title)
    overdue(town, days=9, title_es="Taller reciente")
    assert reminders.remind_of_overdue_reviews() == 1
    assert reminders.remind_of_overdue_reviews() == 0
    (letter,) = mail.outbox
    assert letter.to == [reviewer.email]
    assert "Taller uno" in letter.body
    assert "Taller dos" in letter.body
    assert "Taller reciente" not in letter.body
    assert "/es/espacio/revision/" in letter.body


def test_each_reviewer_reads_only_of_what_they_may_review(town, reviewer):
    stranger = staff_of(AssociationFactory(), Role.REVIEWS)
    both = staff_of(town.affiliations.get().association, Role.ADMINISTERS)
    activity = overdue(town)
    activity.writers.add(both)
    assert reminders.remind_of_overdue_reviews() == 1
    assert sent_to(stranger) == sent_to(both) == []
    assert len(sent_to(reviewer)) == 1


def test_what_is_sent_again_and_waits_again_is_told_again(town, reviewer):
    activity = overdue(town)
    reminders.remind_of_overdue_reviews()
    activity.submitted_at += DAY / 2
    activity.save()
    assert reminders.remind_of_overdue_reviews() == 1


def test_what_nobody_can_review_is_told_when_somebody_can():
    overdue(MunicipalityFactory())
    assert reminders.remind_of_overdue_reviews() == 0
    assert not Told.objects.exists()


def test_letters_are_in_the_reader_s_language(town, association):
    reader = staff_of(association, Role.REVIEWS, language="en")
    overdue(town)
    reminders.remind_of_overdue_reviews()
    (letter,) = sent_to(reader)
    assert letter.subject == "1 activity has waited too long for your review"
    assert "/en/workspace/review/" in letter.body


def ending(organisation, days=20, **more):
    return AppointmentFactory(
        organisation=organisation,
        valid_from=timezone.localdate() - 300 * DAY,
        valid_to=timezone.localdate() + days * DAY,
        **more,
    )


def test_managers_are_told_once_of_appointments_that_end(town, association):
    coordinator = staff_of(town, Role.COORDINATES)
    administrator = staff_of(association, Role.ADMINISTERS)
    neighbour = staff_of(reviewed_municipality(), Role.COORDINATES)
    first, second = ending(town), ending(town, days=5)
    ending(town, days=40)
    assert reminders.remind_of_ending_appointments() == 2
    assert reminders.remind_of_ending_appointments() == 0
    for person in (coordinator, administrator):
        (letter,) = sent_to(person)
        assert first.person.name in letter.body
        assert second.person.name in letter.body
    assert sent_to(neighbour) == []


def test_an_end_that_was_put_off_is_told_again(town):
    staff_of(town, Role.COORDINATES)
    appointment = ending(town)
    reminders.remind_of_ending_appointments()
    appointment.valid_to += 2 * DAY
    appointment.save()
    assert reminders.remind_of_ending_appointments() == 1


def test_whoever_invited_is_told_once_that_the_letter_lapses(town):
    coordinator = staff_of(town, Role.COORDINATES)
    invitation, _token, _code = people.invite(
        email="nueva@ejemplo.test",
        name="Nueva",
        organisation=town,
        role=Role.RECORDS,
        by=coordinator,
    )
    assert reminders.remind_of_expiring_invitations() == 0
    invitation.expires_at = timezone.now() + 2 * DAY
    invitation.save()
    assert reminders.remind_of_expiring_invitations() == 1
    assert reminders.remind_of_expiring_invitations() == 0
    (letter,) = sent_to(coordinator)
    assert "nueva@ejemplo.test" in letter.body


def test_whoever_may_no_longer_invite_is_not_told(town):
    coordinator = staff_of(town, Role.COORDINATES)
    invitation, _token, _code = people.invite(
        email="nueva@ejemplo.test",
        name="Nueva",
        organisation=town,
        role=Role.RECORDS,
        by=coordinator,
    )
    invitation.expires_at = timezone.now() + 2 * DAY
    invitation.save()
    coordinator.appointments.update(ended_at=timezone.now())
    assert reminders.remind_of_expiring_invitations() == 0
    assert sent_to(coordinator) == []


def test_an_appointment_that_reached_its_end_is_recorded_once(town):
    lapsed = ending(town, days=-1)
    ending(town, days=0)
    assert reminders.record_lapsed_appointments() == 1
    assert reminders.record_lapsed_appointments() == 0
    entry = AuditEntry.objects.get(act=Act.MEMBERSHIP_LAPSED)
    assert entry.record_key == str(lapsed.pk)
    assert (entry.actor, entry.outcome, entry.owner) == (None, Outcome.DONE, town)
    assert entry.details["held"] == lapsed.role


def test_what_somebody_ended_has_not_lapsed(town):
    boss = secretariat_member()
    appointment = ending(town)
    people.end_appointment(appointment=appointment, by=boss)
    appointment.refresh_from_db()
    appointment.valid_to = timezone.localdate() - 3 * DAY
    appointment.save()
    assert reminders.record_lapsed_appointments() == 0


def test_an_appointment_that_was_prolonged_lapses_again(town):
    appointment = ending(town, days=-1)
    AuditEntry.objects.create(
        act=Act.MEMBERSHIP_LAPSED,
        record_kind="network.appointment",
        record_key=str(appointment.pk),
        at=timezone.now() - 100 * DAY,
    )
    assert reminders.record_lapsed_appointments() == 1
    assert reminders.record_lapsed_appointments() == 0


def test_steps_are_forgotten_after_a_month_and_the_rest_after_a_year():
    for kind in (Telling.STEP, Telling.REVIEW_OVERDUE):
        for days in (10, 40, 400):
            Told.objects.create(
                kind=kind, key=str(days), at=timezone.now() - days * DAY
            )
    assert reminders.forget_told() == 3
    assert set(Told.objects.values_list("kind", "key")) == {
        ("step", "10"),
        ("review.overdue", "10"),
        ("review.overdue", "40"),
    }
