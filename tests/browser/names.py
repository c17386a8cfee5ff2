"""What a screen reader is told of a page: names, headings and landmarks."""

import itertools
import re
from collections import Counter
from typing import Any

from playwright.sync_api import Page

CONTROLS = {
    "button", "checkbox", "combobox", "link", "listbox", "menuitem", "option-list",
    "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox",
    "DisclosureTriangle", "PopUpButton",
}  # fmt: skip
LANDMARKS = {"banner", "complementary", "contentinfo", "form", "main", "navigation",
             "region", "search"}  # fmt: skip
# What tells two controls of the same name apart.
CONTEXTS = LANDMARKS | {"group", "radiogroup", "row", "table", "figure", "dialog"}
GROUPS = {"group", "radiogroup"}
PACKAGES_CONTEXTS = {"row", "list", "Details"}
NEEDS_NAME = {"region", "complementary"}


def tree(page: Page, *, ours: bool = True) -> list[dict[str, Any]]:
    """Chromium's accessibility tree: role, name, level, address and context of each."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    plain = []
    for node in nodes:
        if not node.get("ignored"):
            plain.append(_plain(node) | {"context": _context(node, known, ours)})
    return plain


def _plain(node: dict) -> dict[str, Any]:
    told = {
        each["name"]: each["value"].get("value") for each in node.get("properties", [])
    }
    return {
        "role": _role(node),
        "name": _said(node, "name"),
        "more": _said(node, "description"),
        "level": told.get("level"),
        "address": told.get("url"),
    }


def _context(node: dict, known: dict[str, dict], ours: bool) -> str:
    """What stands around it; on the packages' screens its row or list counts too.

    Of groups within groups all that are entered are told: «Hito 1», then «Fecha».
    """
    told: list[str] = []
    parent = known.get(node.get("parentId", ""))
    while parent is not None:
        if _role(parent) in CONTEXTS and _said(parent, "name"):
            told.insert(0, f"{_role(parent)} {_said(parent, 'name')}")
            if _role(parent) not in GROUPS:
                break
        elif not ours and _role(parent) in PACKAGES_CONTEXTS:
            told.insert(0, str(parent["nodeId"]))
            break
        parent = known.get(parent.get("parentId", ""))
    return " > ".join(told)


def _role(node: dict) -> str:
    return str(node.get("role", {}).get("value", ""))


def _said(node: dict, what: str) -> str:
    return re.sub(r"\s+", " ", str(node.get(what, {}).get("value", ""))).strip()


def misnamed(page: Page, *, ours: bool = True) -> list[str]:
    """What in the page has no name, a name that two things share, or a wrong level."""
    nodes = tree(page, ours=ours)
    return [*_controls(nodes, ours), *_headings(nodes), *_landmarks(nodes)]


def _controls(nodes: list[dict], ours: bool) -> list[str]:
    controls = [node for node in nodes if node["role"] in CONTROLS]
    wrong = [
        f"no name: {each['role']} in {each['context']}"
        for each in controls
        if not each["name"]
    ]
    # Two links of one name that lead to one place are one link.
    told = {
        (
            each["role"],
            each["name"],
            each["context"],
            "" if ours else each["more"],
            each["address"] or at,
        )
        for at, each in enumerate(controls)
    }
    same = Counter(key[:-1] for key in told)
    return wrong + [
        f"{number} are called {key}" for key, number in same.items() if number > 1
    ]


def _headings(nodes: list[dict]) -> list[str]:
    levels = [int(each["level"]) for each in nodes if each["role"] == "heading"]
    wrong = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of level 1"]
    return wrong + [
        f"level {after} follows {before}"
        for before, after in itertools.pairwise(levels)
        if after > before + 1
    ]


def _landmarks(nodes: list[dict]) -> list[str]:
    # A form without a name is no landmark.
    found = [
        each
        for each in nodes
        if each["role"] in LANDMARKS and (each["name"] or each["role"] != "form")
    ]
    wrong = [
        f"{each['role']} without a name"
        for each in found
        if each["role"] in NEEDS_NAME and not each["name"]
    ]
    same = Counter((each["role"], each["name"]) for each in found)
    wrong += [f"{number} landmarks {key}" for key, number in same.items() if number > 1]
    mains = sum(each["role"] == "main" for each in found)
    return wrong if mains == 1 else [*wrong, f"{mains} landmarks main"]
