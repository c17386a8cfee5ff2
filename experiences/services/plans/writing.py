"""Save one part of a plan; several people write it, one after the other."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences.choices import PlanSection
from experiences.models import Adaptation, PlanState
from experiences.services.saving import (
    Rows,
    StaleSection,
    replace_rows,
    settled,
    would_change,
    write_values,
)
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.PLAN_SAVED, of="plan")
@transaction.atomic
def save_plan(
    *,
    plan: Adaptation,
    section: str,
    by: User,
    version: int,
    values: Mapping[str, Any],
    rows: Mapping[str, Rows] | None = None,
) -> Adaptation:
    """Save one part; `rows` replaces what belongs to it, by the name of the relation.

    The same content sent twice changes nothing. Raises StaleSection when somebody else
    saved that part since the given version, Refused when it is no longer open.
    """
    current = locked_plan(plan)
    state, _made = PlanState.objects.get_or_create(
        adaptation=current, section=PlanSection(section)
    )
    rows = _that_say_something(current, settled(current, rows))
    if rules.may_read_plan(by, current) and not would_change(current, values, rows):
        return current
    _refuse_closed(current, section, by)
    if version != state.version:
        raise StaleSection(current, state)
    write_values(current, values)
    for name, wanted in rows.items():
        replace_rows(current, name, wanted)
    _note_saved(current, state, by)
    audit.record(
        Act.PLAN_SAVED, by=by, of=current, section=section, version=state.version
    )
    return current


def _that_say_something(plan: Adaptation, rows: dict[str, Rows]) -> dict[str, Rows]:
    """Without the steps that say neither what will be done nor what was done there."""
    if "plan_steps" not in rows:
        return rows
    beside = plan.plan_steps.exclude(reference="").values_list("pk", flat=True)
    standing = set(beside)
    kept = [
        each
        for each in rows["plan_steps"]
        if each.get("text", "kept") or each.get("pk") in standing
    ]
    return {**rows, "plan_steps": kept}


def _refuse_closed(current: Adaptation, section: str, by: User) -> None:
    if current.discarded_at is not None and rules.writes_plans_of(by, current):
        raise Refused(
            _(
                "Somebody discarded this plan meanwhile. Bring it back from the end of "
                "the list of plans, in another tab, and save again."
            )
        )
    public = section == PlanSection.CHANGES
    may = rules.may_write_changes if public else rules.may_write_plan
    if not may(by, current):
        raise Refused(_("This part can no longer be changed here."))


def _note_saved(plan: Adaptation, state: PlanState, by: User) -> None:
    plan.version += 1
    plan.updated_by, plan.written_at = by, timezone.now()
    plan.save()
    if state.section == PlanSection.CHANGES:
        # Whoever wrote what is to be published does not decide on it.
        plan.writers.add(by)
    state.version += 1
    state.saved_by, state.saved_at = by, plan.written_at
    state.save()


def version_of_plan(plan: Adaptation, section: str) -> int:
    """Which version of a part stands; 0 before anybody saved it."""
    found = plan.section_states.filter(section=section)
    return found.values_list("version", flat=True).first() or 0


def locked_plan(plan: Adaptation) -> Adaptation:
    """The plan as it now stands, held until the transaction ends."""
    return Adaptation.objects.select_for_update().get(pk=plan.pk)
