"""«Salir rápido» as somebody in a hurry uses it: gone at once, and no way back shows it."""

import re

import pytest
from playwright.sync_api import Page, expect

BEFORE = "/es/contacto/"
ABOUT_IT = "/es/lineas-de-ayuda/"
AWAY = re.compile(r"^https://(es|en)\.wikipedia\.org/wiki/")
WIDTHS = (360, 1280)


def arrive(page: Page, address: str = ABOUT_IT, before: str = BEFORE) -> list[str]:
    """Read a page, then one about violence; the world outside is a blank page."""
    asked: list[str] = []

    def answer(route):
        asked.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(content_type="text/html", body="<title>El tiempo</title>")

    page.route(AWAY, answer)
    page.goto(before)
    page.goto(address)
    # Nothing leaves for a third party before a person presses something.
    assert asked == []
    return asked


def gone(page: Page, before: str = BEFORE) -> None:
    """Away, and Back leads to what was read before, never to the page that was left."""
    expect(page).to_have_url(AWAY)
    expect(page).to_have_title("El tiempo")
    page.go_back()
    expect(page).to_have_url(re.compile(re.escape(before) + "$"))
    assert page.evaluate("history.length") == 3


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("before", "address"),
    [(BEFORE, ABOUT_IT), ("/en/contact/", "/en/help-lines/")],
    ids=["es", "en"],
)
def test_a_press_leaves_at_once_and_back_does_not_return(
    open_page, width, before, address
):
    page = open_page(width=width)
    arrive(page, address, before)
    way_out = page.locator("[data-quick-exit]")
    # In sight without scrolling, and from the foot of the page too.
    expect(way_out).to_be_in_viewport(ratio=1)
    page.locator("footer").scroll_into_view_if_needed()
    expect(way_out).to_be_in_viewport(ratio=1)
    way_out.click()
    gone(page, before)


def test_by_keyboard_the_way_out_is_near_and_three_escapes_do_it_too(open_page):
    page = open_page()
    arrive(page)
    # Right after the header: from the content's beginning, one step back.
    page.locator("[data-quick-exit]").focus()
    page.keyboard.press("Enter")
    gone(page)
    page.goto(ABOUT_IT)
    for _press in range(2):
        page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(ABOUT_IT + "$"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page).to_have_url(AWAY)


def test_the_page_is_hidden_before_the_other_answers(open_page):
    page = open_page()
    arrive(page)
    # Written down at the press itself: while the other site is slow, nothing is seen.
    page.evaluate(
        """() => document.addEventListener("click", () => sessionStorage.setItem(
            "height", document.documentElement.offsetHeight))"""
    )
    page.locator("[data-quick-exit]").click()
    gone(page)
    assert page.evaluate("sessionStorage.getItem('height')") == "0"


def test_without_javascript_it_is_a_plain_link(open_page):
    page = open_page(javascript=False)
    arrive(page)
    page.locator("[data-quick-exit]").click()
    expect(page).to_have_url(AWAY)
    expect(page).to_have_title("El tiempo")


def test_other_pages_have_no_way_out(open_page):
    page = open_page()
    page.goto("/es/ayuda/")
    expect(page.locator("[data-quick-exit]")).to_have_count(0)
    for _press in range(3):
        page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/es/ayuda/$"))
