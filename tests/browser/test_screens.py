"""Every screen of the staff's tasks, by keyboard and as a screen reader is told of it.

Each is opened once, looked at on a telephone and on a desk: no stop without visible
focus, none covered, no trap, nothing out of reach, no control without a name of its own.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.keyboard import SIZES, into_the_content, stumbles
from tests.browser.names import misnamed
from tests.browser.screens import ADMIN, SCREENS, Screen

EVERY = [*SCREENS, *ADMIN]
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
LANGUAGE = re.compile(r'<html lang="(\w+)"')
OTHER = re.compile(r'<a href="([^"]+)" lang="en" hreflang="en"')
# Django's list says twice how to see all of it, beside the search and below.
STOCK = {("trail", "Mostrar todas")}


@pytest.fixture(scope="module")
def profile(person, stage, browser, portal):
    """The browser profile of a screen's reader."""
    with browser.new_context(base_url=portal.url, locale="es-SV") as stranger:

        def profile(who: str) -> BrowserContext:
            own = {"": stranger, "newcomer": stage.newcomer}
            return own[who] if who in own else person(who)

        yield profile


@pytest.fixture(scope="module")
def open_screen(profile, stage):
    """Opens a screen on a telephone, in one page for each reader."""
    pages: dict[str, Page] = {}

    def open_screen(screen: Screen) -> Page:
        page = pages.get(screen.who) or profile(screen.who).new_page()
        pages[screen.who] = page
        page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
        answer = page.goto(stage.at(screen.address))
        assert answer
        assert answer.status == screen.status
        return page

    yield open_screen
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("screen", EVERY, ids=lambda screen: screen.name)
def test_by_keyboard_and_by_name(open_screen, screen):
    page, ours = open_screen(screen), screen in SCREENS
    found = {"skip": into_the_content(page)}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found[f"keyboard at {width}"] = stumbles(page, ours=ours)
    found["names"] = [
        each
        for each in misnamed(page, ours=ours)
        if not any(screen.name == name and words in each for name, words in STOCK)
    ]
    assert {place: what for place, what in found.items() if what} == {}


def test_the_menu_of_a_telephone_is_walked_too(open_screen):
    page = open_screen(SCREENS[0])
    page.goto("/es/bitacora/")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.className") != "nav-open":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#site-menu')")
    assert stumbles(page) == []
    page.keyboard.press("Escape")
    assert not page.locator("#site-menu").is_visible()


def _path(address: str) -> str:
    return urlsplit(address).path


def test_titles_are_of_one_page_and_of_one_language(profile, stage):
    told: dict[tuple[str, str], set[str]] = {}
    for screen in SCREENS:
        reader, path = profile(screen.who), stage.at(screen.address)
        answer = reader.request.get(path)
        # Some screens ask for the password again some minutes after it was given.
        path, shown = _path(answer.url), answer.text()
        other = OTHER.search(shown)
        assert other, f"{screen.name} has no English page"
        for code, text in (
            ("es", shown),
            ("en", reader.request.get(other[1]).text()),
        ):
            title, language = TITLE.search(text), LANGUAGE.search(text)
            assert title
            assert language
            assert language[1] == code, screen.name
            told.setdefault((code, title[1].strip()), set()).add(path)
    assert {title: paths for title, paths in told.items() if len(paths) > 1} == {}


HIDDEN_FOCUS = "*:focus, *:focus-visible, *:focus + * { outline: 0 !important }"
COVER = "body::after { content: ''; position: fixed; inset: 0; background: #fff }"
FAULTS = [
    (HIDDEN_FOCUS, "", "no focus to be seen"),
    (COVER, "", "covered"),
    (
        "",
        """document.querySelector('main [name=login]').addEventListener('keydown', event => {
             if (event.key === 'Tab') event.preventDefault(); })""",
        "trapped",
    ),
]


@pytest.mark.parametrize(("style", "script", "said"), FAULTS)
def test_a_stumble_would_be_found(open_screen, style, script, said):
    page = open_screen(SCREENS[0])
    page.evaluate(
        """style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);
                      document.adoptedStyleSheets = [sheet]; }""",
        style,
    )
    page.evaluate(f"() => {{ {script} }}")
    assert said in " ".join(stumbles(page))


def test_a_name_that_lacks_would_be_found(open_screen):
    page = open_screen(SCREENS[0])
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
          '<h1>x</h1><h4>x</h4><button></button><a href="/a">x</a><a href="/b">x</a>'
          + '<section aria-label="x"></section><section aria-label="x"></section>')"""
    )
    found = " ".join(misnamed(page))
    for said in ("no name: button", "2 headings of level 1", "level 4 follows 1",
                 "2 are called ('link', 'x'", "2 landmarks ('region', 'x')"):  # fmt: skip
        assert said in found
