"""Taking down: a stranger asks, its people decide, the reason is written afterwards."""

import datetime

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from network import rules
from network.choices import Act, Outcome, PublicKind, Role, TakeDownOutcome, TakeDownWhy
from network.models import Activity, AuditEntry, Evidence, TakeDown
from network.services import evidence, review, takedown_mail, takedowns
from network.services.refusals import Refused
from network.takedowns import take_downs_of
from tests.network import factories

pytestmark = pytest.mark.django_db

WORDS = "Se ve a mi hija"


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def keeper(town):
    return factories.staff_of(town, Role.COORDINATES)


@pytest.fixture
def activity(town):
    return factories.ApprovedActivityFactory(owner=town)


def thing(record):
    if isinstance(record, Activity):
        return takedowns.find_thing(f"activity-{record.pk}")
    if isinstance(record, Evidence):
        return takedowns.find_thing(f"evidence-{record.uuid}")
    return takedowns.find_thing(f"{record.kind}-{record.slug}")


def ask(record, **more):
    values = {"why": TakeDownWhy.MYSELF, "words": WORDS, "email": "vecina@ejemplo.test"}
    return takedowns.ask_take_down(thing=thing(record), **{**values, **more})


def photo(activity):
    return Evidence.objects.create(
        activity=activity,
        kind="picture",
        file="x.webp",
        content_type="image/webp",
        size=1,
        sha256="a" * 64,
        people_shown="nobody",
        public=True,
    )


def acts(of):
    rows = AuditEntry.objects.filter(
        record_kind="network.takedown", record_key=str(of.pk)
    )
    return list(rows.order_by("pk").values_list("act", "outcome"))


def forget_mails():
    """Let what waits go out, and look only at what comes after."""
    assert len(mail.outbox) >= 0
    mail.outbox.clear()


def recipients():
    return {address for letter in mail.outbox for address in letter.to}


def test_a_request_hides_nothing_and_tells_those_who_decide(town, keeper, activity):
    clerk = factories.staff_of(town, Role.RECORDS)
    reviewer = factories.staff_of(town.affiliations.get().association, Role.REVIEWS)
    secretariat = factories.secretariat_member()
    made = ask(activity)
    assert Activity.objects.public().get() == activity
    assert made.outcome == TakeDownOutcome.WAITING
    assert recipients() == {keeper.email, reviewer.email}
    assert acts(made) == [(Act.TAKEDOWN_ASKED, Outcome.DONE)]
    text = "".join(letter.subject + letter.body for letter in mail.outbox)
    assert WORDS not in text
    assert "vecina@" not in text
    assert clerk.email not in recipients()
    assert secretariat.email not in recipients()


@pytest.mark.parametrize("why", [TakeDownWhy.MINOR, TakeDownWhy.RISK])
def test_where_somebody_is_at_risk_the_secretariat_is_told_too(keeper, activity, why):
    secretariat = factories.secretariat_member()
    ask(activity, why=why)
    assert recipients() == {keeper.email, secretariat.email}


def test_the_secretariat_hears_of_what_has_no_people(activity):
    secretariat = factories.secretariat_member()
    ask(activity)
    country = takedowns.find_thing("country-SV")
    takedowns.ask_take_down(thing=country, why=TakeDownWhy.ERROR, words="otra")
    assert [letter.to for letter in mail.outbox] == [[secretariat.email]] * 2


def test_the_same_request_is_one(activity):
    assert ask(activity) == ask(activity)
    assert ask(activity, words="Otra cosa") != ask(activity)
    assert TakeDown.objects.count() == 2


NOTHING = [
    "activity-0",
    "activity-x",
    "activity",
    "activity-999999999999999999999999999999",
    "evidence-1",
    "film-3",
    "-",
    "municipality-nada",
    "country-XX",
]


@pytest.mark.parametrize("name", [*NOTHING, ""])
def test_names_of_nothing_find_nothing(name):
    assert takedowns.find_thing(name) is None


def test_what_is_not_public_cannot_be_asked_about(town):
    draft = factories.ActivityFactory(owner=town)
    with pytest.raises(Refused):
        ask(draft)
    assert not TakeDown.objects.exists()


