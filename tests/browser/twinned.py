"""Twinnings on the stage: one proposed, with an exchange, a commitment and a link."""

import re
import uuid

from playwright.sync_api import BrowserContext

from tests.browser import desk

TWINNINGS = "/es/espacio/hermanamientos/"
EXCHANGES = "/es/espacio/intercambios/"
PLACE = re.compile(r'name="parties" value="(\d+)"')
PHOTO = re.compile(r"/foto/([0-9a-f-]{36})/tapar/")
NUMBER = re.compile(r"/(\d+)/$")


def twin(numbers: dict[str, str], boss: BrowserContext) -> None:
    """One of each kind that a screen can be about, by its number."""
    fields = {
        "client_uuid": str(uuid.uuid4()),
        "owner": "sv-santa-tecla",
        "problem_es": "Los jóvenes no tienen dónde estar.",
    }
    start = f"{TWINNINGS}nuevo/"
    look = {**fields, "step": "partners", "action": "look", "look": "arlington"}
    place = PLACE.search(desk.send(boss, start, look).text())
    assert place
    chosen = {**fields, "step": "partners", "action": "propose", "parties": place[1]}
    numbers["twinning"] = _number(desk.send(boss, start, chosen).url)
    home = f"{TWINNINGS}{numbers['twinning']}/"
    party = re.search(r"/partes/(\d+)/ratificacion/", boss.request.get(home).text())
    assert party
    numbers["party"] = party[1]
    planned = {
        "client_uuid": str(uuid.uuid4()), "title_es": "Visita a los centros",
        "modality": "visit", "direction": "outgoing", "language_support": "unknown",
    }  # fmt: skip
    numbers["exchange"] = _number(desk.send(boss, f"{home}abrir/", planned).url)
    visit = f"{EXCHANGES}{numbers['exchange']}/"
    shown = boss.request.get(f"{visit}seccion/informe/").text()
    version = re.search(r'name="version" value="(\d+)"', shown)
    assert version
    told = {"version": version[1], "began_year": "2024", "what_happened_es": "Se vio."}
    desk.send(boss, f"{visit}seccion/informe/", told)
    desk.send(boss, f"{visit}compromisos/nuevo/", {"text_es": "Escribir un plan"})
    promise = re.search(r"/compromisos/(\d+)/", boss.request.get(visit).text())
    assert promise
    numbers["commitment"] = promise[1]
    photos = f"{visit}seccion/fotos/"
    shown = {
        "what": "photo", "photoform-file": desk.photo(),
        "photoform-alt_text_es": "La cancha vacía", "photoform-people_shown": "nobody",
    }  # fmt: skip
    found = PHOTO.search(desk.send(boss, photos, shown).text())
    assert found
    numbers["exchange_photo"] = found[1]
    asked = {"email": "police@city.test", "language": "en", "office": "Police"}
    desk.send(boss, f"{visit}contraparte/", asked)


def _number(url: str) -> str:
    found = NUMBER.search(url)
    assert found, url
    return found[1]
