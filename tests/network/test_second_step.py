"""The second step: nothing opens without it, in whatever order one asks."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from amuprev.contract.routes import every_route
from amuprev.door_guard import PASSING, SETTING_UP
from amuprev.management.commands.urls import sample
from network import rules, tries
from network.choices import Act, Role
from network.models import AuditEntry, User
from network.services import people
from tests.network import factories
from tests.network.door import (
    HERE,
    app_code,
    choose_new_password,
    code_of,
    give_app,
    give_code,
    half_way,
    is_in,
    password_again,
    signed_in_with_app,
    try_password,
    wrong_code,
)

pytestmark = pytest.mark.django_db

NEW = "otras cuatro palabras juntas"
HOME = "/es/espacio/"


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_STEP_REQUIRED = True


@pytest.fixture
def reviewer():
    return factories.staff_of(factories.AssociationFactory(), Role.REVIEWS)


@pytest.fixture
def secretariat():
    return factories.secretariat_member()


def of_two_towns():
    person = factories.staff_of(factories.MunicipalityFactory(), Role.READS)
    factories.AppointmentFactory(person=person, role=Role.READS)
    return person


@pytest.mark.parametrize(
    ("make", "needs"),
    [
        (factories.secretariat_member, True),
        (factories.editor_of_the_portal, True),
        (lambda: factories.staff_of(factories.AssociationFactory(), Role.READS), True),
        (lambda: factories.staff_of(factories.AssociationFactory(), Role.ADMINISTERS), True),
        (lambda: factories.UserFactory(is_superuser=True), True),
        (of_two_towns, True),
        (lambda: factories.staff_of(factories.MunicipalityFactory(), Role.COORDINATES), False),
        (lambda: factories.staff_of(factories.MunicipalityFactory(), Role.MAYOR), False),
        (factories.UserFactory, False),
        (lambda: factories.secretariat_member(is_active=False), False),
    ],
)  # fmt: skip
def test_who_needs_one(make, needs):
    assert rules.needs_second_step(User.objects.get(pk=make().pk)) is needs


def private_addresses() -> list[tuple[str, str]]:
    """Each route that only somebody who is signed in has any business with."""
    private = ("/es/espacio/", "/es/cuenta/", "/admin/", "/cms/")
    found = [(route.name, sample(route.patterns["es"])) for route in every_route()]
    return [(name, path) for name, path in found if path.startswith(private)]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["reviewer", "secretariat"])
def test_the_password_alone_reaches_no_route(request, who, method):
    client = Client()
    client.force_login(request.getfixturevalue(who))
    asked, reached = 0, []
    setting_up = reverse("mfa_index")
    for name, path in private_addresses():
        if name in PASSING | SETTING_UP:
            continue
        answer = getattr(client, method)(path)
        asked += 1
        if answer.status_code == 302 and answer.url == setting_up:
            continue
        # A route that leads elsewhere by itself, or that the sample does not fit.
        masked = not answer.wsgi_request.user.is_authenticated
        if not (masked and answer.status_code in {301, 302, 404, 405}):
            reached.append((path, answer.status_code))
    assert asked > 300
    assert reached == []


def test_on_a_public_page_they_are_nobody(reviewer):
    client = Client()
    client.force_login(reviewer)
    answer = client.get("/robots.txt")
    assert answer.status_code == 200
    assert not answer.wsgi_request.user.is_authenticated


def test_a_code_works_once(reviewer):
    give_app(reviewer)
    code = app_code(reviewer)
    assert is_in(signed_in_with(reviewer, code))
    assert not is_in(signed_in_with(reviewer, code))
    assert is_in(signed_in_with(reviewer, app_code(reviewer, 1)))


def test_a_code_does_not_work_again_in_its_later_half_minutes(reviewer, monkeypatch):
    """The library forgets a used code after half a minute; it is good for longer."""
    give_app(reviewer)
    code = app_code(reviewer, 1)
    assert is_in(signed_in_with(reviewer, code))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40)
    assert not is_in(signed_in_with(reviewer, code))


def signed_in_with(person, code):
    client = half_way(person)
    give_code(client, code)
    return client


def test_a_session_of_the_password_alone_stays_shut_when_a_step_is_added(reviewer):
    """The thief came first: signed in before the owner set up the second step."""
    thief = Client()
    thief.force_login(reviewer)
    assert thief.get(HOME).url == reverse("mfa_index")
    give_app(reviewer)
    assert signed_in_with_app(reviewer).get(HOME).status_code == 200
    for path in (HOME, reverse("mfa_index"), reverse("account_front")):
        assert thief.get(path).status_code == 302
    assert not thief.get("/robots.txt").wsgi_request.user.is_authenticated


@pytest.mark.django_db(transaction=True)
def test_adding_one_ends_the_other_sessions(settings):
    settings.SECOND_STEP_REQUIRED = False
    person = factories.staff_of(factories.MunicipalityFactory())
    thief, owner = Client(), Client()
    for client in (thief, owner):
        try_password(person.email, factories.PASSWORD, client=client)
    assert thief.get(HOME).status_code == 200
    password_again(owner)
    owner.get(reverse("mfa_activate_totp"))
    owner.post(
        reverse("mfa_activate_totp"),
        {"code": code_of(owner.session["mfa.totp.secret"])},
    )
    assert owner.get(HOME).status_code == 200
    assert reverse("account_login") in thief.get(HOME).url


def test_a_session_that_never_took_the_step_is_ended(reviewer):
    give_app(reviewer)
    client = Client()
    client.force_login(reviewer)
    answer = client.get(HOME)
    assert answer.url == f"{reverse('account_login')}?next=%2Fes%2Fespacio%2F"
    assert not is_in(client)


def test_a_half_finished_sign_in_opens_nothing(reviewer):
    give_app(reviewer)
    client = half_way(reviewer)
    for path in (
        HOME,
        "/admin/",
        "/cms/",
        reverse("mfa_index"),
        reverse("mfa_view_recovery_codes"),
    ):
        assert client.get(path).status_code == 302
        assert not is_in(client)


@pytest.mark.parametrize("meanwhile", ["password", "closed", "left", "time"])
def test_a_half_finished_sign_in_survives_nothing(reviewer, meanwhile, monkeypatch):
    give_app(reviewer)
    client = half_way(reviewer)
    if meanwhile == "password":
        reviewer.set_password(NEW)
        reviewer.save()
    elif meanwhile == "closed":
        User.objects.filter(pk=reviewer.pk).update(is_active=False)
    elif meanwhile == "left":
        client.post(reverse("account_logout"))
    else:
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now + 16 * 60)
    give_code(client, app_code(reviewer))
    assert not is_in(client)
    assert client.get(HOME).status_code == 302


def test_a_new_password_does_not_skip_it(reviewer):
    give_app(reviewer)
    Client().post(reverse("account_reset_password"), {"email": reviewer.email})
    choose_new_password(NEW, address=HERE)
    client = Client()
    answer = try_password(reviewer.email, NEW, client=client)
    assert answer.url == reverse("mfa_authenticate")
    assert not is_in(client)


def test_a_letter_for_a_lost_mailbox_does_not_skip_it(secretariat, reviewer):
    give_app(reviewer)
    _invitation, token, _code = people.reissue_for_lost_mailbox(
        person=reviewer,
        new_email="nueva@ejemplo.test",
        organisation=reviewer.appointments.get().organisation,
        by=secretariat,
    )
    client = Client()
    answer = client.post(
        reverse("invitation", args=[token]), {"password1": NEW, "password2": NEW}
    )
    assert answer.url == reverse("mfa_authenticate")
    assert not is_in(client)
    give_code(client, app_code(reviewer))
    assert is_in(client)


def test_removing_the_only_one_shuts_the_door_again(reviewer):
    give_app(reviewer)
    client = signed_in_with_app(reviewer)
    removing = reverse("mfa_deactivate_totp")
    assert reverse("account_reauthenticate") in client.get(removing).url
    password_again(client)
    assert "su función lo pide" in client.get(removing).content.decode()
    client.post(removing)
    assert "aplicación" in mail.outbox[-1].subject
    assert client.get(HOME).url == reverse("mfa_index")
    assert AuditEntry.objects.filter(act=Act.SECOND_STEP_REMOVED).exists()


def test_codes_of_the_second_step_are_counted(reviewer):
    give_app(reviewer)
    client, wrong = half_way(reviewer), wrong_code(reviewer)
    answers = [give_code(client, wrong) for _number in range(8)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
    give_code(client, app_code(reviewer))
    assert not is_in(client)
    failed = AuditEntry.objects.filter(act=Act.SECOND_STEP_FAILED)
    assert failed.filter(record_key=str(reviewer.pk)).count() == 5
    (told,) = mail.outbox
    assert told.to == [reviewer.email]
    assert "contraseña" in told.subject


def test_a_right_code_gives_no_fresh_start_to_the_address(reviewer):
    """The library would wipe the address's counter with the account's."""
    give_app(reviewer)
    for number in range(tries.PER_ADDRESS):
        try_password(f"persona{number}@otro.test")
    tries.welcome(account=tries.sign_in_account(reviewer.email), address=HERE)
    tries.welcome(account=tries.code_account(reviewer.pk), address=HERE)
    signed_in_with_app(reviewer)
    assert try_password("otra@otro.test").status_code == 429


@pytest.mark.parametrize(
    ("onward", "arrives"),
    [("/es/espacio/personas/", "/es/espacio/personas/"), ("//otro.test/", HOME)],
)
def test_both_steps_lead_to_the_page_that_was_asked_for(reviewer, onward, arrives):
    give_app(reviewer)
    client = Client()
    fields = {"login": reviewer.email, "password": factories.PASSWORD, "next": onward}
    client.post(reverse("account_login"), fields)
    assert give_code(client, app_code(reviewer)).url == arrives


def test_nobody_is_asked_where_it_is_off_but_for_those_who_set_one_up(
    settings, reviewer
):
    settings.SECOND_STEP_REQUIRED = False
    client = Client()
    assert try_password(reviewer.email, factories.PASSWORD, client=client).url == HOME
    assert client.get(HOME).status_code == 200
    give_app(reviewer)
    half_way(reviewer)


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", "nada", '{"id": 1, "response": 2}']
)
@pytest.mark.parametrize(
    "name", ["mfa_login_webauthn", "mfa_authenticate", "mfa_add_webauthn"]
)
def test_a_broken_passkey_is_refused_and_nothing_more(reviewer, name, credential):
    give_app(reviewer)
    client = (
        half_way(reviewer)
        if name == "mfa_authenticate"
        else signed_in_with_app(reviewer)
    )
    if name == "mfa_login_webauthn":
        client = Client()
    else:
        password_again(client)
    client.get(reverse(name), headers={"Accept": "application/json"})
    answer = client.post(reverse(name), {"credential": credential, "name": "x"})
    assert answer.status_code in {200, 302}
    assert not Authenticator.objects.filter(type="webauthn").exists()
