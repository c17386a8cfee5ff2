"""The address of what is being corrected says so, and no word of the record."""

import datetime

import pytest
from django.utils import timezone

from network.models import Organisation
from tests.network.factories import secretariat_member
from tests.public_pages import plant_pages
from tests.twinnings import factories
from tests.twinnings.public import read, words
from twinnings.models import Exchange, Twinning
from twinnings.services import review, writing

pytestmark = pytest.mark.django_db
SAID = {"es": "Esto se está corrigiendo", "en": "This is being corrected"}


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


@pytest.fixture
def exchange():
    return factories.published_exchange(title_es="Visita al patio")


@pytest.fixture
def by(exchange):
    return factories.coordinator_of(exchange.owner)


def addresses(exchange):
    number, slug = exchange.pk, exchange.twinning.slug
    return {
        "twinning": {
            "es": f"/es/hermanamientos/{slug}/", "en": f"/en/twinnings/{slug}/",
        },
        "exchange": {
            "es": f"/es/hermanamientos/intercambios/{number}/",
            "en": f"/en/twinnings/exchanges/{number}/",
        },
    }  # fmt: skip


def say(client, exchange, kind):
    """Which languages' addresses say that it is corrected; all are no page of it."""
    said = set()
    for language, address in addresses(exchange)[kind].items():
        page = read(client, address, status=404)
        told = words(page)
        assert "Visita al patio" not in told
        assert exchange.twinning.title_es not in told
        assert page.xpath("//meta[@name='robots' and @content='noindex']")
        if SAID[language] in told:
            said.add(language)
    return said


BOTH = {"es", "en"}


def test_a_twinning_takes_its_exchanges_along_and_returns(client, exchange, by):
    twinning = review.correct(record=exchange.twinning, by=by)
    assert say(client, exchange, "twinning") == BOTH
    assert say(client, exchange, "exchange") == BOTH
    writing.save_twinning(
        twinning=twinning, by=by, version=None, values={"objective_es": "Otro"}
    )
    review.submit(record=twinning, by=by)
    assert say(client, exchange, "twinning") == BOTH
    done = review.approve(record=twinning, by=secretariat_member())
    assert done.corrected_since is None
    for kind in ("twinning", "exchange"):
        read(client, addresses(exchange)[kind]["es"])


def test_an_exchange_corrected_alone_or_with_its_twinning(client, exchange, by):
    review.correct(record=exchange, by=by)
    assert say(client, exchange, "exchange") == BOTH
    read(client, addresses(exchange)["twinning"]["es"])
    review.correct(record=exchange.twinning, by=by)
    assert say(client, exchange, "exchange") == BOTH
    other = factories.published_exchange(title_es="Visita al patio")
    by = factories.coordinator_of(other.owner)
    review.correct(record=other.twinning, by=by)
    review.correct(record=Exchange.objects.get(pk=other.pk), by=by)
    assert say(client, other, "exchange") == BOTH


@pytest.mark.parametrize("kind", ["twinning", "exchange"])
def test_what_was_hidden_withdrawn_or_never_public_is_not_there(
    client, exchange, by, kind
):
    office = secretariat_member()
    record = exchange if kind == "exchange" else exchange.twinning
    model = type(record)
    hidden = review.hide(record=record, by=office)
    assert say(client, exchange, kind) == set()
    review.correct(record=hidden, by=by)
    # It was out of sight before: its address goes on saying nothing.
    assert say(client, exchange, kind) == set()
    model.objects.filter(pk=record.pk).update(corrected_since=timezone.now())
    assert say(client, exchange, kind) == BOTH
    long_ago = timezone.now() - datetime.timedelta(days=61)
    model.objects.filter(pk=record.pk).update(corrected_since=long_ago)
    assert say(client, exchange, kind) == set()


@pytest.mark.parametrize("kind", ["twinning", "exchange"])
def test_withdrawn_and_taken_back_it_says_nothing(client, exchange, by, kind):
    record = exchange if kind == "exchange" else exchange.twinning
    review.withdraw(record=record, by=by)
    assert say(client, exchange, kind) == set()
    review.reopen(record=record, by=by)
    assert say(client, exchange, kind) == set()


def test_nothing_to_come_is_told_by_a_correction(client, exchange, by):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    Exchange.objects.filter(pk=exchange.pk).update(publish_from=tomorrow)
    review.correct(record=exchange, by=by)
    assert say(client, exchange, "exchange") == set()
    later = factories.published_exchange(title_es="Visita al patio")
    Exchange.objects.filter(pk=later.pk).update(publish_from=tomorrow)
    by = factories.coordinator_of(later.owner)
    review.correct(record=later.twinning, by=by)
    assert say(client, later, "exchange") == set()


def test_a_hidden_town_hall_or_twinning_says_nothing(client, exchange, by):
    review.correct(record=exchange, by=by)
    review.hide(record=exchange.twinning, by=secretariat_member())
    assert say(client, exchange, "exchange") == set()
    Twinning.objects.update(hidden_at=None)
    assert say(client, exchange, "exchange") == BOTH
    Organisation.objects.filter(pk=exchange.owner_id).update(shown=False)
    assert say(client, exchange, "exchange") == set()
