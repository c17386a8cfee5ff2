"""A coordination adapts what another municipality did, and the original says so."""

import re

import pytest
from playwright.sync_api import Page, expect

ORIGIN = "/es/experiencias/hn-puerto-cortes-tasa-de-seguridad/"
ADAPT = "Adaptar en mi municipio"
OUTLINED = "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
CHANGED = "La tasa se cobra con el recibo del agua, porque aquí no hay otro."


def press(page: Page, name: str) -> None:
    """Walk to the link or button of that name with the keyboard, and press Enter."""
    for _step in range(120):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.textContent.trim()")
        if said == name and page.evaluate("!!document.activeElement.closest('main')"):
            assert page.evaluate(OUTLINED), name
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"«{name}» cannot be reached by keyboard")


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def begin_by_keyboard(page: Page, portal) -> None:
    """From the original, through the sign-in, to a plan of one's own."""
    page.goto(ORIGIN)
    assert fits(page)
    door = page.locator(".button-main", has_text=ADAPT)
    door.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("[name=login]").fill("coordinacion@demo.example")
    page.locator("[name=password]").fill(portal.password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]*/es/espacio/planes/nuevo/"))
    assert fits(page)
    press(page, "Empezar el plan")
    page.wait_for_url(re.compile(r"/es/espacio/planes/\d+/$"))
    assert fits(page)


def write_what_changed(page: Page) -> None:
    press(page, "Escribir qué cambiamos y por qué")
    page.locator("[name=changes_es]").fill(CHANGED)
    press(page, "Guardar")
    press(page, "Enviarlo a la asociación")


def test_a_coordination_adapts_it_and_the_original_says_so(open_page, sign_in, portal):
    page, reader = open_page(width=360, height=640), open_page(width=360)
    begin_by_keyboard(page, portal)
    plan = page.url
    reader.goto(ORIGIN)
    expect(reader.locator("#adapt")).not_to_contain_text("Santa Tecla")
    press(page, "Decir que la adaptamos")
    reader.goto(ORIGIN)
    told = reader.locator("#adapt")
    expect(told).to_contain_text("Adaptada por 1 municipalidad")
    expect(told).to_contain_text(re.compile(r"Santa Tecla \(El Salvador\)\s+desde "))
    assert reader.context.cookies() == []
    assert fits(reader)
    write_what_changed(page)
    desk = open_page()
    sign_in(desk, "asociacion")
    desk.goto("/es/espacio/planes/")
    desk.get_by_role("link", name="Qué cambiaron en").click()
    desk.get_by_role("button", name="Publicar", exact=True).click()
    desk.wait_for_url("**/es/espacio/planes/")
    reader.goto(ORIGIN)
    expect(reader.locator("#adapt")).to_contain_text(CHANGED)
    reader.goto(ORIGIN.replace("/es/experiencias/", "/en/experiences/"))
    expect(reader.locator("#adapt [lang=es]", has_text=CHANGED).first).to_be_visible()
    neighbour = open_page()
    sign_in(neighbour, "tecnica2")
    answer = neighbour.goto(plan)
    assert answer is not None
    assert answer.status == 404
    page.goto(plan)
    press(page, "Dejar de decir que la adaptamos")
    press(page, "Dejar de decir que la adaptamos")
    reader.goto(ORIGIN)
    expect(reader.locator("#adapt")).not_to_contain_text("Santa Tecla")
