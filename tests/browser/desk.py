"""What a test needs done at the portal without looking at it: forms sent as they are."""

import datetime
import io
import re
import uuid

from PIL import Image
from playwright.sync_api import APIResponse, BrowserContext

STEP_MILLISECONDS = 30_000
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
KIND = re.compile(r'name="kind" value="(\d+)"')
INBOX = "/es/espacio/revision/"
LOG = "/es/espacio/registro-rapido/"


def send(
    person: BrowserContext, address: str, fields: dict, *, form: str = ""
) -> APIResponse:
    """Post to an address with the token of the page that holds its form."""
    shown = person.request.get(form or address).text()
    token = TOKEN.search(shown)
    assert token, f"no form at {form or address}"
    fields = {"csrfmiddlewaretoken": token[1], **fields}
    return person.request.post(address, multipart=fields)


def month_ago() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=30)


def quick_log(person: BrowserContext, text: str, **more: object) -> int:
    """Log an activity of a month ago and send it to review; its number."""
    shown = person.request.get(LOG).text()
    kind, day = KIND.search(shown), month_ago()
    assert kind
    answer = send(
        person,
        LOG,
        {
            "client_uuid": str(uuid.uuid4()),
            "kind": kind[1],
            "started_day": str(day.day),
            "started_month": str(day.month),
            "started_year": str(day.year),
            "place_name": "Colonia Quezaltepec",
            "women": "18",
            "men": "0",
            "what_happened": text,
            "action": "submit",
            **more,
        },
    )
    number = re.search(r"/actividades/(\d+)/", answer.url)
    assert number, f"not saved: {answer.status}\n{answer.text()}"
    return int(number[1])


def draft(person: BrowserContext, text: str) -> int:
    """Keep an activity as a draft; its number."""
    return quick_log(person, text, action="draft")


def photo(name: str = "foto.jpg") -> dict:
    """A photograph as a form's file."""
    content = io.BytesIO()
    Image.effect_noise((1200, 900), 40).convert("RGB").save(content, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": content.getvalue()}


def log_with_photo(person: BrowserContext, text: str) -> int:
    """Log an activity with a photograph that the public may see; its number."""
    return quick_log(
        person, text, photo=photo(), people_shown="nobody", photo_public="on"
    )


def approve(reviewer: BrowserContext, *numbers: int) -> None:
    """Approve submitted activities together."""
    for number in numbers:
        answer = send(reviewer, INBOX, {"activity": str(number)})
        assert answer.ok, answer.text()


def return_with_note(reviewer: BrowserContext, number: int) -> None:
    """Return a submitted activity with a note."""
    fields = {"action": "return", "note": "Falta decir con quién se hizo."}
    answer = send(reviewer, f"{INBOX}{number}/", fields)
    assert answer.url.endswith(INBOX), answer.text()
