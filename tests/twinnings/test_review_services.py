"""The way of twinnings and exchanges to the public, out of it, and into the trash."""

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from network.choices import PublicKind, TakeDownOutcome, TakeDownWhy
from network.models import TakeDown
from network.services import takedowns
from network.services.refusals import Refused
from tests.network.factories import MunicipalityFactory, secretariat_member, staff_of
from tests.twinnings import factories
from twinnings.models import DelegationRow, Exchange, Twinning
from twinnings.services import review, trash
from twinnings.services import takedowns as photos

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def twinning(town):
    made = factories.TwinningFactory(owner=town[0])
    made.writers.add(town[1])
    return made


@pytest.fixture
def exchange(twinning, town):
    made = factories.ExchangeFactory(twinning=twinning)
    made.writers.add(town[1])
    return made


def refused(code, verb, record, **given):
    state = record.review_state
    with pytest.raises(Refused) as refusal:
        verb(record=record, **given)
    assert refusal.value.code == code
    record.refresh_from_db()
    assert record.review_state == state


def test_sent_returned_sent_and_published(town, twinning):
    _owner, by, reviewer = town
    for _turn in range(2):
        review.submit(record=twinning, by=by)
    assert [letter.to for letter in mail.outbox] == [[reviewer.email]]
    review.send_back(record=twinning, by=reviewer, note="Falta el año")
    assert mail.outbox[-1].to == [by.email]
    assert "Falta el año" in mail.outbox[-1].body
    review.submit(record=twinning, by=by)
    done = review.approve(record=twinning, by=reviewer)
    assert done.is_public
    assert done.slug
    assert Twinning.objects.public().get() == done
    assert [step.to_state for step in done.steps.all()] == [
        "submitted", "returned", "submitted", "approved",
    ]  # fmt: skip


def test_decisions_that_cannot_be(town, twinning):
    _owner, by, reviewer = town
    refused("refused", review.approve, twinning, by=reviewer)
    refused("refused", review.submit, twinning, by=staff_of(MunicipalityFactory()))
    review.submit(record=twinning, by=by)
    twinning.refresh_from_db()
    refused("refused", review.approve, twinning, by=by)
    refused("note", review.send_back, twinning, by=reviewer, note=" ")
    refused("refused", review.approve, twinning, by=reviewer, version=99)
    refused("refused", review.withdraw, twinning, by=by)
    twinning.writers.add(reviewer)
    refused("refused", review.approve, twinning, by=reviewer)


def test_what_the_public_must_find(town, twinning, exchange):
    bare = factories.TwinningFactory(owner=town[0], problem_es="", objective_es="")
    refused("missing", review.submit, bare, by=town[1])
    for values in ({"status": "planned"}, {"title_es": ""}, {"what_happened_es": ""}):
        made = factories.ExchangeFactory(twinning=twinning, **values)
        refused("missing", review.submit, made, by=town[1])


def test_public_only_when_over_its_delay_with_its_twinning(town, exchange):
    recent = timezone.localdate() - datetime.timedelta(days=3)
    Exchange.objects.filter(pk=exchange.pk).update(started=recent)
    exchange.refresh_from_db()
    review.submit(record=exchange, by=town[1])
    done = review.approve(record=exchange, by=town[2])
    assert done.publish_from == recent + datetime.timedelta(days=7)
    assert not done.is_public
    Exchange.objects.filter(pk=done.pk).update(publish_from=timezone.localdate())
    assert not Exchange.objects.public().exists()
    factories.published(exchange.twinning)
    assert Exchange.objects.public().get() == exchange
    review.hide(record=exchange.twinning, by=town[1])
    assert not Exchange.objects.public().exists()


@pytest.mark.parametrize(
    ("precision", "last"),
    [("month", datetime.date(2014, 10, 31)), ("year", datetime.date(2014, 12, 31))],
)
def test_over_on_the_last_day_it_may_have_been(precision, last):
    made = factories.ExchangeFactory(
        started=datetime.date(2014, 10, 1), date_precision=precision
    )
    done = factories.published(made)
    assert done.publish_from == last + datetime.timedelta(days=7)


def test_few_residents_are_not_counted_in_public():
    made = factories.ExchangeFactory()
    told = (("residents", "women", 4), ("residents", "men", 5), ("police", "men", 2))
    for role, sex, people in told:
        DelegationRow.objects.create(exchange=made, role=role, sex=sex, people=people)
    DelegationRow.objects.create(exchange=made, role="staff", sex="other", people=1)
    done = factories.published(made)
    hidden = done.delegation.filter(hidden=True).values_list("role", "people")
    assert set(hidden) == {("residents", 4), ("staff", 1)}
    row = Exchange.objects.with_people().get(pk=made.pk)
    assert (row.people, row.women, row.men) == (7, None, 7)
    assert row.has_hidden


