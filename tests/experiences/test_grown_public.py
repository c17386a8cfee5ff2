"""An experience and the exchange it grew from, each on the other's page."""

import pytest

from experiences.models import Experience
from network.models import User
from tests.experiences.factories import published
from tests.network.factories import secretariat_member
from tests.public_pages import plant_pages
from tests.twinnings.factories import published_exchange
from tests.twinnings.public import told
from twinnings.services import review

pytestmark = pytest.mark.django_db


@pytest.fixture
def grown():
    plant_pages()
    experience, exchange = published(), published_exchange()
    Experience.objects.filter(pk=experience.pk).update(exchange=exchange)
    experience.refresh_from_db()
    return experience, exchange


def test_each_tells_of_the_other(client, grown):
    experience, exchange = grown
    assert exchange.title_es in told(client, experience.get_absolute_url())
    for record in (exchange, exchange.twinning):
        page = told(client, record.get_absolute_url())
        assert "Experiencias que nacieron de aquí" in page
        assert experience.title_es in page


def test_what_is_hidden_is_told_by_neither(client, grown):
    experience, exchange = grown
    by: User = secretariat_member()
    review.hide(record=exchange, by=by)
    assert exchange.title_es not in told(client, experience.get_absolute_url())
    review.show(record=exchange, by=by)
    Experience.objects.filter(pk=experience.pk).update(review_state="draft")
    for record in (exchange, exchange.twinning):
        assert "Experiencias que nacieron" not in told(
            client, record.get_absolute_url()
        )
