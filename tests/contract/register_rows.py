"""What is wrong in the forms of the register and of the plan; a text that is too long."""

from typing import Any

LONG = "palabra " * 400


def day(name: str, *boxes: str) -> dict[str, str]:
    """The three boxes of a date."""
    words = zip(("day", "month", "year"), boxes, strict=True)
    return {f"{name}_{part}": value for part, value in words}


def _of(
    about: str, route: str, sent: dict[str, str], *wrong: str, **given: str
) -> tuple[str, dict[str, str], tuple[str, ...], dict[str, Any]]:
    state = "town" if about == "register" else "open"
    more = {"about": about, "state": state, "given": given}
    return f"municipio_seguro:{route}", sent, wrong, more


FAR = day("due_on", "31", "2", "2027")
SOON = day("next_review", "31", "2", "2027")
# Route, what is sent, the fields it hits, and about what.
REGISTER = [
    _of("register", "add_risk", {"area": LONG}, "threat", "title_es", "area",
        "current_likelihood", "line_people"),
    _of("risk", "risk_sheet", {"title_es": LONG}, "title_es", name="about"),
    _of("risk", "risk_sheet", {"basis": LONG * 2}, "basis", "line_people",
        name="rating"),
    _of("risk", "risk_sheet", SOON, "next_review_day", name="decision"),
    _of("risk", "risk_sheet", {"public_summary_es": LONG}, "public_summary_es",
        name="public"),
    _of("risk", "risk_act", {"reason": LONG}, "reason", action="close"),
    _of("register", "add_measure", {"budget_amount": "mil", "title_es": LONG},
        "title_es", "type", "due_on_day", "budget_amount"),
    _of("measure", "measure_sheet", {"title_es": LONG}, "title_es", name="what"),
    _of("measure", "measure_sheet", FAR, "due_on_day", name="who"),
    _of("measure", "measure_sheet", {"budget_amount": "10", "share_1": "x"},
        "currency", "share_1", name="money"),
    _of("measure", "measure_sheet", {"title_en": LONG}, "title_en", name="public"),
    _of("measure", "tell", {"progress": "100", "address": "no es"}, "text_es",
        "progress", "address"),
    _of("measure", "move", {"reason": LONG}, "reason", status="suspended"),
]  # fmt: skip
