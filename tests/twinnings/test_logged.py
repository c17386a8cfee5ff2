"""An exchange and the activity log: its own entry once, and what came of it."""

import pytest
from django.urls import reverse

from network.services.refusals import Refused, Stale
from tests.network.desk import signed_in
from tests.network.factories import ActivityFactory, ApprovedActivityFactory
from tests.public_pages import plant_pages
from tests.twinnings import factories
from twinnings.services import review
from twinnings.services.logging import link_to_log

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def exchange():
    return factories.published_exchange()


@pytest.fixture
def by(exchange):
    return factories.coordinator_of(exchange.owner)


def approved(exchange, **values):
    return ApprovedActivityFactory(owner=exchange.owner, **values)


def test_linked_on_its_page_and_read_by_the_world(exchange, by, client):
    own = approved(exchange, title_es="La visita en la bitácora")
    came = approved(exchange, title_es="Taller con guías")
    browser = signed_in(by)
    there = reverse("twinnings:logged", args=[exchange.pk])
    page = browser.get(there)
    assert page.status_code == 200
    sent = {
        "version": page.context["form"]["version"].value(), "action": "save",
        "logged_as": own.pk, "activities": [came.pk],
    }  # fmt: skip
    assert browser.post(there, sent).status_code == 302
    exchange.refresh_from_db()
    assert exchange.logged_as == own
    assert list(exchange.activities.all()) == [came]
    # It is published as it was: each activity was read by itself.
    plant_pages()
    read = client.get(exchange.get_absolute_url()).content.decode()
    assert "Taller con guías" in read
    told = browser.get(reverse("twinnings:exchange", args=[exchange.pk]))
    assert "Taller con guías" in told.content.decode()


def test_looked_for_by_number_and_by_words(exchange, by):
    for number in range(25):
        approved(exchange, title_es=f"Reunión {number}")
    old = exchange.owner.activities.order_by("pk").first()
    browser = signed_in(by)
    there = reverse("twinnings:logged", args=[exchange.pk])
    assert str(old) not in browser.get(there).content.decode()
    for look in (old.number, "reunion 0"):
        answer = browser.post(there, {"action": "look", "look": look})
        assert answer.status_code == 200
        assert f'value="{old.pk}"' in answer.content.decode()
    kept = browser.post(
        there, {"action": "look", "look": "nada", "activities": [old.pk]}
    )
    assert kept.context["form"]["activities"].value() == [str(old.pk)]
    assert "Ninguna actividad" in kept.content.decode()


def refused(exchange, by, code, **said):
    given = {"logged_as": None, "activities": [], **said}
    with pytest.raises(Refused) as refusal:
        link_to_log(exchange=exchange, by=by, **given)
    assert refusal.value.code == code
    exchange.refresh_from_db()
    assert exchange.logged_as is None
    assert not exchange.activities.exists()


def test_what_cannot_be_linked(exchange, by):
    own = approved(exchange)
    refused(exchange, by, "activities", logged_as=own, activities=[own])
    foreign = ActivityFactory()
    refused(exchange, by, "look", activities=[foreign])
    refused(exchange, by, "look", logged_as=foreign)
    other = factories.ExchangeFactory(
        twinning=exchange.twinning, owner=exchange.owner, logged_as=own
    )
    refused(exchange, by, "logged_as", logged_as=own)
    assert other.logged_as == own
    stranger = factories.reviewed_town()[1]
    refused(exchange, stranger, "refused", activities=[own])


def test_what_another_linked_meanwhile_is_not_lost(exchange, by):
    before = exchange.version
    came = approved(exchange)
    link_to_log(exchange=exchange, by=by, logged_as=None, activities=[came])
    again = link_to_log(exchange=exchange, by=by, logged_as=None, activities=[came])
    with pytest.raises(Stale):
        link_to_log(
            exchange=exchange, by=by, logged_as=None, activities=[], version=before
        )
    assert list(again.activities.all()) == [came]


def test_a_draft_is_told_by_its_number_alone(exchange, by):
    draft = ActivityFactory(owner=exchange.owner, title_es="Secreto de la casa")
    link_to_log(exchange=exchange, by=by, logged_as=None, activities=[draft])
    partner_page = signed_in(factories.secretariat_member()).get(
        reverse("twinnings:exchange", args=[exchange.pk])
    )
    page = partner_page.content.decode()
    assert draft.number in page
    assert "Secreto de la casa" not in page


def test_each_page_leads_to_the_other(exchange, by, client):
    plant_pages()
    own, came = approved(exchange), approved(exchange)
    link_to_log(exchange=exchange, by=by, logged_as=own, activities=[came])
    address = exchange.get_absolute_url()
    for activity, said in ((own, "El mismo intercambio"), (came, "del que salió")):
        page = client.get(activity.get_absolute_url()).content.decode()
        assert said in page
        assert f'href="{address}"' in page
    review.hide(record=exchange, by=by)
    for activity in (own, came):
        page = client.get(activity.get_absolute_url()).content.decode()
        assert address not in page
