"""What deciding has in common, for experiences, films and what a municipality adapted."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, PublicKind
from network.models import User
from network.services import audit
from network.services.hiding import note_hidden
from network.services.refusals import Refused


def refuse_own_or_other(
    record: Any,
    by: User,
    version: int | None,
    *,
    waits: bool,
    unless: str,
    stands: int | None = None,
) -> None:
    """Raise Refused for what the person wrote, for what does not wait for them, and
    for another version than they read; `unless` says that it does not wait, `stands`
    which version it is where only a part of the record is decided."""
    if record.was_written_by(by):
        raise Refused(
            _("Nobody publishes what they wrote: ask a colleague to review it.")
        )
    if not waits:
        raise Refused(unless)
    if version is not None and version != (
        record.version if stands is None else stands
    ):
        raise Refused(
            _("It changed since you opened it: read it again before you decide."),
            code="unread",
        )


def decided(record: Any, by: User) -> None:
    """Note who decided, and when."""
    record.reviewed_by = by
    record.reviewed_at = timezone.now()


def moved(record: Any, state: str, *, by: User | None, act: Act, note: str = "") -> Any:
    """Move the record to a state and save it; the step that tells of it."""
    before = record.review_state
    record.review_state = state
    record.version += 1
    record.save()
    return step_of(record, before, by=by, act=act, note=note)


def set_hidden(record: Any, by: User, *, hidden: bool, act: Act) -> None:
    """Hide the record or show it again, and save it with the step that tells of it."""
    record.hidden_at = timezone.now() if hidden else None
    record.hidden_by = by if hidden else None
    record.version += 1
    record.save()
    note = _("Hidden from the public") if hidden else _("Shown to the public again")
    step_of(record, record.review_state, by=by, act=act, note=note)


def step_of(record: Any, before: str, *, by: User | None, act: Act, note: str) -> Any:
    """A step in the life of the record, kept also in the audit trail."""
    after = record.review_state
    step = record.steps.create(from_state=before, to_state=after, by=by, note=note)
    audit.record(act, by=by, of=record, before=before, after=after)
    return step


def told_hidden(
    record: Any, kind: PublicKind, by: User, *, asked_only: bool = False
) -> None:
    """Answer whoever asked for it to go; see network.services.hiding."""
    note_hidden(
        kind=kind,
        key=str(record.pk),
        title=str(record),
        owner=record.owner,
        by=by,
        asked_only=asked_only,
    )
