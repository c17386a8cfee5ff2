"""Walks through a page by keyboard alone, and looks at each place where it stops."""

import re

import pytest
from playwright.sync_api import CDPSession, Page

SIZES = ((320, 640), (1280, 800))
MOST_STOPS = 400
BATCH = 12
# Looks at the place where the focus is, just before Tab takes it further.
WATCH = """() => {
  if (window.walked) { walked.seen.length = 0; return; }
  const seen = [], steps = [.05, .2, .35, .5, .65, .8, .95];
  const GRID = steps.flatMap(x => steps.map(y => [x, y]));
  const say = node => {
    const words = node.getAttribute('aria-label') || (node.labels && node.labels[0]
      && node.labels[0].innerText) || node.innerText || node.name || node.id
      || node.getAttribute('href') || '';
    return node.tagName.toLowerCase() + ' ' + words.trim().slice(0, 60);
  };
  // A box that is drawn by its label, its row or what stands behind it shows its focus there.
  const carriers = node => [node, ...(node.labels || []), node.parentElement,
    node.nextElementSibling, node.closest('label')].filter(Boolean);
  // A link of a drawing is a shape, and shows its focus by its rim.
  const shape = node => node.ownerSVGElement && node.querySelector('use, circle, path');
  const rimmed = each => {
    const style = getComputedStyle(each);
    return style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
  };
  const looks = node => carriers(node).map(each => {
    const style = getComputedStyle(each);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor,
      style.boxShadow, style.borderColor, style.backgroundColor].join();
  });
  const outlined = node => shape(node) ? rimmed(shape(node)) : carriers(node).some(each => {
    const style = getComputedStyle(each), box = each.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.width > 4 && box.height > 4;
  });
  const covered = node => {
    // The part that is drawn: a tiny box is drawn by its label.
    const tiny = box => box.width < 5 || box.height < 5;
    const drawn = tiny(node.getBoundingClientRect()) && node.labels && node.labels[0]
      || node;
    const mine = [node, ...(node.labels || [])], told = [];
    // A link that goes on in a second line has a box for each.
    for (const box of drawn.getClientRects()) {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) continue;
      const points = shape(node) ? GRID : [[.5, .5], [.1, .5], [.9, .5]];
      for (const [x, y] of points) {
        const on = document.elementFromPoint(
          left + (right - left) * x, top + (bottom - top) * y);
        told.push(mine.some(each => each.contains(on)));
      }
    }
    if (!told.length) return 'outside the window';
    if (shape(node)) return told.some(Boolean) ? '' : 'covered';
    return told.filter(Boolean).length * 2 < told.length ? 'covered' : '';
  };
  addEventListener('keydown', event => {
    if (event.key !== 'Tab') return;
    const node = document.activeElement;
    if (!node || node === document.body || node.tagName === 'IFRAME') {
      seen.push(null);
      return;
    }
    const stop = {node, name: say(node), looks: looks(node), outlined: outlined(node),
      covered: covered(node), main: !!node.closest('main, #content, #content-main')};
    seen.push(stop);
  }, true);
  window.walked = {seen, looks};
}"""
ROUND = """() => {
  const nodes = walked.seen.filter(Boolean).map(each => each.node);
  return nodes.indexOf(nodes[0], 1) > 0 || nodes.slice(-8).every(
    (node, at, last) => nodes.length > 12 && node === last[0]);
}"""
# What the walk found once it came round; stops in their order, each with its fault.
FOUND = """() => {
  const {seen, looks} = window.walked, stops = [], nodes = new Set();
  let round = false;
  for (const stop of seen.filter(Boolean)) {
    if (stops.length && stop.node === stops[0].node) { round = true; break; }
    nodes.add(stop.node);
    stops.push(stop);
  }
  document.activeElement && document.activeElement.blur();
  const shown = stop => {
    const plain = looks(stop.node);
    return stop.outlined || stop.looks.some((each, at) => each !== plain[at]);
  };
  const tabbable = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(node => !node.disabled && node.tabIndex >= 0 && node.getClientRects().length
      && node.checkVisibility({visibilityProperty: true}) && !(node.type === 'radio' && !node.checked));
  return {
    stops: stops.map(stop => ({name: stop.name, main: stop.main, covered: stop.covered,
      shown: shown(stop), ours: stop.outlined})),
    missed: tabbable.filter(node => !nodes.has(node)).map(node =>
      node.outerHTML.slice(0, 120)),
    round,
  };
}"""


