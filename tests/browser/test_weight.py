"""What a reader on a slow line pays for a page, and what the first answer alone gives."""

import gzip
import re
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, Request, Route

from tests.browser.addresses import ADDRESSES, NAMES, SIGN_IN

MOST_BYTES = 60 * 1024
MOST_BYTES_OF_HOME = 80 * 1024
MOST_REQUESTS = 7
MOST_PUBLIC_SCRIPT = 10 * 1024
MOST_STAFF_SCRIPT = 60 * 1024
USUAL_ANSWER = 14_000
LARGEST_ANSWER = 18_000
# The whole guide on one page, to be read or printed at once.
WHOLE_GUIDE, LARGEST_GUIDE = ("/caja-de-herramientas/guia/", "/toolkit/guide/"), 45_000
# Which browsers ask for once in a while and beside the page: counted with each visit.
ICON = "/static/img/favicon."
ICON_BYTES = 2 * 1024
PHONE = {"width": 360, "height": 640}
LOOK = """() => ['body', 'header', 'h1', 'main a', 'footer'].map(name => {
  const style = getComputedStyle(document.querySelector(name));
  return [name, style.fontFamily, style.fontSize, style.color, style.backgroundColor];
})"""
READ = """() => [
  [...document.links].map(link => link.href),
  document.body.textContent.replace(/\\s+/g, ' '),
]"""
BELOW = """() => [...document.querySelectorAll('main img')]
  .filter(image => image.getBoundingClientRect().top >= innerHeight)
  .map(image => image.currentSrc)"""


@dataclass
class Visit:
    """What the browser asked for and received on a first view."""

    requests: list[Request] = field(default_factory=list)

    def first_view(self, below: list[str]) -> list[Request]:
        return [each for each in self.requests if each.url not in below]

    def bytes_of(self, requests: list[Request]) -> int:
        return sum(received(request) for request in requests)

    def scripts(self) -> list[Request]:
        return [each for each in self.requests if each.resource_type == "script"]


