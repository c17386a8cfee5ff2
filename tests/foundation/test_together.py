"""Several questions asked as one give what each alone would give, in its order."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from amuprev.foundation.gathering import how_many, keys_in, keys_of
from amuprev.foundation.together import read_together, related_to, with_related
from network.models import Activity, Organisation, Theme
from tests.network.factories import (
    ActivityFactory,
    MunicipalityFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def a_full_activity(**more):
    """One whose columns are of every kind there is."""
    activity = ActivityFactory(
        cost=Decimal("1250.50"),
        violence_types=["domestic"],
        submitted_at=timezone.now(),
        started=datetime.date(2025, 3, 9),
        **more,
    )
    activity.themes.add(ThemeFactory(), ThemeFactory())
    return activity


def stored(row):
    """What each column of a row holds."""
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
    }


def test_rows_are_as_each_question_alone_gives_them(django_assert_num_queries):
    for _number in range(3):
        a_full_activity()
    MunicipalityFactory()
    activities = Activity.objects.select_related(
        "owner__place", "kind", "setting", "reviewed_by"
    ).order_by("-started", "-pk")
    places = Organisation.objects.municipalities().in_order()
    with django_assert_num_queries(1):
        found = read_together(
            activities=activities[:2], places=places, none=Theme.objects.none()
        )
    assert found["none"] == []
    for name, alone in (("activities", activities[:2]), ("places", places)):
        assert [row.pk for row in found[name]] == [row.pk for row in alone]
        for mine, whole in zip(found[name], alone, strict=True):
            assert stored(mine) == stored(whole)
    for mine, whole in zip(found["activities"], activities[:2], strict=True):
        with django_assert_num_queries(0):
            assert stored(mine.owner.place) == stored(whole.owner.place)
            assert stored(mine.kind) == stored(whole.kind)
            assert (mine.reviewed_by, mine.setting) == (None, whole.setting)


def test_one_question_and_none_are_asked_too(django_assert_num_queries):
    activity = a_full_activity()
    with django_assert_num_queries(1):
        assert read_together(one=Activity.objects.all()) == {"one": [activity]}
    with django_assert_num_queries(0):
        assert read_together(no=Activity.objects.none()) == {"no": []}


def test_relations_answer_without_a_question(django_assert_num_queries):
    activities = [a_full_activity(), a_full_activity(), ActivityFactory()]
    activities[0].partners.create(name="Casa de la mujer")
    wanted = [list(each.themes.all()) for each in activities]
    with django_assert_num_queries(1):
        known = with_related(activities, "themes", "partners", "counts")
    with django_assert_num_queries(0):
        assert [list(each.themes.all()) for each in known] == wanted
        assert [len(each.partners.all()) for each in known] == [1, 0, 0]
    assert with_related([], "themes") == []
    assert list(related_to(activities[0], "themes")) == wanted[0]


def test_numbers_and_keys_come_in_one_question(django_assert_num_queries):
    person = UserFactory()
    for _number in range(3):
        a_full_activity()
    every = Activity.objects.order_by("pk")
    with django_assert_num_queries(1):
        found = how_many(person, {"all": every, "two": every[:2], "none": every.none()})
    assert found == {"all": 3, "two": 2, "none": 0}
    with django_assert_num_queries(0):
        assert how_many(person, {}) == {}
    keys = type(person).objects.annotate(keys=keys_of(every, "owner_id")).get()
    assert sorted(keys_in(keys.keys)) == sorted(every.values_list("owner", flat=True))
    assert keys_in(None) == []
