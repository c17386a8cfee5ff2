"""What became of a record while somebody wrote it, read it, or had it in the trash."""

from typing import Any, TypeVar

from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, Film
from network.choices import ReviewState
from network.models import User
from network.services.refusals import Refused

# Codes of refusals after which a page does more than tell them.
PUBLISHED = "published"
OVERTAKEN = "overtaken"
UNREAD = "unread"
Record = TypeVar("Record", Experience, Film)


def locked(record: Record) -> Record:
    """The record as it stands now, held until the transaction ends.

    Raises Refused for one that is gone: a correction goes when it is published.
    """
    rows: Any = type(record)._default_manager.select_for_update(of=("self",))
    found: Record | None = rows.filter(pk=record.pk).first()
    if found is not None:
        return found
    if record.corrects_id:
        raise Refused(_("It was published meanwhile."), code=PUBLISHED)
    raise Refused(_("It was deleted meanwhile."), code="gone")


def refuse_closed(record: Experience | Film, by: User, *, unless: str) -> None:
    """Raise Refused for what this person may not write now; `unless` says so."""
    if rules.may_restore(by, record):
        raise Refused(
            _(
                "It was discarded meanwhile: bring it back from the list, then send "
                "this again."
            ),
            code="discarded",
        )
    if not rules.may_edit(by, record):
        raise Refused(unless)


def refuse_overtaken(correction: Record, original: Record) -> None:
    """Raise Refused for a correction of what is no longer what is published.

    What the world reads changes only when an editor publishes, and that is dated.
    """
    decided = original.reviewed_at
    if decided is not None and decided > correction.created_at:
        raise Refused(
            _(
                "What is published changed since this correction began: begin a new "
                "correction."
            ),
            code=OVERTAKEN,
        )


def refuse_unread(correction: Record, original: Record, read: int | None) -> None:
    """Raise Refused where what is corrected is not what its editor read, or what its
    writers began from."""
    if original.review_state not in (ReviewState.APPROVED, ReviewState.WITHDRAWN):
        raise Refused(_("What it corrects is itself being corrected now."))
    refuse_overtaken(correction, original)
    if read is not None and read != original.version:
        raise Refused(
            _(
                "What it corrects changed since you opened it: read it again before you "
                "decide."
            ),
            code=UNREAD,
        )
