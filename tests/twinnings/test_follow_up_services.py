"""What is asked 6 and 12 months later, and the signed links that answer it."""

import datetime
import re
import uuid

import pytest
from django.core import mail, signing
from django.utils import timezone

from network.choices import Act
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.network.factories import (
    MunicipalityFactory,
    secretariat_member,
    staff_of,
)
from tests.twinnings import factories
from tests.twinnings.factories import days_ago
from twinnings import waiting
from twinnings.dating import months_after
from twinnings.models import FollowUp, OfficerLink
from twinnings.services import exchanges, follow_ups, links

pytestmark = pytest.mark.django_db

LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
ANSWER = {"done": "partly", "what_changed": "Hay un plan", "what_stopped": "Fondos"}


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def exchange(town):
    """Held half a year and a day ago, its follow-ups planned then."""
    twinning = factories.TwinningFactory(owner=town[0])
    made = factories.ExchangeFactory(twinning=twinning)
    made.writers.add(town[1])
    follow_ups.plan_follow_ups(made)
    half_a_year_ago(made)
    return made


def half_a_year_ago(exchange):
    """Move its follow-ups as if the clock had been moved."""
    exchange.follow_ups.filter(months=6).update(due_on=days_ago(1))


def refused(code, verb, **given):
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code


def address_in(letter):
    return re.search(r"https?://\S+/(?:responder|answer)/(\S+?)/", letter.body)[1]


def test_asked_once_in_the_language_of_each(town, exchange):
    staff_of(exchange.owner, "coordinates", email="ana@ejemplo.test", language="en")
    exchange.twinning.parties.filter(place__country="US").update(
        contact_email="police@city.test", contact_office_en="Police"
    )
    assert follow_ups.ask_follow_ups() == 3
    assert follow_ups.ask_follow_ups() == 0
    told = {letter.to[0]: letter for letter in mail.outbox}
    assert set(told) == {town[1].email, "ana@ejemplo.test", "police@city.test"}
    assert "Hace 6 meses" in told[town[1].email].body
    assert "/es/responder/" in told[town[1].email].body
    assert "6 months ago" in told["police@city.test"].body
    assert "/en/answer/" in told["police@city.test"].body
    assert AuditEntry.objects.filter(act=Act.FOLLOW_UP_ASKED).count() == 2
    asked = exchange.follow_ups.filter(asked_at__isnull=False)
    assert set(asked.values_list("months", "side")) == {
        (6, "own"), (6, "counterpart"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {"status": "planned", "review_state": "draft"},
        {"discarded_at": LONG_AGO},
    ],
)
def test_nobody_is_asked_of_what_never_was(exchange, values):
    type(exchange).objects.filter(pk=exchange.pk).update(**values)
    assert follow_ups.ask_follow_ups() == 0


def test_due_by_the_last_day_it_may_have_been(town):
    twinning = factories.TwinningFactory(owner=town[0])
    day = days_ago(20).replace(day=1)
    made = factories.ExchangeFactory(
        twinning=twinning, started=day, date_precision="month"
    )
    follow_ups.plan_follow_ups(made)
    due = made.follow_ups.get(months=6, side="own").due_on
    last = months_after(day, 1) - datetime.timedelta(days=1)
    assert due == months_after(last, 6)


def own_link(exchange):
    follow_ups.ask_follow_ups()
    return OfficerLink.objects.get(follow_up__side="own", exchange=exchange)


def test_answered_from_the_mail(exchange):
    own_link(exchange)
    opened = links.open_link(address_in(mail.outbox[0]))
    assert opened.is_open
    done = follow_ups.answer_by_link(link=opened.link, **ANSWER)
    assert (done.done, done.answered_by, done.language) == ("partly", "staff", "es")
    assert done.what_changed_es == "Hay un plan"
    assert not done.public
    assert AuditEntry.objects.filter(act=Act.FOLLOW_UP_ANSWERED).get().details == {
        "months": 6, "side": "own", "done": "partly",
    }  # fmt: skip


def test_an_officer_answers_in_english(exchange):
    exchange.twinning.parties.filter(place__country="US").update(
        contact_email="police@city.test"
    )
    follow_ups.ask_follow_ups()
    link = OfficerLink.objects.get(follow_up__side="counterpart")
    done = follow_ups.answer_by_link(link=link, done="yes", what_changed="A new plan")
    assert (done.answered_by, done.language) == ("officer", "en")
    assert (done.what_changed_en, done.what_changed_es or "") == ("A new plan", "")


