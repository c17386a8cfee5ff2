"""What is written into forms that nobody sane would write, and how it is sent."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT
from hypothesis import strategies as st

from tests.foundation import upload_samples as samples
from tests.page_forms import PageForm, forms_of

TYPED = {"text", "textarea", "email", "number", "date", "search", "url", "tel"}
FORM = "application/x-www-form-urlencoded"
# The browser's own, and what says which version was shown: never typed by anybody.
OWN = ("csrfmiddlewaretoken", "typed-by-", "seen", "client_uuid", "version", "next")
NASTY = (
    "", " ", "\x00", "a\x00b", "\ud800", "x\udfffy", "\u202eotrevni", "قاعة", "⚽🏆👩‍👩‍👧",
    "9" * 400, "-" + "9" * 400, "1e999", "-1e999", "NaN", "Infinity", "-0", "1.5", "1,5",
    "٣", "²", "0x10", "31", "30/02/2026", "2026-02-30", "30 de febrero", "12/31/26",
    "0000-00-00", "9999-12-31", "10000-01-01", "{{7*7}}", "${7*7}", "{% debug %}", "%s%n",
    "<script>alert(1)</script>", "'; DROP TABLE x; --", "../../etc/passwd", "a" * 5_000,
    "a@" + "b" * 300, "a@b", "javascript:alert(1)", "http://[::1", "https://\x00.com",
    "null", "true", "[]", "{}", '{"a":', "[" * 3_000, "\r\nX: y", "\t", "\u2028", "é" * 300,
    "00000000-0000-0000-0000-000000000000", "999999999999999999999", "-1", "1" * 5_000,
)  # fmt: skip
LONG = "a" * 1_000_000
FILES = (
    ("vacio.jpg", b""),
    ("pagina.jpg", samples.HTML),
    ("dibujo.svg", samples.SVG),
    ("programa.pdf", samples.MACHINE),
    ("cortada.jpg", samples.photo()[:200]),
    ("x" * 300 + ".jpg", samples.photo()),
    ("../../x\x00.jpg", b"GIF89a"),
)


@dataclass(frozen=True)
class Change:
    """One field of a form changed: by its position, to a value; or left out, or doubled."""

    at: int
    value: str
    how: str


def changes() -> st.SearchStrategy[list[Change]]:
    """From one to six fields changed at once."""
    text = st.text(st.characters(), max_size=60)
    value = st.one_of(st.sampled_from(NASTY), st.sampled_from(NASTY), text)
    how = st.sampled_from(("set", "set", "set", "set", "drop", "twice", "extra"))
    one = st.builds(Change, st.integers(0, 199), value, how)
    return st.lists(one, min_size=1, max_size=6)


def written(form: PageForm, changed: list[Change]) -> list[tuple[str, str]]:
    """The fields as they are sent."""
    sent = {name: list(values) for name, values in form.values.items()}
    names = [name for name in form.kinds if form.kinds[name] != "file"]
    for change in changed:
        if change.how == "extra" or not names:
            sent[f"extra_{change.at}"] = [change.value]
            continue
        name = names[change.at % len(names)]
        if change.how == "drop":
            sent.pop(name, None)
        elif change.how == "twice":
            sent[name] = [*sent.get(name, []), change.value]
        else:
            sent[name] = [change.value]
    if form.buttons:
        button, value = form.buttons[len(changed) % len(form.buttons)]
        sent.setdefault(button, [value])
    return [(name, value) for name, values in sent.items() for value in values]


def body_of(
    form: PageForm, pairs: list[tuple[str, str]], number: int
) -> tuple[bytes, str]:
    """The bytes that go, and their type; a form with files gets one that is wrong."""
    files = [name for name, kind in form.kinds.items() if kind == "file"]
    if not files or number % 3 == 0:
        return urlencode(pairs, errors="surrogatepass").encode(), FORM
    lines = [_part(f'name="{name}"', value) for name, value in pairs]
    file_name, content = FILES[number % len(FILES)]
    where = f'name="{files[0]}"; filename="{file_name}"'
    lines.append(_part(where, "", content))
    return b"".join([*lines, f"--{BOUNDARY}--\r\n".encode()]), MULTIPART_CONTENT


def _part(where: str, text: str, content: bytes = b"") -> bytes:
    head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; {where}\r\n\r\n"
    return head.encode() + text.encode("utf-8", "surrogatepass") + content + b"\r\n"


def send(client: Client, path: str, body: bytes, kind: str) -> HttpResponse:
    """One post whose changes are undone, by a browser that keeps its session."""
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    cache.clear()
    with transaction.atomic():
        answer = client.generic("POST", path, body, content_type=kind)
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies[name] = value
    return answer


def faults_of(
    answer: HttpResponse, form: PageForm, pairs: list[tuple[str, str]]
) -> list[str]:
    """What is wrong with an answer; empty when it is as it should be."""
    if answer.status_code >= 500:
        return [f"answers {answer.status_code}"]
    if answer.streaming or "html" not in answer.get("Content-Type", ""):
        return []
    page = answer.content.decode()
    if "Traceback (most recent call last)" in page:
        return ["shows a traceback"]
    if answer.status_code not in (200, 409, 422):
        return []
    again = _again(page, form)
    return [] if again is None else _lost(form, again, dict(pairs))


def _again(page: str, form: PageForm) -> PageForm | None:
    """The same form, in an answer that shows it once more."""
    typed = {name for name in form.kinds if not name.startswith(OWN)}
    for each in forms_of(page):
        if typed and len(typed & each.kinds.keys()) * 2 > len(typed):
            return each
    return None


def _lost(form: PageForm, again: PageForm, sent: dict[str, str]) -> list[str]:
    """The fields in which what was typed is no longer there."""
    return [
        f"loses {name}"
        for name, kind in form.kinds.items()
        if kind in TYPED and name in sent and again.kinds.get(name) in TYPED
        if not _same(sent[name], again.values.get(name, [""])[-1])
    ]


def _same(sent: str, shown: str) -> bool:
    """Equal but for what no page can hold, and for blanks around."""
    return _plain(sent)[:200] == _plain(shown)[:200]


def _plain(text: str) -> str:
    kept = text.encode("utf-8", "ignore").decode()
    return "".join(
        sign for sign in kept if sign.isprintable() and sign != "\ufffd"
    ).strip()


def small(data: Any) -> str:
    """A short account of what was sent, for a report."""
    return str([(name, value[:40]) for name, value in data if value])[:600]
