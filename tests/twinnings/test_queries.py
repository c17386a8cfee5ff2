"""Which rows are read by whom, in few questions however many there are."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.choices import Role
from tests.network.factories import (
    MunicipalityFactory,
    ThemeFactory,
    secretariat_member,
    staff_of,
)
from tests.twinnings import factories
from twinnings import listed, open_data, reading
from twinnings.models import Commitment, Exchange, Party, Twinning
from twinnings.services import review
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db


def test_a_partner_does_not_read_a_draft():
    town, by, reviewer = factories.reviewed_town()
    partner, of_partner, _reviewer = factories.reviewed_town()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(owner=town, parties_told=told)
    exchange = factories.ExchangeFactory(twinning=twinning)
    people = {
        "own": staff_of(town, Role.READS),
        "reviewer": reviewer,
        "partner": of_partner,
        "secretariat": secretariat_member(),
        "neighbour": staff_of(MunicipalityFactory(), Role.COORDINATES),
    }

    def readers(model):
        return {
            name
            for name, person in people.items()
            if model.objects.visible_to(person).exists()
        }

    for model, record in ((Twinning, twinning), (Exchange, exchange)):
        assert readers(model) == {"own", "reviewer"}
        review.submit(record=record, by=by)
        assert readers(model) == {"own", "reviewer", "partner", "secretariat"}


@pytest.mark.parametrize("many", [1, 5])
def test_as_many_questions_for_many_as_for_one(many, django_assert_num_queries):
    for _turn in range(many):
        exchange = factories.published_exchange()
        exchange.commitments.create(text_es="Plan", public=True)
    with django_assert_num_queries(5):
        rows = list(Twinning.objects.public().for_lists().newest_first())
        told = [[party.name for party in row.parties.all()] for row in rows]
    assert len(told) == many
    assert {row.commitments_count for row in rows} == {1}
    with django_assert_num_queries(1):
        points = [
            (party.twinning.slug, party.place.latitude, party.name)
            for party in Party.objects.public().named().for_map()
        ]
    assert len(points) == 2 * many
    with django_assert_num_queries(1):
        listed = list(Exchange.objects.public().for_lists().newest_first())
        assert [row.twinning.title for row in listed]
    for table in open_data.TABLES:
        assert len(table.page("", 50, None).records) == many


def test_narrowed_by_country_place_theme_and_year():
    theme = ThemeFactory()
    old = factories.published(
        factories.TwinningFactory(
            started=datetime.date(2011, 1, 1),
            ended=datetime.date(2012, 1, 1),
            date_precision="year",
            date_uncertain=True,
        )
    )
    old.themes.add(theme)
    goes_on = factories.published(
        factories.TwinningFactory(started=datetime.date(2014, 5, 1))
    )
    unknown = factories.published(
        factories.TwinningFactory(started=None, date_uncertain=True)
    )
    public = Twinning.objects.public()
    assert set(public.in_year(2012)) == {old}
    assert set(public.in_year(2013)) == set()
    assert set(public.in_year(2020)) == {goes_on}
    assert set(public.about(theme.pk)) == {old}
    assert set(public.in_country("US")) == {old, goes_on, unknown}
    assert not public.in_country("GT").exists()
    assert list(public.newest_first()) == [goes_on, old, unknown]
    city = old.parties.get(place__country="US").place
    assert list(public.of_place(city.pk)) == [old]
    exchange = factories.published_exchange(
        twinning=old,
        started=datetime.date(2011, 1, 1),
        date_precision="year",
        date_uncertain=True,
    )
    assert list(Exchange.objects.in_year(2011)) == [exchange]
    assert not Exchange.objects.in_year(2012).exists()
    assert list(Exchange.objects.in_country("US")) == [exchange]


def test_commitments_of_a_hidden_twinning_are_not_public():
    exchange = factories.published_exchange()
    exchange.commitments.create(text_es="Plan", public=True)
    assert Commitment.objects.public().exists()
    review.hide(record=exchange.twinning, by=secretariat_member())
    assert not Commitment.objects.public().exists()


@pytest.mark.only_on("sqlite")
def test_a_page_walks_through_nothing_of_all_that_is_public():
    """However many exchanges and activities there are: each page finds its own first."""
    twinning = factories.published_exchange().twinning
    with CaptureQueriesContext(connection) as asked:
        reading.with_all(twinning)
        reading.counterpart_with_all(twinning.parties.first().place)
        listed.exchanges_of("1")
        reading.newest_of_place(twinning.parties.first().place.slug, 3)
    for question in asked.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + question["sql"].replace("%", "%%"))
            plan = "\n".join(str(row[3]) for row in cursor.fetchall())
        for index in ("exchange_due_public", "in_state", "review_state", "SCAN netw"):
            assert index not in plan, plan
