"""Sessions: whose computer it is, both limits, rotation, and everything that ends one."""

import datetime
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network import session_limits
from network.choices import Act, Role
from network.models import AuditEntry
from network.services import people
from network.session_limits import SITTING
from tests.network.desk import signed_in
from tests.network.factories import (
    PASSWORD,
    MunicipalityFactory,
    UserFactory,
    secretariat_member,
    staff_of,
)
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

HOME = "/es/espacio/"
SIGN_IN = "/es/cuenta/entrar/"
SIGN_OUT = "/es/cuenta/salir/"
HOUR = 3600


def enter(person, *, shared: bool) -> Client:
    """A browser in which the person signed in through the form."""
    client = Client()
    fields = {"login": person.email, "password": PASSWORD}
    answer = client.post(SIGN_IN, fields | ({"shared": "on"} if shared else {}))
    assert answer.status_code == 302, answer.content.decode()
    return client


def session_of(client: Client):
    """The stored session, as the server reads it."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    return store(client.cookies[settings.SESSION_COOKIE_NAME].value)


def let_time_pass(client: Client, *, idle: int = 0, since: int = 0) -> None:
    """Move the session's own times back by so many seconds."""
    session = session_of(client)
    sitting = session[SITTING]
    sitting["seen"] -= idle
    sitting["since"] -= since
    session[SITTING] = sitting
    session.save()


def is_in(client: Client) -> bool:
    return client.get(HOME).status_code == 200


@pytest.fixture
def staff():
    return staff_of(MunicipalityFactory(), Role.RECORDS)


def test_the_tick_is_there_and_ticked(client):
    page = client.get(SIGN_IN).content.decode()
    box = page[page.index('name="shared"') :]
    assert "checked" in box[: box.index(">")]


def test_on_a_shared_computer_the_cookie_ends_with_the_browser(staff):
    client = enter(staff, shared=True)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert session_of(client)[SITTING]["shared"] is True


def test_on_ones_own_computer_the_cookie_outlives_the_browser_up_to_the_limit(staff):
    client = enter(staff, shared=False)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert 12 * HOUR - 60 < int(cookie["max-age"]) <= 12 * HOUR
    assert is_in(client)


def test_a_session_nobody_ticked_counts_as_shared(staff):
    client = signed_in(staff)
    assert is_in(client)
    assert session_of(client)[SITTING]["shared"] is True


@pytest.mark.parametrize(
    ("make", "shared", "idle", "whole"),
    [
        (staff_of, False, 60, 12 * 60),
        (staff_of, True, 20, 8 * 60),
        (secretariat_member, False, 30, 8 * 60),
        (secretariat_member, True, 15, 4 * 60),
    ],
)
def test_both_limits_hold_to_the_minute(make, shared, idle, whole):
    person = make(MunicipalityFactory()) if make is staff_of else make()
    client = enter(person, shared=shared)
    let_time_pass(client, idle=idle * 60 - 30)
    assert is_in(client)
    let_time_pass(client, idle=idle * 60 + 30)
    assert not is_in(client)
    client = enter(person, shared=shared)
    let_time_pass(client, since=whole * 60 - 30)
    assert is_in(client)
    let_time_pass(client, since=60)
    assert not is_in(client)
    limits = AuditEntry.objects.filter(act=Act.SESSION_EXPIRED)
    assert [entry.details for entry in limits.order_by("pk")] == [
        {"limit": "idle"},
        {"limit": "whole"},
    ]


def test_a_superuser_has_the_secretariats_limits():
    client = enter(UserFactory(is_superuser=True), shared=False)
    assert client.get("/admin/").status_code == 200
    let_time_pass(client, idle=31 * 60)
    assert client.get("/admin/").status_code == 302


def test_whoever_joins_the_secretariat_meets_its_limits_at_once(staff):
    client = enter(staff, shared=False)
    let_time_pass(client, idle=45 * 60)
    assert is_in(client)
    let_time_pass(client, idle=45 * 60)
    staff.is_superuser = True
    staff.save()
    assert not is_in(client)


@pytest.mark.parametrize("door", ["/admin/", "/cms/", HOME, "/es/cuenta/"])
def test_a_limit_closes_every_door_and_removes_the_session(door):
    person = secretariat_member()
    client = enter(person, shared=True)
    key = session_of(client).session_key
    let_time_pass(client, idle=HOUR)
    answer = client.get(door)
    assert answer.status_code == 302
    assert "/cuenta/entrar/" in client.get(door, follow=True).redirect_chain[-1][0]
    assert not Session.objects.filter(session_key=key).exists()
    entry = AuditEntry.objects.get(act=Act.SESSION_EXPIRED)
    assert (entry.actor, entry.record_key) == (person, str(person.pk))


