"""Codes that work once, secrets that nobody reads, and help after a lost telephone."""

import threading
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from network import secrecy
from network.choices import Act, Outcome, Role
from network.models import AuditEntry
from network.services import second_step
from tests.network import factories
from tests.network.answers import fresh, refused
from tests.network.door import app_code, give_app, wrong_code

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality(factories.AssociationFactory())


@pytest.fixture
def clerk(town):
    person = factories.staff_of(town, language="en")
    give_app(person)
    return person


@pytest.fixture
def administrator(town):
    association = town.affiliations.get().association
    return factories.staff_of(association, Role.ADMINISTERS)


def stored(person) -> str:
    return str(list(Authenticator.objects.filter(user=person).values("data")))


def opens(person, code) -> bool:
    return second_step.spend_code(person=person, code=code) is not None


def test_a_recovery_code_opens_once_and_only_for_its_owner(clerk):
    other = factories.UserFactory()
    second_step.make_codes(person=other)
    codes = second_step.make_codes(person=clerk)
    assert len(set(codes)) == second_step.CODES
    assert not opens(other, codes[0])
    assert opens(clerk, codes[0])
    assert not opens(clerk, codes[0])
    assert opens(clerk, f" {codes[1].replace('-', ' ')} ")
    assert second_step.codes_left(clerk) == second_step.CODES - 2


def test_a_new_sheet_makes_the_earlier_one_worthless(clerk):
    old = second_step.make_codes(person=clerk)
    second_step.make_codes(person=clerk)
    assert not any(opens(clerk, code) for code in old)
    assert second_step.codes_left(clerk) == second_step.CODES


def test_neither_codes_nor_keys_can_be_read_in_the_database(clerk):
    codes = second_step.make_codes(person=clerk)
    data = Authenticator.objects.get(user=clerk, type="totp").data
    assert secrecy.unseal(data["secret"]) not in stored(clerk)
    kept = Authenticator.objects.get(user=clerk, type="recovery_codes").data
    unsealed = [secrecy.unseal(each) for each in kept["migrated_codes"]]
    for code in codes:
        assert code.replace("-", "") not in stored(clerk) + str(unsealed)


def test_what_an_earlier_key_sealed_is_still_read(clerk, settings):
    code = app_code(clerk)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "otra clave larga y nueva"
    assert opens(clerk, code)


def test_what_nobody_can_read_any_more_opens_nothing(clerk, settings):
    codes = second_step.make_codes(person=clerk)
    code = app_code(clerk)
    settings.SECRET_KEY = "otra clave larga y nueva"
    assert not opens(clerk, code)
    assert not opens(clerk, codes[0])


@pytest.mark.parametrize(
    "typed", ["", "abc", "12345", "1234567", "٠١٢٣٤٥", "1" * 500, "000000\x00"]
)
def test_what_is_no_code_opens_nothing(clerk, typed):
    assert not opens(clerk, typed)


def test_a_wrong_code_does_not_use_up_a_right_one(clerk):
    assert not opens(clerk, wrong_code(clerk))
    assert opens(clerk, app_code(clerk))
    assert not opens(clerk, app_code(clerk))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["app", "sheet"])
def test_of_the_same_code_sent_many_times_at_once_one_opens(clerk, kind):
    code = app_code(clerk) if kind == "app" else second_step.make_codes(person=clerk)[0]
    opened = []

    def send():
        try:
            opened.append(opens(clerk, code))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(opened) == [False] * 5 + [True]


@pytest.mark.parametrize("who", ["administrator", "secretariat"])
def test_whoever_restores_access_resets_a_second_step(
    clerk, administrator, who, django_capture_on_commit_callbacks
):
    by = administrator if who == "administrator" else factories.secretariat_member()
    second_step.make_codes(person=clerk)
    client = Client()
    client.force_login(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        second_step.reset_second_step(person=clerk, by=fresh(by))
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert not Session.objects.filter(session_key=client.session.session_key).exists()
    assert mail.outbox[-1].to == [clerk.email]
    assert "second step" in mail.outbox[-1].subject
    entry = AuditEntry.objects.get(act=Act.SECOND_STEP_RESET)
    assert (entry.actor_id, entry.record_key) == (by.pk, str(clerk.pk))


@pytest.mark.parametrize("who", ["neighbour", "coordinator", "reviewer", "self"])
def test_nobody_else_does(clerk, town, who):
    by = {
        "neighbour": lambda: factories.staff_of(
            factories.AssociationFactory(), Role.ADMINISTERS
        ),
        "coordinator": lambda: factories.staff_of(town, Role.COORDINATES),
        "reviewer": lambda: factories.staff_of(
            town.affiliations.get().association, Role.REVIEWS
        ),
        "self": lambda: clerk,
    }[who]()
    refused("role", second_step.reset_second_step, person=clerk, by=fresh(by))
    assert Authenticator.objects.filter(user=clerk).exists()
    entry = AuditEntry.objects.get(act=Act.SECOND_STEP_RESET)
    assert entry.outcome == Outcome.REFUSED


def page_for(town, person):
    return reverse("network:reset_second_step", args=[town.pk, person.pk])


def test_the_people_page_offers_it_and_asks_first(clerk, town, administrator):
    client = Client()
    client.force_login(administrator)
    listed = client.get(reverse("network:organisation_people", args=[town.pk]))
    assert page_for(town, clerk) in listed.content.decode()
    asked = client.get(page_for(town, clerk))
    assert clerk.email in asked.content.decode()
    assert Authenticator.objects.filter(user=clerk).exists()
    done = client.post(page_for(town, clerk), follow=True)
    assert "pondrá otro segundo paso" in done.content.decode()
    assert not Authenticator.objects.filter(user=clerk).exists()


def test_strangers_and_neighbours_do_not_find_the_page(clerk, town):
    path = page_for(town, clerk)
    assert reverse("account_login") in Client().get(path).url
    for organisation, role in (
        (factories.AssociationFactory(), Role.ADMINISTERS),
        (town, Role.COORDINATES),
    ):
        client = Client()
        client.force_login(factories.staff_of(organisation, role))
        assert client.post(path).status_code == 404
    assert Authenticator.objects.filter(user=clerk).exists()


def test_the_secretariats_screen_asks_first(clerk, screen):
    chosen = {"action": "reset_second_steps", "_selected_action": [clerk.pk]}
    address = reverse("admin:network_user_changelist")
    asked = screen.post(address, chosen)
    assert clerk.email in asked.content.decode()
    assert Authenticator.objects.filter(user=clerk).exists()
    screen.post(address, {**chosen, "confirmed": "yes"})
    assert not Authenticator.objects.filter(user=clerk).exists()


def test_no_screen_shows_anybodys_second_step_or_sessions(clerk):
    client = Client()
    client.force_login(factories.UserFactory(is_superuser=True))
    for path in ("/admin/mfa/authenticator/", "/admin/usersessions/usersession/"):
        assert client.get(path, follow=True).status_code == 404


def test_whoever_keeps_the_machine_helps_the_last_one(clerk):
    with pytest.raises(CommandError, match="Nobody signs in"):
        call_command("reset_second_step", "nadie@otro.test")
    call_command("reset_second_step", clerk.email.upper(), stdout=StringIO())
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert AuditEntry.objects.get(act=Act.SECOND_STEP_RESET).actor_id is None
