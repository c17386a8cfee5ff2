"""What was asked to be taken down, for whoever may decide on it."""

import datetime
from collections.abc import Iterable

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from network.choices import URGENT_WHYS, PublicKind, TakeDownOutcome
from network.models import TakeDown, User
from network.rules import HIDERS

# After this long without a decision the secretariat is told too.
# Hidden until now, and nobody has said why; shown again, nobody has to.
UNEXPLAINED = Q(outcome=TakeDownOutcome.HIDDEN, reason="", ended_at__isnull=True)
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
    rows = take_downs_of(user).filter(UNEXPLAINED)
    return rows.select_related("owner").order_by("pk")


def take_downs_to_do(user: User) -> QuerySet[TakeDown]:
    """Those that wait for a decision or for a reason."""
    open_ones = Q(outcome=TakeDownOutcome.WAITING) | UNEXPLAINED
    return take_downs_of(user).filter(open_ones).order_by()


def undecided_take_downs() -> QuerySet[TakeDown]:
    """Asked, and nobody has decided."""
    return TakeDown.objects.filter(outcome=TakeDownOutcome.WAITING)


def unexplained_take_downs() -> QuerySet[TakeDown]:
    """Hidden, and nobody has said why."""
    return TakeDown.objects.filter(UNEXPLAINED)


def last_taken_down(kind: PublicKind, key: str) -> datetime.datetime | None:
    """When a thing was last hidden or withdrawn because somebody asked, or by itself."""
    hidden = TakeDown.objects.filter(outcome=TakeDownOutcome.HIDDEN)
    found: datetime.datetime | None = hidden.filter(kind=kind, key=key).aggregate(
        last=Max("decided_at")
    )["last"]
    return found


def answered_after(
    kind: PublicKind, key: str, published: Iterable[datetime.datetime]
) -> datetime.datetime | None:
    """The last of these publications that came between a request and the answer that it
    stays: what was corrected meanwhile is what stays, not what was asked about."""
    kept = TakeDown.objects.filter(kind=kind, key=key, outcome=TakeDownOutcome.KEPT)
    spans = [(each.asked_at, each.decided_at) for each in kept]
    between = [
        at
        for asked, decided in spans
        for at in published
        if asked and decided and asked <= at <= decided
    ]
    return max(between, default=None)


def overdue_take_downs() -> QuerySet[TakeDown]:
    """Those nobody decided in time; sooner where somebody is at risk."""
    now = timezone.now()
    urgent = Q(why__in=URGENT_WHYS, asked_at__lt=now - PATIENCE_WHEN_URGENT)
    return TakeDown.objects.filter(
        urgent | Q(asked_at__lt=now - PATIENCE), outcome=TakeDownOutcome.WAITING
    )
