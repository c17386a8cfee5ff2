"""Ending, approving, closing: the change, each refusal, and who keeps the editors' door."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from network.choices import AUTHORS_GROUP, EDITORS_GROUP, PUBLISHERS_GROUP, Role
from network.models import Appointment, User
from network.services import people
from tests.network.answers import fresh, refused
from tests.network.factories import (
    AppointmentFactory,
    AssociationFactory,
    MunicipalityFactory,
    UserFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def coordinator(town):
    return staff_of(town, Role.COORDINATES)


def test_ending_takes_effect_at_once_and_keeps_the_dates(coordinator, town):
    clerk = staff_of(town)
    appointment = clerk.appointments.get()
    people.end_appointment(
        appointment=appointment, by=coordinator, reason="Otro trabajo"
    )
    appointment.refresh_from_db()
    assert appointment.valid_to == timezone.localdate()
    assert appointment.ended_reason == "Otro trabajo"
    assert fresh(clerk).standing.roles == {}


def test_ending_what_begins_today_or_later(coordinator, town):
    for start in (timezone.localdate(), timezone.localdate() + datetime.timedelta(9)):
        appointment = AppointmentFactory(organisation=town, valid_from=start)
        people.end_appointment(appointment=appointment, by=coordinator)
        assert fresh(appointment.person).standing.roles == {}


def test_ending_is_for_whoever_manages(town):
    appointment = AppointmentFactory(organisation=town)
    stranger = staff_of(reviewed_municipality(), Role.COORDINATES)
    refused("role", people.end_appointment, appointment=appointment, by=stranger)
    assert fresh(appointment.person).standing.roles


def test_the_last_secretariat_stays():
    member = secretariat_member()
    appointment = member.appointments.get()
    refused("last", people.end_appointment, appointment=appointment, by=member)
    secretariat_member()
    people.end_appointment(appointment=appointment, by=member)
    assert not fresh(member).standing.secretariat


def test_approving(coordinator, town):
    waiting = AppointmentFactory(organisation=town, approved_at=None, valid_from=None)
    own = AppointmentFactory(
        organisation=town, person=coordinator, role=Role.MAYOR, approved_at=None
    )
    refused("self", people.approve_appointment, appointment=own, by=coordinator)
    stranger = staff_of(reviewed_municipality(), Role.COORDINATES)
    refused("role", people.approve_appointment, appointment=waiting, by=stranger)
    assert not fresh(waiting.person).standing.roles
    people.approve_appointment(appointment=waiting, by=coordinator)
    assert fresh(waiting.person).standing.roles
    assert Appointment.objects.get(pk=waiting.pk).approved_by == coordinator


def test_closing_an_account(coordinator):
    member = secretariat_member()
    refused("role", people.deactivate, person=UserFactory(), by=coordinator)
    refused("self", people.deactivate, person=member, by=member)
    owner = User.objects.create_superuser("dueña@ejemplo.test", name="Dueña")
    refused("role", people.deactivate, person=owner, by=member)
    editor = editor_of_the_portal()
    people.keep_editors_in_step(person=editor)
    people.deactivate(person=editor, by=member)
    assert not fresh(editor).is_active
    assert not editor.groups.exists()


def test_editors_group_follows_appointments():
    editor, clerk = editor_of_the_portal(), staff_of(reviewed_municipality())
    member = secretariat_member()
    outsider = UserFactory()
    people.pages_group(EDITORS_GROUP).user_set.add(outsider)
    people.keep_all_editors_in_step()
    group = Group.objects.get(name=EDITORS_GROUP)
    assert set(group.user_set.all()) == {editor, member}
    assert fresh(editor).has_perm("wagtailadmin.access_admin")
    assert not people.keep_editors_in_step(person=clerk)
    assert people.keep_editors_in_step(person=editor)
    assert group.page_permissions.count() == 2
    assert group.collection_permissions.count() == 6
    people.end_appointment(appointment=editor.appointments.get(), by=member)
    assert set(group.user_set.all()) == {member}


def test_only_the_secretariat_publishes():
    editor, member = editor_of_the_portal(), secretariat_member()
    people.keep_all_editors_in_step()
    root = Page.objects.get(depth=1)
    acts = {
        person: {
            act
            for act in ("add", "change", "publish")
            if PagePermissionPolicy().user_has_permission_for_instance(
                fresh(person), act, root
            )
        }
        for person in (editor, member)
    }
    assert acts == {editor: {"add", "change"}, member: {"add", "change", "publish"}}
    publishers = Group.objects.get(name=PUBLISHERS_GROUP)
    assert set(publishers.user_set.all()) == {member}
    # What an earlier portal let editors do is taken back.
    group = Group.objects.get(name=EDITORS_GROUP)
    GroupPagePermission.objects.create(
        group=group,
        page=root,
        permission=Permission.objects.get(codename="publish_page"),
    )
    people.keep_all_editors_in_step()
    assert group.page_permissions.count() == 2


def test_authors_of_an_association_follow_their_appointments_too():
    author = staff_of(AssociationFactory(), Role.EDITS)
    neighbour = staff_of(MunicipalityFactory(), Role.EDITS)
    assert people.keep_editors_in_step(person=author)
    assert not people.keep_editors_in_step(person=neighbour)
    assert [group.name for group in author.groups.all()] == [AUTHORS_GROUP]
    assert fresh(author).has_perm("wagtailadmin.access_admin")
    assert not author.groups.get().page_permissions.exists()
    author.appointments.update(valid_to=timezone.localdate() - datetime.timedelta(1))
    assert not fresh(author).has_perm("wagtailadmin.access_admin")
    people.keep_all_editors_in_step()
    assert not author.groups.exists()


def test_an_appointment_that_ran_out_closes_the_editors_door():
    editor = editor_of_the_portal()
    people.keep_editors_in_step(person=editor)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    editor.appointments.update(valid_to=yesterday)
    assert editor.groups.exists()
    assert not fresh(editor).has_perm("wagtailadmin.access_admin")
