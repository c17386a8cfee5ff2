"""Photos of people: cropped and covered with a finger, a mouse, the keyboard, or none."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.looking import faults

ACTIVITIES = "/es/espacio/actividades/"
SMALLEST_TARGET = 24
WIDTH_ONCE_LOADED = "image => image.decode().then(() => image.naturalWidth)"


@pytest.fixture(scope="module")
def draft(person) -> int:
    return desk.quick_log(
        person("tecnica"),
        "Se pintó el mural con las familias.",
        action="draft",
        photo=desk.photo(),
        people_shown="minors",
    )


@pytest.fixture
def photo(person, draft) -> str:
    """Where its only photo is changed."""
    shown = person("tecnica").request.get(f"{ACTIVITIES}{draft}/evidencias/").text()
    found = re.search(r'href="([^"]+/evidencias/[0-9a-f-]{36}/)"', shown)
    assert found
    return found[1]


def ticked(page: Page) -> int:
    return page.locator("[name=squares]:checked").count()


def test_without_javascript(open_page, sign_in, draft):
    """Attach, cover, look at what is left, say who is seen, remove, bring back."""
    page = open_page(width=360, javascript=False)
    sign_in(page, "tecnica")
    page.goto(f"{ACTIVITIES}{draft}/evidencias/")
    page.get_by_role("link", name="Recortar o tapar").click()
    page.get_by_label("Fila 1, columna 2").check()
    page.get_by_label("Fila 2, columna 2").check()
    page.get_by_label("A la izquierda").select_option("25")
    page.get_by_role("button", name="Recortar y tapar").click()
    expect(page.get_by_text("diga si se reconoce a alguna persona")).to_be_visible()
    expect(page.get_by_label("No estoy seguro")).to_be_checked()
    width = page.locator(".whole-photo").evaluate(WIDTH_ONCE_LOADED)
    assert width == 900
    page.get_by_label("no se reconoce a nadie").check()
    page.get_by_role("button", name="Guardar los cambios").click()
    page.get_by_role("link", name="Quitar").click()
    page.get_by_role("button", name="Quitar este archivo").click()
    page.get_by_role("link", name="Recuperarlo").click()
    page.get_by_role("button", name="Recuperar este archivo").click()
    expect(page.get_by_text("El archivo está de vuelta.")).to_be_visible()


def test_drawn_with_the_mouse_or_moved_to_with_the_arrows(person, photo):
    page = person("tecnica").new_page()
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.goto(f"{photo}recortar/")
    box = page.locator("[data-cover-grid]").bounding_box()
    assert box
    square = box["width"] / 16

    def at(column: int, row: int) -> tuple[float, float]:
        return box["x"] + (column - 0.5) * square, box["y"] + (row - 0.5) * square

    page.mouse.move(*at(2, 2))
    page.mouse.down()
    page.mouse.move(*at(4, 3))
    page.mouse.up()
    assert ticked(page) == 6
    # Drawing over what is covered uncovers it; a single press is one square.
    page.mouse.move(*at(2, 2))
    page.mouse.down()
    page.mouse.move(*at(3, 2))
    page.mouse.up()
    assert ticked(page) == 4
    page.mouse.click(*at(9, 9))
    assert ticked(page) == 5
    page.get_by_label("Fila 9, columna 9", exact=True).focus()
    for key in ("ArrowRight", "ArrowDown", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_label("Fila 10, columna 10", exact=True)).to_be_checked()
    # The whole grid is one stop.
    page.keyboard.press("Tab")
    expect(page.get_by_label("Arriba")).to_be_focused()
    page.get_by_label("Arriba").select_option("20")
    expect(page.locator("[data-cover-frame]")).to_be_visible()
    page.close()


def test_squares_are_large_enough_for_a_finger(person, photo):
    page = person("tecnica").new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{photo}recortar/")
    small = page.locator("[name=squares]").evaluate_all(
        f"""boxes => boxes.map(box => box.getBoundingClientRect()).filter(
            box => Math.min(box.width, box.height) < {SMALLEST_TARGET}).length"""
    )
    assert small == 0
    page.close()


def test_its_pages_have_no_faults(person, photo, draft):
    page = person("tecnica").new_page()
    for address in (
        f"{photo}recortar/", photo, f"{photo}accion/quitar/",
        f"{ACTIVITIES}{draft}/evidencias/",
        photo.replace("/es/espacio/actividades", "/en/workspace/activities").replace(
            "evidencias", "evidence"
        ),
    ):  # fmt: skip
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        assert faults(page) == []
    page.goto(f"{photo}recortar/")
    page.get_by_role("button", name="Recortar y tapar").click()
    page.locator("#errors").wait_for()
    assert faults(page) == []
    page.goto(photo)
    page.locator("[name=people_shown][value=adults]").check(force=True)
    page.locator("[name=public]").check()
    page.get_by_role("button", name="Guardar los cambios").click()
    page.locator("#errors").wait_for()
    expect(page.locator("[name=consent_until_day]")).to_be_visible()
    assert faults(page) == []
    page.close()


def test_a_consent_that_is_renewed(person):
    number = desk.quick_log(
        person("tecnica"),
        "Se conversó con las lideresas.",
        photo=desk.photo(),
        people_shown="adults",
        photo_public="on",
        consent_purpose="portal",
        consent_until_day="31",
        consent_until_month="12",
        consent_until_year=str(desk.month_ago().year + 1),
    )
    desk.approve(person("asociacion"), number)
    page = person("tecnica").new_page()
    page.goto(f"{ACTIVITIES}{number}/")
    page.get_by_role("link", name="Renovar la autorización").click()
    assert faults(page) == []
    page.get_by_role("button", name="Guardar la nueva autorización").click()
    page.locator("#errors").wait_for()
    assert faults(page) == []
    page.close()
    mayor = person("coordinacion").new_page()
    mayor.goto(f"{ACTIVITIES}{number}/")
    mayor.locator("main a[href$='/accion/ocultar/']").first.click()
    assert faults(mayor) == []
    mayor.close()
