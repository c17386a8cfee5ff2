"""A municipality's body at work: seats, meetings, agreements."""

import datetime
import uuid

import pytest

from network.choices import Role
from network.services.refusals import Doubtful, Refused, Stale
from tests.network.factories import MunicipalityFactory, staff_of
from tests.toolkit.factories import (
    BodyFactory,
    MeetingFactory,
    SeatFactory,
    days_ago,
    reviewed_town,
)
from toolkit import waiting
from toolkit.models import Agreement, Meeting, PreventionBody
from toolkit.services import agreements, bodies, meetings

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_town()


@pytest.fixture
def body(town):
    return BodyFactory(organisation=town[0])


def test_a_municipality_has_one_body(town):
    organisation, clerk, reviewer = town
    values = {"name": "Comité", "act": "Acta 1, secretaría municipal"}
    made = bodies.save_body(organisation=organisation, by=clerk, values=values)
    again = bodies.save_body(
        organisation=organisation,
        by=clerk,
        version=made.version,
        values={"name": "Comité municipal"},
    )
    assert (again.pk, again.act) == (made.pk, values["act"])
    with pytest.raises(Stale):
        bodies.save_body(organisation=organisation, by=clerk, version=1, values=values)
    for stranger in (reviewer, staff_of(MunicipalityFactory())):
        with pytest.raises(Refused):
            bodies.save_body(organisation=organisation, by=stranger, values=values)
    for wrong in ({"name": " "}, {"name": "C", "founded": days_ago(-1)}):
        with pytest.raises(Refused):
            bodies.save_body(organisation=organisation, by=clerk, values=wrong)
    assert PreventionBody.objects.get().name == "Comité municipal"
    assert PreventionBody.objects.visible_to(reviewer).exists()
    assert not PreventionBody.objects.visible_to(staff_of(MunicipalityFactory()))


def test_a_seat_is_an_office_and_never_a_name(town, body):
    _organisation, clerk, _reviewer = town
    values = {"sector": "police", "institution": "PNC", "office": "Lic. Ana Pérez"}
    with pytest.raises(Doubtful) as doubt:
        bodies.save_member(body=body, by=clerk, values=values)
    assert set(doubt.value.doubts) == {"people-office"}
    with pytest.raises(Refused):
        bodies.save_member(body=body, by=clerk, values={**values, "office": ""})
    assert not body.members.exists()
    odd = 'Jefatura «"& {{ office }} [[body]]»'
    made = bodies.save_member(body=body, by=clerk, values={**values, "office": odd})
    assert made.office == odd


def test_a_member_who_left_is_not_present_later(town, body):
    _organisation, clerk, _reviewer = town
    seat, other = SeatFactory(body=body), SeatFactory(body=body)
    bodies.end_member(body=body, member=seat, by=clerk, on=days_ago(20))
    with pytest.raises(Refused):
        bodies.end_member(body=body, member=other, by=clerk, on=days_ago(-1))
    held = {"held_on": days_ago(10), "state": "held"}
    with pytest.raises(Refused, match="no integraba la instancia"):
        meetings.open_meeting(body=body, by=clerk, values=held, present=[seat, other])
    assert not Meeting.objects.exists()
    before = {"held_on": days_ago(30), "state": "held"}
    made = meetings.open_meeting(
        body=body, by=clerk, values=before, present=[seat, other]
    )
    assert made.seats_present == 2
    with pytest.raises(Refused, match="ya no integra la instancia"):
        agreements.add_agreement(meeting=made, by=clerk, text="Pintar", member=seat)


def test_the_quorum_of_the_day_stays(town, body):
    _organisation, clerk, _reviewer = town
    body.quorum = 2
    body.save()
    seats = [SeatFactory(body=body), SeatFactory(body=body)]
    values = {"held_on": days_ago(3), "state": "held"}
    made = meetings.open_meeting(body=body, by=clerk, values=values, present=seats[:1])
    assert made.had_quorum is False
    PreventionBody.objects.update(quorum=1)
    made = meetings.save_meeting(
        meeting=made, by=clerk, version=made.version, values={}, present=seats[:1]
    )
    assert (made.quorum_needed, made.had_quorum) == (2, False)
    assert Meeting().had_quorum is None


def test_two_people_minuting_overwrite_nothing(town, body):
    organisation, clerk, _reviewer = town
    other = staff_of(organisation, Role.COORDINATES)
    meeting = MeetingFactory(body=body)
    read = meeting.version
    meetings.save_meeting(
        meeting=meeting, by=clerk, version=read, values={"notes": "Se acordó pintar."}
    )
    with pytest.raises(Stale) as stale:
        meetings.save_meeting(
            meeting=meeting, by=other, version=read, values={"notes": "Otra cosa."}
        )
    assert stale.value.record.notes == "Se acordó pintar."
    assert Meeting.objects.get().notes == "Se acordó pintar."


