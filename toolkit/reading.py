"""The guide and the norms as the world reads them, in few questions."""

from collections import defaultdict
from typing import Any

from django.db.models import Prefetch

from amuprev.foundation.near import every
from toolkit.lines import step_line
from toolkit.models import (
    Audience,
    CountryBody,
    Instrument,
    ModelDocument,
    MunicipalPolicy,
    Part,
    Phase,
    Step,
    StepNorm,
)

# More than the network's municipalities have; the rest stands in the open table.
MOST_POLICIES = 500


def steps_in_order() -> list[Any]:
    """Every step with its phase and part, as this process knows them."""
    parts = {part.pk: part for part in every(Part)}
    phases = {phase.pk: phase for phase in every(Phase)}
    steps = sorted(every(Step), key=lambda step: (step.position, step.pk))
    for step in steps:
        step.phase = phases[step.phase_id]
        step.phase.part = parts[step.phase.part_id]
    return steps


def outline(country: str, current: str = "") -> list[dict[str, Any]]:
    """Parts with their phases with their steps, as they are read."""
    found: list[dict[str, Any]] = []
    for step in steps_in_order():
        part, phase = step.phase.part, step.phase
        if not found or found[-1]["part"] is not part:
            found.append({"part": part, "phases": []})
        phases = found[-1]["phases"]
        if not phases or phases[-1]["phase"] is not phase:
            phases.append({"phase": phase, "steps": []})
        line = step_line(step, country)
        phases[-1]["steps"].append(line | {"current": step.key == current})
    return found


def body_of(country: str) -> Any:
    """The municipal body as a country calls it, or nothing."""
    if not country:
        return None
    rows = CountryBody.objects.filter(country=country)
    return rows.select_related("basis").first()


def missing_in(country: str) -> int:
    """How many steps have no norm in a country."""
    if not country:
        return 0
    return StepNorm.objects.missing().filter(country=country).count()


def step_with_all(slug: str) -> Any:
    """A step with its words of the glossary and its documents; nothing without one."""
    rows = Step.objects.select_related("phase__part").filter(slug=slug)
    return rows.prefetch_related("terms", "documents").first()


def norms_of_step(step: Any, country: str) -> dict[str, list[Any]]:
    """The norms that support a step, by country; of one or of all."""
    rows = step.norms.select_related("instrument").order_by("country", "pk")
    if country:
        rows = rows.filter(country=country)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.country].append(row)
    return found


def audience_with_steps(slug: str) -> tuple[Any, list[Any]] | None:
    """Somebody who reads the guide, and the steps that concern them, in order."""
    audience = next((each for each in every(Audience) if each.slug == slug), None)
    if audience is None:
        return None
    keys = set(audience.steps.values_list("pk", flat=True))
    return audience, [step for step in steps_in_order() if step.pk in keys]


def norms_told() -> list[Any]:
    """Every norm with its articles, oldest first: they are some hundreds at most."""
    return list(Instrument.objects.prefetch_related("articles").in_timeline())


def norm_with_all(slug: str) -> Any:
    """A norm with its articles, what changed it and the steps it supports."""
    uses = StepNorm.objects.select_related("step").order_by("step__position")
    rows = Instrument.objects.with_everything().filter(slug=slug)
    return rows.prefetch_related(
        Prefetch("step_norms", uses, to_attr="uses"), "themes"
    ).first()


def documents_told() -> list[Any]:
    """Every model document in its order."""
    return list(ModelDocument.objects.all())


def document_with_steps(slug: str) -> Any:
    """A model document and the steps that use it."""
    steps = Prefetch("steps", Step.objects.order_by("position"), to_attr="used_in")
    rows = ModelDocument.objects.filter(slug=slug)
    return rows.prefetch_related(steps).first()


def policies_told(country: str) -> list[Any]:
    """The public register, of one country or of all, newest period first."""
    rows = MunicipalPolicy.objects.public().select_related("owner__place")
    if country:
        rows = rows.filter(owner__country=country)
    return list(rows[:MOST_POLICIES])
