"""The workspace's people: members, neighbours, strangers, wrong methods."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.choices import Role
from network.models import Invitation, User
from network.services import people
from tests.network.factories import (
    AssociationFactory,
    NetworkFactory,
    OrganisationFactory,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def association():
    return AssociationFactory()


@pytest.fixture
def town(association):
    return reviewed_municipality(association)


@pytest.fixture
def coordinator(town, client):
    person = staff_of(town, Role.COORDINATES)
    client.force_login(person)
    return person


@pytest.fixture
def offer(town):
    someone = staff_of(town, Role.COORDINATES)
    invitation, _token, _code = people.invite(
        email="ana@ejemplo.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=someone,
    )
    return invitation


def at(name, *arguments):
    return reverse(f"network:{name}", args=arguments)


def words(response):
    return response.content.decode()


def answer(**changes):
    return {
        "email": "eva@ejemplo.test",
        "name": "Eva",
        "role": Role.RECORDS,
        "language": "en",
    } | changes


def test_one_organisation_opens_at_once(client, coordinator, town, offer):
    response = client.get(at("people"))
    assert response.url == at("organisation_people", town.pk)
    shown = words(client.get(response.url))
    assert coordinator.name in shown
    assert offer.email in shown
    assert "Perdió su correo" not in shown


def test_administrator_sees_its_association_and_its_towns(client, association, town):
    foreign = reviewed_municipality()
    clerk = staff_of(town)
    client.force_login(staff_of(association, Role.ADMINISTERS))
    listed = words(client.get(at("people")))
    assert town.name_es in listed
    assert association.name_es in listed
    assert foreign.name_es not in listed
    assert at("new_address", town.pk, clerk.pk) in words(
        client.get(at("organisation_people", town.pk))
    )
    assert "Ninguna organización" in words(client.get(at("people"), {"q": "zzz\x00"}))


def test_secretariat_sees_kind_after_kind_and_no_partners(client, town, association):
    network = NetworkFactory(name_es="Zeta red")
    partner = OrganisationFactory(name_es="Una policía")
    client.force_login(secretariat_member())
    listed = words(client.get(at("people")))
    assert partner.name_es not in listed
    places = [listed.index(one.name_es) for one in (network, association, town)]
    assert places == sorted(places)


def test_list_asks_the_same_number_of_times(client, association, town):
    client.force_login(staff_of(association, Role.ADMINISTERS))
    staff_of(town)
    url = at("organisation_people", town.pk)
    client.get(url)
    asked = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        asked.append(len(queries))
        for _person in range(3):
            staff_of(town)
    assert asked[0] == asked[1] <= 16


def test_inviting_shows_the_code_once_and_stores_none(client, coordinator, town):
    url = at("invite", town.pk)
    assert client.get(url).status_code == 200
    response = client.post(url, answer())
    assert response.status_code == 200
    invitation = Invitation.objects.get(email="eva@ejemplo.test")
    code = response.context["code"]
    assert code in words(response)
    assert people.code_is_right(invitation, code)
    assert "/en/account/invitation/" in words(response)
    assert code not in str(client.session.items())
    assert "no-store" in response["Cache-Control"]
    again = client.post(url, answer(), follow=True)
    assert "invitación abierta" in words(again)
    assert again.redirect_chain[0][0] == at("invitation_letter", invitation.pk)


@pytest.mark.parametrize(
    "tampered",
    [{"role": Role.SECRETARIAT}, {"role": Role.ADMINISTERS}, {"role": "x"}],
)
def test_a_role_written_into_the_post_is_refused(client, coordinator, town, tampered):
    response = client.post(at("invite", town.pk), answer(**tampered))
    assert response.status_code == 200
    assert "Elija una de las funciones" in words(response)
    assert not Invitation.objects.exists()


def test_an_organisation_written_into_the_post_changes_nothing(
    client, coordinator, town
):
    client.post(
        at("invite", town.pk), answer(organisation=NetworkFactory().pk, by=1, pk=7)
    )
    assert Invitation.objects.get().organisation == town


def test_invite_form_says_what_is_missing_and_keeps_the_rest(client, coordinator, town):
    response = client.post(
        at("invite", town.pk), {"email": "no", "name": "Eva <b>", "role": ""}
    )
    shown = words(response)
    assert "correo completo" in shown
    assert "Elija qué hará" in shown
    assert "Eva &lt;b&gt;" in shown
    assert 'id="errors"' in shown
    own = client.post(at("invite", town.pk), answer(email=coordinator.email))
    assert "No puede invitarse" in words(own)
    assert not Invitation.objects.exists()


def test_issuing_again_and_revoking_ask_first(client, coordinator, town, offer):
    letter, revoke = (
        at("invitation_letter", offer.pk),
        at("revoke_invitation", offer.pk),
    )
    before = offer.code_hash
    assert client.get(letter).status_code == 200
    assert client.get(revoke).status_code == 200
    offer.refresh_from_db()
    assert (offer.code_hash, offer.revoked_at) == (before, None)
    assert client.post(letter).context["code"]
    offer.refresh_from_db()
    assert offer.code_hash != before
    assert client.post(revoke).url == at("organisation_people", town.pk)
    offer.refresh_from_db()
    assert offer.revoked_at
    assert client.post(letter).status_code == 404


def test_ending_a_role_asks_first(client, coordinator, town):
    clerk = staff_of(town)
    appointment = clerk.appointments.get()
    url = at("end_appointment", appointment.pk)
    assert clerk.name in words(client.get(url))
    appointment.refresh_from_db()
    assert appointment.ended_at is None
    assert client.post(url, {"reason": "x" * 300}).status_code == 200
    client.post(url, {"reason": "Otro trabajo"})
    assert User.objects.get(pk=clerk.pk).standing.roles == {}


def test_lost_mailbox_letter(client, association, town):
    clerk = staff_of(town)
    client.force_login(staff_of(association, Role.ADMINISTERS))
    url = at("new_address", town.pk, clerk.pk)
    assert client.get(url).status_code == 200
    taken = client.post(url, {"email": staff_of(town).email})
    assert "Alguien ya entra" in words(taken)
    issued = client.post(url, {"email": "nueva@ejemplo.test"})
    assert issued.context["code"] in words(issued)
    assert User.objects.get(pk=clerk.pk).email == clerk.email


def every_address(town, offer, clerk):
    return [
        at("organisation_people", town.pk),
        at("invite", town.pk),
        at("invitation_letter", offer.pk),
        at("revoke_invitation", offer.pk),
        at("end_appointment", clerk.appointments.get().pk),
        at("new_address", town.pk, clerk.pk),
    ]


def test_neighbours_find_nothing(client, town, offer):
    clerk = staff_of(town)
    client.force_login(staff_of(reviewed_municipality(), Role.COORDINATES))
    for url in every_address(town, offer, clerk):
        assert client.get(url).status_code == 404
        assert client.post(url, answer()).status_code in (404, 405)
    offer.refresh_from_db()
    assert offer.is_open
    assert Invitation.objects.count() == 1


def test_colleagues_who_do_not_manage_find_nothing(client, town, offer):
    clerk = staff_of(town)
    client.force_login(clerk)
    assert client.get(at("people")).status_code == 403
    for url in every_address(town, offer, clerk):
        assert client.post(url, answer()).status_code in (404, 405)


def test_coordination_does_not_move_accounts(client, coordinator, town):
    clerk = staff_of(town)
    assert client.get(at("new_address", town.pk, clerk.pk)).status_code == 404


def test_strangers_sign_in(client, town, offer):
    for url in [at("people"), *every_address(town, offer, staff_of(town))]:
        response = client.get(url)
        assert response.status_code == 302
        assert response.url.startswith(reverse("account_login"))


def test_wrong_methods(client, coordinator, town, offer):
    for url in every_address(town, offer, staff_of(town))[1:]:
        assert client.put(url).status_code == 405


def test_secretariat_reaches_everyone_but_itself(client, town):
    member = secretariat_member()
    client.force_login(member)
    assert client.get(at("organisation_people", town.pk)).status_code == 200
    network = NetworkFactory()
    assert client.get(at("new_address", network.pk, member.pk)).status_code == 404
