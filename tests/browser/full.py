"""A full experience with all that belongs to it: written, published, corrected once."""

import re
import uuid
from typing import Any

from lxml import html
from playwright.sync_api import BrowserContext

from tests.browser import desk

TELLS = "/es/espacio/experiencias/"
TITLE = "La calle de las escuelas, contada entera"
MOMENTS = {
    "problema": "De noche nadie cruzaba la calle de las escuelas.",
    "que-se-hizo": "Las familias y la municipalidad pusieron luz y rondas.",
    "que-cambio": "Las muchachas volvieron a la escuela nocturna.",
    "que-no-funciono": "Las rondas de los martes nunca se llenaron.",
    "punto-de-partida": "El barrio tenía tres escuelas y ningún farol.",
    "preguntas-iniciales": "¿Qué hace que una calle se vuelva de todos?",
    "proceso": "Primero se caminó la calle; después se habló; al final se construyó.",
    "reflexion": "La luz sola no bastó: bastó que alguien respondiera por ella.",
    "puntos-de-llegada": "Una calle cuidada pide menos policía y más vecinas.",
    "que-no-sabemos": "No se sabe si dura cuando cambia el concejo.",
    "para-adaptarla": "Empezar por una sola calle y nombrar a quien responde.",
}


def tell(clerk: BrowserContext, editor: BrowserContext) -> str:
    """Its public address, with two published versions."""
    begun = {"client_uuid": str(uuid.uuid4()), "owner": "sv-santa-tecla"}
    answer = desk.send(clerk, f"{TELLS}nueva/", {**begun, "title_es": TITLE})
    home = _path(answer.url)
    sections = _sections(clerk, home)
    _about(clerk, sections)
    for word, text in MOMENTS.items():
        _say(clerk, _found(sections, word), text)
    _rows(clerk, sections)
    for turn in range(2):
        photo = {
            "what": "photo", "photoform-file": desk.photo(),
            "photoform-alt_text_es": f"La calle de noche {turn}",
            "photoform-people_shown": "nobody", "photoform-public": "on",
        }  # fmt: skip
        desk.send(clerk, _found(sections, "archivos"), photo)
    _publish(clerk, editor, home)
    answer = desk.send(clerk, f"{home}hacer/corregir/", {})
    again = _path(answer.url)
    sections = _sections(clerk, again)
    text = MOMENTS["que-no-funciono"].replace("martes", "martes y los jueves")
    _say(clerk, _found(sections, "que-no-funciono"), text)
    told = {"-0-text_es": "Más muchachas terminan la escuela"}
    send_form(clerk, _found(sections, "resultados"), told)
    _publish(clerk, editor, again)
    found = re.search(
        r'href="(/es/experiencias/[^"/]+/)"', clerk.request.get(home).text()
    )
    assert found
    return found[1]


def send_form(person: BrowserContext, address: str, told: dict[str, Any]) -> None:
    """The form of a page as it stands, with these boxes filled, by how names end."""
    page = html.fromstring(person.request.get(address).text())
    (form,) = page.xpath("//main//form[.//input[@name='version']]")
    names = [each.get("name") for each in form.xpath(".//*[@name]")]
    sent = _as_it_stands(form)
    for end, value in told.items():
        name = next((each for each in names if each.endswith(end)), None)
        assert name, (end, names)
        sent[name] = value
    answer = person.request.post(address, multipart=sent)
    assert answer.status == 200, answer.text()


def _about(clerk: BrowserContext, sections: list[str]) -> None:
    told = {
        "summary_es": "Cómo una calle oscura volvió a ser de las muchachas.",
        "summary_en": "How a dark street became the girls' again.",
        "began_year": "2019", "finished_year": "2022", "prevention_level": "primary",
        "people_reached": "1200", "cost_per_person": "12.50", "cost_year": "2021",
        "systematised_on_day": "3", "systematised_on_month": "5",
        "systematised_on_year": "2023", "systematised_by": "Oficina de la Mujer",
        "sources": "Informe municipal, 2022 | https://ejemplo.test/informe",
        "doubts_es": "El costo es aproximado.",
    }  # fmt: skip
    send_form(clerk, _found(sections, "de-que-trata"), told)


def _rows(clerk: BrowserContext, sections: list[str]) -> None:
    outcome = {"-0-text_es": "Más muchachas en la escuela nocturna"}
    send_form(clerk, _found(sections, "resultados"), outcome)
    voice = {
        "-0-text_es": "Antes volvía corriendo.", "-0-role": "neighbour",
        "-0-consented": "on", "-0-consent_until_day": "1",
        "-0-consent_until_month": "5", "-0-consent_until_year": "2030",
    }  # fmt: skip
    send_form(clerk, _found(sections, "voces"), voice)
    partner = {"-0-name": "Comité de la calle", "-0-agreed_to_be_named": "on"}
    send_form(
        clerk,
        _found(sections, "quienes-participaron"),
        {**partner, "-0-kind": "community"},
    )


def _say(clerk: BrowserContext, address: str, text: str) -> None:
    told = {"_es": text}
    if address.endswith("/proceso/"):
        told = {
            "process_es": text,
            "-0-text_es": "Primera caminata",
            "-0-when_year": "2019",
        }
    send_form(clerk, address, told)


def _publish(clerk: BrowserContext, editor: BrowserContext, home: str) -> None:
    desk.send(clerk, f"{home}enviar/", {}, form=home)
    number = re.search(r"/(\d+)/$", home)
    assert number
    review = f"{TELLS}revision/{number[1]}/"
    page = html.fromstring(editor.request.get(review).text())
    (form,) = page.xpath("//main//form[.//button[@value='publish']]")
    sent = _as_it_stands(form)
    sent["looked"] = sent["version"]
    answer = editor.request.post(review, multipart=sent | {"action": "publish"})
    assert answer.status == 200, (
        html.fromstring(answer.text()).xpath("//main")[0].text_content()
    )


def _as_it_stands(form: Any) -> dict[str, str]:
    """Its values; a browser leaves out the line break with which a box begins."""
    return {
        name: (value or "").removeprefix("\n") for name, value in form.form_values()
    }


def _sections(person: BrowserContext, home: str) -> list[str]:
    page = html.fromstring(person.request.get(home).text())
    return list(
        dict.fromkeys(page.xpath("//main//a[contains(@href, '/seccion/')]/@href"))
    )


def _found(sections: list[str], word: str) -> str:
    found = [each for each in sections if each.endswith(f"/{word}/")]
    assert found, (word, sections)
    return str(found[0])


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[3]
