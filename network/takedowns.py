"""What was asked to be taken down, for whoever may decide on it."""

import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from network.choices import URGENT_WHYS, TakeDownOutcome
from network.models import TakeDown, User
from network.rules import HIDERS

# After this long without a decision the secretariat is told too.
PATIENCE = datetime.timedelta(days=3)
PATIENCE_WHEN_URGENT = datetime.timedelta(days=1)


def take_downs_of(user: User) -> QuerySet[TakeDown]:
    """Those of what this person may hide."""
    every = TakeDown.objects.all()
    standing = user.standing
    if standing.secretariat:
        return every
    own = standing.holding(HIDERS)
    return every.filter(owner__in=standing.reviewed.union(own))


def decides_somewhere(user: User) -> bool:
    """True for whoever may take down what at least one organisation published."""
    standing = user.standing
    held = any(roles & HIDERS for roles in standing.roles.values())
    return bool(standing.secretariat or standing.reviewed or held)


def waiting_take_downs(user: User) -> QuerySet[TakeDown]:
    """Asked and not decided, oldest first."""
    rows = take_downs_of(user).filter(outcome=TakeDownOutcome.WAITING)
    return rows.select_related("owner").order_by("pk")


def take_downs_without_reason(user: User) -> QuerySet[TakeDown]:
    """Hidden, and nobody has said why yet."""
    rows = take_downs_of(user).filter(outcome=TakeDownOutcome.HIDDEN, reason="")
    return rows.select_related("owner").order_by("pk")


def take_downs_to_do(user: User) -> QuerySet[TakeDown]:
    """Those that wait for a decision or for a reason."""
    open_ones = Q(outcome=TakeDownOutcome.WAITING) | Q(
        outcome=TakeDownOutcome.HIDDEN, reason=""
    )
    return take_downs_of(user).filter(open_ones).order_by()


def undecided_take_downs() -> QuerySet[TakeDown]:
    """Asked, and nobody has decided."""
    return TakeDown.objects.filter(outcome=TakeDownOutcome.WAITING)


def unexplained_take_downs() -> QuerySet[TakeDown]:
    """Hidden, and nobody has said why."""
    return TakeDown.objects.filter(outcome=TakeDownOutcome.HIDDEN, reason="")


def overdue_take_downs() -> QuerySet[TakeDown]:
    """Those nobody decided in time; sooner where somebody is at risk."""
    now = timezone.now()
    urgent = Q(why__in=URGENT_WHYS, asked_at__lt=now - PATIENCE_WHEN_URGENT)
    return TakeDown.objects.filter(
        urgent | Q(asked_at__lt=now - PATIENCE), outcome=TakeDownOutcome.WAITING
    )
