"""A municipality's prevention body on the stage: its seats, a meeting, an agreement."""

import re
import uuid

from playwright.sync_api import BrowserContext

from tests.browser import desk
from tests.browser.desk import month_ago

WHERE = "/es/espacio/guia/"


def organise(numbers: dict[str, str], clerk: BrowserContext) -> None:
    """One of each kind that a screen can be about, by its number."""
    # To the only municipality of who works for one.
    numbers["town"] = _last(clerk.request.get(WHERE).url)
    home = f"{WHERE}{numbers['town']}/"
    desk.send(clerk, f"{home}instancia/escribir/", {"name": "Comité municipal"})
    seat = {"sector": "police", "institution": "Policía", "office": "Jefatura",
            "seat": "holder", "sex": "unknown"}  # fmt: skip
    desk.send(clerk, f"{home}instancia/lugares/nuevo/", seat)
    desk.send(clerk, f"{home}instancia/subcomisiones/nuevo/", {"name": "Juventud"})
    shown = clerk.request.get(f"{home}instancia/").text()
    numbers["seat"] = _found(r"/lugares/(\d+)/", shown)
    numbers["group"] = _found(r"/subcomisiones/(\d+)/", shown)
    day = month_ago()
    meeting = {
        "client_uuid": str(uuid.uuid4()), "state": "held", "kind": "ordinary",
        "held_on_day": str(day.day), "held_on_month": str(day.month),
        "held_on_year": str(day.year), "present": numbers["seat"],
        "agenda": "Iluminación", "notes": "Se revisó el plan.",
    }  # fmt: skip
    answer = desk.send(clerk, f"{home}reuniones/nuevo/", meeting)
    numbers["meeting"] = _last(answer.url)
    agreed = {"client_uuid": str(uuid.uuid4()), "text": "Iluminar la cancha",
              "responsible": "Obras públicas, jefatura"}  # fmt: skip
    one = f"{home}reuniones/{numbers['meeting']}/"
    answer = desk.send(clerk, f"{one}acuerdos/nuevo/", agreed)
    numbers["agreed"] = _found(r"/acuerdos/(\d+)/", answer.text())
    steps = clerk.request.get(f"{home}pasos/").text()
    numbers["step"] = _found(r"/pasos/(\d+)/", steps)
    step = f"{home}pasos/{numbers['step']}/"
    said = {"answer": "yes", "reference": "Acta 4, archivo municipal", "version": "1"}
    desk.send(clerk, step, said)
    numbers["shown"] = _found(r"/respaldo/(\d+)/", clerk.request.get(step).text())
    papers = clerk.request.get(f"{home}documentos/").text()
    numbers["model"] = _found(r"/documentos/(\d+)/", papers)
    policy = {"kind": "plan", "title_es": "Plan de convivencia", "from_year": "2024"}
    desk.send(clerk, f"{home}politicas/nuevo/", policy)
    registered = clerk.request.get(f"{home}politicas/").text()
    numbers["registered"] = _found(r"/politicas/(\d+)/", registered)


def _last(url: str) -> str:
    return _found(r"/(\d+)/(?:#.*)?$", url)


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1]
