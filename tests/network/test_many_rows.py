"""Public pages ask the database as often for 300 rows as for three."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import ActivityCount
from network.services.listing import index_words, keep_in_step, relist
from tests.network.factories import (
    ActivityKindFactory,
    AffiliationFactory,
    ApprovedActivityFactory,
    AssociationFactory,
    reviewed_municipality,
)
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


@pytest.fixture
def town():
    plant_pages()
    return reviewed_municipality()


def write(town, number):
    """So many public activities of the town, with figures, and as many neighbours."""
    kind, association = ActivityKindFactory(), AssociationFactory()
    today = timezone.localdate()
    keys = []
    for each in range(number):
        activity = ApprovedActivityFactory(
            owner=town,
            kind=kind,
            started=today - datetime.timedelta(days=40 + each),
            worded=False,
            listed=False,
        )
        activity.places.add(town.place)
        ActivityCount.objects.create(activity=activity, sex="women", people=12)
        keys.append(activity.pk)
        if each % 10 == 0:
            keep_in_step(AffiliationFactory(association=association))
    relist(keys)
    index_words(keys)


def queries_of(address):
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(asked)


def test_as_many_queries_for_300_rows_as_for_three(town):
    addresses = [
        "/es/", "/es/red/", "/es/bitacora/", "/en/activities/?country=SV",
        f"/es/red/municipios/{town.slug}/", "/es/red/paises/el-salvador/",
    ]  # fmt: skip
    write(town, 3)
    few = {address: queries_of(address) for address in addresses}
    write(town, 297)
    many = {address: queries_of(address) for address in addresses}
    assert many == few
    assert max(many.values()) <= MOST_QUERIES
