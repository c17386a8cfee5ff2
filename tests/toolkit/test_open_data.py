"""The open tables of the toolkit, as they will be offered with its pages."""

import datetime

import pytest

from tests.network.factories import MunicipalityFactory
from tests.toolkit.factories import InstrumentFactory
from toolkit.models import InstrumentChange, MunicipalPolicy
from toolkit.open_data import TABLES

pytestmark = pytest.mark.django_db
NORMS, POLICIES = TABLES


def records(table):
    return [record for batch in table.batches() for record in batch]


def test_a_norm_tells_its_dates_no_more_exactly_than_they_are_known():
    old = InstrumentFactory(date_precision="year", address="javascript:x")
    new = InstrumentFactory(adopted=datetime.date(2010, 3, 4), published=None)
    InstrumentChange.objects.create(by=new, of=old, kind="repeals")
    first, second = records(NORMS)
    assert (first["adopted"], first["published"]) == ("2001", "2001")
    assert first["changed_by"] == [f"repeals: {new.key}"]
    assert first["official_address"] is None
    assert (second["adopted"], second["published"]) == ("2010-03-04", None)
    assert second["title"] == {"es": new.title_es, "en": new.title_en}
    assert second["address"]["en"].endswith(f"/en/toolkit/norms/{new.slug}/")


def test_policies_that_nobody_published_are_in_no_table():
    town = MunicipalityFactory()
    MunicipalPolicy.objects.create(owner=town, title_es="Plan")
    assert records(POLICIES) == []
    MunicipalPolicy.objects.update(published_at="2026-01-01T00:00Z")
    (record,) = records(POLICIES)
    assert record["municipality"]["key"] == town.key
    assert record["title"] == {"es": "Plan", "en": None}


@pytest.mark.usefixtures("initial_content")
def test_the_same_questions_for_all_norms(django_assert_num_queries):
    # The rows, what changed them, by which norms; then that no more come.
    with django_assert_num_queries(4):
        assert len(records(NORMS)) == 24
