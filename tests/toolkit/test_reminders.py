"""Agreements whose day has passed are told once a month, to who keeps them."""

import datetime
from unittest import mock

import pytest
from django.core import mail
from django.utils import timezone

from network.choices import Role
from tests.background import work_off
from tests.network.factories import staff_of
from tests.toolkit.factories import BodyFactory, MeetingFactory, days_ago, reviewed_town
from toolkit.models import Agreement
from toolkit.services.reminders import remind_of_agreements

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    town, _clerk, _reviewer = reviewed_town()
    staff_of(town, Role.READS)
    body = BodyFactory(organisation=town)
    meeting = MeetingFactory(body=body, held_on=days_ago(60))
    for text, due, state in (
        ("Pintar el parque & la cancha", days_ago(2), "open"),
        ("Abrir la escuela", days_ago(-4), "open"),
        ("Cambiar las luminarias", days_ago(5), "met"),
    ):
        meeting.agreements.create(
            text=text,
            responsible="Obras públicas, jefatura",
            agreed_on=meeting.held_on,
            due=due,
            state=state,
            settled_on=due if state == "met" else None,
        )
    return town


def test_what_is_late_is_told_once_to_who_keeps_it(town):
    assert remind_of_agreements() == 1
    work_off()
    assert remind_of_agreements() == 0
    (letter,) = mail.outbox
    assert "Pintar el parque & la cancha" in letter.body
    assert str(town) in letter.subject
    for other in ("Abrir la escuela", "Cambiar las luminarias"):
        assert other not in letter.body


def test_it_is_told_again_after_a_month_and_no_more_once_it_is_met(town):
    remind_of_agreements()
    later = timezone.localdate() + datetime.timedelta(days=31)
    with mock.patch.object(timezone, "localdate", return_value=later):
        assert remind_of_agreements() == 1
        Agreement.objects.update(state="met", settled_on=later)
        assert remind_of_agreements() == 0
