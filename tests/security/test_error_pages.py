"""What a refusal says, on a portal that really runs (S20).

A page of our own for each, in the reader's language, with the right status, and nothing
about what the portal is made of or about what was asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from amuprev import no_room
from tests.browser.desk import TOKEN
from tests.portal import Portal, running_portal

ASKED = "zqpreguntado"
TELLTALE = re.compile(
    r"django|granian|python|wagtail|nginx|sqlite|postgres|traceback|settings|/tmp/|/var/"
    r"|\b\d+\.\d+\.\d+\b|line \d+|secret_key|debug",
    re.I,
)
# What pages of ours link to or are made of by name.
OURS = re.compile(
    r"/static/[^\"']+|<style>.*?</style>|csrfmiddlewaretoken|127\.0\.0\.1", re.S
)
HEADINGS = {
    400: ("No entendimos la solicitud", "We did not understand the request"),
    403: ("El formulario estuvo abierto", "The form was open too long"),
    404: ("Esta página no existe", "This page does not exist"),
    405: ("Esta página no se usa así", "This page cannot be used like that"),
    413: ("Lo que envió es demasiado largo", "What you sent is too long"),
    414: ("La dirección es demasiado larga", "The address is too long"),
    429: ("Demasiados intentos", "Too many attempts"),
    500: ("Algo falló en el portal", "Something failed in the portal"),
    503: ("El portal no puede guardar", "The portal cannot save right now"),
}
SIGN_IN = {"es": "/es/cuenta/entrar/", "en": "/en/account/sign-in/"}
LOG = {"es": "/es/bitacora/", "en": "/en/activities/"}
WAYS = (400, 403, 404, 405, 413, 414, 429)


@dataclass
class Said:
    status: int
    headers: dict[str, str]
    text: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("errors")


@pytest.fixture(scope="module")
def portal(folder: Path) -> Iterator[Portal]:
    with running_portal(folder) as portal:
        yield portal


def ask(portal: Portal, method: str, path: str, body: str = "", **headers: str) -> Said:
    connection = HTTPConnection(urlsplit(portal.url).netloc, timeout=30)
    sent = {"Accept": "text/html", **{k.replace("_", "-"): headers[k] for k in headers}}
    if body:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body or None, sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return Said(answer.status, dict(answer.getheaders()), text)


def provoke(portal: Portal, status: int, language: str) -> Said:
    """A request that is refused in this way."""
    sign_in, log = SIGN_IN[language], LOG[language]
    first = ask(portal, "GET", sign_in)
    cookie = first.headers.get("set-cookie", "").split(";")[0]
    token = (TOKEN.search(first.text) or [""])[1] if TOKEN.search(first.text) else ""
    fields = {"csrfmiddlewaretoken": token, "login": f"{ASKED}{language}@demo.example"}
    body = urlencode({**fields, "password": "no es esta"})
    if status == 429:
        for _try in range(11):
            ask(portal, "POST", sign_in, body, Cookie=cookie, Referer=portal.url)
    requests = {
        400: lambda: ask(portal, "GET", f"{log}?q={ASKED}", Host="otro.example"),
        403: lambda: ask(portal, "POST", sign_in, f"login={ASKED}"),
        404: lambda: ask(portal, "GET", f"/{language}/{ASKED}/?q={ASKED}"),
        405: lambda: ask(portal, "POST", f"{log}?q={ASKED}", body, Cookie=cookie),
        413: lambda: ask(
            portal, "POST", sign_in, "login=" + ASKED * 400_000, Cookie=cookie
        ),
        414: lambda: ask(portal, "GET", f"{log}?q=" + ASKED * 1_000),
        429: lambda: ask(portal, "POST", sign_in, body, Cookie=cookie),
    }
    return requests[status]()


def look(said: Said, status: int, language: str) -> None:
    assert said.status == status, said.text[:500]
    heading = HEADINGS[status][language == "en"]
    main = said.text.partition("<main")[2]
    assert heading in re.sub(r"\s+", " ", main), main[:800]
    told = OURS.sub("", said.text)
    assert not TELLTALE.search(told), TELLTALE.search(told)
    about = [said.headers.get(name, "") for name in ("server", "x-powered-by", "via")]
    assert not TELLTALE.search(" ".join(about)), about


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("status", WAYS)
def test_a_refusal_has_its_own_page(portal, status, language):
    said = provoke(portal, status, language)
    look(said, status, language)
    assert f'<html lang="{language}"' in said.text
    if status not in (404, 429):
        assert ASKED not in said.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_room_has_its_own_page(client, language):
    request = RequestFactory().get("/")
    request.user = client.get("/healthz").wsgi_request.user
    with override(language):
        answer = no_room.not_saved(request)
    text = answer.content.decode()
    look(Said(answer.status_code, dict(answer.headers), text), 503, language)


def test_a_fault_has_its_page_with_the_database_gone(portal, folder):
    """Last: the portal has no database afterwards."""
    for path in folder.glob("portal.sqlite3*"):
        path.write_bytes(b"nothing of a database" * 1_000)
    for path in (f"/es/bitacora/?q={ASKED}", "/en/activities/"):
        said = ask(portal, "GET", path)
        look(said, 500, "es")
        look(said, 500, "en")
        assert ASKED not in said.text
    assert ask(portal, "GET", "/healthz").status == 200
