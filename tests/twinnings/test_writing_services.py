"""Proposing a twinning, its parties, its statuses and its ratifications."""

import datetime
import uuid

import pytest
from django.utils import timezone

from network.choices import Act, Outcome
from network.models import AuditEntry
from network.services.refusals import Doubtful, Refused, Stale
from tests.network.factories import MunicipalityFactory, staff_of
from tests.twinnings import factories
from twinnings.models import Party, Twinning
from twinnings.services import review, statuses, trash, writing
from twinnings.services.parties import PartyTold
from twinnings.services.statuses import When

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def city():
    return factories.CityFactory()


def propose(town, *told, **more):
    owner, by, _reviewer = town
    values = {"problem_es": "Jóvenes", "problem_en": "Young people"}
    return writing.propose_twinning(
        **{
            "owner": owner,
            "by": by,
            "parties": [PartyTold(organisation=owner), *told],
            "values": values,
            "client_uuid": uuid.uuid4(),
            **more,
        }
    )


def refused(code, verb, **given):
    before = (Twinning.objects.count(), Party.objects.count())
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert (Twinning.objects.count(), Party.objects.count()) == before
    return str(refusal.value)


def test_a_proposal_is_a_draft_that_is_explored(town, city):
    made, new = propose(town, PartyTold(place=city))
    assert new
    assert made.review_state == "draft"
    assert made.status == "exploring"
    assert made.was_written_by(town[1])
    assert [each.status for each in made.status_entries.all()] == ["exploring"]
    assert AuditEntry.objects.filter(act=Act.TWINNING_STARTED, actor=town[1]).exists()


def test_the_same_form_twice_is_one_proposal(town, city):
    key = uuid.uuid4()
    first, _new = propose(town, PartyTold(place=city), client_uuid=key)
    again, new = propose(town, PartyTold(place=city), client_uuid=key)
    assert (again, new) == (first, False)
    other = factories.reviewed_town()
    refused(
        "refused",
        lambda: propose(other, PartyTold(place=city), client_uuid=key),
    )


def test_the_problem_comes_first(town, city):
    refused("problem", lambda: propose(town, PartyTold(place=city), values={}))


def test_only_its_writers_propose(town, city):
    reader, neighbour = staff_of(town[0], "reads"), staff_of(MunicipalityFactory())
    told = PartyTold(place=city)
    refused("refused", lambda: propose(town, told, by=reader))
    refused("refused", lambda: propose(town, told, by=neighbour))
    kept = AuditEntry.objects.filter(act=Act.TWINNING_STARTED, outcome=Outcome.REFUSED)
    assert kept.count() == 2


def test_nobody_is_twinned_with_itself(town, city):
    by_name, by_place = PartyTold(organisation=town[0]), PartyTold(place=town[0].place)
    told = PartyTold(place=city)
    said = refused("itself", lambda: propose(town, by_name))
    assert "consigo mismo" in said
    refused("itself", lambda: propose(town, by_place))
    refused("itself", lambda: propose(town, told, told))
    refused("parties", lambda: propose(town))
    refused("parties", lambda: propose(town, PartyTold(unnamed=2)))


def test_the_same_pair_twice(town, city):
    first, _new = propose(town, PartyTold(place=city))
    refused("twice", lambda: propose(town, PartyTold(place=city)))
    # In another order, told of by the other side.
    other = factories.reviewed_town()
    third, _new = propose(town, PartyTold(organisation=other[0]))
    # A draft is not told, not even by a refusal; the first that is sent stands.
    drafted, _new = propose(other, PartyTold(organisation=town[0]))
    assert drafted.parties_key == third.parties_key
    writing.save_twinning(
        twinning=third, by=town[1], version=None, values={"objective_es": "Aprender"}
    )
    review.submit(record=third, by=town[1])
    refused("twice", lambda: review.submit(record=drafted, by=other[1]))
    trash.discard(record=drafted, by=other[1])
    refused("twice", lambda: propose(other, PartyTold(organisation=town[0])))
    statuses.change_status(
        twinning=first, by=town[1], status="ended", when=When(), ended_by="term"
    )
    again, new = propose(town, PartyTold(place=city))
    assert new
    assert {again.parties_key} == {first.parties_key}
    assert third.parties_key != again.parties_key


def test_a_pair_that_has_another_twinning_is_asked_about(town, city):
    propose(town, PartyTold(place=city))
    third = PartyTold(place=factories.CityFactory())
    with pytest.raises(Doubtful) as doubt:
        propose(town, PartyTold(place=city), third)
    assert set(doubt.value.doubts) == {"pair"}
    made, new = propose(town, PartyTold(place=city), third, sure=("pair",))
    assert new
    assert made.parties.count() == 3


def test_three_towns_of_the_south(town):
    others = [factories.reviewed_town()[0] for _turn in range(2)]
    made, _new = propose(town, *(PartyTold(organisation=each) for each in others))
    assert {party.country for party in made.parties.all()} == {"SV"}
    assert made.title_es.count(" – ") == 2


def save(made, by, version=None, **more):
    return writing.save_twinning(
        twinning=made, by=by, version=version, values=more.pop("values", {}), **more
    )


