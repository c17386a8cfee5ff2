"""People at a portal over HTTP: they sign in, send forms and remember the answers."""

import datetime
import gc
import http.client
import io
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from PIL import Image

SIGN_IN = "/es/cuenta/entrar/"
LOG = "/es/espacio/registro-rapido/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
KIND = re.compile(r'name="kind" value="(\d+)"')
RECORD = re.compile(r"/actividades/(\d+)/")
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What the portal answered."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def record(self) -> str:
        """The number of the record that it names; empty when it names none."""
        found = RECORD.search(self.headers.get("Location", ""))
        return found[1] if self.status in {302, 303} and found else ""


class NotSent(Exception):  # noqa: N818  it is an answer, not a fault
    """Nobody listened: the request never left."""


class Person:
    """One browser: it keeps its cookies and opens a connection for each request."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.cookies: dict[str, str] = {}
        self.token = self.kind = ""

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        kind: str = "",
        accept: str = "text/html",
    ) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE_SECONDS)
        try:
            try:
                connection.connect()
            except OSError as error:
                raise NotSent from error
            headers = {"Connection": "close", "Accept": accept}
            if self.cookies:
                pairs = (f"{name}={value}" for name, value in self.cookies.items())
                headers["Cookie"] = "; ".join(pairs)
            if kind:
                headers["Content-Type"] = kind
            connection.request(method, path, body or None, headers)
            got = connection.getresponse()
            text = got.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for header in got.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return Answer(got.status, got.headers, text)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(
        self, path: str, fields: dict, photo: bytes = b"", accept: str = "text/html"
    ) -> Answer:
        fields = {"csrfmiddlewaretoken": self.token, **fields}
        if not photo:
            kind = "application/x-www-form-urlencoded"
            return self.ask("POST", path, urlencode(fields).encode(), kind, accept)
        mark = uuid.uuid4().hex
        body = io.BytesIO()
        for name, value in fields.items():
            body.write(
                f'--{mark}\r\nContent-Disposition: form-data; name="{name}"'
                f"\r\n\r\n{value}\r\n".encode()
            )
        body.write(
            f'--{mark}\r\nContent-Disposition: form-data; name="photo"; '
            'filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode()
        )
        body.write(photo + f"\r\n--{mark}--\r\n".encode())
        return self.ask(
            "POST", path, body.getvalue(), f"multipart/form-data; boundary={mark}"
        )

    def open_form(self, path: str) -> Answer:
        """Show a form and keep its token."""
        shown = self.get(path)
        if found := TOKEN.search(shown.text):
            self.token = found[1]
        if found := KIND.search(shown.text):
            self.kind = found[1]
        return shown

    def sign_in(self, email: str, password: str) -> None:
        self.open_form(SIGN_IN)
        answer = self.post(SIGN_IN, {"login": email, "password": password})
        assert answer.status == 302, answer.text
        self.open_form(f"{LOG}?form={uuid.uuid4()}")
        assert self.kind

    def log(self, key: str, text: str, photo: bytes = b"", **more: str) -> Answer:
        """Send the quick log of a month ago to review."""
        day = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=30)
        fields = {
            "client_uuid": key,
            "kind": self.kind,
            "started_day": day.day,
            "started_month": day.month,
            "started_year": day.year,
            "place_name": "Colonia Quezaltepec",
            "women": "18",
            "men": "7",
            "what_happened": text,
            "action": "submit",
            **({"people_shown": "nobody"} if photo else {}),
            **more,
        }
        return self.post(LOG, fields, photo)


def photo() -> bytes:
    """A small photograph, another each time."""
    content = io.BytesIO()
    Image.effect_noise((320, 240), 40).convert("RGB").save(content, "JPEG")
    return content.getvalue()


@dataclass
class Writer:
    """Somebody who goes on saving, and three lists of what became of each form.

    Acknowledged: the answer named the record. Refused: the portal said no, or nobody
    listened. Unknown: sent, and no whole answer came.
    """

    person: Person
    with_photo: bool = False
    acknowledged: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Answer | None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many saves were acknowledged."""
        return len(self.acknowledged)

    def write_once(self) -> None:
        self.send(str(uuid.uuid4()))

    def send(self, key: str) -> None:
        try:
            answer = self.person.log(
                key, words_of(key), photo() if self.with_photo else b""
            )
        except NotSent:
            self.refused[key] = None
        except (OSError, http.client.HTTPException):
            self.unknown.append(key)
        else:
            if answer.record:
                self.acknowledged[key] = answer.record
            else:
                self.refused[key] = answer


def words_of(key: str) -> str:
    """What a form says: no other says the same."""
    return f"Se habló de convivencia en la casa comunal, {key}."


class AtWork:
    """People who go on with what they do, each in a thread, until told to stop."""

    def __init__(self, doing: list[Callable[[], None]], pause: float = 0.05) -> None:
        self._stopping = threading.Event()
        self._pause = pause
        self.faults: list[Exception] = []
        self._threads = [
            threading.Thread(target=self._go_on, args=(do,), daemon=True)
            for do in doing
        ]

    def __enter__(self) -> "AtWork":
        # Looking for unused objects through all that the tests keep would stop
        # everybody at once, for longer than the portal waits for somebody to ask.
        gc.freeze()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join(2 * PATIENCE_SECONDS)
        gc.unfreeze()
        assert not self.faults, self.faults

    def _go_on(self, do: Callable[[], None]) -> None:
        try:
            while not self._stopping.is_set():
                do()
                time.sleep(self._pause)
        except Exception as fault:  # noqa: BLE001  told when the work ends
            self.faults.append(fault)
