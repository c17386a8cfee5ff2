"""Letters about a step of an activity: written once, after the step is kept."""

import json

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import delivery
from amuprev.foundation.models import OutgoingMail
from network import tasks
from network.choices import ReviewState, Role
from network.models import Told
from network.services import people, review
from tests.background import work_off
from tests.network.desk import signed_in
from tests.network.factories import ActivityFactory, reviewed_municipality, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def clerk(town):
    return staff_of(town)


@pytest.fixture
def reviewer(town):
    return staff_of(town.affiliations.get().association, Role.REVIEWS)


@pytest.fixture
def sent(town, clerk, reviewer):
    """An activity on its way to review; nobody has been told yet."""
    activity = ActivityFactory(owner=town, title_es="Taller de canarias")
    activity.writers.add(clerk)
    return review.submit_activity(activity=activity, by=clerk)


def addresses() -> list[str]:
    return [each.to[0] for each in mail.outbox]


def test_a_step_is_told_once_however_often_its_task_runs(sent, reviewer):
    work_off()
    step = sent.steps.get()
    assert tasks.tell_of_step.call(step.pk) == 0
    assert addresses() == [reviewer.email]


def test_a_step_that_is_undone_is_told_to_nobody(town, clerk, reviewer):
    activity = ActivityFactory(owner=town)
    with transaction.atomic():
        review.submit_activity(activity=activity, by=clerk)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()
    assert addresses() == []


def test_a_task_that_fails_half_way_has_told_nobody(sent, reviewer, monkeypatch):
    other = staff_of(sent.owner.affiliations.get().association, Role.ADMINISTERS)
    write_to = tasks.letters.write_to

    def fail_on_the_second(person, *args, **kwargs):
        if person == other:
            raise ZeroDivisionError
        write_to(person, *args, **kwargs)

    step = sent.steps.get()
    with monkeypatch.context() as patch:
        patch.setattr(tasks.letters, "write_to", fail_on_the_second)
        with pytest.raises(ZeroDivisionError):
            tasks.tell_of_step.call(step.pk)
    assert not Told.objects.exists()
    work_off()
    assert sorted(addresses()) == sorted([reviewer.email, other.email])


def test_reviewers_are_not_called_to_what_was_decided_meanwhile(sent, clerk, reviewer):
    review.return_activity(activity=sent, by=reviewer, note="¿Cuántas mujeres?")
    assert addresses() == [clerk.email]
    assert "¿Cuántas mujeres?" in mail.outbox[0].body


def test_a_letter_carries_the_note_of_its_own_step(sent, clerk, reviewer):
    review.return_activity(activity=sent, by=reviewer, note="La primera nota")
    sent.refresh_from_db()
    review.submit_activity(activity=sent, by=clerk)
    sent.refresh_from_db()
    review.return_activity(activity=sent, by=reviewer, note="La segunda nota")
    bodies = [each.body for each in mail.outbox if each.to == [clerk.email]]
    assert len(bodies) == 2
    assert sum("La primera nota" in body for body in bodies) == 1
    assert sum("La segunda nota" in body for body in bodies) == 1


def test_who_left_hears_no_more_of_it(sent, clerk, reviewer):
    """Their colleagues do: title and note belong to the town hall."""
    colleague = staff_of(sent.owner)
    sent.writers.add(colleague)
    boss = staff_of(sent.owner, Role.COORDINATES)
    people.end_appointment(appointment=clerk.appointments.get(), by=boss)
    work_off()
    mail.outbox.clear()
    review.return_activity(activity=sent, by=reviewer, note="La nota")
    work_off()
    assert addresses() == [colleague.email]


def test_when_all_writers_left_those_who_write_there_now_hear_of_it(
    sent, clerk, reviewer
):
    boss = staff_of(sent.owner, Role.COORDINATES)
    staff_of(sent.owner, Role.READS)
    people.end_appointment(appointment=clerk.appointments.get(), by=boss)
    work_off()
    mail.outbox.clear()
    review.return_activity(activity=sent, by=reviewer, note="La nota")
    work_off()
    assert addresses() == [boss.email]


def test_hiding_and_taking_back_tell_nobody(sent, clerk, reviewer):
    review.approve_activity(activity=sent, by=reviewer)
    work_off()
    mail.outbox.clear()
    review.hide_activity(activity=sent, by=reviewer)
    review.show_activity(activity=sent, by=reviewer)
    review.withdraw_activity(activity=sent, by=reviewer)
    assert addresses() == [clerk.email]
    review.reopen_activity(activity=sent, by=clerk)
    assert addresses() == [clerk.email]
    assert sent.steps.last().to_state == ReviewState.DRAFT


def test_rows_of_tasks_hold_keys_only(sent):
    people.invite(
        email="nueva@ejemplo.test",
        name="Nueva",
        organisation=sent.owner,
        role=Role.RECORDS,
        by=staff_of(sent.owner, Role.COORDINATES),
    )
    work_off()
    for task in DBTaskResult.objects.all():
        assert all(isinstance(each, int) for each in task.args_kwargs["args"])
        assert task.args_kwargs["kwargs"] == {}
        kept = json.dumps([task.return_value, task.traceback])
        assert "@" not in kept
        assert "canarias" not in kept


def test_an_invitation_that_is_undone_is_not_mailed(town):
    with transaction.atomic():
        people.invite(
            email="nueva@ejemplo.test",
            name="Nueva",
            organisation=town,
            role=Role.RECORDS,
            by=staff_of(town, Role.COORDINATES),
        )
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()
    assert addresses() == []


def test_work_goes_on_while_mail_server_and_worker_are_down(town, reviewer, settings):
    """R19: the log takes and approves; what was to be told is told once, later."""
    settings.MAIL_DELIVERY_BACKEND = ""
    clerk, other = signed_in(staff_of(town)), signed_in(reviewer)
    activity = ActivityFactory(owner=town)
    sent = clerk.post(reverse("network:activity_submit", args=[activity.pk]))
    assert sent.status_code == 302
    page = other.get(reverse("network:review_activity", args=[activity.pk]))
    assert page.status_code == 200
    work_off()
    assert OutgoingMail.objects.get().state == OutgoingMail.State.WAITING
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutgoingMail.objects.update(next_try_at=timezone.now())
    assert delivery.deliver_waiting() == 1
    assert delivery.deliver_waiting() == 0
    assert addresses() == [reviewer.email]
