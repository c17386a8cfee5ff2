"""The forms of a page, read out of its HTML as a browser would send them."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

NEVER_SENT = {"button", "reset", "image"}


@dataclass
class PageForm:
    """One form: where it goes, its fields with what they hold, and of which kind each is."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def sent(self, **changes: Any) -> dict[str, Any]:
        """What is sent when a person changes only these fields."""
        return {**self.values, **changes}


def forms_of(answer: HttpResponse | str, path: str = "") -> list[PageForm]:
    """Every form of a page, in its order."""
    text = answer if isinstance(answer, str) else answer.content.decode()
    if not text.strip():
        return []
    root = html.fromstring(text)
    return [_read(each, path) for each in root.iter("form")]


def posting_forms(answer: HttpResponse, path: str) -> list[PageForm]:
    """The forms of a page that change something, but for the one that signs out."""
    return [
        form
        for form in forms_of(answer, path)
        if form.method == "post" and not form.action.rstrip("/").endswith(SIGN_OUT)
    ]


def seen_at(client: Client, address: str) -> str:
    """What the form of a record says that it showed, without which nothing is saved."""
    forms = forms_of(client.get(address), address)
    return next(form.values["seen"][0] for form in forms if "seen" in form.values)


SIGN_OUT = ("/cuenta/salir", "/account/sign-out", "/admin/logout", "/cms/logout")


def _read(element: Any, path: str) -> PageForm:
    action = element.get("action") or path
    form = PageForm(action, (element.get("method") or "get").lower())
    for box in element.iter("input", "textarea", "select", "button"):
        name = box.get("name")
        # A row's pattern, which the browser copies to add one, is nobody's field.
        if not name or box.get("disabled") is not None or "__prefix__" in name:
            continue
        _add(form, box, name)
    return form


def _add(form: PageForm, box: Any, name: str) -> None:
    if box.tag == "select":
        options = list(box.iter("option"))
        _kind(form, name, "select", [each.get("value", "") for each in options])
        chosen = [each for each in options if each.get("selected") is not None]
        if not chosen and box.get("multiple") is None:
            chosen = options[:1]
        form.values.setdefault(name, []).extend(
            each.get("value", "") for each in chosen
        )
    elif box.tag == "textarea":
        _kind(form, name, "textarea")
        form.values.setdefault(name, []).append((box.text or "").removeprefix("\n"))
    else:
        _add_input(form, box, name)


def _add_input(form: PageForm, box: Any, name: str) -> None:
    kind = box.get("type", "submit" if box.tag == "button" else "text").lower()
    value = box.get("value", "on" if kind in ("checkbox", "radio") else "")
    if kind == "submit":
        form.buttons.append((name, value))
    elif kind in ("checkbox", "radio"):
        _kind(form, name, kind, [value])
        if box.get("checked") is not None:
            form.values.setdefault(name, []).append(value)
    elif box.get("readonly") is not None:
        form.values.setdefault(name, []).append(value)
    elif kind not in NEVER_SENT:
        _kind(form, name, kind)
        if kind != "file":
            form.values.setdefault(name, []).append(value)


def _kind(
    form: PageForm, name: str, kind: str, choices: list[str] | None = None
) -> None:
    form.kinds.setdefault(name, kind)
    form.choices.setdefault(name, []).extend(choices or [])
