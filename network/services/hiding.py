"""What hiding leaves behind: a take-down that waits for its reason."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
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
    mark: str = "",
) -> None:
    """Answer every request about a thing just hidden, or note that nobody asked.

    Called in the transaction that hides it; the reason is written afterwards. With
    `asked_only` nothing is noted of what nobody asked for. `mark` tells its content.
    """
    about = TakeDown.objects.select_for_update().filter(kind=kind, key=key)
    waiting = list(about.filter(outcome=TakeDownOutcome.WAITING).order_by("pk"))
    unasked = [] if asked_only else [TakeDown(kind=kind, key=key, owner=owner)]
    for each in waiting or unasked:
        each.outcome = TakeDownOutcome.HIDDEN
        each.decided_at, each.decided_by = timezone.now(), by
        each.reminded_at = None
        each.mark = mark or each.mark
        each.save()
        audit.record(Act.TAKEDOWN_HIDDEN, by=by, of=each, kind=kind, key=key)
        takedown_mail.answer(each, title)


def hidden_marks(
    owner: Organisation | None, marks: Iterable[str]
) -> dict[str, TakeDown]:
    """Which of these contents the owner's take-downs hide now: the newest of each."""
    standing = _standing().filter(owner=owner)
    found = standing.filter(mark__in=[each for each in marks if each])
    return {each.mark: each for each in found.order_by("decided_at", "pk")}


def shown_again_at(kind: PublicKind, keys: Iterable[str]) -> dict[str, datetime]:
    """When each of these things was last shown again after a take-down of its own."""
    ended = TakeDown.objects.filter(kind=kind, key__in=list(keys))
    told = ended.filter(ended_at__isnull=False).order_by("ended_at")
    return {key: at for key, at in told.values_list("key", "ended_at") if at}


def note_hidden_too(*, kind: PublicKind, key: str, like: TakeDown) -> None:
    """Note that the same content was hidden in another place, as that decision asked.

    Its people find it among their take-downs and show it again from there.
    """
    if _standing().filter(kind=kind, key=key).exists():
        return
    told = ("mark", "owner", "outcome", "decided_at", "decided_by", "reason",
            "reasoned_at", "reasoned_by")  # fmt: skip
    noted = TakeDown(kind=kind, key=key, **{name: getattr(like, name) for name in told})
    noted.save()
    audit.record(Act.TAKEDOWN_HIDDEN, by=None, of=noted, kind=kind, key=key)


def keys_hidden(owner: Organisation | None, mark: str) -> list[str]:
    """Where the owner's take-downs hide this content now."""
    standing = _standing().filter(owner=owner, mark=mark).exclude(mark="")
    return list(standing.values_list("key", flat=True))


def note_shown(*, kind: PublicKind, key: str) -> None:
    """End the take-downs of a thing that was just shown again."""
    _standing().filter(kind=kind, key=key).update(ended_at=timezone.now())


def _standing() -> QuerySet[TakeDown]:
    return TakeDown.objects.filter(
        outcome=TakeDownOutcome.HIDDEN, ended_at__isnull=True
    )
