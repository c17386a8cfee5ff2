import pytest
from django.urls import reverse

from network.choices import MembershipStatus, ReviewState, Role
from network.models import (
    Activity,
    Appointment,
    Organisation,
    User,
)
from tests.network import factories
from tests.network.desk import post_action, said, submitted
from tests.page_forms import seen_at

pytestmark = pytest.mark.django_db


def test_several_activities_are_approved_but_not_ones_own(screen, secretariat):
    good, own = submitted(), submitted(created_by=secretariat)
    answer = post_action(screen, "activity", "approve", [good, own], note="")
    states = dict(Activity.objects.values_list("pk", "review_state"))
    assert states == {good.pk: "approved", own.pk: "submitted"}
    assert "Nadie aprueba" in said(answer) or "Nobody" in said(answer)


def test_returning_needs_a_note(screen):
    activity = submitted()
    post_action(screen, "activity", "return_with_note", [activity], note=" ")
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.SUBMITTED
    post_action(screen, "activity", "return_with_note", [activity], note="Falta fecha")
    activity.refresh_from_db()
    assert (activity.review_state, activity.review_note) == ("returned", "Falta fecha")


def test_activities_are_hidden_and_shown_by_action(screen):
    activity = factories.ApprovedActivityFactory()
    post_action(screen, "activity", "hide", [activity], note="")
    activity.refresh_from_db()
    assert activity.hidden_at is not None
    post_action(screen, "activity", "show_again", [activity], note="")
    activity.refresh_from_db()
    assert activity.hidden_at is None


def test_only_english_is_written_in_an_activity(screen):
    activity = submitted(title_en="")
    address = reverse("admin:network_activity_change", args=[activity.pk])
    values = {"title_en": "Workshop", "title_es": "Otro", "review_state": "approved"}
    for prefix in ("counts", "evidence", "steps"):
        values |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    values["seen"] = seen_at(screen, address)
    assert screen.post(address, values).status_code == 302
    activity.refresh_from_db()
    assert (activity.title_en, activity.review_state) == ("Workshop", "submitted")
    assert activity.title_es != "Otro"


def test_drafts_are_not_read_in_the_admin(screen):
    draft = factories.ActivityFactory()
    address = reverse("admin:network_activity_change", args=[draft.pk])
    assert screen.get(address).status_code == 302


def test_organisations_with_activities_are_not_deleted(screen):
    activity = submitted()
    address = reverse("admin:network_municipality_delete", args=[activity.owner_id])
    answer = screen.post(address, {"post": "yes"}, follow=True)
    assert Organisation.objects.filter(pk=activity.owner_id).exists()
    assert str(activity.owner) in said(answer)


def test_people_are_closed_not_deleted(screen, secretariat):
    person = factories.UserFactory()
    address = reverse("admin:network_user_delete", args=[person.pk])
    assert screen.post(address, {"post": "yes"}).status_code == 403
    post_action(screen, "user", "close_accounts", [person, secretariat])
    active = User.objects.filter(is_active=True)
    assert list(active) == [secretariat]
    post_action(screen, "user", "reopen_accounts", [person])
    assert active.all().count() == 2


def test_appointments_are_approved_and_ended_by_action(screen, secretariat):
    waiting = factories.AppointmentFactory(approved_at=None)
    own = secretariat.appointments.get()
    post_action(screen, "appointment", "approve", [waiting])
    waiting.refresh_from_db()
    assert waiting.approved_by == secretariat
    post_action(screen, "appointment", "end", [waiting, own])
    waiting.refresh_from_db()
    own.refresh_from_db()
    assert waiting.ended_at is not None
    assert own.ended_at is None


def test_nobody_changes_their_own_appointment(screen, secretariat):
    own = secretariat.appointments.get()
    address = reverse("admin:network_appointment_change", args=[own.pk])
    assert screen.post(address, {"valid_to": "2040-01-01"}).status_code == 403


def test_an_appointment_needs_a_role_the_organisation_has(screen):
    person, town = factories.UserFactory(), factories.MunicipalityFactory()
    address = reverse("admin:network_appointment_add")
    values = {"person": person.pk, "organisation": town.pk, "role": Role.SECRETARIAT}
    assert screen.post(address, values).context["errors"]
    assert not Appointment.objects.filter(person=person).exists()
    screen.post(address, values | {"role": Role.RECORDS})
    assert Appointment.objects.get(person=person).approved_at is None


def test_memberships_change_by_action(screen):
    association = factories.AssociationFactory()
    post_action(screen, "association", "mark_observer", [association])
    post_action(screen, "association", "mark_active", [association])
    today = association.memberships.today()
    assert [row.status for row in today] == [MembershipStatus.ACTIVE]
