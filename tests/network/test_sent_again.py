"""Forms sent twice, five at once, a day later, after signing out or deleting (R6)."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.admin.adding import AddsOnce
from network.choices import Role
from network.models import Invitation, Milestone, PreparedFile, TakeDown, Theme
from network.services.deletions import delete_record
from tests.network import factories
from tests.network.desk import signed_in
from tests.page_forms import forms_of
from tests.public_pages import plant_pages

AT_ONCE = 5
ADD = "/admin/network/milestone/add/"


def at_once(clients, address, fields):
    """What the portal answers to the same form sent by all of them at one moment."""
    starting = Barrier(len(clients))

    def send(client):
        starting.wait(30)
        try:
            return client.post(address, fields)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(send, clients))


def opened(client, address, key="form_key"):
    answer = client.get(address)
    return next(each for each in forms_of(answer, address) if key in each.values)


def a_milestone(client, **more):
    day = {"started": "2013-05-01", "date_precision": "day"}
    return opened(client, ADD).sent(title_es="Hito", **day, **more)


@pytest.mark.django_db
def test_every_screen_that_adds_a_record_adds_it_once():
    without = [
        model._meta.model_name
        for model, screen in admin.site._registry.items()
        if model._meta.app_label == "network"
        and not isinstance(screen, AddsOnce)
        and getattr(screen.has_add_permission, "__func__", None)
        is admin.ModelAdmin.has_add_permission
        and model is not Invitation
    ]
    assert without == []


@pytest.mark.django_db
def test_a_record_of_the_secretariat_is_added_once(screen, secretariat):
    sent = a_milestone(screen)
    first = screen.post(ADD, sent)
    made = Milestone.objects.get()
    change = reverse("admin:network_milestone_change", args=[made.pk])
    assert first.status_code == 302
    LogEntry.objects.update(action_time=timezone.now() - datetime.timedelta(days=1))
    screen.logout()
    for client in (screen, signed_in(secretariat)):
        client.force_login(secretariat)
        assert client.post(ADD, sent)["Location"] == change
    other = screen.post(ADD, {**sent, "title_es": "Otro hito"})
    assert other.status_code == 409
    assert "Otro hito" in other.content.decode()
    assert Milestone.objects.get().title_es == "Hito"
    delete_record(record=made, by=secretariat)
    gone = screen.post(ADD, sent, follow=True)
    assert "Hito" in gone.content.decode()
    assert not Milestone.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_five_copies_at_once_add_one_record():
    person = factories.secretariat_member()
    sent = a_milestone(signed_in(person))
    answers = at_once([signed_in(person) for _copy in range(AT_ONCE)], ADD, sent)
    assert Milestone.objects.count() == 1
    assert {answer.status_code for answer in answers} == {302}


@pytest.mark.django_db
def test_two_forms_with_the_same_content_are_two_records(screen):
    for key in ("paz", "otra-paz"):
        address = reverse("admin:network_theme_add")
        form = opened(screen, address)
        fields = {"key": key, "name_es": "Paz", "position": "1"}
        assert screen.post(address, form.sent(**fields)).status_code == 302
    assert Theme.objects.count() == 2


@pytest.fixture
def town(db):
    return factories.reviewed_municipality()


OFFER = {
    "email": "nueva@ejemplo.test",
    "name": "Nora",
    "role": Role.READS,
    "position": "",
}


def test_an_invitation_is_one_and_its_copies_lead_to_it(town):
    boss = signed_in(factories.staff_of(town, Role.COORDINATES))
    address = reverse("network:invite", args=[town.pk])
    sent = {**OFFER, "language": "es"}
    assert boss.post(address, sent).status_code == 200
    made = Invitation.objects.get()
    again = boss.post(address, sent)
    assert again["Location"] == reverse("network:invitation_letter", args=[made.pk])
    other = boss.post(address, {**sent, "name": "Otra"})
    assert "ya tiene una invitación" in other.content.decode()
    assert Invitation.objects.get().name == "Nora"


@pytest.mark.django_db(transaction=True)
def test_five_invitations_at_once_are_one():
    town = factories.reviewed_municipality()
    person = factories.staff_of(town, Role.COORDINATES)
    address = reverse("network:invite", args=[town.pk])
    clients = [signed_in(person) for _copy in range(AT_ONCE)]
    answers = at_once(clients, address, {**OFFER, "language": "es"})
    assert Invitation.objects.count() == 1
    assert {answer.status_code for answer in answers} <= {200, 302}


@pytest.mark.django_db(transaction=True)
def test_a_request_to_take_something_down_is_one():
    plant_pages()
    activity = factories.ApprovedActivityFactory(
        owner=factories.reviewed_municipality()
    )
    sent = {"of": f"activity-{activity.pk}", "why": "myself", "words": "Se me ve"}
    address = reverse("take_down")
    answers = at_once([Client() for _copy in range(AT_ONCE)], address, sent)
    assert TakeDown.objects.count() == 1
    assert {answer.status_code for answer in answers} == {302}
    TakeDown.objects.update(asked_at=timezone.now() - datetime.timedelta(days=3))
    assert Client().post(address, sent).status_code == 302
    assert TakeDown.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_asked_for_five_times_is_one():
    person = factories.staff_of(factories.reviewed_municipality())
    address = reverse("network:activities_prepare")
    clients = [signed_in(person) for _copy in range(AT_ONCE)]
    answers = at_once(clients, address, {})
    assert PreparedFile.objects.count() == 1
    assert {answer.status_code for answer in answers} == {302}
