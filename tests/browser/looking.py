"""Looks at a page as axe and a narrow screen do."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The widest and the narrowest that every page must fit; and a telephone of today, on
# which axe would find what it finds on the narrower one.
WIDTHS = (1280, 320)
TELEPHONE = 360
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """async rules => {
  const found = await axe.run(
    {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
  return found.violations.map(each => [each.id, each.nodes.map(node =>
    [node.target.join(' '), node.html.slice(0, 160), (node.failureSummary || '')
      .split('\\n').slice(1, 3).join(' ')])]);
}"""
# What sticks out to the right, unless it lies in a box that scrolls by itself.
STICKS_OUT = """() => {
  const scrolls = node => node && node !== document.body && (
    /auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  const wide = document.documentElement.scrollWidth > innerWidth;
  return wide ? [...document.body.querySelectorAll('*')].filter(node =>
    node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node.parentElement)
  ).slice(0, 5).map(node => node.outerHTML.slice(0, 160)).concat('page') : [];
}"""


def faults(page: Page) -> list[str]:
    """What axe and narrow screens find wrong with the page as it stands."""
    found = []
    page.evaluate(AXE_SCRIPT)
    for width in (TELEPHONE, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 800})
        if width in WIDTHS:
            for rule, nodes in page.evaluate(AXE, RULES):
                told = json.dumps(nodes[:3], ensure_ascii=False)
                found.append(f"{width} {rule}: {told}")
        found += [f"{width} sticks out: {html}" for html in page.evaluate(STICKS_OUT)]
    return found
