"""A browser whose session ends while somebody types, and what they typed."""

import io
import re
import uuid

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from network.models import HeldPost
from network.models.evidence import evidence_storage
from network.session_limits import SITTING
from tests.network.factories import PASSWORD, ActivityKindFactory

HOME = "/es/espacio/"
LOG = "/es/espacio/registro-rapido/"
SIGN_IN = "/es/cuenta/entrar/"
OWN = {"HTTP_ORIGIN": "http://testserver"}
TYPED = "Jóvenes y policías conversaron sobre la cancha <b>& el parque</b>."
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Browser(Client):
    """A client that sends the tokens of the pages it reads, as a browser does."""

    def __init__(self) -> None:
        super().__init__(enforce_csrf_checks=True)

    def read(self, path: str) -> str:
        self.shown = self.get(path, follow=True).content.decode()
        return self.shown

    def token(self, page: str = "") -> str:
        return TOKEN.search(page or self.shown)[1]

    def send(self, path: str, fields: dict, page: str = "") -> HttpResponse:
        fields = {"csrfmiddlewaretoken": self.token(page), **fields}
        return self.post(path, fields, **OWN)

    def enter(self, person, **more: str) -> HttpResponse:
        self.read(SIGN_IN)
        fields = {"login": person.email, "password": PASSWORD, "shared": "on"}
        answer = self.send(SIGN_IN, fields | more)
        assert answer.status_code == 302, answer.content.decode()
        return answer

    def lose_session(self) -> None:
        Session.objects.filter(
            session_key=self.cookies[settings.SESSION_COOKIE_NAME].value
        ).delete()


def place(post: HeldPost) -> str:
    return reverse("network:held_post", args=[post.pk])


def photo(name: str = "foto.jpg") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.effect_noise((64, 48), 40).convert("RGB").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def typed(**more: object) -> dict:
    return {
        "client_uuid": str(uuid.uuid4()),
        "kind": ActivityKindFactory().pk,
        "started_day": "3",
        "started_month": "marzo",
        "started_year": "2026",
        "place_name": "Colonia Quezaltepec",
        "women": "18",
        "men": "0",
        "what_happened": TYPED,
        "action": "submit",
        "photo": photo(),
        "people_shown": "nobody",
    } | more


def confirm_fields(page: str) -> dict[str, list[str]]:
    """The fields of the form that sends a kept post on, as a browser would send them."""
    form = page[page.index('enctype="multipart/form-data"') :]
    form = form[: form.index("</form>")]
    fields: dict[str, list[str]] = {"csrfmiddlewaretoken": [TOKEN.search(form)[1]]}
    for name, value in HIDDEN.findall(form):
        if name != "csrfmiddlewaretoken":
            text = value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            fields.setdefault(name, []).append(text)
    return fields


def sign_in_here(browser: Browser, answer: HttpResponse) -> str:
    """Write the password on the page that kept the form; the page that follows."""
    page = answer.content.decode()
    action = re.search(r'<form method="post" action="(/es/espacio/[^"]+)"', page)[1]
    answer = browser.send(action, {"password": PASSWORD, "shared": "on"}, page)
    assert answer.status_code == 302, answer.content.decode()
    return browser.read(answer.url)


def send_on(browser: Browser, page: str, path: str = LOG) -> HttpResponse:
    return browser.post(path, confirm_fields(page), **OWN)


def stored_names() -> list[str]:
    storage = evidence_storage()
    if not storage.exists("held"):
        return []
    return [
        name
        for folder in storage.listdir("held")[0]
        for name in storage.listdir(f"held/{folder}")[1]
    ]


def expire(browser: Browser) -> None:
    session = browser.session
    session[SITTING] = session[SITTING] | {"seen": 0}
    session.save()