@pytest.mark.parametrize("kind", ["activity", "photo", "municipality", "association"])
def test_one_press_hides_and_another_shows_again(town, activity, kind):
    association = town.affiliations.get().association
    record = {
        "activity": activity,
        "photo": photo(activity),
        "municipality": town,
        "association": association,
    }[kind]
    keeper = factories.staff_of(association, Role.ADMINISTERS)
    made = ask(record)
    takedowns.hide_now(take_down=made, by=keeper)
    assert not thing(record).is_public
    made.refresh_from_db()
    assert (made.outcome, made.decided_by) == (TakeDownOutcome.HIDDEN, keeper)
    takedowns.hide_now(take_down=made, by=keeper)
    assert [act for act, _o in acts(made)].count(Act.TAKEDOWN_HIDDEN) == 1
    takedowns.show_again(take_down=made, by=keeper)
    assert thing(record).is_public
    made.refresh_from_db()
    assert made.ended_at is not None


def test_the_reason_comes_afterwards_and_serves_every_request(keeper, activity):
    first, second = ask(activity), ask(activity, words="Yo también")
    takedowns.hide_now(take_down=first, by=keeper)
    for each in (first, second):
        each.refresh_from_db()
        assert each.lacks_reason
    with pytest.raises(Refused):
        takedowns.write_reason(take_down=first, by=keeper, reason="  ")
    takedowns.write_reason(take_down=first, by=keeper, reason="Se ve a una menor.")
    second.refresh_from_db()
    assert second.reason == "Se ve a una menor."
    assert acts(second)[-1] == (Act.TAKEDOWN_REASONED, Outcome.DONE)


def test_whoever_asked_is_answered_once_in_their_language(keeper, activity):
    made = ask(activity, language="en")
    forget_mails()
    takedowns.hide_now(take_down=made, by=keeper)
    takedowns.show_again(take_down=made, by=keeper)
    takedowns.hide_now(take_down=made, by=keeper)
    made.refresh_from_db()
    takedown_mail.answer(made, "")
    letter = mail.outbox[0]
    assert [each.to for each in mail.outbox] == [["vecina@ejemplo.test"]]
    assert "no longer public" in letter.body
    assert made.number in letter.subject


def test_it_stays_only_with_a_reason_that_the_asker_reads(keeper, activity):
    made = ask(activity)
    forget_mails()
    with pytest.raises(Refused):
        takedowns.keep_public(take_down=made, by=keeper, reason=" ")
    takedowns.keep_public(take_down=made, by=keeper, reason="Es una foto de la plaza.")
    assert Activity.objects.public().exists()
    assert "Es una foto de la plaza." in mail.outbox[0].body
    with pytest.raises(Refused):
        takedowns.keep_public(take_down=made, by=keeper, reason="Otra vez.")
    with pytest.raises(IntegrityError), transaction.atomic():
        TakeDown.objects.filter(pk=made.pk).update(reason="")


def test_hiding_without_a_request_asks_for_its_reason_too(keeper, activity):
    review.hide_activity(activity=activity, by=keeper)
    piece = photo(factories.ApprovedActivityFactory(owner=activity.owner))
    evidence.hide_evidence(evidence=piece, by=keeper)
    found = {row.kind: row for row in TakeDown.objects.all()}
    assert set(found) == {PublicKind.ACTIVITY, PublicKind.EVIDENCE}
    assert all(row.lacks_reason and not row.asked_at for row in found.values())
    review.hide_activity(activity=activity, by=keeper)
    assert TakeDown.objects.count() == 2


def test_other_roads_out_of_sight_answer_the_request(keeper, activity):
    made = ask(activity)
    forget_mails()
    review.withdraw_activity(activity=activity, by=keeper)
    made.refresh_from_db()
    assert made.outcome == TakeDownOutcome.HIDDEN
    assert ["vecina@ejemplo.test"] in [letter.to for letter in mail.outbox]
    other = factories.ApprovedActivityFactory(owner=activity.owner)
    asked = ask(other)
    Activity.objects.filter(pk=other.pk).update(review_state="withdrawn")
    takedowns.hide_now(take_down=asked, by=keeper)
    asked.refresh_from_db()
    assert asked.outcome == TakeDownOutcome.HIDDEN


