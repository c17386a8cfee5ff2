"""Replacing a whole staff in one act: all or nothing, told, undone for thirty days."""

import datetime
import uuid

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from network.choices import Act, Outcome, Role
from network.models import (
    Activity,
    Appointment,
    AuditEntry,
    Invitation,
    StaffReplacement,
    User,
)
from network.services import people
from network.services.people import Newcomer, RowsRefused
from network.services.refusals import Refused
from tests.network.desk import signed_in
from tests.network.factories import (
    ActivityFactory,
    AppointmentFactory,
    AssociationFactory,
    NetworkFactory,
    UserFactory,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db

NEW = [
    Newcomer("Alma@ejemplo.test ", "Alma Ruiz", Role.COORDINATES, "Jefa"),
    Newcomer("beto@ejemplo.test", "Beto Paz", Role.RECORDS),
]


@pytest.fixture
def association():
    return AssociationFactory()


@pytest.fixture
def town(association):
    return reviewed_municipality(association)


@pytest.fixture
def boss(association):
    return staff_of(association, Role.ADMINISTERS)


@pytest.fixture
def staff(town):
    return [staff_of(town, role) for role in (Role.COORDINATES, Role.RECORDS)]


def fresh(person):
    return User.objects.get(pk=person.pk)


def keys(organisation, by=None):
    held = people.current_staff(organisation)
    return frozenset(each.pk for each in held if each.person != by)


def replace(town, by, newcomers=NEW, **more):
    known = keys(town, by)
    arguments = {
        "key": uuid.uuid4(),
        "organisation": town,
        "by": by,
        "seen": known,
        "leaving": known,
        "newcomers": newcomers,
    }
    return people.replace_staff(**arguments | more)


def state():
    return (
        list(Appointment.objects.order_by("pk").values()),
        list(Invitation.objects.order_by("pk").values()),
        StaffReplacement.objects.count(),
        Session.objects.count(),
        len(mail.outbox),
    )


def acts():
    done = AuditEntry.objects.filter(outcome=Outcome.DONE).order_by("pk")
    return list(done.values_list("act", flat=True))


def test_the_old_are_out_and_the_new_are_invited_in_one_act(town, boss, staff):
    offered = people.invite(
        email="vieja@ejemplo.test", name="V", organisation=town,
        role=Role.READS, by=boss,
    )[0]  # fmt: skip
    draft = ActivityFactory(owner=town, created_by=staff[1])
    clients = [signed_in(each) for each in staff]
    assert all(client.get("/es/espacio/").status_code == 200 for client in clients)
    done, issued = replace(town, boss)
    assert [fresh(each).standing.roles for each in staff] == [{}, {}]
    for client in clients:
        answer = client.get("/es/espacio/")
        assert answer.status_code == 302
        assert "/cuenta/" in answer.url
    offered.refresh_from_db()
    assert offered.revoked_at
    assert [each.email for each, _token, _code in issued] == [
        "alma@ejemplo.test",
        "beto@ejemplo.test",
    ]
    assert [each.position for each, _token, _code in issued] == ["Jefa", ""]
    alma = people.accept_invitation(invitation=issued[0][0], password="x" * 20)
    assert fresh(alma).standing.roles == {town.pk: {Role.COORDINATES}}
    assert Activity.objects.visible_to(fresh(alma)).get() == draft
    assert acts()[-7:] == [
        Act.INVITATION_REVOKED,
        Act.APPOINTMENT_ENDED,
        Act.APPOINTMENT_ENDED,
        Act.PERSON_INVITED,
        Act.PERSON_INVITED,
        Act.STAFF_REPLACED,
        Act.INVITATION_ACCEPTED,
    ]
    told = AuditEntry.objects.get(act=Act.STAFF_REPLACED)
    assert (told.owner, told.actor) == (town, boss)
    assert told.details == {"ended": 2, "invited": 2, "sessions": 2}
    assert done.invitations.count() == 2


def test_a_role_elsewhere_and_its_session_stay(town, boss, staff):
    other = reviewed_municipality()
    AppointmentFactory(person=staff[0], organisation=other, role=Role.READS)
    client = signed_in(staff[0])
    client.get("/es/espacio/")
    replace(town, boss)
    assert fresh(staff[0]).standing.roles == {other.pk: {Role.READS}}
    assert client.get("/es/espacio/").status_code == 200
    assert client.get("/es/espacio/registro-rapido/").status_code == 403


def test_whoever_performs_it_stays_and_so_do_their_invitations(town, staff):
    _done, issued = replace(town, fresh(staff[0]))
    assert fresh(staff[0]).standing.roles == {town.pk: {Role.COORDINATES}}
    assert fresh(staff[1]).standing.roles == {}
    assert people.accept_invitation(invitation=issued[0][0], password="x" * 20)


def test_those_not_chosen_stay(town, boss, staff):
    leaving = frozenset({staff[1].appointments.get().pk})
    replace(town, boss, leaving=leaving)
    assert fresh(staff[0]).standing.roles
    assert not fresh(staff[1]).standing.roles


def test_a_last_day_lets_them_work_until_it_is_over(town, boss, staff):
    day = timezone.localdate() + datetime.timedelta(days=5)
    client = signed_in(staff[1])
    replace(town, boss, last_day=day)
    assert client.get("/es/espacio/").status_code == 200
    assert [each.valid_to for each in people.current_staff(town)] == [day, day]
    assert not Appointment.objects.on(day + datetime.timedelta(days=1)).filter(
        organisation=town
    )


def test_a_role_that_begins_tomorrow_is_left_alone_and_gives_nothing_today(town, boss):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    coming = AppointmentFactory(organisation=town, valid_from=tomorrow)
    replace(town, boss)
    coming.refresh_from_db()
    assert coming.ended_at is None
    assert fresh(coming.person).standing.roles == {}


@pytest.mark.parametrize("role", [Role.READS, Role.RECORDS, Role.MAYOR])
def test_whoever_does_not_manage_people_replaces_nobody(town, staff, role):
    by = staff_of(town, role)
    before = state()
    with pytest.raises(Refused) as refused:
        replace(town, by)
    assert refused.value.code == "role"
    assert state() == before
    assert AuditEntry.objects.get(act=Act.STAFF_REPLACED).outcome == Outcome.REFUSED


def test_neighbours_and_other_associations_replace_nobody(town, staff):
    for by in (
        staff_of(reviewed_municipality(), Role.COORDINATES),
        staff_of(AssociationFactory(), Role.ADMINISTERS),
    ):
        with pytest.raises(Refused) as refused:
            replace(town, by)
        assert refused.value.code == "role"
    assert len(people.current_staff(town)) == 2


def test_the_network_itself_is_not_replaced():
    by = secretariat_member()
    with pytest.raises(Refused) as refused:
        replace(NetworkFactory(), by)
    assert refused.value.code == "role"


@pytest.mark.parametrize(
    ("rows", "row", "field"),
    [
        ([NEW[0], Newcomer("ALMA@ejemplo.test", "Otra", Role.READS)], 1, "email"),
        ([NEW[0], Newcomer("vieja@ejemplo.test", "Vieja", Role.READS)], 1, "email"),
        ([Newcomer("queda@ejemplo.test", "Queda", Role.READS), NEW[1]], 0, "email"),
        ([Newcomer("jefa@ejemplo.test", "Jefa", Role.READS)], 0, "email"),
        ([Newcomer("cerrada@ejemplo.test", "Cerrada", Role.READS)], 0, "email"),
        ([NEW[0], Newcomer("c@ejemplo.test", "C", Role.SECRETARIAT)], 1, "role"),
        ([NEW[0], Newcomer("c@ejemplo.test", "C", "nada")], 1, "role"),
    ],
)
def test_one_wrong_row_changes_nothing_and_is_named(
    association, town, rows, row, field
):
    boss = staff_of(association, Role.ADMINISTERS, email="jefa@ejemplo.test")
    staff_of(town, Role.RECORDS, email="vieja@ejemplo.test")
    stays = staff_of(town, Role.READS, email="queda@ejemplo.test")
    UserFactory(email="cerrada@ejemplo.test", is_active=False)
    leaving = keys(town) - {stays.appointments.get().pk}
    before = state()
    with pytest.raises(RowsRefused) as refused:
        replace(town, boss, rows, leaving=leaving)
    assert [(each.row, each.field) for each in refused.value.problems] == [(row, field)]
    assert state() == before


@pytest.mark.parametrize("change", ["joined", "left", "foreign", "nothing", "long ago"])
def test_what_changed_since_it_was_shown_is_shown_again(town, boss, staff, change):
    known, more = keys(town), {}
    if change == "joined":
        staff_of(town)
    elif change == "left":
        people.end_appointment(appointment=staff[1].appointments.get(), by=boss)
    elif change == "foreign":
        more["leaving"] = known | {
            staff_of(reviewed_municipality()).appointments.get().pk
        }
    elif change == "nothing":
        more |= {"leaving": frozenset(), "newcomers": []}
    else:
        more["last_day"] = timezone.localdate() - datetime.timedelta(days=1)
    before = state()
    with pytest.raises(Refused):
        replace(town, boss, **{"seen": known, "leaving": known} | more)
    assert state() == before


def test_the_same_form_twice_is_done_once(town, boss, staff):
    key = uuid.uuid4()
    replace(town, boss, key=key)
    before = state()
    with pytest.raises(Refused) as refused:
        replace(town, boss, key=key)
    assert refused.value.code == "done"
    assert state() == before


def test_an_association_always_keeps_or_gets_an_administrator(association, boss):
    reviewer = staff_of(association, Role.REVIEWS)
    secretary = secretariat_member()
    with pytest.raises(Refused) as refused:
        replace(association, secretary, [Newcomer("a@b.test", "A", Role.REVIEWS)])
    assert refused.value.code == "last"
    assert fresh(reviewer).standing.roles
    replace(association, secretary, [Newcomer("a@b.test", "A", Role.ADMINISTERS)])
    assert not fresh(boss).standing.roles


def test_the_last_administrator_does_not_end_their_own_role(association, boss):
    appointment = boss.appointments.get()
    with pytest.raises(Refused) as refused:
        people.end_appointment(appointment=appointment, by=boss)
    assert refused.value.code == "last"
    assert fresh(boss).standing.roles
    second = staff_of(association, Role.ADMINISTERS)
    people.end_appointment(appointment=appointment, by=boss)
    assert not fresh(boss).standing.roles
    people.end_appointment(
        appointment=second.appointments.get(), by=secretariat_member()
    )
    assert not fresh(second).standing.roles


def test_undoing_puts_the_roles_back_as_they_were(town, boss, staff):
    before = list(Appointment.objects.filter(organisation=town).order_by("pk").values())
    done, issued = replace(town, boss)
    alma = people.accept_invitation(invitation=issued[0][0], password="x" * 20)
    undone = people.undo_replacement(replacement=done, by=boss)
    assert (undone.restored, undone.left, undone.revoked) == (2, 0, 1)
    after = Appointment.objects.filter(organisation=town).exclude(person=alma)
    assert list(after.order_by("pk").values()) == before
    assert fresh(alma).standing.roles
    with pytest.raises(Refused):
        people.accept_invitation(invitation=issued[1][0], password="x" * 20)
    assert acts()[-3:] == [
        Act.APPOINTMENT_RESTORED,
        Act.APPOINTMENT_RESTORED,
        Act.INVITATION_REVOKED,
    ]
    with pytest.raises(Refused):
        people.undo_replacement(replacement=done, by=boss)


def test_undoing_a_later_last_day(town, boss, staff):
    day = timezone.localdate() + datetime.timedelta(days=5)
    done, _issued = replace(town, boss, last_day=day)
    people.undo_replacement(replacement=done, by=boss)
    assert [each.valid_to for each in people.current_staff(town)] == [None, None]


def test_a_role_given_again_is_left_alone(town, boss, staff):
    done, _issued = replace(town, boss)
    later = timezone.localdate() + datetime.timedelta(days=9)
    AppointmentFactory(
        person=staff[0], organisation=town, role=Role.COORDINATES, valid_from=later
    )
    undone = people.undo_replacement(replacement=done, by=boss)
    assert (undone.restored, undone.left) == (1, 1)
    assert not fresh(staff[0]).standing.roles


def test_undoing_has_its_time_and_its_people(town, boss, staff):
    done, _issued = replace(town, boss)
    with pytest.raises(Refused):
        people.undo_replacement(replacement=done, by=fresh(staff[0]))
    done.made_at -= datetime.timedelta(days=settings.TRASH_DAYS, minutes=1)
    done.save()
    with pytest.raises(Refused) as refused:
        people.undo_replacement(replacement=done, by=boss)
    assert refused.value.code == "late"
    assert not people.current_staff(town)


def test_new_letters_for_those_who_have_not_come_in(town, boss, staff):
    done, issued = replace(town, boss)
    people.accept_invitation(invitation=issued[0][0], password="x" * 20)
    again = people.reissue_letters(replacement=done, by=boss)
    assert [each.email for each, _token, _code in again] == ["beto@ejemplo.test"]
    assert again[0][2] != issued[1][2]
    assert not people.open_by_token(issued[1][1]).is_open
    assert people.open_by_token(again[0][1]).is_open