def test_addresses_are_free_and_for_ever(town):
    city = factories.CityFactory(name_es="Intercambios", name_en="Exchanges")
    one = factories.published(factories.TwinningFactory())
    one.title_es = "Otro nombre"
    one.save()
    slug = one.slug
    review.withdraw(record=one, by=secretariat_member())
    review.reopen(record=one, by=secretariat_member())
    again = factories.published(one)
    assert again.slug == slug
    assert city.name_es not in slug


def test_withdrawn_reopened_hidden_and_shown(town, exchange):
    _owner, by, reviewer = town
    factories.published(exchange.twinning)
    review.submit(record=exchange, by=by)
    review.approve(record=exchange, by=reviewer)
    for _turn in range(2):
        hidden = review.hide(record=exchange, by=by)
    assert hidden.hidden_at
    assert not Exchange.objects.public().exists()
    shown = review.show(record=exchange, by=by)
    assert shown.is_public
    review.withdraw(record=exchange, by=by, note="Hay un error")
    back = review.reopen(record=exchange, by=by)
    assert back.review_state == "draft"
    refused("refused", review.hide, back, by=by)
    refused("refused", review.reopen, back, by=by)
    refused("refused", trash.discard, back, by=by)


def thing(record):
    return takedowns.thing_at(f"https://testserver{record.get_absolute_url()}")


def test_strangers_ask_and_one_press_hides(town, exchange):
    factories.published(exchange.twinning)
    factories.published(exchange)
    photo = factories.PhotoFactory(exchange=exchange)
    for record, kind in (
        (exchange.twinning, PublicKind.TWINNING),
        (exchange, PublicKind.EXCHANGE),
    ):
        record.refresh_from_db()
        found = thing(record)
        assert (found.kind, found.owner, found.is_public) == (kind, town[0], True)
        asked = takedowns.ask_take_down(thing=found, why=TakeDownWhy.RISK)
        takedowns.hide_now(take_down=asked, by=town[1])
        record.refresh_from_db()
        assert record.hidden_at
        takedowns.show_again(take_down=asked, by=town[1])
        record.refresh_from_db()
        assert record.hidden_at is None
    found = takedowns.find_thing(f"exchangephoto-{photo.uuid}")
    assert found.is_public
    photos.hide_photo(photo=photo, by=town[1])
    assert not takedowns.find_thing(found.name).is_public
    answered = TakeDown.objects.get(kind=PublicKind.EXCHANGE_PHOTO)
    assert answered.outcome == TakeDownOutcome.HIDDEN
    photos.show_photo(photo=photo, by=town[1])
    with pytest.raises(Refused):
        photos.hide_photo(photo=photo, by=staff_of(MunicipalityFactory()))


def test_thrown_away_and_brought_back(town, twinning, exchange):
    by = town[1]
    refused("exchanges", trash.discard, twinning, by=by)
    for _turn in range(2):
        trash.discard(record=exchange, by=by)
        trash.discard(record=twinning, by=by)
    assert list(Exchange.objects.in_trash_of(by)) == [exchange]
    assert not Twinning.objects.visible_to(by).exists()
    refused("twinning", trash.restore, exchange, by=by)
    trash.restore(record=twinning, by=by)
    trash.restore(record=exchange, by=by)
    assert Exchange.objects.visible_to(by).get() == exchange


def test_brought_back_only_while_its_parties_have_no_other(town):
    owner, by, _reviewer = town
    city = factories.CityFactory()
    first = factories.proposed(owner, by, city)
    trash.discard(record=first, by=by)
    factories.proposed(owner, by, city)
    first.refresh_from_db()
    refused("twice", trash.restore, first, by=by)


def test_gone_for_good_after_thirty_days(town, twinning, exchange):
    for record in (exchange, twinning):
        trash.discard(record=record, by=town[1])
    assert trash.empty_discarded() == 0
    long_ago = timezone.now() - datetime.timedelta(days=31)
    for model in (Exchange, Twinning):
        model.objects.update(discarded_at=long_ago)
    assert trash.empty_discarded() == 2
    assert not Twinning.history.exists()


def test_what_was_sent_is_not_thrown_away(town, twinning):
    review.submit(record=twinning, by=town[1])
    twinning.refresh_from_db()
    refused("refused", trash.discard, twinning, by=town[1])
