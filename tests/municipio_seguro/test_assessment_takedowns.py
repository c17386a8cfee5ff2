"""A published assessment taken down and shown again: its requests follow."""

import pytest
from django.core.cache import cache

from municipio_seguro.services import publishing
from network.choices import TakeDownOutcome, TakeDownWhy
from network.services import takedowns
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    """A published assessment and its municipality."""
    plant_pages()
    cache.clear()
    town = factories.a_town()
    factories.public_risk(town)
    factories.a_measure(town, visibility="public")
    published = publishing.publish(
        assessment=factories.validated(town), by=town.reviewer
    )
    return published, town


def asked(assessment):
    thing = takedowns.find_thing(f"assessment-{assessment.pk}")
    return takedowns.ask_take_down(thing=thing, why=TakeDownWhy.RISK)


def test_a_request_ends_when_it_is_shown_again(client, scene):
    assessment, town = scene
    request = asked(assessment)
    takedowns.hide_now(take_down=request, by=town.reviewer)
    address = f"/es/municipio-seguro/{assessment.slug}/"
    assert client.get(address).status_code == 404
    takedowns.show_again(take_down=request, by=town.reviewer)
    request.refresh_from_db()
    assert request.ended_at
    assert client.get(address).status_code == 200


def test_hiding_answers_every_request_and_notes_what_nobody_asked(scene):
    assessment, town = scene
    requests = [asked(assessment), asked(assessment)]
    publishing.hide(assessment=assessment, by=town.reviewer)
    for each in requests:
        each.refresh_from_db()
        assert each.outcome == TakeDownOutcome.HIDDEN