def test_pages_made_of_many_records_are_only_answered():
    secretariat = factories.secretariat_member()
    country = takedowns.find_thing("country-SV")
    made = takedowns.ask_take_down(thing=country, why=TakeDownWhy.ERROR)
    with pytest.raises(Refused):
        takedowns.hide_now(take_down=made, by=secretariat)
    takedowns.keep_public(take_down=made, by=secretariat, reason="Se corrigió.")


def test_who_may_hide_it_reads_and_decides_and_nobody_else(town, activity):
    association = town.affiliations.get().association
    neighbour = factories.reviewed_municipality(association)
    made = ask(activity)
    may = {
        (town, Role.COORDINATES): True,
        (town, Role.MAYOR): True,
        (town, Role.RECORDS): False,
        (town, Role.READS): False,
        (association, Role.REVIEWS): True,
        (association, Role.ADMINISTERS): True,
        (association, Role.FACILITATES): False,
        (neighbour, Role.COORDINATES): False,
        (factories.AssociationFactory(), Role.ADMINISTERS): False,
        (factories.NetworkFactory(), Role.SECRETARIAT): True,
        (factories.NetworkFactory(), Role.EDITS): False,
    }
    for (where, role), expected in may.items():
        person = factories.staff_of(where, role)
        assert rules.may_decide_take_down(person, made) is expected, (where, role)
        assert take_downs_of(person).filter(pk=made.pk).exists() is expected
        if not expected:
            for verb, more in (
                (takedowns.hide_now, {}),
                (takedowns.keep_public, {"reason": "x"}),
                (takedowns.write_reason, {"reason": "x"}),
                (takedowns.show_again, {}),
            ):
                with pytest.raises(Refused):
                    verb(take_down=made, by=person, **more)
    assert Activity.objects.public().exists()
    assert (Act.TAKEDOWN_HIDDEN, Outcome.REFUSED) in acts(made)


def moved_back(made, days, **fields):
    ago = timezone.now() - datetime.timedelta(days=days)
    TakeDown.objects.filter(pk=made.pk).update(**dict.fromkeys(fields, ago))


def test_a_missing_reason_is_asked_after_a_day_and_then_weekly(keeper, activity):
    review.hide_activity(activity=activity, by=keeper)
    made = TakeDown.objects.get()
    assert takedowns.remind_of_reasons() == 0
    moved_back(made, 2, decided_at=True)
    assert (takedowns.remind_of_reasons(), takedowns.remind_of_reasons()) == (1, 0)
    assert recipients() == {keeper.email}
    moved_back(made, 8, reminded_at=True)
    assert takedowns.remind_of_reasons() == 1
    takedowns.write_reason(take_down=made, by=keeper, reason="Por error.")
    moved_back(made, 30, reminded_at=True)
    assert takedowns.remind_of_reasons() == 0


def test_a_reason_is_asked_of_the_others_once_who_hid_it_left(keeper, activity, town):
    review.hide_activity(activity=activity, by=keeper)
    moved_back(TakeDown.objects.get(), 2, decided_at=True)
    keeper.appointments.update(ended_at=timezone.now())
    other = factories.staff_of(town, Role.COORDINATES)
    assert takedowns.remind_of_reasons() == 1
    assert recipients() == {other.email}


@pytest.mark.parametrize(
    ("why", "days", "told"),
    [(TakeDownWhy.ERROR, 2, 0), (TakeDownWhy.ERROR, 4, 1), (TakeDownWhy.RISK, 2, 1)],
)
def test_what_nobody_decides_goes_to_the_secretariat(keeper, activity, why, days, told):
    secretariat = factories.secretariat_member()
    made = ask(activity, why=why)
    forget_mails()
    moved_back(made, days, asked_at=True)
    assert (takedowns.tell_of_overdue(), takedowns.tell_of_overdue()) == (told, 0)
    assert recipients() == ({secretariat.email} if told else set())


def test_address_and_words_are_erased_thirty_days_after_the_answer(keeper, activity):
    made, waiting = ask(activity), ask(factories.ApprovedActivityFactory())
    takedowns.keep_public(take_down=made, by=keeper, reason="Es la plaza.")
    assert takedowns.forget_askers() == 0
    moved_back(made, 31, answered_at=True)
    assert (takedowns.forget_askers(), takedowns.forget_askers()) == (1, 0)
    made.refresh_from_db()
    assert (made.email, made.words, made.reason) == ("", "", "Es la plaza.")
    waiting.refresh_from_db()
    assert waiting.email
