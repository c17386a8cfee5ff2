"""Work that came back is not sent again as it was without a question."""

import pytest
from django.urls import reverse

from network.choices import ReviewState, Role
from network.services import review
from tests.network.desk import signed_in
from tests.network.factories import (
    ActivityFactory,
    reviewed_municipality,
    staff_of,
)
from tests.network.photos import attach

pytestmark = pytest.mark.django_db
NOTE = "¿Cuántas mujeres participaron?"


@pytest.fixture
def clerk():
    return staff_of(reviewed_municipality())


@pytest.fixture
def returned(clerk):
    town = clerk.appointments.get().organisation
    reviewer = staff_of(town.affiliations.get().association, Role.REVIEWS)
    activity = ActivityFactory(owner=town)
    activity.writers.add(clerk)
    activity = review.submit_activity(activity=activity, by=clerk)
    return review.return_activity(activity=activity, by=reviewer, note=NOTE)


def send(clerk, activity, **data):
    activity.refresh_from_db()
    address = reverse("network:activity_submit", args=[activity.pk])
    answer = signed_in(clerk).post(address, data)
    activity.refresh_from_db()
    return answer


def test_what_the_review_asked_is_shown_again_and_may_be_sent_all_the_same(
    clerk, returned
):
    answer = send(clerk, returned)
    assert NOTE in answer.content.decode()
    assert "No se ha cambiado nada" in answer.content.decode()
    assert returned.review_state == ReviewState.RETURNED
    send(clerk, returned, looked=returned.version)
    assert returned.review_state == ReviewState.SUBMITTED


def test_what_was_changed_goes_at_once(clerk, returned):
    address = reverse("network:activity_section", args=[returned.pk, "results"])
    said = {"version": returned.version, "what_happened_es": "Fueron 20 mujeres"}
    answer = signed_in(clerk).post(address, said)
    assert answer.status_code == 302, answer.content.decode()
    send(clerk, returned)
    assert returned.review_state == ReviewState.SUBMITTED


def test_a_photo_is_an_answer_too(clerk, returned):
    attach(returned, clerk)
    send(clerk, returned)
    assert returned.review_state == ReviewState.SUBMITTED
