"""The map of twinnings and its table: read, narrowed and followed by keyboard alone."""

import pytest

from tests.browser.looking import faults

LANDINGS = (("/es/hermanamientos/", "Lo mismo en una tabla"),
            ("/en/twinnings/", "The same as a table"))  # fmt: skip
SIZES = ((360, 640), (1280, 800))
MOST_PRESSES = 90
ACTIVE = "() => document.activeElement.className + ' ' + (document.activeElement.getAttribute('href') || '')"


def tab_to(page, name: str) -> None:
    """Press Tab until the focus is on what is called so."""
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        focused = page.evaluate("() => document.activeElement.innerText || ''")
        if focused.strip() == name:
            return
    pytest.fail(f"Tab never came to «{name}»")


def titles_by_tab(page) -> list[str]:
    """Where the titles lead that Tab comes by from here on."""
    found = []
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        where = page.evaluate(ACTIVE)
        if where.startswith("twinning-title"):
            found.append(where.split()[-1])
        elif found and "footer" in page.evaluate(
            "() => document.activeElement.closest('footer') ? 'footer' : ''"
        ):
            break
    return found


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("landing", "door"), LANDINGS)
def test_every_arc_is_reached_through_the_table(
    open_page, landing, door, width, height
):
    page = open_page(width=width, height=height)
    page.goto(landing)
    drawn = page.locator("svg.map .map-arc").evaluate_all(
        "arcs => arcs.map(arc => arc.closest('a').getAttribute('href'))"
    )
    assert len(drawn) == 8
    tab_to(page, door)
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == "#twinnings"
    found = titles_by_tab(page)
    # Nothing of the map is a stop of its own: each is one row, once.
    assert sorted(found) == sorted(drawn)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("landing", "door"), LANDINGS)
def test_a_screen_reader_is_told_as_much_by_the_table_as_by_the_map(
    open_page, landing, door
):
    page = open_page()
    page.goto(landing)
    drawing = page.locator("svg.map")
    assert drawing.get_attribute("aria-label")
    told = page.get_by_role("table").aria_snapshot()
    named = drawing.locator("a:has(.map-arc) > title").evaluate_all(
        "titles => titles.map(title => title.textContent)"
    )
    assert len(named) == 8
    for name in named:
        assert name in told, name
    # Who takes part, of which country, since when and what was promised.
    for words in ("Pinellas", "Panamá" if "es" in landing else "Panama"):
        assert words in told


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_looked_for_by_keyboard_and_nothing_for_axe(open_page, width, height):
    page = open_page(width=width, height=height)
    landing, door = LANDINGS[0]
    page.goto(landing)
    assert faults(page) == []
    page.set_viewport_size({"width": width, "height": height})
    page.goto(landing)
    tab_to(page, door)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if page.evaluate("() => document.activeElement.tagName") == "SUMMARY":
        # Closed on a telephone.
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.name") == "q"
    page.keyboard.type("pinellas colon")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("a.twinning-title").count() == 1
    assert page.locator("svg.map .map-arc").count() == 1
    tab_to(page, door)
    page.keyboard.press("Enter")
    (own,) = titles_by_tab(page)
    assert faults(page) == []
    page.goto(own)
    assert "Pinellas" in page.locator("h1").inner_text()
