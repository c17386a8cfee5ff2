"""A register with a risk and its measure, for the screens of staff."""

import re
import uuid

from lxml import html
from playwright.sync_api import BrowserContext

from tests.browser import desk

THREAT = re.compile(r'<option value="(\d+)">Inundación')


def register(numbers: dict[str, str], clerk: BrowserContext) -> None:
    """Note the first risk of the municipality, and what is done about it."""
    place = f"/es/espacio/riesgos/{numbers['town']}/nuevo/"
    found = THREAT.search(clerk.request.get(place).text())
    assert found, place
    sent = {
        "client_uuid": str(uuid.uuid4()),
        "threat": found[1],
        "title_es": "La quebrada inunda el barrio de abajo",
        "nature": "event",
        "current_likelihood": "3",
        "line_people": "3",
        "line_services": "4",
    }
    answer = desk.send(clerk, place, sent)
    assert answer.url.endswith(f"/riesgos/{numbers['town']}/1/"), answer.url
    _propose(f"/es/espacio/medidas/{numbers['town']}/nueva/?risk=1", clerk)


def _propose(address: str, clerk: BrowserContext) -> None:
    page = html.fromstring(clerk.request.get(address).text())
    form = page.xpath("//main//form[@method='post']")[0]
    sent = {name: value or "" for name, value in form.form_values()}
    year = str(int(sent["approved_on_year"]) + 1)
    sent |= {"title_es": "Limpiar la quebrada", "type": "mitigation"}
    sent |= {"due_on_day": "1", "due_on_month": "3", "due_on_year": year}
    sent["responsible_office"] = "Obras municipales"
    answer = desk.send(clerk, address, sent)
    assert "/medidas/" in answer.url, answer.url
    assert answer.url.endswith("/1/"), answer.url
