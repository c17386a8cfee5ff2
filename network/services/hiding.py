"""What hiding leaves behind: a take-down that waits for its reason."""

from django.utils import timezone

from network.choices import Act, PublicKind, TakeDownOutcome
from network.models import Organisation, TakeDown, User
from network.services import audit, takedown_mail


def note_hidden(
    *,
    kind: PublicKind,
    key: str,
    title: str,
    owner: Organisation | None,
    by: User,
    asked_only: bool = False,
) -> None:
    """Answer every request about a thing just hidden, or note that nobody asked.

    Called in the transaction that hides it; the reason is written afterwards. With
    `asked_only` nothing is noted of what nobody asked for.
    """
    about = TakeDown.objects.select_for_update().filter(kind=kind, key=key)
    waiting = list(about.filter(outcome=TakeDownOutcome.WAITING).order_by("pk"))
    unasked = [] if asked_only else [TakeDown(kind=kind, key=key, owner=owner)]
    for each in waiting or unasked:
        each.outcome = TakeDownOutcome.HIDDEN
        each.decided_at, each.decided_by = timezone.now(), by
        each.reminded_at = None
        each.save()
        audit.record(Act.TAKEDOWN_HIDDEN, by=by, of=each, kind=kind, key=key)
        takedown_mail.answer(each, title)


def note_shown(*, kind: PublicKind, key: str) -> None:
    """End the take-downs of a thing that was just shown again."""
    TakeDown.objects.filter(
        kind=kind, key=key, outcome=TakeDownOutcome.HIDDEN, ended_at__isnull=True
    ).update(ended_at=timezone.now())