def test_the_same_form_sent_twice_is_one_meeting(town, body):
    _organisation, clerk, _reviewer = town
    given = {"client_uuid": uuid.uuid4(), "values": {"held_on": days_ago(1)}}
    first = meetings.open_meeting(body=body, by=clerk, **given)
    assert meetings.open_meeting(body=body, by=clerk, **given) == first
    second = meetings.open_meeting(body=body, by=clerk, values={"held_on": days_ago(0)})
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("day", {"held_on": None}),
        ("day", {"held_on": datetime.date(1969, 12, 31)}),
        ("hours", {"starts": datetime.time(10), "ends": datetime.time(9)}),
        ("next", {"next_on": days_ago(10)}),
        ("ahead", {"held_on": days_ago(-1), "state": "held"}),
    ],
)
def test_impossible_times(town, body, code, values):
    _organisation, clerk, _reviewer = town
    with pytest.raises(Refused) as refusal:
        meetings.open_meeting(
            body=body, by=clerk, values={"held_on": days_ago(10), **values}
        )
    assert refusal.value.code == code
    assert not Meeting.objects.exists()


def test_a_planned_meeting_is_called_off_and_a_held_one_is_not(town, body):
    _organisation, clerk, _reviewer = town
    ahead = MeetingFactory(body=body, state="planned", held_on=days_ago(-5))
    gone = meetings.cancel_meeting(meeting=ahead, by=clerk)
    assert gone.state == "cancelled"
    assert meetings.cancel_meeting(meeting=ahead, by=clerk).state == "cancelled"
    with pytest.raises(Refused, match="se canceló"):
        meetings.save_meeting(meeting=gone, by=clerk, version=None, values={})
    with pytest.raises(Refused, match="Ya se realizó"):
        meetings.cancel_meeting(meeting=MeetingFactory(body=body), by=clerk)


def test_an_agreement_without_owner(town, body):
    _organisation, clerk, _reviewer = town
    meeting = MeetingFactory(body=body)
    with pytest.raises(Refused) as refusal:
        agreements.add_agreement(meeting=meeting, by=clerk, text="Pintar la cancha")
    assert refusal.value.code == "responsible"
    with pytest.raises(Refused):
        agreements.add_agreement(
            meeting=meeting, by=clerk, text=" ", responsible="Obras"
        )
    with pytest.raises(Refused):
        agreements.add_agreement(
            meeting=meeting,
            by=clerk,
            text="Pintar",
            responsible="Obras",
            due=days_ago(11),
        )
    assert not Agreement.objects.exists()
    seat = SeatFactory(body=body)
    made = agreements.add_agreement(
        meeting=meeting, by=clerk, text="Pintar", member=seat
    )
    assert made.responsible == str(seat)


def test_an_agreement_is_settled_and_opened_again(town, body):
    _organisation, clerk, _reviewer = town
    made = agreements.add_agreement(
        meeting=MeetingFactory(body=body),
        by=clerk,
        text="Pintar",
        responsible="Obras públicas",
        due=days_ago(2),
    )
    assert list(waiting.overdue_agreements(clerk)) == [made]
    settle = {"agreement": made, "by": clerk, "state": "met"}
    for wrong in (
        {"outcome": ""},
        {"outcome": "Lista", "on": days_ago(-1)},
        {"outcome": "Lista", "on": days_ago(11)},
        {"outcome": "Lista", "state": "open"},
    ):
        with pytest.raises(Refused):
            agreements.settle_agreement(**{**settle, **wrong})
    done = agreements.settle_agreement(**settle, outcome="Cancha pintada")
    assert (done.state, done.is_overdue) == ("met", False)
    assert not waiting.overdue_agreements(clerk)
    with pytest.raises(Refused, match="Ya está cerrado"):
        agreements.save_agreement(agreement=done, by=clerk, text="Otra")
    with pytest.raises(Refused, match="Ya está cerrado"):
        agreements.remove_agreement(agreement=done, by=clerk)
    back = agreements.reopen_agreement(agreement=done, by=clerk)
    assert (back.state, back.outcome) == ("open", "Cancha pintada")
    with pytest.raises(Stale):
        agreements.save_agreement(agreement=back, by=clerk, version=1, text="Otra")
    agreements.remove_agreement(agreement=back, by=clerk)
    assert not Agreement.objects.exists()
    with pytest.raises(Refused, match="Entretanto se quitó"):
        agreements.save_agreement(agreement=back, by=clerk, text="Otra")


def test_the_progress_is_public_where_the_municipality_agrees(town, body):
    organisation, clerk, reviewer = town
    mayor = staff_of(organisation, Role.MAYOR)
    for no_one in (clerk, reviewer):
        with pytest.raises(Refused):
            bodies.share_progress(body=body, by=no_one, shared=True)
    assert not PreventionBody.objects.sharing()
    bodies.share_progress(body=body, by=mayor, shared=True)
    assert list(PreventionBody.objects.sharing()) == [body]
    bodies.share_progress(body=body, by=mayor, shared=False)
    assert not PreventionBody.objects.sharing()
