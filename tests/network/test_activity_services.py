"""Starting and updating activities."""

import datetime
import uuid

import pytest
from django.utils import timezone

from network.choices import ActivityStatus, AgeBand, PreventionLevel, ReviewState, Sex
from network.models import Activity
from network.services.activities import (
    StaleVersion,
    start_activity,
    update_activity,
)
from network.services.refusals import Refused
from tests.network.factories import (
    ActivityFactory,
    ActivityKindFactory,
    MunicipalityFactory,
    PopulationGroupFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

WOMEN = (Sex.WOMEN, AgeBand.UNKNOWN)
MEN = (Sex.MEN, AgeBand.UNKNOWN)


@pytest.fixture
def town():
    return MunicipalityFactory()


@pytest.fixture
def clerk(town):
    return staff_of(town)


def start(town, clerk, **values):
    return start_activity(
        owner=town,
        by=clerk,
        client_uuid=values.pop("client_uuid", uuid.uuid4()),
        values={"kind": ActivityKindFactory(name_es="Taller"), **values},
        counts={WOMEN: 12, MEN: 0},
    )


def test_start_saves_a_draft_with_proposals(town, clerk):
    activity, is_new = start(
        town, clerk, place_name="Colonia El Centro", started=datetime.date(2026, 3, 27)
    )
    assert is_new
    assert activity.title_es == "Taller en Colonia El Centro"
    assert activity.prevention_level == PreventionLevel.PRIMARY
    assert activity.status == ActivityStatus.CLOSED
    assert list(activity.places.all()) == [town.place]
    cells = set(activity.counts.values_list("sex", "people"))
    assert cells == {("women", 12), ("men", 0)}


def test_same_form_twice_is_one_activity(town, clerk):
    key = uuid.uuid4()
    first, _new = start(town, clerk, client_uuid=key)
    second, is_new = start(town, clerk, client_uuid=key)
    assert (second.pk, is_new) == (first.pk, False)
    assert Activity.objects.count() == 1


def test_identifier_of_another_organisation_is_refused(town, clerk):
    key = uuid.uuid4()
    start(town, clerk, client_uuid=key)
    other = MunicipalityFactory()
    with pytest.raises(Refused):
        start(other, staff_of(other), client_uuid=key)


def test_neighbour_cannot_start(town):
    with pytest.raises(Refused):
        start(town, staff_of(MunicipalityFactory()))
    assert not Activity.objects.exists()


def test_future_activity_is_planned(town, clerk):
    ahead = timezone.localdate() + datetime.timedelta(days=40)
    activity, _new = start(town, clerk, started=ahead)
    assert activity.status == ActivityStatus.PLANNED


def test_update_keeps_the_two_languages_apart(town, clerk):
    activity = ActivityFactory(owner=town)
    updated = update_activity(
        activity=activity, by=clerk, version=1, values={"what_happened_es": "Nuevo"}
    )
    assert (updated.what_happened_es, updated.what_happened_en) == (
        "Nuevo",
        activity.what_happened_en,
    )
    assert updated.version == 2


def test_stale_version_changes_nothing(town, clerk):
    activity = ActivityFactory(owner=town)
    update_activity(
        activity=activity, by=clerk, version=1, values={"place_name": "Primera"}
    )
    with pytest.raises(StaleVersion) as stale:
        update_activity(
            activity=activity, by=clerk, version=1, values={"place_name": "Segunda"}
        )
    assert stale.value.activity.place_name == "Primera"
    activity.refresh_from_db()
    assert activity.place_name == "Primera"


def test_same_content_again_is_not_a_conflict(town, clerk):
    activity = ActivityFactory(owner=town)
    for _again in range(2):
        updated = update_activity(
            activity=activity, by=clerk, version=1, values={"place_name": "Primera"}
        )
    assert updated.version == 2


def test_blank_count_is_removed_and_zero_kept(town, clerk):
    activity, _new = start(town, clerk)
    update_activity(
        activity=activity, by=clerk, version=1, values={}, counts={WOMEN: None, MEN: 0}
    )
    assert list(activity.counts.values_list("sex", "people")) == [("men", 0)]


def test_own_title_is_not_proposed_over(town, clerk):
    activity, _new = start(town, clerk, title_es="Torneo de barrio")
    updated = update_activity(
        activity=activity, by=clerk, version=1, values={"place_name": "Las Flores"}
    )
    assert updated.title_es == "Torneo de barrio"


def test_sensitive_kind_keeps_the_place_out_of_the_title(town, clerk):
    activity, _new = start(
        town,
        clerk,
        kind=ActivityKindFactory(name_es="Mediación", sensitive=True),
        place_name="Colonia Secreta",
    )
    assert activity.title_es == f"Mediación en {town.place.name_es}"
    assert activity.is_sensitive
    assert activity.public_place_name == ""


def test_sensitive_group_makes_it_sensitive(town, clerk):
    activity, _new = start(town, clerk, groups=[PopulationGroupFactory(sensitive=True)])
    assert activity.is_sensitive


@pytest.mark.parametrize(
    "state", [ReviewState.SUBMITTED, ReviewState.APPROVED, ReviewState.WITHDRAWN]
)
def test_closed_activity_is_not_updated(town, clerk, state):
    activity = ActivityFactory(
        owner=town,
        review_state=state,
        reviewed_at="2026-01-01T00:00Z",
        publish_from="2026-01-01",
    )
    with pytest.raises(Refused):
        update_activity(
            activity=activity, by=clerk, version=1, values={"place_name": "Otra"}
        )