def press(session: CDPSession, times: int) -> None:
    for _time in range(times):
        session.send(
            "Input.dispatchKeyEvent",
            {
                "type": "rawKeyDown",
                "key": "Tab",
                "code": "Tab",
                "windowsVirtualKeyCode": 9,
            },
        )


def walk(page: Page) -> dict:
    """Press Tab until the page begins again; what was met."""
    page.evaluate(WATCH)
    session = page.context.new_cdp_session(page)
    for _batch in range(0, MOST_STOPS, BATCH):
        press(session, BATCH)
        if page.evaluate(ROUND):
            break
    found = page.evaluate(FOUND)
    session.detach()
    return found


def stumbles(page: Page, *, ours: bool = True) -> list[str]:
    """What a keyboard meets on the page as it stands: hidden focus, covers, traps.

    On our own pages the focus is an outline of at least two pixels; the packages'
    own screens may show it by any change.
    """
    wrong = []
    found = walk(page)
    stops = found["stops"]
    if not stops or not found["round"]:
        wrong.append(f"trapped after {[each['name'] for each in stops[-3:]]}")
    for stop in stops:
        if not stop["ours" if ours else "shown"]:
            wrong.append(f"no focus to be seen: {stop['name']}")
        if stop["covered"]:
            wrong.append(f"{stop['covered']}: {stop['name']}")
    wrong += [f"cannot be reached: {html}" for html in found["missed"]]
    return wrong


# Enter in a box would send the form.
IN_THE_FORM = "document.activeElement.matches('main form *, #content form *')"


def into_the_content(page: Page) -> list[str]:
    """On a page that was just opened the first stop leads past everything else: the
    second one stands in the content. A page may also put the focus there itself."""
    if page.evaluate(IN_THE_FORM):
        return []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate(
        "!!document.activeElement.closest('main, #content, #content-start')"
        " || !document.querySelector("
        "'main a[href], main button, main input:not([type=hidden])')"
    )
    return [] if inside else [page.evaluate("document.activeElement.outerHTML")[:160]]


class Keys:
    """A person without a pointer: goes on with Tab, types, presses, and counts it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def to(self, words: str, *, back: bool = False) -> None:
        """Press Tab until the control of that name, or with those words, has the focus."""
        for _stop in range(MOST_STOPS):
            if self._stands_on(words):
                self._is_seen(words)
                return
            self.press("Shift+Tab" if back else "Tab")
        pytest.fail(f"«{words}» cannot be reached by keyboard: {self.page.url}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def write(self, name: str, words: str) -> None:
        """Go to the box of that name and write over what it held."""
        self.to(name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def enter(self, words: str) -> None:
        """Go to a link or a button and press it; the next page stands."""
        self.to(words)
        with self.page.expect_navigation():
            self.press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Go to a group of radios or a box and tick that one."""
        self.to(name)
        for _key in range(40):
            if self.page.evaluate("document.activeElement.value") == value:
                break
            self.press("ArrowDown")
        self.press("Space")

    def _stands_on(self, words: str) -> bool:
        return self.page.evaluate(
            """words => {
              const node = document.activeElement;
              if (!node || node === document.body) return false;
              if (node.name === words) return true;
              const submit = node.tagName === 'INPUT' && node.type === 'submit';
              const shown = (submit ? node.value : node.innerText || '').replace(/\\s+/g, ' ').trim();
              return (submit || /^(A|BUTTON|SUMMARY)$/.test(node.tagName))
                && shown.startsWith(words);
            }""",
            words,
        )

    def _is_seen(self, words: str) -> None:
        seen = self.page.evaluate(
            """() => {
              const node = document.activeElement;
              const each = [node, ...(node.labels || []), node.nextElementSibling];
              const boxes = each.filter(Boolean);
              const box = node.getBoundingClientRect();
              return box.bottom > 0 && box.top < innerHeight && boxes.some(one => {
                const style = getComputedStyle(one);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
              });
            }"""
        )
        assert seen, f"the focus on «{re.escape(words)}» is not to be seen"
