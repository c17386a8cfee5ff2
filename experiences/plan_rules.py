"""Who may do what with the plans that adapt an experience, and with what they say."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from network.choices import OrganisationKind, ReviewState
from network.rules import HIDERS, OPEN_STATES, WRITERS, may_take_down_of

if TYPE_CHECKING:
    from experiences.models import Adaptation
    from network.models import Organisation, User


def may_start_plan_for(user: "User", organisation: "Organisation") -> bool:
    """Whoever writes for a municipality begins its plans; its association does not."""
    is_town = organisation.kind == OrganisationKind.MUNICIPALITY
    return is_town and user.standing.holds(organisation.pk, WRITERS)


def reads_plans(user: "User", mine: "Iterable[Organisation]") -> bool:
    """Plans are for people of municipalities, and for whoever reviews one."""
    return adapts(mine) or bool(user.standing.reviewed) or user.standing.secretariat


def adapts(mine: "Iterable[Organisation]") -> bool:
    """True when one of them is a municipality, whose plans they are."""
    return any(each.kind == OrganisationKind.MUNICIPALITY for each in mine)


def may_read_plan(user: "User", plan: "Adaptation") -> bool:
    """A plan is its municipality's and its association's; nobody else reads it."""
    standing = user.standing
    return plan.owner_id in standing.organisation_ids | standing.reviewed


def is_of_its_town(user: "User", plan: "Adaptation") -> bool:
    """Its own people read it as theirs; an association as somebody else's."""
    return plan.owner_id in user.standing.organisation_ids


def may_write_plan(user: "User", plan: "Adaptation") -> bool:
    """Whoever writes for the municipality; its association helps."""
    return plan.discarded_at is None and writes_plans_of(user, plan)


def may_write_changes(user: "User", plan: "Adaptation") -> bool:
    """What is to be published is written until it is sent."""
    return plan.review_state in OPEN_STATES and may_write_plan(user, plan)


def may_say(user: "User", plan: "Adaptation") -> bool:
    """That a municipality adapted something is said by its coordination or its mayor;
    by its association where nobody coordinates there."""
    if plan.said_at is not None or plan.discarded_at is not None:
        return False
    if user.standing.holds(plan.owner_id, HIDERS):
        return True
    return plan.owner_id in user.standing.reviewed and not plan.is_coordinated


def may_unsay(user: "User", plan: "Adaptation") -> bool:
    """Its own people, their association or the secretariat take it back."""
    return plan.said_at is not None and may_take_down_of(user, plan.owner_id)


def may_send_changes(user: "User", plan: "Adaptation") -> bool:
    """Whoever writes the changes sends them to the association."""
    return may_write_changes(user, plan)


def may_decide_changes(user: "User", plan: "Adaptation") -> bool:
    """Its association or the secretariat decides, never on what they wrote."""
    standing = user.standing
    return (
        plan.review_state == ReviewState.SUBMITTED
        and (plan.owner_id in standing.reviewed or standing.secretariat)
        and not plan.was_written_by(user)
    )


def may_reopen_changes(user: "User", plan: "Adaptation") -> bool:
    """Its writers take back what was sent or withdrawn, to correct it."""
    reopenable = {ReviewState.SUBMITTED, ReviewState.WITHDRAWN}
    return plan.review_state in reopenable and may_write_plan(user, plan)


def may_withdraw_changes(user: "User", plan: "Adaptation") -> bool:
    """Its own people, their association or the secretariat take the text back."""
    return plan.review_state == ReviewState.APPROVED and may_take_down_of(
        user, plan.owner_id
    )


def may_hide_plan(user: "User", plan: "Adaptation") -> bool:
    """All that is public of a plan goes by one press of the same people."""
    return plan.said_at is not None and may_take_down_of(user, plan.owner_id)


def may_discard_plan(user: "User", plan: "Adaptation") -> bool:
    """Only what says nothing in public is thrown away, by whoever writes there."""
    closed = {ReviewState.SUBMITTED, ReviewState.APPROVED}
    unsaid = plan.said_at is None and plan.review_state not in closed
    is_own = user.standing.holds(plan.owner_id, WRITERS)
    return unsaid and plan.discarded_at is None and is_own


def may_restore_plan(user: "User", plan: "Adaptation") -> bool:
    """Whoever writes for the municipality takes its plan out of the trash."""
    is_own = user.standing.holds(plan.owner_id, WRITERS)
    return plan.discarded_at is not None and is_own


def writes_plans_of(user: "User", plan: "Adaptation") -> bool:
    """Whoever writes for its municipality or helps it, whatever became of the plan."""
    standing = user.standing
    return standing.holds(plan.owner_id, WRITERS) or plan.owner_id in standing.reviewed
