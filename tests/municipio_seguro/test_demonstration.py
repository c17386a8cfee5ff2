"""What municipio_seguro begins with, and its fictitious municipality."""

import pytest

from amuprev.foundation.loading import Load
from municipio_seguro import demonstration, loading
from municipio_seguro.models import (
    Assessment,
    InstrumentVersion,
    Measure,
    NetworkMedian,
    Risk,
    Threat,
)
from municipio_seguro.reports.deciding import decisions_told
from municipio_seguro.services.instruments import load_instrument
from network.models import Organisation
from tests.municipio_seguro.examples import text
from tests.network.factories import secretariat_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    loading.load(Load.begin())
    secretariat_member()


def test_the_content_is_there_once(loaded):
    loading.load(Load.begin())
    assert InstrumentVersion.objects.get().state == "active"
    assert Threat.objects.count() == 41
    closed = set(Threat.objects.filter(close=True).values_list("key", flat=True))
    assert {"violence-against-women", "violence-against-children"} <= closed


def test_versions_stand_side_by_side_and_assessments_keep_theirs(loaded):
    other = text().replace('version: "1.0.0"', 'version: "1.0.1"')
    load_instrument(text=other)
    assert InstrumentVersion.objects.count() == 2
    assert InstrumentVersion.objects.offered().first().number == "1.0.1"


def test_the_fictitious_municipality_shows_every_screen(loaded):
    town = demonstration.make_demonstration()
    assert demonstration.make_demonstration() is None
    first, second = Assessment.objects.order_by("pk")
    assert (first.state, second.state) == ("superseded", "published")
    assert first.fictitious
    assert second.is_public
    content = second.snapshots.get().content
    assert content["fictitious"] is True
    assert content["comparison"]["index"]["change"] not in (None, "0.0")
    assert decisions_told(content)
    assert content["citizens"]["dimensions"]["ESP"]["score"]
    assert {row.status for row in Measure.objects.all()} == {
        "verified", "running", "suspended", "proposed"
    }  # fmt: skip
    assert Risk.objects.public().count() == 3
    assert "fictici" in town.name_es


def test_the_fictitious_municipality_is_in_no_figure_of_the_network(loaded):
    demonstration.make_demonstration()
    assert not Assessment.objects.counted().exists()
    assert set(NetworkMedian.objects.values_list("municipalities", flat=True)) == {0}
    assert not Organisation.objects.get(key=demonstration.KEY).shown