def test_opened_twice_and_forwarded(exchange):
    staff_of(exchange.owner, "coordinates")
    follow_ups.ask_follow_ups()
    first, second = OfficerLink.objects.filter(follow_up__side="own")
    follow_ups.answer_by_link(link=first, **ANSWER)
    for used in (first, second):
        opened = links.open_link(links.token_of(used))
        assert opened.state == "used"
        refused("used", follow_ups.answer_by_link, link=used, done="yes")
    assert FollowUp.objects.exclude(done="").get().done == "partly"


def test_expired_revoked_altered_and_of_another_exchange(exchange, town):
    link = own_link(exchange)
    token = links.token_of(link)
    OfficerLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())
    assert links.open_link(token).state == "expired"
    refused("expired", follow_ups.answer_by_link, link=link, **ANSWER)
    later = timezone.now() + datetime.timedelta(days=1)
    OfficerLink.objects.filter(pk=link.pk).update(expires_at=later)
    for broken in (token[:-1], f"x{token}", token.replace(":", ";"), "", "\x00"):
        assert links.open_link(broken).state == "unknown"
    # Another purpose, another exchange: a token opens nothing but its own row.
    facts = signing.dumps(link.key.hex, salt="twinnings.link.facts")
    assert links.open_link(facts).link is None
    invented = signing.dumps(uuid.uuid4().hex, salt="twinnings.link.follow_up")
    assert links.open_link(invented).link is None
    odd = signing.dumps(["x"], salt="twinnings.link.follow_up")
    assert links.open_link(odd).link is None
    links.revoke_link(link=link, by=town[1])
    assert links.open_link(token).state == "revoked"
    refused("revoked", follow_ups.answer_by_link, link=link, **ANSWER)
    assert not FollowUp.objects.exclude(done="").exists()


def test_a_link_for_facts_answers_no_follow_up(exchange, town):
    asked = links.ask_officer(
        exchange=exchange, by=town[1], email="chief@city.test", office="Police"
    )
    refused("unknown", follow_ups.answer_by_link, link=asked, **ANSWER)
    follow_ups.ask_follow_ups()
    other = OfficerLink.objects.get(purpose="follow_up")
    refused("unknown", links.confirm_facts, link=other, answer="right")


def test_answers_that_say_too_little(exchange):
    link = own_link(exchange)
    for code, said in (
        ("done", {"done": ""}),
        ("done", {"done": "perhaps"}),
        ("what_stopped", {"done": "no"}),
    ):
        refused(code, follow_ups.answer_by_link, link=link, **said)
    assert links.open_link(links.token_of(link)).is_open


def test_answered_by_who_signed_in(exchange, town):
    row = exchange.follow_ups.get(months=6, side="own")
    given = {"follow_up": row, **ANSWER}
    for by in (staff_of(MunicipalityFactory()), staff_of(exchange.owner, "reads")):
        refused("refused", follow_ups.answer_follow_up, by=by, **given)
    done = follow_ups.answer_follow_up(by=town[1], **given)
    assert done.answered_by == "staff"
    assert follow_ups.answer_follow_up(by=town[1], **given) == done
    other = {**given, "done": "yes"}
    refused("answered", follow_ups.answer_follow_up, by=town[1], **other)
    assert follow_ups.ask_follow_ups() == 0
    later = exchange.follow_ups.get(months=12, side="own")
    told = follow_ups.answer_follow_up(**{**given, "follow_up": later}, by=town[2])
    assert told.answered_by == "association"


def test_nobody_answers_for_a_counterpart_that_was_asked(exchange, town):
    exchange.twinning.parties.filter(place__country="US").update(
        contact_email="police@city.test"
    )
    follow_ups.ask_follow_ups()
    row = exchange.follow_ups.get(months=6, side="counterpart")
    assert row.links.count() == 1
    given = {"follow_up": row, "by": town[1], **ANSWER}
    refused("asked", follow_ups.answer_follow_up, **given)
    row.links.update(expires_at=timezone.now())
    assert follow_ups.answer_follow_up(**given).answered_by == "staff"


