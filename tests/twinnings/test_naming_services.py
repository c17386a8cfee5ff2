"""A place that is renamed renames its twinnings; nothing else of them changes."""

import pytest

from network.models import Place
from tests.twinnings import factories
from twinnings.services.naming import follow_names

pytestmark = pytest.mark.django_db


def test_a_renamed_place_renames_its_twinnings():
    twinning = factories.published(factories.TwinningFactory())
    other = factories.TwinningFactory()
    assert follow_names() == 0
    place = twinning.parties.get(place__country="US").place
    Place.objects.filter(pk=place.pk).update(
        name_es="Ciudad Ñandú", name_en="Rhea City"
    )
    before = (twinning.version, twinning.slug)
    assert follow_names() == 1
    twinning.refresh_from_db()
    assert "Ciudad Ñandú" in twinning.title_es
    assert "Rhea City" in twinning.title_en
    assert (twinning.version, twinning.slug) == before
    other.refresh_from_db()
    assert "Ñandú" not in other.title_es
    assert follow_names() == 0
