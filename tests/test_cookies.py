"""Cookies (S4): none for readers, and each of ours closed to scripts and other sites."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse

from network.choices import Role
from tests.network.factories import (
    PASSWORD,
    ApprovedActivityFactory,
    MunicipalityFactory,
    staff_of,
)
from tests.public_pages import plant_pages
from tests.test_settings import COMPLETE

COOKIES = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "TYPIST_COOKIE_NAME")
PRINTED = """import json
from amuprev import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings)
                  if name.isupper() and "COOKIE" in name}))"""
# In the words of production, which a test cannot be.
HOST_ONLY = dict.fromkeys(COOKIES) | {
    "SESSION_COOKIE_NAME": "__Host-sessionid",
    "CSRF_COOKIE_NAME": "__Host-csrftoken",
    "TYPIST_COOKIE_NAME": "__Host-typist",
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}


def test_production_names_every_cookie_for_this_host_alone():
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRINTED],
        cwd=configured.BASE_DIR,
        env={"PATH": os.environ["PATH"], **COMPLETE},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout)
    assert all(found[name].startswith("__Host-") for name in COOKIES)
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert found["SESSION_COOKIE_HTTPONLY"] is found["CSRF_COOKIE_HTTPONLY"] is True
    assert found["SESSION_COOKIE_SAMESITE"] == found["CSRF_COOKIE_SAMESITE"] == "Lax"
    # A name that begins with __Host- allows neither a domain nor a path.
    assert not any(name.endswith(("_DOMAIN", "_PATH")) for name in found)


@pytest.mark.django_db
def test_readers_get_no_cookie():
    plant_pages()
    activity = ApprovedActivityFactory()
    for path in (
        "/es/",
        "/en/",
        "/es/red/",
        f"/es/red/municipios/{activity.owner.slug}/",
        "/es/bitacora/",
        f"/es/bitacora/{activity.pk}/",
        "/es/bitacora/?country=SV",
        "/es/nada/",
        "/sitemap.xml",
        "/robots.txt",
        "/healthz",
    ):
        client = Client()
        client.get(path, follow=True)
        assert not client.cookies, path


@pytest.mark.django_db
def test_every_cookie_of_staff_is_closed(settings):
    for name, value in HOST_ONLY.items():
        setattr(settings, name, value)
    person = staff_of(MunicipalityFactory(), Role.COORDINATES)
    client, seen = Client(), set()
    sign_in, sign_out = reverse("account_login"), reverse("account_logout")
    right = {"login": person.email, "password": PASSWORD, "shared": "on"}
    for method, path, fields in (
        ("get", sign_in, {}),
        ("post", sign_in, right | {"password": "no es esta"}),
        ("post", sign_in, right),
        ("get", "/es/espacio/", {}),
        ("get", "/es/espacio/personas/", {}),
        # Its answer leaves a message for the next page.
        ("post", "/en/account/", {"name": person.name, "language": "es"}),
        ("post", "/es/espacio/registro-rapido/", {}),
        ("post", sign_out, {}),
    ):
        answer = getattr(client, method)(path, fields, secure=True)
        for name, cookie in answer.cookies.items():
            seen.add(name)
            assert name.startswith("__Host-"), path
            assert cookie["secure"], (path, name)
            assert cookie["path"] == "/"
            assert not cookie["domain"]
            # A cookie that is dropped holds nothing that a script could read.
            if cookie.value:
                assert cookie["httponly"], (path, name)
                assert cookie["samesite"] in {"Lax", "Strict"}
    assert seen == {"__Host-sessionid", "__Host-csrftoken", "__Host-typist"}
    assert not [name for name, cookie in client.cookies.items() if cookie.value]


@pytest.mark.django_db
def test_the_typists_cookie_is_never_sent_to_us_by_another_site():
    person = staff_of(MunicipalityFactory())
    client = Client()
    fields = {"login": person.email, "password": PASSWORD}
    client.post(reverse("account_login"), fields)
    cookie = client.cookies[configured.TYPIST_COOKIE_NAME]
    assert cookie["samesite"] == "Strict"
    assert cookie["httponly"]
    assert person.email not in cookie.value
    assert person.name not in cookie.value
