"""Leaving what one typed in an experience asks first, and loses nothing by surprise."""

import pytest
from playwright.sync_api import Page

TYPED = "De noche nadie cruzaba la plaza."


def a_section(page: Page) -> str:
    page.goto("/es/espacio/experiencias/nueva/")
    page.locator("[name=title_es]").fill("La plaza con luz")
    with page.expect_navigation():
        page.get_by_role("button", name="Empezar", exact=True).click()
    address = f"{page.url}seccion/problem/"
    page.goto(address)
    return address


@pytest.mark.parametrize("way", ["link", "reload"])
def test_what_was_typed_and_not_saved_is_asked_about(open_page, sign_in, way):
    page = open_page(width=360)
    sign_in(page, "tecnica")
    address = a_section(page)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("[name=problem_es]").press_sequentially(TYPED)
    if way == "link":
        page.locator("a.back").click(no_wait_after=True)
    else:
        page.evaluate("location.reload()")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.url == address
    assert page.locator("[name=problem_es]").input_value() == TYPED


@pytest.mark.parametrize("press", ["Guardar", "Salir sin guardar"])
def test_saving_and_leaving_on_purpose_ask_nothing(open_page, sign_in, press):
    page = open_page(width=360)
    sign_in(page, "tecnica")
    a_section(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("[name=problem_es]").press_sequentially(TYPED)
    with page.expect_navigation():
        page.locator(f".form-end :text-is('{press}')").click()
    assert asked == []
