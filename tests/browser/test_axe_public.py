"""Public pages, account pages and the pages that say no: nothing for axe to find."""

import re

import pytest

from tests.browser import desk
from tests.browser.addresses import (
    ADDRESSES,
    COMPOSED,
    FORM_ADDRESSES,
    NAMES,
    REFUSALS,
    SIGN_IN,
)
from tests.browser.errors import error_pages
from tests.browser.looking import faults

LINK = re.compile(r"https?://\S+/cuenta/invitacion/\S+")


@pytest.fixture(scope="module")
def page(browser, portal):
    """A reader's page."""
    with browser.new_context(base_url=portal.url) as profile:
        yield profile.new_page()


def test_a_fault_would_be_found(page):
    page.goto("/es/red/historia/")
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
          '<img src="data:,"><table><tr><td>' + 'x'.repeat(400) + '</table>')"""
    )
    found = " ".join(faults(page))
    assert "image-alt" in found
    assert "320 sticks out" in found


@pytest.mark.parametrize(("name", "address"), ADDRESSES, ids=NAMES)
def test_public_page(page, published, name, address):
    page.goto(address.format(number=published))
    assert faults(page) == []


@pytest.mark.parametrize("address", FORM_ADDRESSES)
def test_public_form(page, address):
    page.goto(address)
    assert faults(page) == []


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", COMPOSED)
def test_page_that_editors_composed(page, composed, name, language):
    page.goto(composed[name][language == "en"])
    assert page.locator("html").get_attribute("lang") == language
    for opened in page.locator("main summary").all():
        opened.click()
    assert faults(page) == []


@pytest.fixture(scope="module")
def refusals(portal):
    return error_pages(portal)


@pytest.mark.parametrize("name", REFUSALS)
def test_page_that_says_no(page, refusals, name):
    page.route("**/refused/", lambda route: route.fulfill(
        body=refusals[name], content_type="text/html; charset=utf-8",
    ))  # fmt: skip
    page.goto("/refused/")
    page.unroute("**/refused/")
    assert page.locator("h1").count() == 1
    assert faults(page) == []


@pytest.mark.parametrize("address", ["/es/nada/", "/en/network/nothing/x/"])
def test_page_that_is_not_there(page, address):
    answer = page.goto(address)
    assert answer.status == 404
    assert faults(page) == []


@pytest.mark.parametrize(
    "address",
    [
        *SIGN_IN, "/es/cuenta/invitacion/", "/es/cuenta/invitacion/nada/",
        "/es/cuenta/registro/", "/es/cuenta/cerrada/",
        "/es/cuenta/contrasena/olvidada/", "/es/cuenta/contrasena/olvidada/enviada/",
        "/es/espacio/",
    ],
)  # fmt: skip
def test_account_page(page, address):
    page.goto(address)
    assert faults(page) == []


@pytest.mark.parametrize("address", [*SIGN_IN, "/es/cuenta/invitacion/"])
def test_account_page_with_errors(page, address):
    page.goto(address)
    page.locator("main form button").first.click()
    page.locator("#errors").wait_for()
    assert faults(page) == []


def test_wrong_password(page):
    page.goto(SIGN_IN[0])
    page.locator("[name=login]").fill("tecnica@demo.example")
    page.locator("[name=password]").fill("no es esta")
    page.locator("main form button").first.click()
    page.locator("#errors").wait_for()
    assert faults(page) == []


def test_invitation(page, person, portal):
    """Opened, with errors, and taken back."""
    people = person("coordinacion").request.get("/es/espacio/personas/").url
    path = people.removeprefix(portal.url)
    mailed = len(LINK.findall(portal.output()))
    desk.send(
        person("coordinacion"),
        f"{path}invitar/",
        {
            "email": "nueva@ejemplo.test",
            "name": "Nueva Persona",
            "role": "records",
            "language": "es",
        },
    )
    link = portal.mailed(LINK, after=mailed)
    page.goto(link)
    assert faults(page) == []
    page.locator("main form button").first.click()
    page.locator("#errors").wait_for()
    assert faults(page) == []
    listed = person("coordinacion").request.get(path).text()
    revoke = re.search(r'href="(/es/espacio/personas/\S+/anular/)"', listed)
    desk.send(person("coordinacion"), revoke[1], {})
    answer = page.goto(link)
    assert answer.status == 410
    assert faults(page) == []
