"""Who enters where: the workspace, the secretariat's admin, the editors' admin."""

import pytest
from django.urls import reverse

from network.choices import Role
from network.models import User
from network.services import people
from tests.network.factories import (
    AssociationFactory,
    UserFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    person = editor_of_the_portal()
    people.keep_editors_in_step(person=person)
    return person


def arrive(client, url):
    response = client.get(url, follow=True)
    return response.status_code, response.request["PATH_INFO"]


@pytest.mark.parametrize(
    "url",
    [
        "/admin/",
        "/admin/network/user/",
        "/cms/",
        "/cms/pages/",
        "/cms/login/",
        "/cms/password_reset/",
        "/cms/password_reset/done/",
        "/admin/login/",
    ],
)
def test_strangers_at_either_door_come_to_the_one_sign_in(client, url):
    status, path = arrive(client, url)
    assert (status, path) == (200, reverse("account_login"))


def test_signing_in_at_a_door_leads_back_to_it(client):
    page = client.get("/admin/", follow=True)
    assert page.context["redirect_field_value"] == "/admin/"


@pytest.mark.parametrize("role", [Role.RECORDS, Role.COORDINATES, Role.MAYOR])
def test_municipal_staff_enter_neither(client, role):
    client.force_login(staff_of(reviewed_municipality(), role))
    assert arrive(client, "/admin/")[0] == 403
    assert arrive(client, "/admin/network/user/")[0] == 403
    assert arrive(client, "/cms/")[0] == 403
    assert arrive(client, "/cms/pages/1/")[0] == 403
    assert client.get(reverse("workspace:home")).status_code == 200


def test_association_administrators_enter_neither(client):
    client.force_login(staff_of(AssociationFactory(), Role.ADMINISTERS))
    assert arrive(client, "/admin/")[0] == 403
    assert arrive(client, "/cms/")[0] == 403


def test_editors_enter_the_pages_and_not_the_records(client, editor):
    client.force_login(editor)
    assert client.get("/cms/").status_code == 200
    assert client.get("/cms/images/").status_code == 200
    assert arrive(client, "/admin/")[0] == 403
    assert arrive(client, "/cms/users/")[0] == 403


def test_secretariat_enters_both(client):
    member = secretariat_member()
    people.keep_editors_in_step(person=member)
    client.force_login(member)
    assert client.get("/admin/").status_code == 200
    assert client.get("/cms/").status_code == 200
    assert arrive(client, "/cms/users/") == (200, "/admin/network/user/")
    assert arrive(client, "/cms/groups/")[1] == "/cms/"


def test_signed_in_people_are_not_sent_round_in_circles(client):
    client.force_login(staff_of(reviewed_municipality()))
    response = client.get("/cms/login/?next=/cms/", follow=True)
    assert response.status_code == 403
    assert len(response.redirect_chain) < 4


def test_the_refusal_leads_on_who_has_signed_in(client, editor):
    client.force_login(editor)
    told = client.get("/admin/", follow=True).content.decode()
    assert reverse("workspace:home") in told
    assert reverse("account_login") not in told


def test_people_without_a_role_are_told_so(client):
    client.force_login(UserFactory())
    assert client.get(reverse("network:people")).status_code == 403


def test_a_closed_accounts_open_session_is_out_at_the_next_request(client):
    person = staff_of(reviewed_municipality())
    client.force_login(
        person, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert client.get(reverse("workspace:home")).status_code == 200
    people.deactivate(person=person, by=secretariat_member())
    status, path = arrive(client, reverse("workspace:home"))
    assert (status, path) == (200, reverse("account_login"))


def test_an_ended_role_is_gone_at_the_next_request(client):
    town = reviewed_municipality()
    person = staff_of(town, Role.COORDINATES)
    client.force_login(person)
    url = reverse("network:organisation_people", args=[town.pk])
    assert client.get(url).status_code == 200
    people.end_appointment(
        appointment=person.appointments.get(), by=secretariat_member()
    )
    assert client.get(url).status_code == 403
    assert User.objects.get(pk=person.pk).is_active
