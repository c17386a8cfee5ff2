"""Pages made at the editors' desk without looking at it: forms sent as they are."""

import re

from playwright.sync_api import BrowserContext

from tests.browser import desk

BODY: list[tuple[str, dict[str, str]]] = [
    ("heading", {"text": "Lo que se acordó", "level": "2"}),
    (
        "paragraph",
        {
            "": (
                '{"entityMap":{},"blocks":[{"key":"a1b2c","text":"Reunirse cada mes.",'
                '"type":"unstyled","depth":0,"inlineStyleRanges":[],"entityRanges":[],'
                '"data":{}}]}'
            )
        },
    ),
    ("quote", {"text": "Hablar ayuda.", "who": "Alcaldía municipal", "source": ""}),
    (
        "figures",
        {
            "title": "Cifras",
            "source": "La red, 2026",
            "figures-count": "1",
            "figures-0-deleted": "",
            "figures-0-order": "0",
            "figures-0-type": "item",
            "figures-0-id": "",
            "figures-0-value-value": "12",
            "figures-0-value-counts": "talleres",
        },
    ),
    (
        "accordion",
        {
            "items-count": "1",
            "items-0-deleted": "",
            "items-0-order": "0",
            "items-0-type": "item",
            "items-0-id": "",
            "items-0-value-question": "¿Quién puede participar?",
            "items-0-value-answer": (
                '{"entityMap":{},"blocks":[{"key":"a1b2d","text":"Cualquiera.",'
                '"type":"unstyled","depth":0,"inlineStyleRanges":[],"entityRanges":[],'
                '"data":{}}]}'
            ),
        },
    ),
    (
        "video",
        {
            "title": "Un video",
            "address": "https://video.example/1",
            "minutes": "4",
            "summary": "Se ve la plaza de noche.",
        },
    ),
    ("map", {"caption": "La red hoy."}),
]


def body() -> dict[str, str]:
    """One block of most kinds, as Wagtail's form sends them."""
    fields = {"body-count": str(len(BODY))}
    for number, (kind, values) in enumerate(BODY):
        block = f"body-{number}"
        fields |= {
            f"{block}-deleted": "",
            f"{block}-order": str(number),
            f"{block}-type": kind,
            f"{block}-id": "",
        }
        for name, value in values.items():
            fields[f"{block}-value-{name}" if name else f"{block}-value"] = value
    return fields


COMMON = {
    "lead": "Lo que aquí se cuenta.",
    "picture": "",
    "picture_text": "",
    "reviewed_on": "",
    "seo_title": "",
    "search_description": "",
    "go_live_at": "",
    "expire_at": "",
    "action-publish": "action-publish",
}
EDIT = re.compile(r"/cms/pages/(\d+)/edit/")


def published(person: BrowserContext, model: str, where: str, **fields: str) -> str:
    """Publish a page by the way the editors' first screen offers; its address."""
    offered = re.search(
        rf"/cms/pages/add/site_pages/{model}/\d+/", person.request.get("/cms/").text()
    )
    assert offered, f"no way to make a {model}"
    return _publish(person, offered[0], where, fields)[0]


def in_both(
    person: BrowserContext, model: str, where: tuple[str, str], **fields: str
) -> tuple[str, str]:
    """Publish a page, and its English one made from it; both addresses."""
    offered = re.search(
        rf"/cms/pages/add/site_pages/{model}/\d+/", person.request.get("/cms/").text()
    )
    assert offered, f"no way to make a {model}"
    spanish, number = _publish(person, offered[0], where[0], fields)
    ask = f"/cms/translation/submit/page/{number}/"
    locale = re.search(
        r'name="locales"[^>]*value="(\d+)"', person.request.get(ask).text()
    )
    assert locale, "nothing to translate into"
    made = desk.send(person, ask, {"locales": locale[1]})
    edit = EDIT.search(made.url)
    assert edit, made.url
    english = {**fields, "title": f"In English: {fields['title']}"}
    return spanish, _publish(person, edit[0], where[1], english)[0]


def _publish(
    person: BrowserContext, form: str, where: str, fields: dict[str, str]
) -> tuple[str, str]:
    """The address and the number of the page that this form makes."""
    slug = re.sub(r"[^a-z]+", "-", fields["title"].lower())
    answer = desk.send(person, form, {"slug": slug, **COMMON, **body(), **fields})
    assert not errors(answer.text()), errors(answer.text())
    number = EDIT.search(answer.text())
    assert number, answer.url
    # An event by invitation is given an address that tells nothing.
    edit = person.request.get(number[0]).text()
    path = re.search(rf'href="[^"]*({re.escape(where)}[\w-]+/)"', edit)
    assert path, number[0]
    shown = person.request.get(path[1])
    assert shown.ok, (path[1], shown.status)
    return path[1], number[1]


def errors(html: str) -> list[str]:
    """What Wagtail says is wrong with a form."""
    return [
        re.sub(r"<[^>]+>|\s+", " ", each).strip()
        for each in re.findall(r'class="error-message"[^>]*>(.*?)</p>', html, re.S)
    ]
