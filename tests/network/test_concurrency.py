"""One form sent by an impatient thumb five times at the same moment."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from network.choices import ReviewState
from network.models import Activity
from tests.foundation import upload_samples as samples
from tests.network.factories import (
    ActivityKindFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 5


@pytest.fixture
def posted():
    return {
        "client_uuid": str(uuid.uuid4()),
        "kind": ActivityKindFactory().pk,
        "started_day": "27",
        "started_month": "3",
        "started_year": "2026",
        "place_name": "Colonia El Centro",
        "women": "18",
        "men": "0",
        "what_happened": "Torneo relámpago.",
        "action": "submit",
    }


def send_at_once(person, posted, *, photo: bytes = b""):
    """What the portal answers to each of the posts."""
    address, starting = reverse("network:quick_log"), Barrier(AT_ONCE)

    def send(client: Client):
        fields = dict(posted)
        if photo:
            fields |= {"photo": samples.upload(photo), "people_shown": "nobody"}
        starting.wait(30)
        try:
            return client.post(address, fields)
        finally:
            connections.close_all()

    clients = [Client() for _each in range(AT_ONCE)]
    for client in clients:
        client.force_login(person)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(send, clients))


@pytest.mark.parametrize("photo", [b"", samples.photo()], ids=["plain", "photo"])
def test_five_posts_make_one_activity_and_five_equal_answers(posted, photo, mailoutbox):
    town = reviewed_municipality()
    person = staff_of(town)
    answers = send_at_once(person, posted, photo=photo)
    activity = Activity.objects.get()
    assert [answer.status_code for answer in answers] == [302] * AT_ONCE
    confirmation = reverse("network:activity_sent", args=[activity.pk])
    assert {answer["Location"] for answer in answers} == {confirmation}
    assert activity.review_state == ReviewState.SUBMITTED
    assert activity.counts.count() == 2
    assert activity.steps.count() == 1
    assert activity.evidence.count() == (1 if photo else 0)


def test_five_drafts_are_one(posted):
    person = staff_of(reviewed_municipality())
    answers = send_at_once(person, {**posted, "action": "draft"})
    activity = Activity.objects.get()
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert activity.version == 1