def test_parties_change_and_keep_their_ratification(town, city):
    made, _new = propose(town, PartyTold(place=city))
    party = made.parties.get(place=city)
    statuses.ratify(party=party, by=town[1], when=factories.KNOWN, act="N-2013-162")
    third = MunicipalityFactory()
    told = [PartyTold(organisation=third), PartyTold(place=city)]
    # Whoever tells of it takes part in it.
    refused("parties", lambda: save(made, town[1], parties=told, values={}))
    told = [PartyTold(organisation=town[0]), *told]
    save(made, town[1], parties=told, values={"objective_es": "Aprender"})
    made.refresh_from_db()
    assert made.objective_es == "Aprender"
    names = [town[0].name, third.name, city.name]
    assert [each.name for each in made.parties.all()] == names
    assert made.parties.get(place=city).ratified_act == "N-2013-162"
    assert third.name in made.title_es


def test_what_somebody_else_saved_meanwhile(town, city):
    made, _new = propose(town, PartyTold(place=city))
    seen = made.version
    save(made, town[1], seen, values={"objective_es": "Uno"})
    with pytest.raises(Stale) as stale:
        save(made, town[1], seen, values={"objective_es": "Dos"})
    assert stale.value.record.objective_es == "Uno"


def test_an_end_before_the_beginning_is_not_saved(town, city):
    made, _new = propose(town, PartyTold(place=city))
    values = {"started": datetime.date(2014, 1, 1), "ended": datetime.date(2013, 1, 1)}
    with pytest.raises(Refused, match="último día") as refusal:
        save(made, town[1], values=values)
    assert refusal.value.code == "ended"


def move(made, by, status, when=None, **more):
    return statuses.change_status(
        twinning=made, by=by, status=status, when=when or When(), **more
    )


def test_its_life_by_its_statuses(town, city):
    made, _new = propose(town, PartyTold(place=city))
    move(made, town[1], "letter", When(datetime.date(2012, 3, 1), "month"))
    made = move(made, town[1], "active", When(datetime.date(2012, 6, 4)))
    assert (made.started, made.date_precision) == (datetime.date(2012, 3, 1), "month")
    assert made.signed_on == datetime.date(2012, 6, 4)
    made = move(made, town[1], "paused", When(uncertain=True), note_es="Sin fondos")
    made = move(
        made,
        town[1],
        "ended",
        When(datetime.date(2014, 1, 1), "year"),
        ended_by="council",
    )
    assert (made.ended, made.ended_by) == (datetime.date(2014, 1, 1), "council")
    told = list(made.status_entries.order_by("pk"))
    assert [each.status for each in told] == [
        "exploring", "letter", "active", "paused", "ended",
    ]  # fmt: skip
    assert told[3].started is None
    assert told[3].date_uncertain
    assert made.date_precision == "year"
    assert not made.date_uncertain
    ended = {"when": When(datetime.date(2014, 1, 1), "year"), "ended_by": "council"}
    again = move(made, town[1], "ended", **ended)
    assert again.status_entries.count() == 5
    again = move(made, town[1], "ended", **ended, note_es="Por falta de fondos")
    assert again.status_entries.count() == 6


def test_an_end_in_the_year_of_the_beginning(town, city):
    made, _new = propose(town, PartyTold(place=city))
    move(made, town[1], "active", When(datetime.date(2012, 6, 4)))
    year = When(datetime.date(2012, 1, 1), "year")
    made = move(made, town[1], "ended", year, ended_by="term")
    assert made.ended == made.started == datetime.date(2012, 6, 4)
    assert made.date_precision == "year"
    later = move(made, town[1], "ended", When(uncertain=True), ended_by="council")
    assert later.ended == datetime.date(2012, 6, 4)
    assert not later.date_uncertain


def test_statuses_that_cannot_be(town, city):
    made, _new = propose(town, PartyTold(place=city))
    move(made, town[1], "active", When(datetime.date(2012, 6, 4)))
    made.refresh_from_db()
    for code, more in (
        ("ended_by", {}),
        ("when", {"when": When(datetime.date(2011, 1, 1)), "ended_by": "term"}),
    ):
        with pytest.raises(Refused) as refusal:
            move(made, town[1], "ended", **more)
        assert refusal.value.code == code
    with pytest.raises(Refused):
        move(made, staff_of(MunicipalityFactory(), "coordinates"), "paused")
    made.refresh_from_db()
    assert made.status == "active"
    assert made.status_entries.count() == 2


def test_one_that_ended_begins_again_only_while_its_parties_have_no_other(town, city):
    first, _new = propose(town, PartyTold(place=city))
    move(first, town[1], "ended", ended_by="unknown")
    propose(town, PartyTold(place=city))
    first.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        move(first, town[1], "active")
    assert refusal.value.code == "twice"
    first.refresh_from_db()
    assert first.status == "ended"


def test_a_ratification_is_noted_and_taken_back(town, city):
    made, _new = propose(town, PartyTold(place=city))
    party = made.parties.get(place=city)
    done = statuses.ratify(
        party=party, by=town[1], when=factories.KNOWN, act=" Acta 3 "
    )
    assert (done.ratification, done.ratified_act) == ("ratified", "Acta 3")
    assert done.ratified_precision == "month"
    ahead = When(timezone.localdate() + datetime.timedelta(days=1))
    with pytest.raises(Refused) as refusal:
        statuses.ratify(party=party, by=town[1], when=ahead)
    assert refusal.value.code == "when"
    with pytest.raises(Refused):
        statuses.ratify(party=party, by=staff_of(town[0], "reads"), when=When())
    back = statuses.ratify(party=party, by=town[1], when=When(), ratification="pending")
    assert (back.ratification, back.ratified_on, back.ratified_act) == (
        "pending",
        None,
        "",
    )
