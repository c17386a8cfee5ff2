"""How somebody begins who needs a second step and has none: by mail, letter or machine."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from network import tries
from network.choices import Act, Role
from network.models import AuditEntry
from network.services import people, second_step
from tests.network import factories
from tests.network.door import (
    HERE,
    code_of,
    give_code,
    half_way,
    is_in,
    mailed_code,
    password_again,
    try_password,
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


def test_a_password_alone_leads_to_a_mailed_code_and_then_to_setting_up(reviewer):
    client = half_way(reviewer)
    page = client.get(reverse("account_confirm_login_code"))
    assert reviewer.email in page.content.decode()
    for path in (HOME, "/admin/", reverse("mfa_index"), reverse("account_front")):
        shown = client.get(path, follow=True).request["PATH_INFO"]
        assert shown == reverse("account_confirm_login_code")
    wrong = client.post(reverse("account_confirm_login_code"), {"code": "0000-0000"})
    assert "no es correcto" in wrong.content.decode()
    right = client.post(reverse("account_confirm_login_code"), {"code": mailed_code()})
    assert right.url == HOME
    led = client.get(HOME, follow=True)
    assert led.request["PATH_INFO"] == reverse("mfa_index")
    assert "Falta una cosa antes de seguir" in led.content.decode()


def test_mailed_codes_are_few(reviewer):
    for _number in range(5):
        half_way(reviewer)
    assert try_password(reviewer.email, factories.PASSWORD).status_code == 429
    assert len(mail.outbox) == 5


def test_mailed_codes_do_not_shut_an_office_out(monkeypatch):
    """The day on which thirty people of an association set theirs up."""
    monkeypatch.setattr(tries, "PER_ADDRESS", 5)
    office = factories.AssociationFactory()
    for _person in range(8):
        half_way(factories.staff_of(office, Role.RECORDS))
    assert len(mail.outbox) == 8


def test_a_mailed_code_cannot_be_guessed_for_long(reviewer):
    client = half_way(reviewer)
    url = reverse("account_confirm_login_code")
    for number in range(12):
        answer = client.post(url, {"code": f"1111-{number:04}"}, REMOTE_ADDR=HERE)
        if answer.status_code == 302:
            client = half_way(reviewer)
    assert answer.status_code == 429


@pytest.mark.django_db(transaction=True)
def test_setting_up_asks_for_the_password_and_opens_the_door(reviewer):
    client = half_way(reviewer)
    client.post(reverse("account_confirm_login_code"), {"code": mailed_code()})
    adding = reverse("mfa_activate_totp")
    assert reverse("account_reauthenticate") in client.get(adding).url
    password_again(client)
    page = client.get(adding)
    assert "data:image/svg+xml;base64," in page.content.decode()
    secret = client.session["mfa.totp.secret"]
    assert secret in page.content.decode()
    wrong = client.post(adding, {"code": "000000"})
    assert "No es correcto" in wrong.content.decode()
    from_app = code_of(secret)
    sheet = client.post(adding, {"code": from_app})
    assert len(sheet.context["codes"]) == second_step.CODES
    assert client.get(HOME).status_code == 200
    assert "segundo paso" in mail.outbox[-2].subject + mail.outbox[-1].subject
    acts = AuditEntry.objects.filter(actor=reviewer).values_list("act", flat=True)
    assert {Act.SIGNED_IN, Act.SECOND_STEP_ADDED, Act.RECOVERY_CODES_MADE} <= set(acts)
    # The code that proved the telephone opens nothing a second time.
    again = half_way(reviewer)
    give_code(again, from_app)
    assert not is_in(again)


def test_whoever_is_invited_to_the_secretariat_sets_it_up_at_once(secretariat):
    network = secretariat.appointments.get().organisation
    _invitation, token, _code = people.invite(
        email="nueva@ejemplo.test",
        name="Ana",
        organisation=network,
        role=Role.SECRETARIAT,
        by=secretariat,
    )
    client = Client()
    led = client.post(
        reverse("invitation", args=[token]),
        {"name": "Ana", "password1": NEW, "password2": NEW},
        follow=True,
    )
    assert led.request["PATH_INFO"] == reverse("mfa_index")
    assert client.get("/admin/").url == reverse("mfa_index")


def test_whoever_installs_the_portal_comes_in_too():
    """Made on the machine, without a confirmed address: the mailed code confirms it."""
    keeper = factories.UserFactory(is_superuser=True, confirmed=False)
    client = half_way(keeper)
    url = reverse("account_confirm_login_code")
    client.post(url, {"code": mailed_code()})
    assert is_in(client)
    assert client.get("/admin/").url == reverse("mfa_index")
