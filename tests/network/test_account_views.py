"""Opening and accepting an invitation, signing in, passwords: pages and refusals."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from network.choices import Role
from network.models import Invitation, User
from network.services import people
from tests.background import work_off
from tests.network.factories import (
    PASSWORD,
    AssociationFactory,
    MunicipalityFactory,
    UserFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db

CHOSEN = "cuatro palabras bien juntas"
ANSWER = {"name": "Ana López", "password1": CHOSEN, "password2": CHOSEN}


@pytest.fixture
def association():
    return AssociationFactory()


@pytest.fixture
def town(association):
    return reviewed_municipality(association)


@pytest.fixture
def coordinator(town):
    return staff_of(town, Role.COORDINATES)


@pytest.fixture
def issued(coordinator, town):
    return people.invite(
        email="ana@ejemplo.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=coordinator,
    )


def page(token):
    return reverse("invitation", args=[token])


def words(response):
    return response.content.decode()


@pytest.mark.parametrize("language", ["es", "en"])
def test_accepting_by_link_signs_in_and_leads_to_the_workspace(
    client, issued, language
):
    _invitation, token, _code = issued
    with override(language):
        url, workspace = page(token), reverse("workspace:home")
    shown = client.get(url)
    assert shown.status_code == 200
    assert 'autocomplete="new-password"' in words(shown)
    assert 'value="Ana"' in words(shown)
    response = client.post(url, ANSWER)
    assert response.status_code == 302
    assert response.url == workspace
    person = User.objects.get(email="ana@ejemplo.test")
    assert int(client.session["_auth_user_id"]) == person.pk
    assert person.name == "Ana López"


def test_accepting_cannot_change_role_place_or_address(client, issued, town):
    _invitation, token, _code = issued
    other = reviewed_municipality()
    tampered = ANSWER | {
        "role": Role.SECRETARIAT,
        "organisation": other.pk,
        "email": "otra@ejemplo.test",
        "is_superuser": "on",
    }
    client.post(page(token), tampered)
    person = User.objects.get(email="ana@ejemplo.test")
    assert person.standing.roles == {town.pk: frozenset({Role.RECORDS})}
    assert not person.is_superuser


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"name": ""}, "Escriba su nombre."),
        ({"password2": "otra cosa distinta"}, "Las dos contraseñas no son iguales."),
        ({"password1": "corta", "password2": "corta"}, "12 caracteres"),
        (
            {"password1": "ana@ejemplo.test", "password2": "ana@ejemplo.test"},
            "similar",
        ),
        ({"password1": "", "password2": ""}, "Escriba una contraseña."),
    ],
)
def test_a_wrong_answer_says_what_to_do_and_keeps_the_name(
    client, issued, answer, sentence
):
    _invitation, token, _code = issued
    response = client.post(page(token), ANSWER | answer)
    assert response.status_code == 200
    assert sentence in words(response)
    if answer.get("name") != "":
        assert "Ana López" in words(response)
    assert not User.objects.filter(email="ana@ejemplo.test").exists()


def test_link_that_was_used_revoked_or_unknown(client, issued, coordinator):
    invitation, token, _code = issued
    client.post(page(token), ANSWER)
    client.logout()
    used = client.get(page(token))
    assert (used.status_code, "ya se usó" in words(used)) == (410, True)
    Invitation.objects.update(accepted_at=None)
    people.revoke_invitation(invitation=invitation, by=coordinator)
    revoked = client.post(page(token), ANSWER)
    assert (revoked.status_code, "ya no es válida" in words(revoked)) == (410, True)
    assert client.get(page("inventado")).status_code == 404


def test_expired_link_leads_to_the_letter(client, issued, settings):
    _invitation, token, _code = issued
    settings.INVITATION_HOURS = -1
    response = client.post(page(token), ANSWER)
    assert response.status_code == 410
    assert reverse("invitation_by_code") in words(response)
    assert not User.objects.filter(email="ana@ejemplo.test").exists()


def test_letter_code_opens_the_invitation(client, issued):
    invitation, _token, code = issued
    url = reverse("invitation_by_code")
    assert client.get(url).status_code == 200
    response = client.post(url, {"email": "Ana@Ejemplo.test", "code": code.lower()})
    assert response.status_code == 302
    assert client.get(response.url).status_code == 200
    wrong = client.post(url, {"email": invitation.email, "code": "AAAA-BBBB-CCCC"})
    assert "no van juntos" in words(wrong)
    assert invitation.email in words(wrong)


def test_letter_codes_cannot_be_guessed_for_long(client, issued):
    invitation, _token, _code = issued
    url = reverse("invitation_by_code")
    answers = [
        client.post(url, {"email": invitation.email, "code": f"AAAA-{number}"})
        for number in range(11)
    ]
    assert answers[-1].status_code == 429
    assert "Demasiados intentos" in words(answers[-1])


def test_an_existing_person_signs_in_and_accepts_with_one_button(client, issued, town):
    _invitation, token, _code = issued
    person = UserFactory(email="ana@ejemplo.test")
    first = client.get(page(token))
    assert "Entre para aceptar" in words(first)
    assert "password1" not in words(first)
    refused = client.post(page(token), ANSWER)
    assert "Entre para aceptar" in words(refused)
    signed_in = client.post(
        reverse("account_login"),
        {"login": person.email, "password": PASSWORD, "next": page(token)},
    )
    assert signed_in.url == page(token)
    assert "password1" not in words(client.get(page(token)))
    assert client.post(page(token)).status_code == 302
    assert User.objects.get(pk=person.pk).standing.roles.keys() == {town.pk}


def test_somebody_elses_session_does_not_accept(client, issued):
    invitation, token, _code = issued
    client.force_login(UserFactory())
    response = client.post(page(token))
    assert "otra persona" in words(response)
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


def test_invitation_pages_refuse_other_methods(client, issued):
    _invitation, token, _code = issued
    assert client.put(page(token)).status_code == 405
    assert client.delete(reverse("invitation_by_code")).status_code == 405


def test_lost_mailbox_letter_moves_the_account_and_ends_sessions(
    client, association, town
):
    administrator = staff_of(association, Role.ADMINISTERS)
    clerk = staff_of(town)
    client.force_login(clerk)
    invitation, token, _code = people.reissue_for_lost_mailbox(
        person=clerk,
        new_email="nueva@ejemplo.test",
        organisation=town,
        by=administrator,
    )
    other = type(client)()
    shown = other.get(page(token))
    assert 'name="name"' not in words(shown)
    other.post(page(token), {"password1": CHOSEN, "password2": CHOSEN})
    assert User.objects.get(pk=clerk.pk).email == invitation.email
    workspace = reverse("workspace:home")
    assert client.get(workspace).status_code == 302
    assert other.get(workspace).status_code == 200


@pytest.mark.parametrize(("language", "path"), [("es", "/es/"), ("en", "/en/")])
def test_sign_in_leads_to_the_workspace_in_its_language(client, town, language, path):
    person = staff_of(town)
    with override(language):
        url, workspace = reverse("account_login"), reverse("workspace:home")
    shown = client.get(url)
    assert 'autocomplete="username"' in words(shown)
    assert 'autocomplete="current-password"' in words(shown)
    assert "signup" not in words(shown)
    response = client.post(url, {"login": person.email, "password": PASSWORD})
    assert response.url == workspace
    assert workspace.startswith(path)


def test_wrong_password_keeps_the_address(client):
    person = UserFactory()
    response = client.post(
        reverse("account_login"), {"login": person.email, "password": "no es esta"}
    )
    assert response.status_code == 200
    assert person.email in words(response)
    assert 'id="errors"' in words(response)


def test_signing_out_says_so(client, town):
    client.force_login(staff_of(town))
    assert client.get(reverse("account_logout")).status_code == 200
    response = client.post(reverse("account_logout"))
    assert response.status_code == 302
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_and_addresses_are_not_managed(client):
    join = reverse("account_signup")
    assert "por invitación" in words(client.get(join))
    client.post(join, {"email": "yo@ejemplo.test", "password1": CHOSEN})
    assert not User.objects.exists()
    client.force_login(UserFactory())
    for name in ("account_email", "account_set_password", "mfa_reauthenticate"):
        assert client.get(reverse(name)).status_code == 404


def test_new_password_by_mail_in_the_persons_language(client):
    person = UserFactory(language="en")
    response = client.post(reverse("account_reset_password"), {"email": person.email})
    assert response.status_code == 302
    assert client.get(response.url).status_code == 200
    work_off()
    (sent,) = mail.outbox
    assert "new password" in sent.subject
    link = re.search(r"https?://[^/]+(/en/account/\S+)", sent.body)[1]
    form = client.get(link, follow=True)
    assert 'autocomplete="new-password"' in words(form)
    done = client.post(form.request["PATH_INFO"], ANSWER, follow=True)
    assert done.status_code == 200
    assert User.objects.get(pk=person.pk).check_password(CHOSEN)
    again = type(client)().get(link, follow=True)
    assert "no longer works" in words(again)


def test_unknown_addresses_get_the_same_answer_and_no_mail(client):
    response = client.post(
        reverse("account_reset_password"), {"email": "x@ejemplo.test"}
    )
    assert response.url == reverse("account_reset_password_done")
    work_off()
    assert mail.outbox == []


def test_changing_the_password(client, town):
    person = staff_of(town)
    client.force_login(person)
    url = reverse("account_change_password")
    assert client.get(url).status_code == 200
    wrong = client.post(url, ANSWER | {"oldpassword": "no"})
    assert wrong.status_code == 200
    assert 'id="errors"' in words(wrong)
    done = client.post(url, ANSWER | {"oldpassword": PASSWORD})
    assert done.url == reverse("workspace:home")


def test_a_closed_account_says_so(client):
    person = UserFactory(is_active=False)
    response = client.post(
        reverse("account_login"),
        {"login": person.email, "password": PASSWORD},
        follow=True,
    )
    assert "cerrada" in words(response)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_email_verification_sent",
        "invitation_by_code",
    ],
)
def test_account_pages_stand_in_both_languages(client, language, name):
    with override(language):
        url = reverse(name)
    other = {"es": "en", "en": "es"}[language]
    response = client.get(url)
    assert response.status_code == 200
    assert f'<html lang="{language}"' in words(response)
    assert f'hreflang="{other}"' in words(response)


def test_own_details_are_changed_and_nothing_else(client):
    person = staff_of(MunicipalityFactory(), name="Ana", language="es")
    client.force_login(person)
    address = reverse("account_front")
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "", "language": "es"}).status_code == 200
    client.post(
        address, {"name": "Ana Pérez", "language": "en", "email": "otra@ejemplo.test"}
    )
    person.refresh_from_db()
    assert (person.name, person.language) == ("Ana Pérez", "en")
    assert person.email != "otra@ejemplo.test"


def test_own_account_asks_strangers_to_sign_in(client):
    assert reverse("account_login") in client.get(reverse("account_front"))["Location"]