def test_an_expired_session_is_told_once_whoever_asks_first(staff):
    client = enter(staff, shared=True)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    let_time_pass(client, idle=HOUR)
    for _copy in range(3):
        client.cookies[settings.SESSION_COOKIE_NAME] = key
        assert not is_in(client)
    assert AuditEntry.objects.filter(act=Act.SESSION_EXPIRED).count() == 1


def test_a_busy_person_writes_the_session_once_a_minute(staff):
    client = enter(staff, shared=True)
    before = session_of(client)[SITTING]["seen"]
    for _page in range(3):
        answer = client.get(HOME)
        assert answer.status_code == 200
        assert settings.SESSION_COOKIE_NAME not in answer.cookies
    let_time_pass(client, idle=61)
    assert settings.SESSION_COOKIE_NAME in client.get(HOME).cookies
    assert session_of(client)[SITTING]["seen"] >= before


@pytest.mark.parametrize("path", ["/es/", "/en/", "/healthz", "/es/red/"])
def test_public_pages_touch_no_session(staff, path):
    plant_pages()
    client = enter(staff, shared=True)
    let_time_pass(client, idle=10 * 60)
    before = session_of(client)[SITTING]
    answer = client.get(path)
    assert answer.status_code == 200
    assert not answer.wsgi_request.session.accessed
    assert not answer.cookies
    assert session_of(client)[SITTING] == before


def test_an_expired_session_reads_public_pages_and_is_not_told(staff):
    plant_pages()
    client = enter(staff, shared=True)
    let_time_pass(client, idle=HOUR)
    assert client.get("/es/").status_code == 200
    assert not AuditEntry.objects.filter(act=Act.SESSION_EXPIRED).exists()


def test_the_key_changes_at_sign_in(staff):
    client = Client()
    client.get(reverse("account_login"))
    session = client.session
    session["something"] = "of before"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.post(SIGN_IN, {"login": staff.email, "password": PASSWORD, "shared": "on"})
    after = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert after != session.session_key
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_somebody_elses_sign_in_takes_over_nothing(staff):
    client = enter(staff, shared=False)
    first = session_of(client)
    client.force_login(other := UserFactory())
    kept = session_of(client)
    assert kept[SESSION_KEY] == str(other.pk)
    assert kept.session_key != first.session_key
    assert SITTING not in kept


def test_signing_out_ends_the_session_and_clears_a_shared_computer(staff):
    client = enter(staff, shared=True)
    client.get(HOME)
    key = session_of(client).session_key
    answer = client.post(SIGN_OUT)
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not Session.objects.filter(session_key=key).exists()
    dropped = {name for name, cookie in answer.cookies.items() if not cookie.value}
    assert dropped == {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.TYPIST_COOKIE_NAME,
    }
    assert not {name for name, cookie in answer.cookies.items() if cookie.value}
    assert not is_in(client)


@pytest.mark.parametrize("door", ["/admin/logout/", "/cms/logout/"])
def test_the_administrations_ways_out_clear_too(door):
    client = enter(secretariat_member(), shared=True)
    answer = client.post(door)
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not client.cookies[settings.TYPIST_COOKIE_NAME].value
    assert client.get("/admin/").status_code == 302


def test_ones_own_computer_keeps_its_files_at_sign_out(staff):
    client = enter(staff, shared=False)
    answer = client.post(SIGN_OUT)
    assert "Clear-Site-Data" not in answer
    assert not is_in(client)


def test_signing_out_after_the_end_of_the_session_clears_too(staff):
    client = enter(staff, shared=True)
    let_time_pass(client, idle=HOUR)
    assert client.post(SIGN_OUT)["Clear-Site-Data"] == '"cache", "storage"'


def test_asking_whether_to_sign_out_clears_nothing(staff):
    client = enter(staff, shared=True)
    assert "Clear-Site-Data" not in client.get(SIGN_OUT)
    assert is_in(client)


def test_a_closed_account_is_out_at_its_next_request(staff):
    client = enter(staff, shared=True)
    people.deactivate(person=staff, by=secretariat_member())
    assert not is_in(client)


def test_an_ended_appointment_is_out_at_the_next_request(staff):
    client = enter(staff, shared=True)
    people.end_appointment(
        appointment=staff.appointments.get(), by=secretariat_member()
    )
    assert client.get(HOME).status_code == 403


def test_a_role_that_begins_tomorrow_gives_nothing_today(staff):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    staff.appointments.update(valid_from=tomorrow)
    assert enter(staff, shared=True).get(HOME).status_code == 403


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(staff):
    here, elsewhere = enter(staff, shared=True), enter(staff, shared=False)
    new = "otra frase larga y distinta"
    answer = here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert answer.status_code == 302
    assert is_in(here)
    assert not is_in(elsewhere)


def test_a_clock_set_back_throws_nobody_out(staff):
    sitting = session_limits.Sitting(since=1000, seen=1000, shared=True)
    earlier = datetime.datetime.fromtimestamp(0, datetime.UTC)
    assert sitting.broken(session_limits.SHARED, earlier) == ""
