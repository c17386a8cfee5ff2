"""The editors' desk speaks Spanish: its main screens hold none of the telltale words."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import editing

# Words that no Spanish screen of ours holds, and that English ones can hardly avoid.
ENGLISH = re.compile(
    r"\b(?:the|and|your|you|this|there|that|with|search|save|saved|edit|edited|delete|"
    r"select|choose|show|hide|filter|results?|items?|published|publish|draft|status|"
    r"language|preview|history|upload|settings|account|sort|submit|page|pages|title|"
    r"root|live|locked|comments?|none|usage|reading|checks?|warnings?|toggle|close)\b",
    re.IGNORECASE,
)
# Everything a person reads or hears: texts, names, tips and what stands in empty boxes.
# The calendar of a date's box and an empty counter hold words that they never show.
READ = """() => {
  const NEVER_SHOWN = "script, style, template, noscript, svg, .xdsoft_datetimepicker," +
    "[data-side-panel-toggle-counter]";
  const told = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest(NEVER_SHOWN))
      told.push(walk.currentNode.data);
  }
  for (const each of document.querySelectorAll("body *"))
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      if (each.hasAttribute(name)) told.push(each.getAttribute(name));
  return told.map((text) => text.trim()).filter(Boolean);
}"""
# The other language by its own name, what the browser shows of a file, keys of a keyboard.
NAMES = frozenset({"English"})
EDITOR = (
    "/cms/", "/cms/pages/{news}/", "/cms/pages/{news}/?q=plaza", "/cms/pages/search/",
    "/cms/pages/{page}/edit/", "/cms/pages/{page}/history/", "/cms/pages/{page}/usage/",
    "/cms/pages/{page}/workflow_history/", "/cms/pages/{page}/copy/",
    "/cms/pages/{page}/move/", "/cms/pages/{home}/add_subpage/",
    "/cms/pages/add/site_pages/eventpage/{events}/",
    "/cms/pages/add/site_pages/bulletinpage/{bulletins}/", "/cms/images/",
    "/cms/images/add/", "/cms/images/multiple/add/", "/cms/documents/",
    "/cms/documents/add/", "/cms/documents/multiple/add/", "/cms/account/",
    "/cms/translations/", "/cms/news-from-activity/",
    "/cms/translation/submit/page/{page}/",
)  # fmt: skip
SECRETARY = (
    "/cms/", "/cms/pages/{page}/edit/", "/cms/pages/{page}/unpublish/",
    "/cms/pages/{page}/delete/", "/cms/redirects/", "/cms/redirects/add/",
    "/cms/redirects/import/", "/cms/translations/records/",
)  # fmt: skip


def english_in(page: Page) -> list[str]:
    """The texts of a screen that hold a telltale word."""
    told = set(page.evaluate(READ)) - NAMES
    return sorted(text for text in told if ENGLISH.search(text))


@pytest.fixture(scope="module")
def numbers(person) -> dict[str, str]:
    """Where the lists of the Spanish tree stand, and a page of news."""
    who = person("secretaria")
    start = who.request.get("/cms/").text()
    added = dict(re.findall(r"/cms/pages/add/site_pages/(\w+)/(\d+)/", start))
    editing.published(
        who, "newspage", "/es/noticias/", title="La plaza", author="", day="2026-03-12"
    )
    listed = who.request.get(f"/cms/pages/{added['newspage']}/").text()
    (page, *_more) = re.findall(
        r"/cms/pages/(\d+)/edit/[^>]*>\s*(?:<[^>]*>\s*)*La plaza", listed
    )
    return {
        "news": added["newspage"], "events": added["eventpage"],
        "bulletins": added["bulletinpage"], "home": added["standardpage"], "page": page,
    }  # fmt: skip


def visited(desk: BrowserContext, screens: tuple[str, ...], numbers: dict) -> dict:
    """English on each of the screens, by its address."""
    page = desk.new_page()
    found = {}
    for screen in screens:
        answer = page.goto(screen.format(**numbers))
        assert answer, screen
        assert answer.ok, screen
        page.wait_for_load_state("networkidle")
        if english := english_in(page):
            found[screen] = english
    page.close()
    return found


def test_an_editor_reads_no_english(person, numbers):
    assert visited(person("editora"), EDITOR, numbers) == {}


def test_the_secretariat_reads_no_english(person, numbers):
    assert visited(person("secretaria"), SECRETARY, numbers) == {}


def test_what_opens_while_writing_is_spanish_too(person, numbers):
    page = person("editora").new_page()
    page.goto(f"/cms/pages/{numbers['page']}/edit/")
    for side in ("status", "preview", "checks", "comments"):
        page.locator(f"[data-side-panel-toggle={side}]").click()
        page.wait_for_timeout(300)
        assert english_in(page) == [], side
    page.locator("[data-side-panel-toggle=comments]").click()
    page.locator(".c-sf-add-button").first.click()
    page.wait_for_timeout(300)
    assert english_in(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Seleccionar una imagen").first.click()
    page.get_by_role("tab", name="Subir").click()
    assert english_in(page) == []
    page.close()


def test_english_would_be_noticed(person):
    page = person("editora").new_page()
    page.goto("/cms/")
    page.evaluate("document.querySelector('h1').title = 'Search the whole site'")
    assert english_in(page) == ["Search the whole site"]
    page.close()