def received(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def visit(page: Page, address: str) -> Visit:
    seen = Visit()
    page.on("requestfinished", lambda request: seen.requests.append(request))
    page.goto(address, wait_until="load")
    return seen


@pytest.fixture(scope="module")
def first_visit(browser, portal) -> Iterator[Callable[[str], tuple[Page, Visit]]]:
    """Opens an address on a telephone that keeps nothing of what it saw before: one
    page, since a window of its own costs as much as several visits."""
    with browser.new_context(
        base_url=portal.url, viewport=PHONE, locale="es-SV"
    ) as profile:
        page, seen = profile.new_page(), Visit()
        kept = profile.new_cdp_session(page)

        def finished(request: Request) -> None:
            if ICON not in request.url:
                seen.requests.append(request)

        page.on("requestfinished", finished)

        def first_visit(address: str) -> tuple[Page, Visit]:
            page.goto("about:blank")
            kept.send("Network.clearBrowserCache")
            profile.clear_cookies()
            seen.requests.clear()
            page.goto(address, wait_until="load")
            return page, seen

        yield first_visit


def test_a_second_visit_costs_as_much_as_the_first(first_visit, open_page):
    """Or the page that is used again would flatter all that come after the first."""
    told = []
    for _time in range(2):
        _page, seen = first_visit("/es/")
        told.append({each.url: received(each) for each in seen.requests})
    alone = visit(open_page(**PHONE), "/es/")
    asked = {each.url: received(each) for each in alone.requests}
    icon = {url: size for url, size in asked.items() if ICON in url}
    assert sum(icon.values()) <= ICON_BYTES
    assert told[0].keys() == told[1].keys() == asked.keys() - icon.keys()
    for url, size in told[0].items():
        assert size > 0
        assert abs(told[1][url] - size) <= 100


@pytest.mark.parametrize(("name", "address"), ADDRESSES, ids=NAMES)
def test_first_view_is_light_and_asks_no_other_host(
    first_visit, portal, published, name, address
):
    page, seen = first_visit(address.format(number=published))
    first = seen.first_view(below=page.evaluate(BELOW))
    allowed = MOST_BYTES_OF_HOME if name == "home" else MOST_BYTES
    assert seen.bytes_of(first) + ICON_BYTES <= allowed
    assert len(first) + 1 <= MOST_REQUESTS
    assert seen.bytes_of(seen.scripts()) <= MOST_PUBLIC_SCRIPT
    elsewhere = [
        each.url
        for each in seen.requests
        if not each.url.startswith((portal.url, "data:"))
    ]
    assert elsewhere == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("address", SIGN_IN)
def test_sign_in_is_as_light(first_visit, portal, address):
    _page, seen = first_visit(address)
    assert seen.bytes_of(seen.requests) + ICON_BYTES <= MOST_BYTES
    assert len(seen.requests) + 1 <= MOST_REQUESTS
    assert all(each.url.startswith(portal.url) for each in seen.requests)


@pytest.fixture(scope="module")
def alone(browser, portal):
    """A page that gets every answer to a press and nothing that the answer asks for."""
    with browser.new_context(base_url=portal.url, viewport=PHONE) as profile:
        page = profile.new_page()
        page.route("**/*", only_the_page)
        yield page


@pytest.fixture(scope="module")
def whole(browser, portal):
    with browser.new_context(base_url=portal.url, viewport=PHONE) as profile:
        yield profile.new_page()


@pytest.fixture(scope="module")
def plain(browser, portal):
    """A page without JavaScript."""
    with browser.new_context(
        base_url=portal.url, viewport=PHONE, java_script_enabled=False
    ) as profile:
        yield profile.new_page()


def only_the_page(route: Route) -> None:
    if route.request.is_navigation_request():
        route.continue_()
    else:
        route.abort()


@pytest.mark.parametrize(("name", "address"), ADDRESSES, ids=NAMES)
def test_the_answer_alone_reads_and_looks_the_same_and_so_without_script(
    alone, whole, plain, published, name, address
):
    for page in (alone, whole, plain):
        page.goto(address.format(number=published))
    assert alone.evaluate(LOOK) == whole.evaluate(LOOK)
    assert alone.evaluate(READ) == whole.evaluate(READ)
    assert alone.locator("h1").is_visible()
    # How fast a film plays is the one thing that a script adds.
    whole.evaluate(
        "document.querySelectorAll('[data-film-speed]').forEach(each => each.hidden = true)"
    )
    assert plain.locator("body").inner_text() == whole.locator("body").inner_text()
    assert plain.evaluate(READ) == whole.evaluate(READ)


@pytest.mark.parametrize(
    "address",
    [
        "/es/espacio/", "/es/espacio/registro-rapido/", "/es/espacio/actividades/",
        "/es/espacio/mes/",
    ],
)  # fmt: skip
def test_staff_load_little_script(person, portal, address):
    page = person("tecnica").new_page()
    seen = visit(page, address)
    assert seen.bytes_of(seen.scripts()) <= MOST_STAFF_SCRIPT
    page.close()
    assert all(each.url.startswith(portal.url) for each in seen.requests)


def test_every_page_of_the_initial_content_is_one_short_answer(portal):
    index = addresses_in(portal.address("/sitemap.xml"))
    addresses = [each for section in index for each in addresses_in(section)]
    weights = {address: weight_of(address) for address in addresses}
    assert len(weights) > 100
    usual = [weight for weight in weights.values() if weight <= USUAL_ANSWER]
    assert len(usual) >= 0.95 * len(weights)
    guides = [a for a in weights if a.endswith(WHOLE_GUIDE)]
    assert len(guides) == 2
    assert all(weights.pop(guide) <= LARGEST_GUIDE for guide in guides)
    assert {a: w for a, w in weights.items() if w > LARGEST_ANSWER} == {}


def addresses_in(sitemap: str) -> list[str]:
    with urllib.request.urlopen(sitemap) as answer:
        return re.findall("<loc>(.*?)</loc>", answer.read().decode())


def weight_of(address: str) -> int:
    """The bytes of a compressed answer, its headers included."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        body = answer.read()
        headers = answer.headers.as_bytes()
    assert answer.headers["Set-Cookie"] is None
    assert gzip.decompress(body)
    return len(body) + len(headers)
