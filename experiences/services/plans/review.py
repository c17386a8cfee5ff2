"""«Qué cambiamos y por qué»: sent to the association, returned, published, withdrawn."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences import tasks
from experiences.choices import PlanSection
from experiences.models import Adaptation
from experiences.services.moving import (
    decided,
    moved,
    refuse_own_or_other,
    told_hidden,
)
from experiences.services.plans.writing import locked_plan, version_of_plan
from network.choices import Act, PublicKind, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.ADAPTATION_SUBMITTED, of="plan")
@transaction.atomic
def submit_changes(*, plan: Adaptation, by: User) -> Adaptation:
    """Send what was changed to the association; the same press twice is one.

    Raises Refused when the person may not, or something is missing first.
    """
    current = locked_plan(plan)
    sent = current.review_state == ReviewState.SUBMITTED
    if sent and rules.may_read_plan(by, current):
        return current
    if not rules.may_send_changes(by, current):
        raise Refused(_("This text cannot be sent now."))
    if missing := missing_of(current):
        raise Refused(" ".join(missing), code="missing")
    current.submitted_at = timezone.now()
    _move(current, ReviewState.SUBMITTED, by=by, act=Act.ADAPTATION_SUBMITTED)
    return current


@audit.keeps_refusals(Act.ADAPTATION_RETURNED, of="plan")
@transaction.atomic
def return_changes(
    *, plan: Adaptation, by: User, note: str, version: int | None = None
) -> Adaptation:
    """Return it with a note; raises Refused without one, and for another version."""
    current = _reviewable(plan, by, version)
    if not note.strip():
        raise Refused(_("Write what should be corrected."))
    current.review_note = note.strip()
    decided(current, by)
    act = Act.ADAPTATION_RETURNED
    _move(current, ReviewState.RETURNED, by=by, act=act, note=note.strip())
    return current


@audit.keeps_refusals(Act.ADAPTATION_PUBLISHED, of="plan")
@transaction.atomic
def publish_changes(
    *, plan: Adaptation, by: User, version: int | None = None
) -> Adaptation:
    """Have the original's page show it under the municipality's name.

    Raises Refused when the person wrote it, read another version, or the municipality
    does not say any more that it adapted it.
    """
    current = _reviewable(plan, by, version)
    if missing := missing_of(current):
        raise Refused(" ".join(missing), code="missing")
    current.review_note = ""
    current.publish_from = timezone.localdate()
    decided(current, by)
    _move(current, ReviewState.APPROVED, by=by, act=Act.ADAPTATION_PUBLISHED)
    return current


@audit.keeps_refusals(Act.ADAPTATION_WITHDRAWN, of="plan")
@transaction.atomic
def withdraw_changes(*, plan: Adaptation, by: User, note: str = "") -> Adaptation:
    """Take the text out of the public; that it was adapted goes on being said."""
    current = locked_plan(plan)
    if not rules.may_withdraw_changes(by, current):
        raise Refused(_("Only a published text can be withdrawn."))
    act = Act.ADAPTATION_WITHDRAWN
    _move(current, ReviewState.WITHDRAWN, by=by, act=act, note=note.strip())
    told_hidden(current, PublicKind.ADAPTATION, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.ADAPTATION_REOPENED, of="plan")
@transaction.atomic
def reopen_changes(*, plan: Adaptation, by: User) -> Adaptation:
    """Take what was sent or withdrawn back as a draft to correct it."""
    current = locked_plan(plan)
    if not rules.may_reopen_changes(by, current):
        raise Refused(_("This text cannot be taken back now."))
    _move(current, ReviewState.DRAFT, by=by, act=Act.ADAPTATION_REOPENED)
    return current


def missing_of(plan: Adaptation) -> list[str]:
    """What is missing before it can be published, in words that say what to do."""
    missing = []
    if not (plan.changes_es or "").strip():
        missing.append(_("Write in Spanish what you changed and why."))
    if plan.said_at is None:
        missing.append(
            _(
                "First say that it was adapted: the coordination or the mayor's office "
                "does it on the plan's page or, where there is none, the association."
            )
        )
    return missing


def _reviewable(plan: Adaptation, by: User, version: int | None) -> Adaptation:
    current = locked_plan(plan)
    refuse_own_or_other(
        current,
        by,
        version,
        waits=rules.may_decide_changes(by, current),
        unless=_(
            "This text does not wait for your review any more: it was decided, or the "
            "municipality took it back."
        ),
        # What nobody publishes, such as a step that is done, changes nothing here.
        stands=version_of_plan(current, PlanSection.CHANGES),
    )
    return current


def _move(plan: Adaptation, state: str, *, by: User, act: Act, note: str = "") -> None:
    step = moved(plan, state, by=by, act=act, note=note)
    tasks.tell_of_adaptation.enqueue(step.pk)
