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


def published(person: BrowserContext, model: str, where: str, **fields: str) -> str:
    """Publish a page by the way the editors' first screen offers; its address."""
    offered = re.search(
        rf"/cms/pages/add/site_pages/{model}/\d+/", person.request.get("/cms/").text()
    )
    assert offered, f"no way to make a {model}"
    title = fields["title"]
    slug = re.sub(r"[^a-z]+", "-", title.lower())
    common = {
        "slug": slug,
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
    answer = desk.send(person, offered[0], {**common, **body(), **fields})
    path = f"{where}{slug}/"
    shown = person.request.get(path)
    assert shown.ok, (path, shown.status, answer.url, errors(answer.text()))
    return path


def errors(html: str) -> list[str]:
    """What Wagtail says is wrong with a form."""
    return [
        re.sub(r"<[^>]+>|\s+", " ", each).strip()
        for each in re.findall(r'class="error-message"[^>]*>(.*?)</p>', html, re.S)
    ]
