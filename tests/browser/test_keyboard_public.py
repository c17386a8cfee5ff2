"""Every public page by keyboard alone, on a telephone and on a desk: nothing out of
reach, no stop without visible focus, none covered, no trap."""

import pytest

from tests.browser.addresses import COMPOSED, PUBLIC, SIGN_IN
from tests.browser.keyboard import SIZES, into_the_content, stumbles
from tests.browser.names import misnamed
from tests.browser.screens import SCREENS

# Walked with the screens of staff already.
WALKED = {screen.address for screen in SCREENS}
WALKS = [name for name, pair in PUBLIC.items() if pair[0] not in WALKED]


@pytest.fixture(scope="module")
def page(browser, portal):
    """A reader's page."""
    with browser.new_context(base_url=portal.url) as profile:
        yield profile.new_page()


def walked(page) -> dict[str, list[str]]:
    found = {"skip": into_the_content(page)}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found[f"keyboard at {width}"] = stumbles(page)
    found["names"] = misnamed(page)
    return {place: what for place, what in found.items() if what}


@pytest.mark.parametrize("name", WALKS)
def test_public_page(page, published, name):
    page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    page.goto(PUBLIC[name][0].format(number=published))
    assert walked(page) == {}


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", COMPOSED)
def test_page_that_editors_composed(page, composed, name, language):
    page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    page.goto(composed[name][language == "en"])
    assert walked(page) == {}


def test_a_page_out_of_reach_would_be_found(page):
    page.goto(SIGN_IN[0])
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
          '<div inert><a href="/es/">x</a></div>')"""
    )
    assert "cannot be reached" in " ".join(stumbles(page))
