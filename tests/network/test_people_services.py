"""Inviting and accepting: the change, each refusal, and nothing changed on refusal."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone

from network.choices import Role
from network.models import Invitation, User
from network.services import people
from network.services.refusals import Refused
from tests.network.answers import fresh, refused
from tests.network.factories import (
    PASSWORD,
    AppointmentFactory,
    AssociationFactory,
    MunicipalityFactory,
    NetworkFactory,
    UserFactory,
    reviewed_municipality,
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
def coordinator(town):
    return staff_of(town, Role.COORDINATES)


def offer(by, organisation, **changes):
    wanted = {
        "email": "ana@ejemplo.test",
        "name": "Ana",
        "role": Role.RECORDS,
        "position": "Técnica",
        "language": "es",
    } | changes
    return people.invite(organisation=organisation, by=by, **wanted)


def test_invite_stores_no_secret_and_mails_in_the_recipients_language(
    coordinator, town, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invitation, token, code = offer(coordinator, town, language="en")
    stored = " ".join(str(value) for value in vars(invitation).values())
    assert code not in stored
    assert token not in stored
    assert code not in str(invitation)
    (sent,) = mail.outbox
    assert sent.to == ["ana@ejemplo.test"]
    assert "Invitation" in sent.subject
    assert f"/en/account/invitation/{token}/" in sent.body
    assert code not in sent.body
    assert "Ana" not in sent.body


def test_invite_mails_in_spanish(coordinator, town, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        offer(coordinator, town)
    assert mail.outbox[0].subject.startswith("Invitación")
    assert "/es/cuenta/invitacion/" in mail.outbox[0].body


def test_code_is_easy_to_read_aloud(coordinator, town):
    _invitation, _token, code = offer(coordinator, town)
    assert re.fullmatch(r"[A-HJKM-NP-Z2-9]{4}(-[A-HJKM-NP-Z2-9]{4}){2}", code)


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.ADMINISTERS, "chief", ""])
def test_invite_refuses_roles_not_offered(coordinator, town, role):
    with pytest.raises(Refused):
        offer(coordinator, town, role=role)
    assert not Invitation.objects.exists()


def test_invite_refuses_foreign_organisations_and_strangers(coordinator, town):
    elsewhere = MunicipalityFactory()
    for by, organisation in (
        (coordinator, elsewhere),
        (coordinator, NetworkFactory()),
        (staff_of(town, Role.RECORDS), town),
        (UserFactory(), town),
    ):
        with pytest.raises(Refused):
            offer(by, organisation)
    assert not Invitation.objects.exists()


def test_invite_refuses_oneself_and_repeated_offers(coordinator, town):
    refused("self", offer, by=coordinator, organisation=town, email=coordinator.email)
    offer(coordinator, town)
    refused(
        "repeated", offer, by=coordinator, organisation=town, email="ANA@ejemplo.test"
    )
    held = staff_of(town, Role.RECORDS)
    refused("repeated", offer, by=coordinator, organisation=town, email=held.email)
    refused("address", offer, by=coordinator, organisation=town, email="ana")
    assert Invitation.objects.count() == 1


def test_association_administrator_invites_to_the_towns_it_reviews(association, town):
    administrator = staff_of(association, Role.ADMINISTERS)
    offer(administrator, town, role=Role.COORDINATES)
    other_town = reviewed_municipality()
    with pytest.raises(Refused):
        offer(administrator, other_town)


def test_reviewing_elsewhere_gives_no_hand_over_that_towns_people(association):
    administrator = staff_of(association, Role.ADMINISTERS)
    other = AssociationFactory()
    their_town = reviewed_municipality(other)
    AppointmentFactory(person=administrator, organisation=other, role=Role.REVIEWS)
    assert their_town.pk in fresh(administrator).standing.reviewed
    with pytest.raises(Refused):
        offer(fresh(administrator), their_town)


def test_accepting_makes_a_confirmed_person_with_a_role_from_today(coordinator, town):
    invitation, _token, _code = offer(coordinator, town)
    person = people.accept_invitation(
        invitation=invitation, name="Ana López", password=PASSWORD
    )
    assert person.email == "ana@ejemplo.test"
    assert person.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=person).verified
    appointment = person.appointments.get()
    assert appointment.valid_from == timezone.localdate()
    assert appointment.approved_by == coordinator
    assert person.standing.roles == {town.pk: frozenset({Role.RECORDS})}


def test_accepting_twice_is_refused_and_changes_nothing(coordinator, town):
    invitation, _token, _code = offer(coordinator, town)
    person = people.accept_invitation(
        invitation=invitation, name="Ana", password=PASSWORD
    )
    refused(
        "used",
        people.accept_invitation,
        invitation=invitation,
        name="Otra",
        password="otra frase muy larga",
    )
    assert User.objects.filter(email="ana@ejemplo.test").count() == 1
    assert fresh(person).check_password(PASSWORD)


def test_accepting_refuses_expired_and_revoked(coordinator, town):
    invitation, _token, _code = offer(coordinator, town)
    Invitation.objects.update(expires_at=timezone.now())
    refused(
        "expired", people.accept_invitation, invitation=invitation, password=PASSWORD
    )
    people.renew_invitation(invitation=invitation, by=coordinator)
    people.revoke_invitation(invitation=invitation, by=coordinator)
    refused(
        "revoked", people.accept_invitation, invitation=invitation, password=PASSWORD
    )
    assert not User.objects.filter(email="ana@ejemplo.test").exists()


def test_an_offer_falls_with_the_role_of_its_inviter(coordinator, town):
    invitation, _token, _code = offer(coordinator, town)
    coordinator.appointments.all().delete()
    refused(
        "revoked", people.accept_invitation, invitation=invitation, password=PASSWORD
    )


def test_an_existing_person_signs_in_first(coordinator, town):
    person = UserFactory(email="ana@ejemplo.test")
    invitation, _token, _code = offer(coordinator, town)
    refused(
        "sign_in",
        people.accept_invitation,
        invitation=invitation,
        name="Otra",
        password="otra frase muy larga",
    )
    refused(
        "other_address",
        people.accept_invitation,
        invitation=invitation,
        person=UserFactory(),
    )
    people.accept_invitation(invitation=invitation, person=person)
    assert fresh(person).standing.roles[town.pk] == frozenset({Role.RECORDS})
    assert fresh(person).check_password(PASSWORD)


def test_a_closed_account_accepts_nothing(coordinator, town):
    UserFactory(email="ana@ejemplo.test", is_active=False)
    invitation, _token, _code = offer(coordinator, town)
    refused(
        "closed", people.accept_invitation, invitation=invitation, password=PASSWORD
    )


def test_token_states(coordinator, town, settings):
    invitation, token, _code = offer(coordinator, town)
    assert people.open_by_token(token).is_open
    assert people.open_by_token(token[:-1] + "_").state == "unknown"
    assert people.open_by_token("nada").state == "unknown"
    _again, newer, _code = people.renew_invitation(
        invitation=invitation, by=coordinator
    )
    assert people.open_by_token(token).state == "unknown"
    settings.INVITATION_HOURS = -1
    assert people.open_by_token(newer).state == "expired"


def test_code_outlives_the_link_and_locks_after_five_mistakes(
    coordinator, town, settings
):
    invitation, token, code = offer(coordinator, town)
    settings.INVITATION_HOURS = -1
    assert people.open_by_token(token).state == "expired"
    typed = code.lower().replace("-", " ")
    assert people.open_by_code(email="Ana@ejemplo.test", code=typed).is_open
    for _attempt in range(5):
        assert not people.open_by_code(email=invitation.email, code="AAAA").is_open
    assert not people.open_by_code(email=invitation.email, code=code).is_open
    _same, _token, newer = people.renew_invitation(
        invitation=invitation, by=coordinator
    )
    assert people.open_by_code(email=invitation.email, code=newer).is_open
    assert not people.open_by_code(email="otra@ejemplo.test", code=newer).is_open


def test_revoking_is_for_whoever_manages(coordinator, town):
    invitation, token, _code = offer(coordinator, town)
    stranger = staff_of(reviewed_municipality(), Role.COORDINATES)
    refused("role", people.revoke_invitation, invitation=invitation, by=stranger)
    refused("role", people.renew_invitation, invitation=invitation, by=stranger)
    assert people.open_by_token(token).is_open
    people.revoke_invitation(invitation=invitation, by=coordinator)
    assert people.open_by_token(token).state == "revoked"
    refused("revoked", people.renew_invitation, invitation=invitation, by=coordinator)


def test_lost_mailbox_moves_the_account(association, town):
    administrator = staff_of(association, Role.ADMINISTERS)
    clerk = staff_of(town)
    invitation, _token, _code = people.reissue_for_lost_mailbox(
        person=clerk,
        new_email="nueva@ejemplo.test",
        organisation=town,
        by=administrator,
    )
    assert fresh(clerk).email == clerk.email
    before = fresh(clerk).get_session_auth_hash()
    moved = people.accept_invitation(invitation=invitation, password="otra frase larga")
    assert moved == clerk
    assert fresh(clerk).email == "nueva@ejemplo.test"
    assert fresh(clerk).get_session_auth_hash() != before
    assert list(
        EmailAddress.objects.filter(user=clerk).values_list("email", "verified")
    ) == [("nueva@ejemplo.test", True)]
    assert clerk.appointments.count() == 1


def test_lost_mailbox_is_no_way_into_other_peoples_accounts(association, town):
    administrator = staff_of(association, Role.ADMINISTERS)
    clerk, neighbour = staff_of(town), staff_of(reviewed_municipality())
    both = staff_of(town)
    AppointmentFactory(
        person=both, organisation=NetworkFactory(), role=Role.SECRETARIAT
    )
    cases = (
        (administrator, both, town),
        (administrator, neighbour, neighbour.appointments.get().organisation),
        (administrator, neighbour, town),
        (administrator, administrator, association),
        (staff_of(town, Role.COORDINATES), clerk, town),
    )
    for by, person, organisation in cases:
        refused(
            "role",
            people.reissue_for_lost_mailbox,
            person=person,
            new_email="nueva@ejemplo.test",
            organisation=organisation,
            by=by,
        )
    refused(
        "address",
        people.reissue_for_lost_mailbox,
        person=clerk,
        new_email=neighbour.email,
        organisation=town,
        by=administrator,
    )
    assert not Invitation.objects.exists()
