"""A coordination invites several people at once, prints their letters and undoes it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import faults

PEOPLE = "/es/espacio/personas/"


def write(page: Page, row: int, name: str, email: str) -> None:
    page.locator(f"[name=new-{row}-name]").fill(name)
    page.locator(f"[name=new-{row}-email]").fill(email)
    page.locator(f"[name=new-{row}-role]").select_option("reads")


def press(page: Page, value: str) -> None:
    with page.expect_navigation():
        page.locator(f"main button[value={value}]").click()


def test_a_staff_is_replaced_printed_and_put_back(open_page, sign_in):
    page = open_page(width=360)
    sign_in(page, "coordinacion")
    page.goto(PEOPLE)
    page.get_by_role("link", name="Cambiar a todo el personal").click()
    assert faults(page) == []
    # Others work with this municipality's staff in the same portal: nobody leaves.
    for box in page.locator("[name=leaving]").all():
        box.uncheck()
    write(page, 0, "Alma Ruiz", "alma@ejemplo.test")
    write(page, 2, "Beto Paz", "ALMA@ejemplo.test")
    press(page, "review")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert page.locator("[name=new-2-name]").input_value() == "Beto Paz"
    assert page.locator("[name=leaving]:checked").count() == 0
    assert faults(page) == []
    page.locator("[name=new-2-email]").fill("beto@ejemplo.test")
    press(page, "review")
    expect(page.locator("h1")).to_have_text("¿Está bien así?")
    expect(page.locator("main")).to_contain_text("Llegan 2 personas")
    assert faults(page) == []
    press(page, "confirm")
    codes = page.locator(".letter-code").all_inner_texts()
    assert len(set(codes)) == 2
    assert all(re.fullmatch(r"\w{4}-\w{4}-\w{4}", code) for code in codes)
    assert faults(page) == []
    page.get_by_role("link", name="Qué se hizo y cómo deshacerlo").click()
    expect(page.locator("main")).to_contain_text("beto@ejemplo.test")
    assert faults(page) == []
    press(page, "undo")
    expect(page.locator("main .notice-success")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("beto@ejemplo.test")
    assert faults(page) == []
