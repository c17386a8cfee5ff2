"""A consultation that runs, for the screens of staff and of the people who answer."""

import datetime
import re
from typing import Any

from lxml import html
from playwright.sync_api import BrowserContext

from tests.browser import desk

PLACE = "/es/espacio/evaluaciones/"
HALF = ("PAR", "INS", "EVA", "PRE", "GRD")
ADDRESS = re.compile(r"/es/opinion/([a-z0-9]+)/")


def consult(numbers: dict[str, str], boss: BrowserContext) -> None:
    """Answer half of the assessment and open its consultation."""
    place = f"{PLACE}{numbers['assessment']}/"
    for dimension in HALF:
        _answer(boss, f"{place}dimension/{dimension}/")
    # The portal's day is that of Central America.
    here = datetime.timezone(datetime.timedelta(hours=-6))
    today = datetime.datetime.now(here).date()
    sent: dict[str, Any] = {
        "consent_es": "Nadie sabrá quién respondió.",
        "consent_en": "Nobody will know who answered.",
        "contact_es": "Oficina de la niñez, en la alcaldía",
        "contact_en": "Office for children, at the town hall",
    }
    for name, days in (("opens_on", 0), ("closes_on", 30)):
        day = today + datetime.timedelta(days=days)
        sent |= {
            f"{name}_{part}": str(getattr(day, part))
            for part in ("day", "month", "year")
        }
    answer = desk.send(boss, f"{place}consultar/", sent)
    found = ADDRESS.search(answer.text())
    assert found, answer.text()
    numbers["opinion"] = found[1]


def _answer(boss: BrowserContext, address: str) -> None:
    """The first level of each question, or that it is not measured."""
    page = html.fromstring(boss.request.get(address).text())
    form = page.xpath("//main//form[@method='post']")[0]
    sent = {name: value or "" for name, value in form.form_values()}
    for radio in form.xpath(".//input[@type='radio']"):
        if radio.get("value") in ("1", "not_measured"):
            sent[radio.get("name")] = radio.get("value")
    answer = boss.request.post(address, multipart=sent)
    assert answer.ok, address
