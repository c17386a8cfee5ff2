"""Throw a plan away, bring it back, empty what is too old."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences.models import Adaptation
from experiences.services.plans.writing import locked_plan
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days

BATCH = 200


@audit.keeps_refusals(Act.PLAN_DISCARDED, of="plan")
@transaction.atomic
def discard_plan(*, plan: Adaptation, by: User) -> Adaptation:
    """Put a plan in the trash; the same press twice is one.

    Raises Refused while it says something in public.
    """
    current = locked_plan(plan)
    if rules.may_restore_plan(by, current):
        return current
    if not rules.may_discard_plan(by, current):
        raise Refused(_("First take back what the public reads of this plan."))
    current.discarded_at, current.discarded_by = timezone.now(), by
    current.version += 1
    current.save()
    audit.record(Act.PLAN_DISCARDED, by=by, of=current)
    return current


@audit.keeps_refusals(Act.PLAN_RESTORED, of="plan")
@transaction.atomic
def restore_plan(*, plan: Adaptation, by: User) -> Adaptation:
    """Take a plan out of the trash; pressed again it stays there."""
    current = locked_plan(plan)
    if current.discarded_at is None and rules.may_write_plan(by, current):
        return current
    if not rules.may_restore_plan(by, current):
        raise Refused(_("This plan can no longer be brought back."))
    current.discarded_at = current.discarded_by = None
    current.version += 1
    current.save()
    audit.record(Act.PLAN_RESTORED, by=by, of=current)
    return current


def empty_plans() -> int:
    """Delete for good the plans whose days in the trash are over; how many."""
    due = Adaptation.objects.filter(discarded_at__lt=timezone.now() - trash_days())
    emptied = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        emptied += sum(_gone_for_good(key) for key in keys)
    return emptied


@transaction.atomic
def _gone_for_good(key: int) -> int:
    """Delete one plan unless somebody brought it back meanwhile."""
    thrown_away = Adaptation.objects.filter(discarded_at__isnull=False)
    found = thrown_away.select_for_update().filter(pk=key).first()
    if found is None:
        return 0
    never_sent = not found.steps.exists()
    audit.record(Act.RECORD_DELETED, by=None, of=found)
    found.delete()
    if never_sent:
        # Nobody but its writers ever read it: its history goes with it.
        history: models.Manager = Adaptation.history  # type: ignore[attr-defined]  # simple_history adds it
        history.filter(id=key).delete()
    return 1
