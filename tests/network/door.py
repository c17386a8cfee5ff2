"""What tests of the door do again and again: try, sign in, count what is looked at."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from network import secrecy
from network.models import User
from tests.background import work_off
from tests.network.factories import PASSWORD

WRONG = "una clave que no es"
HERE = "203.0.113.9"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|typed-by-[0-9a-f]+')


def try_password(
    email: str,
    password: str = WRONG,
    *,
    address: str = HERE,
    client: Client | None = None,
    door: str = "account_login",
    **more: Any,
) -> HttpResponse:
    """One try at the sign-in page, from an address, in a fresh browser unless given."""
    return (client or Client()).post(
        reverse(door),
        {"login": email, "password": password},
        REMOTE_ADDR=address,
        **more,
    )


def enters(person: User, *, address: str = HERE, password: str = PASSWORD):
    """True when the person's right password lets them in from there."""
    client = Client()
    try_password(person.email, password, address=address, client=client)
    return "_auth_user_id" in client.session


@contextmanager
def looked_at() -> Iterator[mock.Mock]:
    """Counts the passwords that are compared with somebody's, or as if they were."""
    check, dummy = User.check_password, User.set_password
    counted = mock.Mock()

    def counted_check(self: User, raw: str) -> bool:
        counted(raw)
        return check(self, raw)

    def counted_dummy(self: User, raw: str) -> None:
        counted(raw)
        dummy(self, raw)

    with (
        mock.patch.object(User, "check_password", counted_check),
        mock.patch.object(User, "set_password", counted_dummy),
    ):
        yield counted


def mailed_link() -> str:
    """The path of the link in the last mail, once the worker has written it."""
    work_off()
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def choose_new_password(password: str, *, address: str) -> HttpResponse:
    """Follows the mailed link and chooses this password."""
    client = Client()
    form = client.get(mailed_link(), follow=True, REMOTE_ADDR=address)
    return client.post(
        form.request["PATH_INFO"],
        {"password1": password, "password2": password},
        REMOTE_ADDR=address,
    )


def same_page(response: HttpResponse, *private: str) -> str:
    """A page without what differs by itself: the form's token and what was typed."""
    text = TOKEN.sub("", response.content.decode())
    for word in private:
        text = text.replace(word, "…")
    return text


def give_app(person: User) -> None:
    """The person's telephone makes codes from now on."""
    TOTP.activate(person, generate_totp_secret())


def app_code(person: User, step: int = 0) -> str:
    """What their application shows now, or so many half minutes later."""
    found = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    return code_of(secrecy.unseal(found.data["secret"]), step)


def code_of(secret: str, step: int = 0) -> str:
    """What an application with this key shows."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def wrong_code(person: User) -> str:
    """Six figures that the application shows at no moment near this one."""
    shown = {app_code(person, step) for step in range(-3, 4)}
    return next(f"{number:06}" for number in range(20) if f"{number:06}" not in shown)


def mailed_code() -> str:
    """The code in the last mail."""
    return re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0]


def half_way(person: User, client: Client | None = None, **more: Any) -> Client:
    """A browser in which the password was right and nothing else was given yet."""
    client = client or Client()
    answer = try_password(person.email, PASSWORD, client=client, **more)
    assert answer.status_code == 302, answer.content.decode()
    assert "_auth_user_id" not in client.session
    return client


def give_code(client: Client, code: str, **more: Any) -> HttpResponse:
    """Write a code at the second step."""
    more.setdefault("REMOTE_ADDR", HERE)
    return client.post(reverse("mfa_authenticate"), {"code": code}, **more)


def is_in(client: Client) -> bool:
    """True when somebody is signed in there."""
    return "_auth_user_id" in client.session


def signed_in_with_app(person: User, step: int = 0) -> Client:
    """A browser in which the person took both steps."""
    client = half_way(person)
    give_code(client, app_code(person, step))
    assert is_in(client)
    return client


def password_again(client: Client) -> None:
    """Answer the question before something delicate."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
