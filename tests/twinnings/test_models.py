"""What the database itself refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.choices import PeopleShown, ReviewState
from network.models import Place
from tests.network.factories import MunicipalityFactory
from tests.twinnings import factories
from twinnings.models import Commitment, FollowUp, Party, Twinning
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db


def refused(save, constraint):
    with pytest.raises(IntegrityError) as problem, transaction.atomic():
        save()
    # SQLite names the columns of a unique index, PostgreSQL its name.
    assert constraint in str(problem.value) or "UNIQUE" in str(problem.value)


def test_a_place_is_no_party_twice():
    party = factories.TwinningFactory().parties.get(place__country="US")
    again = Party(twinning=party.twinning, place=party.place, country="US")
    refused(again.save, "place_once_in_a_twinning")


def test_a_party_is_somebody():
    twinning = factories.TwinningFactory()
    refused(Party(twinning=twinning, country="GT").save, "party_is_somebody")
    both = Party(
        twinning=twinning, country="US", unnamed=3, place=factories.CityFactory()
    )
    refused(both.save, "party_is_somebody")
    Party(twinning=twinning, country="GT", unnamed=3).save()


def test_the_same_set_of_parties_once_while_it_is_open():
    first = factories.TwinningFactory()
    second = factories.TwinningFactory()
    second.parties_key = first.parties_key
    Twinning.objects.filter(pk=first.pk).update(review_state=ReviewState.SUBMITTED)
    # Another's draft neither stands in the way nor tells of itself.
    second.save()
    second.review_state = ReviewState.SUBMITTED
    refused(second.save, "one_open_twinning_of_the_same_parties")
    second.review_state, second.owner = ReviewState.DRAFT, first.owner
    refused(second.save, "one_open_twinning_of_an_owner_with_the_same_parties")
    second.review_state = ReviewState.SUBMITTED
    first.status, first.ended_by = "ended", "term"
    first.save()
    second.save()


def test_twinnings_with_parties_that_nobody_names_are_not_the_same():
    city = factories.CityFactory()
    told = [PartyTold(place=city), PartyTold(country="GT", unnamed=3)]
    one, other = (factories.TwinningFactory(parties_told=told) for _turn in range(2))
    assert one.parties_key == other.parties_key == ""


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"status": "ended"}, "ended_twinning_says_how"),
        ({"ended_by": "term"}, "only_ended_twinnings_say_how"),
        ({"ended": datetime.date(2011, 1, 1)}, "twinning_ends_after_it_starts"),
        ({"review_state": ReviewState.APPROVED}, "approved_twinning_has_its_day"),
        (
            {"review_state": "submitted", "discarded_at": timezone.now()},
            "only_unpublished_twinnings_are_discarded",
        ),
    ],
)
def test_twinning(values, constraint):
    twinning = factories.TwinningFactory()
    refused(
        lambda: Twinning.objects.filter(pk=twinning.pk).update(**values), constraint
    )


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"ended": datetime.date(2001, 1, 1)}, "exchange_ends_after_it_starts"),
        ({"started": None}, "held_exchange_has_its_date"),
        ({"cost": 10}, "exchange_cost_has_its_currency"),
        (
            {"status": "planned", "review_state": "submitted"},
            "only_held_exchanges_are_sent",
        ),
        (
            {
                "review_state": "approved",
                "published_at": timezone.now(),
                "reviewed_at": timezone.now(),
            },
            "approved_exchange_has_its_public_day",
        ),
    ],
)
def test_exchange(values, constraint):
    exchange = factories.ExchangeFactory()
    rows = type(exchange).objects.filter(pk=exchange.pk)
    refused(lambda: rows.update(**values), constraint)


def test_a_date_nobody_knows_is_uncertain():
    exchange = factories.ExchangeFactory(started=None, date_uncertain=True)
    assert exchange.last_day is None


def test_a_commitment_is_not_due_before_its_exchange():
    exchange = factories.ExchangeFactory()
    day = exchange.started
    early = Commitment(
        exchange=exchange,
        text_es="Escribir el plan",
        not_before=day,
        due=day - datetime.timedelta(days=1),
    )
    refused(early.save, "commitment_due_after_the_exchange")
    early.due = day
    early.save()


def test_a_side_is_asked_once_after_so_many_months():
    exchange, day = factories.ExchangeFactory(), timezone.localdate()
    FollowUp(exchange=exchange, months=6, due_on=day).save()
    again = FollowUp(exchange=exchange, months=6, due_on=day)
    refused(again.save, "one_follow_up_of_a_side")
    odd = FollowUp(exchange=exchange, months=7, due_on=day)
    refused(odd.save, "follow_up_after_half_a_year_or_one")
    half = FollowUp(exchange=exchange, months=12, due_on=day, done="yes")
    refused(half.save, "answered_follow_up_says_it")


def test_only_what_was_ratified_has_an_act():
    party = factories.TwinningFactory().parties.first()
    party.ratified_act = "Acuerdo 12"
    refused(party.save, "only_what_was_ratified_has_an_act")


@pytest.mark.parametrize("people", [PeopleShown.MINORS, PeopleShown.NOT_SURE])
def test_no_recognisable_minor_is_public(people):
    refused(
        lambda: factories.PhotoFactory(people_shown=people, public=True),
        "no_recognisable_minor_in_an_exchange",
    )


def test_adults_who_agreed_come_with_their_consent():
    refused(
        lambda: factories.PhotoFactory(people_shown=PeopleShown.ADULTS, public=True),
        "adults_of_an_exchange_signed",
    )


def test_names_and_keys_of_parties():
    town = MunicipalityFactory(name_es="Ñuñó", name_en="Ñuñó")
    city = factories.CityFactory(name_es="Condado Azul", name_en="Blue County")
    other = MunicipalityFactory(name_es="Otra", name_en="Other")
    told = [
        PartyTold(place=city),
        PartyTold(place=town.place),
        PartyTold(organisation=other),
    ]
    twinning = factories.TwinningFactory(owner=town, parties_told=told)
    assert twinning.title_es == "Condado Azul – Ñuñó y Otra"
    assert twinning.title_en == "Blue County – Ñuñó and Other"
    assert twinning.parties.get(place=town.place).organisation == town
    assert twinning.parties.get(organisation=other).place == other.place
    around = factories.TwinningFactory.build(parties_key=twinning.parties_key)
    assert around.parties_key.count("+") == 2


def test_places_of_parties_stay():
    party = factories.TwinningFactory().parties.get(place__country="US")
    with pytest.raises(Exception, match="protected"):
        Place.objects.filter(pk=party.place_id).delete()
