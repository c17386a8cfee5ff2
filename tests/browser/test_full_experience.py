"""A full experience as a reader gets it: on screen, sparing data, its versions, on paper."""

import io

import pikepdf
import pytest

from tests.browser import full
from tests.browser.looking import faults

# Goal A10: an experience on paper takes at most these.
MOST_PAGES = 4


@pytest.fixture(scope="module")
def told(person):
    """Its address."""
    return full.tell(person("tecnica"), person("editora"))


@pytest.fixture(scope="module")
def page(browser, portal):
    """A reader's page."""
    with browser.new_context(base_url=portal.url) as profile:
        yield profile.new_page()


def english(address):
    return address.replace("/es/experiencias/", "/en/experiences/")


@pytest.mark.parametrize("query", ["", "?data=saving"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_in_it(page, told, language, query):
    address = told if language == "es" else english(told)
    answer = page.goto(address + query)
    assert answer.status == 200
    assert page.locator("main .quotation").count() == 1
    assert page.locator("main .photographs img").count() == (0 if query else 2)
    for heading in ("1.", "2.", "3.", "4.", "5."):
        assert page.locator("main h2, main h3").filter(has_text=heading).count() >= 1
    page.evaluate(
        "() => document.querySelectorAll('main details').forEach(each => each.open = true)"
    )
    assert faults(page) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_in_its_versions(page, told, language):
    word = "versiones" if language == "es" else "versions"
    address = told if language == "es" else english(told)
    answer = page.goto(f"{address}{word}/?version=2")
    assert answer.status == 200
    assert page.locator("main ins").count() > 0
    assert faults(page) == []


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_on_paper_it_is_whole_and_short(page, told, size):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(told)
    page.emulate_media(media="print")
    said = page.locator("main").inner_text()
    for text in full.MOMENTS.values():
        assert text.replace("martes", "martes y los jueves") in said or text in said
    for left_out in (".site-nav", ".breadcrumbs", ".quick-exit", ".side-index"):
        for each in page.locator(left_out).all():
            assert not each.is_visible(), left_out
    # Where a source is read stands in words on the paper.
    address = page.locator(".source-panel a[href^='http']").first
    written = "node => getComputedStyle(node, '::after').content"
    assert "ejemplo.test/informe" in address.evaluate(written)
    made = page.pdf(format=size, tagged=True)
    page.emulate_media(media="screen")
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) <= MOST_PAGES
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang).startswith("es")
