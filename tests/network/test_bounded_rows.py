"""Whoever asks for thousands of rows gets no page of thousands."""

from http import HTTPStatus

import pytest
from django.urls import reverse
from lxml import html

from network.forms.partners import MOST_PARTNERS
from tests.experiences.factories import ExperienceFactory
from tests.network.desk import signed_in
from tests.network.factories import ActivityFactory, reviewed_municipality, staff_of

pytestmark = pytest.mark.django_db


def asked_for(many: int, **typed) -> dict:
    return {"version": 1, "form-TOTAL_FORMS": many, "form-INITIAL_FORMS": 0, **typed}


def test_partners_beyond_what_fits_come_back_with_one_sentence():
    town = reviewed_municipality()
    activity = ActivityFactory(owner=town)
    desk = signed_in(staff_of(town))
    address = reverse("network:activity_partners", args=[activity.pk])
    typed = {
        f"form-{number}-{name}": value
        for number in range(MOST_PARTNERS + 1)
        for name, value in (("kind", "community"), ("name", f"Grupo {number}"))
    }
    answer = desk.post(address, asked_for(2_000, **typed))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told = answer.content.decode()
    assert f"caben como máximo {MOST_PARTNERS}" in told
    assert f"Grupo {MOST_PARTNERS}" in told
    rows = html.fromstring(told).xpath("//fieldset[@class='group']")
    assert len(rows) <= 2 * MOST_PARTNERS
    assert not activity.partners.exists()


def test_rows_of_an_experience_are_bounded_too():
    draft = ExperienceFactory()
    address = reverse("experiences:section", args=[draft.pk, "partners"])
    sent = {"rows-TOTAL_FORMS": 2_000, "rows-INITIAL_FORMS": 0}
    answer = signed_in(staff_of(draft.owner)).post(address, sent)
    assert len(answer.content) < 600_000
