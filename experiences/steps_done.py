"""Experiences and the steps of the guide that they did, each told on the other's page."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When

from experiences.listed import told_of
from experiences.models import Experience
from toolkit.lines import step_line
from toolkit.offered import OF_STEP, Part

TEMPLATE = "experiences/public/did-this-step.html"
MOST = 6


def steps_of(steps: list[Any], country: str) -> list[dict[str, Any]]:
    """The steps that an experience did, each with its page for its country."""
    return [step_line(step, country) for step in steps]


def done_in(step: int, country: str) -> Part | None:
    """The public experiences that did a step; those of the reader's country first."""
    rows = Experience.objects.public().filter(guide_steps=step).select_related("owner")
    if country:
        near = Case(
            When(country=country, then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        rows = rows.order_by(near, "-position")
    else:
        rows = rows.newest_first()
    found = list(rows[:MOST])
    if not found:
        return None
    return {"template": TEMPLATE, "lines": [told_of(each) for each in found]}


def offer() -> None:
    """Have the pages of the guide tell of them."""
    if done_in not in OF_STEP:
        OF_STEP.append(done_in)
