"""What is corrected after it was published is decided again, and what is hidden is told
to nobody by any way round."""

import datetime

import pytest
from django.utils import timezone, translation

from network.choices import PeopleShown
from network.services.refusals import Refused
from tests.network.factories import secretariat_member
from tests.twinnings import factories
from tests.twinnings.factories import days_ago
from twinnings.models import Exchange
from twinnings.services import (
    exchanges,
    follow_ups,
    links,
    review,
    statuses,
    takedowns,
    writing,
)
from twinnings.services.parties import PartyTold, name_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def exchange():
    made = factories.published_exchange()
    assert Exchange.objects.public().filter(pk=made.pk).exists()
    return made


def correct(exchange, rows=None, **values):
    """Taken back, written, and published again by somebody else."""
    by = secretariat_member()
    review.correct(record=exchange, by=by)
    assert not Exchange.objects.public().filter(pk=exchange.pk).exists()
    done = exchanges.save_exchange(
        exchange=exchange, by=by, version=None, values=values, rows=rows
    )
    done = factories.published(done)
    done.refresh_from_db()
    return done


def residents(people, **more):
    return {"role": "residents", "sex": "women", "people": people, **more}


def test_few_people_written_later_are_told_as_few(exchange):
    corrected = correct(exchange, {"delegation": [residents(3)]})
    assert [row.hidden for row in corrected.delegation.all()] == [True]
    shown = Exchange.objects.public().with_people().get(pk=exchange.pk)
    assert (shown.people, shown.has_hidden) == (None, True)


def test_a_row_that_is_no_longer_few_is_told_again(exchange):
    row = correct(exchange, {"delegation": [residents(3)]}).delegation.get()
    corrected = correct(exchange, {"delegation": [residents(10, pk=row.pk)]})
    told = corrected.delegation.get()
    assert (told.pk, told.people, told.hidden) == (row.pk, 10, False)


def test_a_longer_stay_leaves_the_public_until_it_is_over(exchange):
    corrected = correct(exchange, started=days_ago(9), ended=timezone.localdate())
    assert corrected.publish_from > timezone.localdate()
    assert not Exchange.objects.public().filter(pk=exchange.pk).exists()


@pytest.mark.parametrize("status", ["letter", "active", "paused", "ended"])
def test_what_lies_ahead_is_noted_when_it_has_come(status):
    twinning = factories.TwinningFactory()
    by = factories.coordinator_of(twinning.owner)
    ahead = timezone.localdate() + datetime.timedelta(days=1)
    twinning.status = "exploring"
    twinning.save()
    with pytest.raises(Refused) as refusal:
        statuses.change_status(
            twinning=twinning,
            by=by,
            status=status,
            when=statuses.When(ahead),
            ended_by="term" if status == "ended" else "",
        )
    assert refusal.value.code == "when"
    twinning.refresh_from_db()
    assert (twinning.status, twinning.signed_on) == ("exploring", None)


@pytest.mark.parametrize("name", ["started", "ended", "signed_on"])
def test_no_day_to_come_is_written_into_a_twinning(name):
    twinning = factories.TwinningFactory()
    by = factories.coordinator_of(twinning.owner)
    ahead = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(Refused) as refusal:
        writing.save_twinning(
            twinning=twinning, by=by, version=None, values={name: ahead}
        )
    assert refusal.value.code == name


def hide_exchange(exchange):
    review.hide(record=exchange, by=secretariat_member())


def hide_twinning(exchange):
    review.hide(record=exchange.twinning, by=secretariat_member())


def withdraw(exchange):
    review.withdraw(record=exchange, by=secretariat_member())


OUT_OF_SIGHT = [hide_exchange, hide_twinning, withdraw]


@pytest.mark.parametrize("put_away", OUT_OF_SIGHT)
def test_a_link_opens_nothing_that_is_out_of_sight(exchange, put_away):
    by = factories.coordinator_of(exchange.owner)
    link = links.ask_officer(
        exchange=exchange, by=by, email="office@city.example", office="Office"
    )
    token = links.token_of(link)
    assert links.open_link(token).is_open
    put_away(exchange)
    assert links.open_link(token).state == "revoked"
    with pytest.raises(Refused):
        links.confirm_facts(link=link, answer="right")


@pytest.mark.parametrize("put_away", OUT_OF_SIGHT)
def test_nobody_is_asked_about_what_is_out_of_sight(exchange, put_away):
    exchange.follow_ups.create(months=6, side="own", due_on=timezone.localdate())
    put_away(exchange)
    assert follow_ups.ask_follow_ups() == 0
    assert exchange.follow_ups.get(months=6, side="own").asked_at is None


def test_a_hidden_photo_is_shown_again_only_as_it_is_described(exchange):
    photo = factories.PhotoFactory(
        exchange=exchange, public=False, people_shown=PeopleShown.NOT_SURE
    )
    with pytest.raises(Refused):
        takedowns.show_photo(photo=photo, by=secretariat_member())
    photo.refresh_from_db()
    assert not photo.public


@pytest.mark.parametrize(
    ("last", "spanish"),
    [
        ("Ilopango", "Colón e Ilopango"),
        ("Hierro", "Colón y Hierro"),
        ("Izalco", "Colón e Izalco"),
        ("Yoro", "Colón y Yoro"),
    ],
)
def test_spanish_says_e_before_an_i(last, spanish):
    owner = factories.reviewed_town()[0]
    places = [
        factories.CityFactory(name_es=name, name_en=name, country="SV")
        for name in ("Colón", last)
    ]
    twinning = factories.TwinningFactory(
        owner=owner,
        parties_told=[
            PartyTold(place=factories.CityFactory(name_es="Austin")),
            *(PartyTold(place=place) for place in places),
        ],
    )
    parties = list(twinning.parties.order_by("position"))
    assert name_of(parties) == f"Austin – {spanish}"
    with translation.override("en"):
        assert name_of(parties).endswith(f"Colón and {last}")
