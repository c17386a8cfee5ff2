"""What is planned, not over or not read yet stands nowhere the world can read."""

import datetime

import pytest
from django.utils import timezone

from amuprev.foundation.search import keeping
from amuprev.site import searching
from network.models import Organisation
from tests.public_pages import plant_pages
from tests.public_reading import Stranger
from tests.twinnings import factories
from tests.twinnings.public import public_twinning
from twinnings import search
from twinnings.models import Exchange
from twinnings.services import review
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db

CANARY = "zqcanario"


@pytest.fixture
def twinning():
    plant_pages()
    return public_twinning()


def ahead(days):
    return timezone.localdate() + datetime.timedelta(days=days)


def not_for_the_world(twinning):
    """An exchange in each state in which nobody may know of it."""
    told = {"twinning": twinning, "result_es": CANARY, "doubts_es": CANARY}
    planned = factories.ExchangeFactory(
        **told, title_es=f"{CANARY} planeado", status="planned", started=ahead(30)
    )
    cancelled = factories.ExchangeFactory(
        **told, title_es=f"{CANARY} cancelado", status="cancelled"
    )
    draft = factories.ExchangeFactory(**told, title_es=f"{CANARY} borrador")
    sent = factories.ExchangeFactory(**told, title_es=f"{CANARY} enviado")
    review.submit(record=sent, by=factories.coordinator_of(sent.owner))
    Organisation.objects.filter(pk=twinning.owner_id).update(publication_delay_days=30)
    twinning.owner.refresh_from_db()
    waiting = factories.ExchangeFactory(
        twinning=twinning, owner=twinning.owner, title_es=f"{CANARY} en espera",
        result_es=CANARY, started=timezone.localdate() - datetime.timedelta(days=3),
    )  # fmt: skip
    waiting = factories.published(waiting)
    assert waiting.publish_from > timezone.localdate()
    made = [planned, cancelled, draft, sent, waiting]
    for exchange in made:
        exchange.commitments.create(text_es=f"{CANARY} promesa", public=True)
        exchange.places_seen.create(name_es=f"{CANARY} visto")
        exchange.delegation.create(role="mayor", institution_es=f"{CANARY} alcaldía")
        factories.PhotoFactory(exchange=exchange, alt_text_es=f"{CANARY} foto")
    return made


def test_nowhere_on_any_page_file_feed_or_map(client, twinning):
    made = not_for_the_world(twinning)
    owner = factories.reviewed_town()[0]
    hidden = factories.TwinningFactory(
        owner=owner, problem_es=f"{CANARY} problema", objective_es=CANARY,
        parties_told=[
            PartyTold(organisation=owner),
            PartyTold(place=factories.CityFactory()),
        ],
    )  # fmt: skip
    # As after every act; none of them may put more into the search than is public.
    keeping.find_again(search.EXCHANGES, [each.pk for each in made])
    keeping.find_again(search.TWINNINGS, [hidden.pk])
    stranger = Stranger(most=4_000)
    read = stranger.walk()
    assert twinning.get_absolute_url() in read
    for name in (
        "hermanamientos",
        "intercambios",
        "compromisos",
        "partes-de-hermanamientos",
    ):
        for form in ("csv", "json"):
            assert stranger.get(f"/es/datos/{name}.{form}").status == 200
    told = [
        address for address, answer in stranger.read.items() if CANARY in answer.text
    ]
    assert told == []
    for exchange in made:
        address = exchange.get_absolute_url()
        assert address not in read
        assert client.get(address).status_code == 404
        photo = exchange.photos.get()
        for size in ("small", "large"):
            assert client.get(f"{address}{photo.uuid}/{size}/").status_code == 404


def test_nowhere_in_the_search(client, twinning):
    not_for_the_world(twinning)
    for words in ([CANARY], ["planeado"], ["promesa"]):
        answer = searching.answer(words, ())
        assert searching.results_of(answer, 1) == []


def test_once_its_days_are_over_it_is_told(client, twinning):
    waiting = not_for_the_world(twinning)[-1]
    Exchange.objects.filter(pk=waiting.pk).update(publish_from=timezone.localdate())
    assert client.get(waiting.get_absolute_url()).status_code == 200
    assert waiting.title_es in client.get(twinning.get_absolute_url()).content.decode()
