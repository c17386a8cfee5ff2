"""Two large filters that hardly meet: a page looks through so many rows and says so."""

import datetime

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network import listing
from network.filters import ActivityFilter
from network.listing import keys_of, look, look_back
from network.models import Activity
from network.services.listing import refill
from network.totals import Totals, totals_of
from tests.network import factories
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

MANY = 12
ADDRESS = {"es": "/es/bitacora/", "en": "/en/activities/"}


@pytest.fixture
def log(monkeypatch):
    """One theme long ago and another lately; one activity, the oldest, has both."""
    themes = [factories.ThemeFactory(key=key) for key in ("antes", "ahora")]
    town = factories.MunicipalityFactory()
    today = timezone.localdate()
    for days in range(2 * MANY):
        activity = factories.ApprovedActivityFactory(
            owner=town, started=today - datetime.timedelta(days=100 + days)
        )
        activity.themes.add(themes[days < MANY])
    group = factories.PopulationGroupFactory(key="grupo")
    for each in Activity.objects.order_by("started")[: MANY + 1]:
        each.groups.add(group)
    activity.themes.add(themes[1])
    refill()
    monkeypatch.setattr(listing, "MOST_WALKED", 5)
    return activity


def choice_of(query: str):
    return ActivityFilter(QueryDict(query)).choice()


QUERY = "theme=ahora&group=grupo"


def test_nothing_is_lost_by_looking_in_several_goes(log):
    choice = choice_of(QUERY)
    whole = list(
        Activity.objects.filter(themes__key="ahora", groups__key="grupo")
        .order_by("-started", "-pk")
        .values_list("started", "pk")
    )
    assert len(whole) == 2
    found, after = [], None
    for _go in range(9):
        some = look(choice, 50, after=after)
        found += some.keys
        after = some.stopped
        if after is None:
            break
    assert found == whole
    back, before = [], (datetime.date(1990, 1, 1), 0)
    for _go in range(9):
        some = look_back(choice, 50, before)
        back += some.keys
        before = some.stopped
        if before is None:
            break
    assert back == whole[::-1]
    period = choice_of(f"{QUERY}&since={log.started:%Y-%m-%d}")
    assert set(keys_of(period, 50)) <= set(whole)


def test_what_was_not_looked_through_is_not_added_up(log):
    assert totals_of(choice_of(QUERY)) == Totals(too_many=True)
    assert not totals_of(choice_of("theme=ahora")).too_many


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "coinciden pocas veces"), ("en", "seldom meet")],
)
def test_the_page_says_so_and_leads_on(client, log, language, words):
    plant_pages()
    Activity.objects.filter(pk=log.pk).update(title_es="La buscada", title_en="Sought")
    at = f"{ADDRESS[language]}?theme=ahora&group=grupo&level=primary"
    page, seen = client.get(at), []
    assert words in page.content.decode()
    for _go in range(9):
        seen += [each.pk for each in page.context["activities"]]
        if not page.context["next_url"]:
            break
        page = client.get(ADDRESS[language] + page.context["next_url"])
    assert log.pk in seen
    assert len(seen) == len(set(seen)) == 2


def test_a_page_asks_for_no_more_than_it_looks_through(log):
    choice = choice_of(QUERY)
    with CaptureQueriesContext(connection) as asked:
        assert len(look(choice, 50).keys) < 2
    walked = [each["sql"] for each in asked if "EXISTS" in each["sql"].upper()]
    assert walked
    assert all('"day" >=' in sql for sql in walked), walked
