"""Sample data in bulk: repeatable, marked, refused where it must not be, removed again."""

import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Q

from amuprev.management.seeding import TABLES, loading
from experiences.models import Experience
from experiences.services.facets import faults_of_facets
from network.choices import ReviewState
from network.models import (
    Activity,
    ActivityCount,
    Organisation,
    Place,
    PopulationGroup,
    User,
)
from tests.network.factories import (
    ActivityKindFactory,
    ApprovedActivityFactory,
    PopulationGroupFactory,
    SettingFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

MARKED = Q(title_es__endswith="(muestra)")


@pytest.fixture(autouse=True)
def lists():
    for number in range(3):
        ActivityKindFactory(key=f"k-{number}", sensitive=number == 0)
        ThemeFactory(key=f"t-{number}")
        PopulationGroupFactory(key=f"g-{number}", sensitive=number == 0)
        SettingFactory(key=f"s-{number}")


def seed(**options) -> str:
    said = StringIO()
    call_command("seed_bulk", stdout=said, **options)
    return said.getvalue()


def digest() -> str:
    """Every sample with what belongs to it, without the database's own keys."""
    rows = Activity.objects.filter(MARKED).order_by("content_key")
    counts = ActivityCount.objects.filter(activity__in=rows)
    told = [
        *rows.values_list(
            "content_key", "client_uuid", "owner__key", "kind__key", "title_es",
            "title_en", "started", "ended", "review_state", "publish_from",
            "what_happened_es", "created_by__email", "status", "is_sensitive",
            "places__key", "themes__key", "groups__key", "hidden_at", "cost",
        ).order_by("content_key", "places__key", "themes__key", "groups__key"),
        *counts.values_list(
            "activity__content_key", "sex", "age_band", "people", "hidden"
        ).order_by("activity__content_key", "sex", "age_band"),
    ]  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()


def test_the_same_seed_gives_the_same_rows_and_another_gives_others():
    seed(activities=160, seed=7)
    first = digest()
    seed(activities=160, seed=7)
    assert Activity.objects.count() == 160
    seed(remove=True)
    seed(activities=70, seed=7)
    seed(activities=160, seed=7)  # what is missing is added
    assert digest() == first
    seed(remove=True)
    seed(activities=160, seed=8)
    assert digest() != first


def test_samples_are_marked_and_of_every_kind():
    seed(activities=2_000)
    samples = Activity.objects.all()
    assert samples.filter(MARKED, content_key__startswith="muestra-1-").count() == 2_000
    assert samples.exclude(what_happened_es__endswith="(muestra)").count() == 0
    states = set(samples.values_list("review_state", flat=True))
    assert states == set(ReviewState.values)
    assert samples.filter(review_state=ReviewState.APPROVED).count() > 1_800
    assert samples.values("country").distinct().count() == 8
    assert samples.values("owner").distinct().count() > 90
    assert samples.exclude(title_en=None).count() > 600
    assert samples.filter(hidden_at__isnull=False).exists()
    years = {started.year for started in samples.values_list("started", flat=True)}
    assert len(years) >= 15


def test_samples_keep_the_rules_of_approval():
    """Sensitive ones are marked so, and exactly the small cells of the few are hidden."""
    seed(activities=2_000)
    careful = Q(kind__sensitive=True) | Q(
        groups__in=PopulationGroup.objects.filter(sensitive=True)
    )
    sensitive = Activity.objects.filter(careful).distinct()
    assert set(Activity.objects.filter(is_sensitive=True)) == set(sensitive)
    small = Q(people__lt=5) & (
        Q(activity__is_sensitive=True) | Q(age_band__in=("0-4", "5-11", "12-17"))
    )
    decided = ActivityCount.objects.filter(activity__review_state=ReviewState.APPROVED)
    assert decided.filter(small, hidden=False).count() == 0
    assert decided.filter(hidden=True).exclude(small).count() == 0
    assert decided.filter(hidden=True).count() > 50


def test_samples_are_removed_and_nothing_else():
    mine = ApprovedActivityFactory()
    kept = Organisation.objects.count(), Place.objects.count(), User.objects.count()
    seed(activities=500)
    assert Activity.objects.filter(owner=mine.owner).count() > 1
    seed(remove=True)
    assert list(Activity.objects.all()) == [mine]
    assert ActivityCount.objects.count() == 0
    left = Organisation.objects.count(), Place.objects.count(), User.objects.count()
    assert left == kept


def test_a_town_that_works_with_its_samples_stays_after_them():
    seed(activities=50)
    town = Organisation.objects.get(key="muestra-sv-01")
    ApprovedActivityFactory(owner=town)
    with pytest.raises(CommandError, match="their towns and people stay"):
        seed(remove=True)
    assert Activity.objects.get().owner == town


def test_never_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="never"):
        seed(activities=1)
    assert not User.objects.exists()


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        return {
            name
            for table in TABLES
            for name in connection.introspection.get_constraints(cursor, table)
        }


def test_many_rows_leave_every_index_behind_them(monkeypatch):
    before = indexes()
    monkeypatch.setattr(loading, "MANY_ROWS", 10)
    seed(activities=20)
    assert indexes() == before
    assert Activity.objects.filter(MARKED).count() == 20


@pytest.mark.parametrize("wrong", [{"activities": -1}, {"seed": -1}])
def test_a_senseless_number_gets_one_sentence(wrong):
    with pytest.raises(CommandError, match="Ask for"):
        seed(**wrong)


def test_experiences_are_marked_repeatable_and_found_by_their_filters():
    said = seed(activities=0, experiences=12)
    assert "12 experiences added" in said
    assert "0 experiences added" in seed(activities=0, experiences=12)
    rows = Experience.objects.order_by("position")
    told = list(rows.values_list("slug", "title_es", "problems", "owner__key"))
    assert all("(muestra)" in title for _slug, title, *_rest in told)
    assert faults_of_facets() == []
    assert "12 sample experiences removed" in seed(remove=True)
    assert not Experience.objects.exists()
    assert faults_of_facets() == []
    seed(activities=0, experiences=12)
    assert told == list(rows.values_list("slug", "title_es", "problems", "owner__key"))
