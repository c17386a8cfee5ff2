"""Where a person is signed in: what they see of it, and ending it."""

import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network import devices
from network.choices import Act
from network.models import AuditEntry
from network.services import sessions
from tests.network import factories
from tests.network.door import HERE, is_in, try_password

pytestmark = pytest.mark.django_db

HOME = "/es/espacio/"
LIST = "usersessions_list"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 13; SM-A146M) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"
)


@pytest.fixture
def person():
    return factories.staff_of(factories.MunicipalityFactory())


def entered(person, user_agent=WINDOWS, address=HERE):
    client = Client(headers={"User-Agent": user_agent})
    try_password(person.email, factories.PASSWORD, client=client, address=address)
    assert is_in(client)
    return client


def still_in(client):
    return client.get(HOME).status_code == 200


def row_of(client):
    return UserSession.objects.get(session_key=client.session.session_key)


def test_the_list_names_devices_and_shows_no_address(person):
    phone = entered(person, ANDROID, "198.51.100.77")
    desk = entered(person)
    entered(factories.staff_of(factories.MunicipalityFactory()), "Otra/1.0")
    page = desk.get(reverse(LIST)).content.decode()
    assert "Chrome en Android" in page
    assert "Edge en Windows" in page
    assert "198.51.100.0" in page
    assert "198.51.100.77" not in page
    assert page.count("Cerrar esta sesión") == 1
    assert "Otro aparato" not in page
    assert str(row_of(phone).ip) == "198.51.100.0"


def test_one_session_is_ended_and_no_other(person):
    phone, third, desk = entered(person, ANDROID), entered(person), entered(person)
    ended = desk.post(reverse("usersessions_end", args=[row_of(phone).pk]), follow=True)
    assert "Esa sesión se cerró." in ended.content.decode()
    assert (still_in(phone), still_in(third), still_in(desk)) == (False, True, True)
    assert AuditEntry.objects.get(act=Act.SESSION_ENDED).actor_id == person.pk


def test_all_the_others_are_ended(person):
    others, desk = [entered(person), entered(person, ANDROID)], entered(person)
    # A session that the list does not know of ends as well.
    UserSession.objects.filter(pk=row_of(others[0]).pk).delete()
    stranger = entered(factories.staff_of(factories.MunicipalityFactory()))
    said = desk.post(reverse("usersessions_end_others"), follow=True)
    assert "Se cerraron 2 sesiones." in said.content.decode()
    assert not any(still_in(client) for client in others)
    assert still_in(desk)
    assert still_in(stranger)


def test_somebody_elses_session_is_not_found(person):
    victim = entered(factories.staff_of(factories.MunicipalityFactory()))
    mine = entered(person)
    for pk in (row_of(victim).pk, row_of(mine).pk, 999_999):
        assert mine.post(reverse("usersessions_end", args=[pk])).status_code == 404
    assert still_in(victim)


@pytest.mark.parametrize("name", [LIST, "usersessions_end_others"])
def test_strangers_are_sent_to_sign_in_and_other_methods_refused(person, name):
    path = reverse(name)
    method = "get" if name == LIST else "post"
    assert reverse("account_login") in getattr(Client(), method)(path).url
    assert entered(person).put(path).status_code == 405


def test_a_new_password_ends_the_others(person):
    phone, desk = entered(person, ANDROID), entered(person)
    new = "otras cuatro palabras juntas"
    desk.post(
        reverse("account_change_password"),
        {"oldpassword": factories.PASSWORD, "password1": new, "password2": new},
    )
    assert still_in(desk)
    assert not still_in(phone)


def test_what_is_known_of_ended_sessions_is_forgotten(person):
    open_one, over = entered(person), entered(person)
    over.session.flush()
    sessions.forget_ended()
    assert list(UserSession.objects.all()) == [row_of(open_one)]


def test_nothing_is_known_of_a_session_after_fourteen_days(person, monkeypatch):
    entered(person)
    later = timezone.now() + datetime.timedelta(days=14)
    monkeypatch.setattr(timezone, "now", lambda: later)
    sessions.forget_ended()
    assert not UserSession.objects.exists()


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (ANDROID, "Chrome en Android"),
        (WINDOWS, "Edge en Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
            " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
            "Safari en iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Firefox en Linux",
        ),
        (ANDROID.replace("Chrome", "SamsungBrowser/23.0 Chrome"), "Samsung Internet en Android"),
        ("curl/8.0", "Otro aparato"),
        ("", "Otro aparato"),
    ],
)  # fmt: skip
def test_devices_in_words(user_agent, name):
    assert devices.device_name(user_agent) == name


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0"),
        ("2001:db8:aaaa:bbbb::7", "2001:db8:aaaa::"),
        ("::ffff:203.0.113.77", "203.0.113.0"),
    ],
)
def test_of_an_address_its_network_is_kept(address, network):
    assert devices.network_of(address) == network
