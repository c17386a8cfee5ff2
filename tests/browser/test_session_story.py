"""Shared computers and sessions that end while somebody types."""

import os
import re
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.looking import faults
from tests.portal import Portal

HOME = "/es/espacio/"
LOG = "/es/espacio/registro-rapido/"
TYPED = "Jóvenes y policías acordaron un horario para la cancha de la colonia."
KEPT_BY_BROWSER = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(each => each.name),
  ...await caches.keys(),
  ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope)]"""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "cancha.jpg"
    path.write_bytes(desk.photo()["buffer"])
    return path


def lose_session(page: Page, portal: Portal) -> None:
    """Delete the session's row, as the server does; elsewhere only the browser's key."""
    cookies = page.context.cookies()
    key = next(each["value"] for each in cookies if each["name"] == "sessionid")
    database = portal.log.parent / "portal.sqlite3"
    if os.environ.get("DATABASE_URL"):
        page.context.clear_cookies(name="sessionid")
        return
    connection = sqlite3.connect(database, timeout=20)
    with connection:
        deleted = connection.execute(
            "DELETE FROM django_session WHERE session_key = ?", (key,)
        )
    assert deleted.rowcount == 1
    connection.close()


def fill(page: Page, photo: Path | None = None) -> None:
    page.goto(LOG)
    page.get_by_label("Taller o capacitación").check()
    day = desk.month_ago()
    page.locator("[name=started_day]").fill(str(day.day))
    page.locator("[name=started_month]").fill(str(day.month))
    page.locator("[name=started_year]").fill(str(day.year))
    page.locator("[name=women]").fill("18")
    page.locator("[name=what_happened]").fill(TYPED)
    if photo:
        page.locator("[name=photo]").set_input_files(photo)
        page.locator("[name=people_shown][value=nobody]").check()


def press(page: Page, selector: str = "main .button-main") -> None:
    with page.expect_navigation():
        page.locator(selector).first.click()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_session_that_ends_loses_no_character_and_no_photo(
    open_page, sign_in, portal, photo, javascript
):
    page = open_page(width=360, javascript=javascript)
    sign_in(page, "tecnica")
    fill(page, photo)
    lose_session(page, portal)
    press(page, "main [value=submit]")
    expect(page.locator("h1")).to_have_text("Su sesión terminó")
    assert page.url.endswith(LOG)
    expect(page.locator("main")).to_contain_text("Técnica de Santa Tecla")
    if javascript:
        assert faults(page) == []
    page.get_by_label("Contraseña").fill(portal.password)
    press(page)
    expect(page.locator("main")).to_contain_text(TYPED)
    expect(page.locator("main")).to_contain_text("cancha.jpg")
    if javascript:
        assert faults(page) == []
    press(page)
    page.wait_for_url("**/enviada/")
    page.goto(re.sub("enviada/$", "", page.url))
    expect(page.locator("main")).to_contain_text(TYPED)
    expect(page.locator("main img")).to_have_count(1)
    page.goto(HOME)
    expect(page.locator("main .notice")).to_have_count(0)


def test_what_a_script_saves_by_itself_stays_in_the_page(open_page, sign_in, portal):
    page = open_page()
    sign_in(page, "tecnica")
    fill(page)
    lose_session(page, portal)
    # As leaving for another tab does: the script saves at once.
    hide = """() => {
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));}"""
    page.evaluate(hide)
    told = page.locator("[data-autosave-status]")
    expect(told).to_contain_text("Su sesión terminó")
    assert page.locator("[name=what_happened]").input_value() == TYPED
    assert faults(page) == []
    with page.context.expect_page() as beside:
        told.get_by_role("link").click()
    other = beside.value
    other.locator("[name=login]").fill("tecnica@demo.example")
    other.locator("[name=password]").fill(portal.password)
    press(other)
    page.locator("[name=what_happened]").fill(f"{TYPED} Y algo más.")
    page.evaluate(hide)
    expect(told).to_contain_text("Guardado en el portal")
    press(page, "main [value=submit]")
    page.wait_for_url("**/enviada/")


def test_a_shared_computer_keeps_nothing_of_the_person_before(
    open_page, sign_in, portal
):
    page = open_page()
    sign_in(page, "secretaria")
    # The administrations keep choices of their own in the browser.
    for address in ("/admin/", "/admin/network/activity/", "/cms/"):
        page.goto(address)
    page.evaluate("localStorage.setItem('algo', 'de antes')")
    page.goto(LOG.replace("registro-rapido", "revision"))
    seen = page.locator("main").inner_text()
    with page.expect_response("**/cuenta/salir/") as left:
        press(page, "form[action$='/salir/'] button")
    assert left.value.all_headers()["clear-site-data"] == '"cache", "storage"'
    assert page.evaluate(KEPT_BY_BROWSER) == []
    assert page.context.cookies() == []
    for _page in range(4):
        page.go_back()
        page.wait_for_load_state()
        assert "Secretaría de la red" not in page.locator("body").inner_text()
        assert page.locator("main").inner_text() != seen
    sign_in(page, "tecnica2")
    assert page.evaluate(KEPT_BY_BROWSER) == []
    shown = page.locator("body").inner_text()
    assert "Nahuizalco" in shown
    assert "ecretaría" not in shown


def test_what_one_typed_is_not_in_the_page_of_the_next(open_page, sign_in):
    page = open_page()
    sign_in(page, "tecnica")
    fill(page)
    press(page, "form[action$='/salir/'] button")
    sign_in(page, "tecnica2")
    page.goto(LOG)
    assert page.locator("[name=what_happened]").input_value() == ""
    for _page in range(5):
        page.go_back()
        page.wait_for_load_state()
        assert TYPED not in page.content()
        boxes = page.locator("textarea, main input:not([type=hidden])")
        assert TYPED not in [box.input_value() for box in boxes.all()]
    assert page.evaluate(KEPT_BY_BROWSER) == []


def test_a_form_of_the_person_before_is_kept_for_them(open_page, sign_in, portal):
    page = open_page()
    sign_in(page, "tecnica")
    fill(page)
    lose_session(page, portal)
    beside = page.context.new_page()
    sign_in(beside, "tecnica2")
    press(page, "main [value=submit]")
    expect(page.locator("h1")).to_have_text("Este formulario es de otra persona")
    assert TYPED not in page.content()
    assert faults(page) == []
    elsewhere = open_page()
    sign_in(elsewhere, "tecnica")
    assert faults(elsewhere) == []
    elsewhere.locator("main .notice a").first.click()
    expect(elsewhere.locator("main")).to_contain_text(TYPED)
    press(elsewhere, "main [value=aside]")
    assert faults(elsewhere) == []
    elsewhere.goto(HOME)
    expect(elsewhere.locator("main .notice")).to_have_count(0)
