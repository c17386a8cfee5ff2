"""A reader asks, the association answers and publishes; nothing for axe on the way."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import faults

EXPERIENCE = "/es/experiencias/sv-sonsonate-comite-y-espacios/"
ENGLISH = "/en/experiences/sv-sonsonate-comite-y-espacios/"
READER = "lectora@ejemplo.test"
ASKED = "Soy Ana: ¿cómo siguió el comité después del primer año?"
ANSWER = "Con un calendario fijo y una tarea corta para cada quien."
QUESTION = "¿Cómo se sostiene el comité?"
MAILED = re.compile(rf"To: {re.escape(READER)}\n[\s\S]*?{re.escape(ANSWER)}")


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def ask(page: Page) -> None:
    page.goto(EXPERIENCE)
    page.get_by_role("link", name="Pregúnteles").click()
    page.locator("[name=words]").fill(ASKED)
    page.locator("[name=email]").fill(READER)
    assert faults(page) == []
    press(page, "Enviar la pregunta")
    expect(page.locator("h1")).to_have_text("Su pregunta se envió")


def answer(page: Page) -> None:
    page.goto("/es/espacio/preguntas/")
    assert faults(page) == []
    page.get_by_role("link", name=ASKED[:30]).first.click()
    expect(page.locator("main")).not_to_contain_text(READER)
    press(page, "Enviar la respuesta")
    expect(page.locator("#errors")).to_contain_text("Escriba la respuesta.")
    assert faults(page) == []
    page.locator("[name=answer]").fill(ANSWER)
    press(page, "Enviar la respuesta")
    assert faults(page) == []


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publicar pregunta y respuesta").click()
    page.locator("[name=public_question_es]").fill(QUESTION)
    page.locator("[name=public_answer_es]").fill(f"{ANSWER} Llame al 2450-1234.")
    press(page, "Publicar")
    expect(page.locator("main")).to_contain_text("¿Está bien así?")
    assert faults(page) == []
    page.locator("[name=public_answer_es]").fill(ANSWER)
    press(page, "Está bien: publicar")
    expect(page.locator("main")).to_contain_text("Falta el inglés")
    assert faults(page) == []


def test_asked_answered_published_and_taken_off(open_page, sign_in, portal):
    reader, office = open_page(width=360, height=640), open_page()
    ask(reader)
    sign_in(office, "asociacion")
    answer(office)
    portal.mailed(MAILED)
    publish(office)
    reader.goto(EXPERIENCE)
    told = reader.locator("#questions")
    expect(told).to_contain_text(QUESTION)
    expect(told).to_contain_text(ANSWER)
    expect(reader.locator("main")).not_to_contain_text("Soy Ana")
    assert faults(reader) == []
    reader.goto(ENGLISH)
    expect(reader.locator("#questions [lang=es]").first).to_have_text(QUESTION)
    expect(reader.locator("#questions")).to_contain_text("Only available in Spanish.")
    press(office, "Quitarla de la página pública")
    reader.goto(EXPERIENCE)
    expect(reader.locator("#questions")).to_have_count(0)
    press(office, "Volver a mostrarla al público")
    reader.goto(EXPERIENCE)
    expect(reader.locator("#questions")).to_contain_text(ANSWER)
