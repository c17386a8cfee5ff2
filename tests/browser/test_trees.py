"""What a screen reader is told in twelve tasks, kept as text and compared (A8).

When a screen is meant to change, the tree of now is written to var/tests/trees/: read
it, and copy it over the one that is kept.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.screens import SCREENS

KEPT = Path(__file__).with_name("trees")
NOW = settings.BASE_DIR / "var" / "tests" / "trees"
MONTHS = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    "|diciembre"
)
TASKS = (
    "sign-in", "letter-code", "two-steps", "quick-log", "edit", "when", "partners",
    "evidence", "consent", "held", "take-down", "invite",
)  # fmt: skip


@pytest.fixture(scope="module")
def told(person, stage, browser, portal):
    """The tree of a screen's content, without what differs from day to day."""
    with browser.new_context(base_url=portal.url, locale="es-SV") as stranger:
        own = {"": stranger, "newcomer": stage.newcomer}

        def told(name: str) -> str:
            screen = next(each for each in SCREENS if each.name == name)
            profile = own[screen.who] if screen.who in own else person(screen.who)
            page = profile.new_page()
            page.goto(stage.at(screen.address))
            tree = page.locator("main").aria_snapshot()
            page.close()
            tree = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "KEY", tree)
            return (
                re.sub(r"(?<!level=)\b\d+", "0", re.sub(MONTHS, "MONTH", tree)) + "\n"
            )

        yield told


@pytest.mark.parametrize("name", TASKS)
def test_is_told_as_before(told, name):
    tree, kept = told(name), KEPT / f"{name}.txt"
    before = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if tree != before:
        NOW.mkdir(parents=True, exist_ok=True)
        (NOW / kept.name).write_text(tree, encoding="utf-8")
    assert tree.splitlines() == before.splitlines()