def test_the_secretariat_sees_nothing_late_of_anothers_draft(exchange, town):
    exchange.commitments.create(
        text_es="Un plan", text_en="A plan", due=days_ago(2), not_before=None
    )
    follow_ups.ask_follow_ups()
    exchange.follow_ups.filter(months=6).update(asked_at=LONG_AGO)
    secretariat = secretariat_member()
    assert waiting.overdue_commitments(town[2]).count() == 1
    assert waiting.late_follow_ups(town[2]).count() == 2
    assert not waiting.overdue_commitments(secretariat).exists()
    assert not waiting.late_follow_ups(secretariat).exists()


def test_the_association_sees_what_is_late(exchange, town):
    follow_ups.ask_follow_ups()
    assert not waiting.late_follow_ups(town[2]).exists()
    long_ago = timezone.now() - datetime.timedelta(days=31)
    FollowUp.objects.filter(months=6, side="own").update(asked_at=long_ago)
    late = exchange.follow_ups.get(months=6, side="own")
    assert late.is_late
    for person in (town[1], town[2]):
        assert list(waiting.late_follow_ups(person)) == [late]
    assert not waiting.late_follow_ups(staff_of(MunicipalityFactory())).exists()


def ask(exchange, by, **more):
    given = {"email": " Chief@City.test ", "office": "Police", **more}
    return links.ask_officer(exchange=exchange, by=by, **given)


def test_an_officer_confirms_the_facts_once(exchange, town):
    link = ask(exchange, town[1])
    assert link.email == "chief@city.test"
    letter = mail.outbox[0]
    assert letter.to == ["chief@city.test"]
    assert "asks you to read" in letter.body
    opened = links.open_link(address_in(letter))
    done = links.confirm_facts(link=opened.link, answer="right")
    assert done.settled_at
    refused("used", links.confirm_facts, link=link, answer="wrong", words="x")
    assert AuditEntry.objects.filter(act=Act.FACTS_CONFIRMED).count() == 1


def test_something_is_wrong_and_dealt_with(exchange, town):
    link = ask(exchange, town[1])
    refused("answer", links.confirm_facts, link=link, answer="")
    refused("words", links.confirm_facts, link=link, answer="wrong", words=" ")
    links.confirm_facts(link=link, answer="wrong", words="We were nine.")
    assert list(waiting.corrections_to_settle(town[1])) == [link]
    stranger = staff_of(MunicipalityFactory())
    assert not waiting.corrections_to_settle(stranger).exists()
    refused("refused", links.settle_correction, link=link, by=stranger)
    links.settle_correction(link=link, by=town[1])
    assert not waiting.corrections_to_settle(town[1]).exists()


def test_asked_again_the_earlier_link_ends(exchange, town):
    first, second = ask(exchange, town[1]), ask(exchange, town[1])
    assert links.open_link(links.token_of(first)).state == "revoked"
    assert links.open_link(links.token_of(second)).is_open


def test_officers_are_not_asked_by_anybody(exchange, town):
    refused("refused", ask, exchange=exchange, by=staff_of(MunicipalityFactory()))
    refused("email", ask, exchange=exchange, by=town[1], email="nadie")
    planned = factories.opened(exchange.twinning, town[1])
    refused("refused", ask, exchange=planned, by=town[1])
    for turn in range(links.MOST_OPEN):
        ask(exchange, town[1], email=f"officer{turn}@city.test")
    refused("refused", ask, exchange=exchange, by=town[1], email="one@city.test")


def test_addresses_are_erased_in_time(exchange, town):
    link = ask(exchange, town[1])
    assert links.forget_officers() == 0
    long_ago = timezone.now() - datetime.timedelta(days=31)
    OfficerLink.objects.filter(pk=link.pk).update(expires_at=long_ago)
    assert links.forget_officers() == 1
    link.refresh_from_db()
    assert link.email == ""


def test_a_report_is_followed_by_its_own_people(town):
    twinning = factories.TwinningFactory(owner=town[0])
    made = factories.opened(twinning, town[1])
    exchanges.report_exchange(
        exchange=made,
        by=town[1],
        version=None,
        values={"started": days_ago(100), "what_happened_es": "Todo"},
    )
    half_a_year_ago(made)
    assert follow_ups.ask_follow_ups() == 1
    assert mail.outbox[0].to == [town[1].email]
