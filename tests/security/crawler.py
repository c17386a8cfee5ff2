"""Reads the portal as a stubborn visitor does: every link, every form that asks."""

import io
import re
import zipfile
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from lxml import html
from lxml.etree import ParserError

from tests.contract.cast import asked

PARTS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|zq[a-z]{8}")
LOCATION = re.compile(r"<loc>(.*?)</loc>")
LINKS = ("href", "src", "action", "data-url", "data-href", "formaction")
# Where a visitor would end the visit.
WAYS_OUT = ("/cuenta/salir/", "/account/sign-out/", "/logout/")
MARKUP = (
    "text/html",
    "application/xhtml",
    "image/svg",
    "application/atom",
    "text/xml",
    "application/xml",
)
HEADERS = ("Location", "Content-Disposition", "ETag", "Link")


@dataclass
class Answer:
    """What came back for one address."""

    address: str
    status: int
    kind: str
    text: str
    body: bytes


@dataclass
class Crawl:
    """One visitor, and what was answered so far."""

    client: Client
    alike: int = 2
    seen: set[str] = field(default_factory=set)
    shapes: Counter = field(default_factory=Counter)
    answers: int = 0

    def walk(self, starts: Iterable[str], most: int) -> Iterator[Answer]:
        """The answers to these addresses and to those they lead to, in breadth."""
        waiting = deque(starts)
        while waiting and most > 0:
            address = waiting.popleft()
            if not self.is_new(address):
                continue
            most -= 1
            answer = self.read(address)
            yield answer
            if answer.status == 200:
                waiting.extend(leads_to(answer))
            elif 300 <= answer.status < 400:
                waiting.append(self.target(answer))

    def is_new(self, address: str) -> bool:
        """True for an own address of a shape that was not seen often enough."""
        if not address.startswith("/") or address.startswith(("//", "/static/")):
            return False
        if address in self.seen or any(way in address for way in WAYS_OUT):
            return False
        shape = shape_of(address)
        self.shapes[shape] += 1
        self.seen.add(address)
        return self.shapes[shape] <= self.alike

    def read(self, address: str) -> Answer:
        """Ask for one address."""
        return self.told(address, asked(self.client, "GET", address))

    def post(self, address: str, fields: dict[str, str]) -> Answer:
        """Send a form whose changes are undone."""
        answer = asked(
            self.client,
            "POST",
            address,
            data=urlencode(fields),
            content_type="application/x-www-form-urlencoded",
        )
        return self.told(address, answer)

    def told(self, address: str, response: HttpResponse) -> Answer:
        """All that an answer says, as text."""
        cache.clear()
        self.answers += 1
        body = response.getvalue()
        said = [f"{response[name]}" for name in HEADERS if name in response]
        text = "\n".join([*said, readable(body)])
        kind = response.get("Content-Type", "")
        return Answer(address, response.status_code, kind, text, body)

    def target(self, answer: Answer) -> str:
        """Where an answer sends its reader on."""
        return own(answer.address, answer.text.splitlines()[0])


def shape_of(address: str) -> str:
    """The address without its numbers, keys and values."""
    split = urlsplit(address)
    names = sorted({name for name, _value in parse_qsl(split.query)})
    return PARTS.sub("#", split.path) + "?" + "&".join(names)


def own(base: str, link: str) -> str:
    """The link as a path of this portal, without its fragment; else as it is."""
    split = urlsplit(urljoin(f"http://testserver{base}", link))
    if split.netloc not in ("testserver", "127.0.0.1:8000"):
        return link
    return split.path + (f"?{split.query}" if split.query else "")


def readable(body: bytes) -> str:
    """The text of an answer, also of what is packed in an archive."""
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = [
                f"{name}\n{archive.read(name).decode('utf-8', 'replace')}"
                for name in archive.namelist()
            ]
        return "\n".join([*parts, body.decode("latin-1")])
    return body.decode("utf-8", "replace")


def document(answer: Answer) -> html.HtmlElement | None:
    """The parsed page; None for what is no markup."""
    if not answer.kind.startswith(MARKUP) or not answer.body.strip():
        return None
    try:
        return html.document_fromstring(answer.body)
    except ParserError:
        return None


def leads_to(answer: Answer) -> Iterator[str]:
    """The addresses a page links to, and those its asking forms lead to."""
    page = document(answer)
    if page is None:
        return
    yield from (own(answer.address, found) for found in LOCATION.findall(answer.text))
    for element in page.iter("*"):
        for name in LINKS:
            if link := element.get(name):
                yield own(answer.address, link)
        sizes = element.get("srcset", "").split(",")
        yield from (own(answer.address, size.split()[0]) for size in sizes if size)
    for form in asking_forms(page):
        yield asking(answer.address, form, lambda given: given)


def asking_forms(page: html.HtmlElement) -> list[html.FormElement]:
    """The forms that only ask."""
    return [form for form in page.forms if (form.method or "GET").upper() == "GET"]


def asking(base: str, form: html.FormElement, value: Callable[[str], str]) -> str:
    """The address of a form of method GET, its texts replaced by `value`."""
    typed = texts_of(form)
    fields = [pair for pair in form.form_values() if pair[0] not in typed]
    fields += [(name, value(form.fields[name] or "")) for name in sorted(typed)]
    return own(base, (form.action or base).split("?")[0]) + "?" + urlencode(fields)


def texts_of(form: html.FormElement) -> set[str]:
    """The names of its fields in which one types."""
    return {
        field.name
        for field in form.inputs
        if field.name
        and field.tag == "input"
        and field.get("type", "text") in ("text", "search")
    }
