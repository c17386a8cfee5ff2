"""One's own list: common words of several town halls, and a long queue."""

import pytest
from django.urls import reverse

from network import waiting, words
from network.choices import ReviewState, Role
from network.own_log import OwnChoice
from network.services.listing import index_words
from tests.network.factories import (
    ActivityFactory,
    AffiliationFactory,
    MunicipalityFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def towns():
    first = reviewed_municipality()
    association = first.affiliations.get().association
    second = AffiliationFactory(association=association, reviews=True).municipality
    return first, second


@pytest.fixture
def reviewer(towns):
    return staff_of(towns[0].affiliations.get().association, Role.REVIEWS)


def submitted(town, number, title="Taller de la ceiba"):
    return [
        ActivityFactory(owner=town, title_es=title, review_state=ReviewState.SUBMITTED)
        for _each in range(number)
    ]


@pytest.mark.parametrize(("few", "newest"), [(0, 2), (0, 7), (0, 500), (20_000, 500)])
def test_a_word_finds_the_newest_of_all_towns(
    towns, reviewer, monkeypatch, few, newest
):
    monkeypatch.setattr(words, "FEW", few)
    monkeypatch.setattr(words, "NEWEST", newest)
    made = [
        *submitted(towns[0], 4),
        *submitted(towns[1], 3),
        *submitted(towns[1], 2, "Otra cosa"),
        *submitted(stranger := MunicipalityFactory(), 3),
        *submitted(towns[0], 2),
    ]
    index_words(each.pk for each in made)
    wanted = [
        each.pk
        for each in reversed(made)
        if each.title_es != "Otra cosa" and each.owner != stranger
    ]
    choice = OwnChoice(q="ceiba")
    assert choice.asked.common is (few == 0)
    first = [each.pk for each in choice.page_of(reviewer, 3)]
    assert first == wanted[:3]
    second = [each.pk for each in choice.page_of(reviewer, 3, before=first[-1])]
    assert second == wanted[3:6]


def test_a_long_queue_is_not_counted_to_its_end(client, towns, reviewer, monkeypatch):
    monkeypatch.setattr(waiting, "MOST_COUNTED", 2)
    submitted(towns[0], 2)
    client.force_login(reviewer)
    page = client.get(reverse("workspace:home")).content.decode()
    assert "2 actividades esperan su revisión" in page
    submitted(towns[1], 3)
    page = client.get(reverse("workspace:home")).content.decode()
    assert "Más de 2 actividades esperan su revisión" in page
    assert '<span class="count">2+' in page
