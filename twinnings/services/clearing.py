"""What is added to a published record is read by somebody who did not write it, before
the world reads it: promises, what shows that they were met, answers, notes, acts."""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from amuprev.foundation.people_told import people_told
from amuprev.foundation.personal_data import Found
from network.choices import Act, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from twinnings import rules
from twinnings.choices import CommitmentState
from twinnings.models import Exchange, Twinning
from twinnings.services.keeping import R, held
from twinnings.services.sight import keep_in_sight

# The columns that hold the words of each kind.
TEXTS: dict[str, tuple[str, ...]] = {
    "promise": ("text_es", "text_en", "office_es", "office_en"),
    "evidence": ("evidence_es", "evidence_en", "evidence_link"),
    "answer": (
        "what_changed_es",
        "what_changed_en",
        "what_stopped_es",
        "what_stopped_en",
    ),
    "note": ("note_es", "note_en"),
    "act": ("ratified_act",),
}


@dataclass(frozen=True)
class Addition:
    """One thing that nobody has read yet, as it stands now.

    Its `mark` changes with its words: what was read is told from what came after.
    """

    kind: str
    row: Any
    column: str
    print_of: str

    @property
    def mark(self) -> str:
        """What a page sends back for it."""
        return f"{self.kind}-{self.row.pk}-{self.print_of}"

    @property
    def noticed(self) -> list[Found]:
        """What in its words, of both languages, seems to tell of somebody."""
        texts = (getattr(self.row, name, "") or "" for name in TEXTS[self.kind])
        return people_told("\n".join(texts))


def additions_of(record: Twinning | Exchange) -> list[Addition]:
    """All that was added and waits for a reader."""
    if isinstance(record, Twinning):
        return list(_of_twinning(record))
    return list(_of_exchange(record))


def _of_twinning(twinning: Twinning) -> Iterator[Addition]:
    for entry in twinning.status_entries.all():
        if not entry.note_public and (entry.note_es or entry.note_en):
            yield Addition("note", entry, "note_public", "1")
    for party in twinning.parties.all():
        if party.ratified_act and not party.act_public:
            print_of = hashlib.sha256(party.ratified_act.encode()).hexdigest()[:12]
            yield Addition("act", party, "act_public", print_of)


def _of_exchange(exchange: Exchange) -> Iterator[Addition]:
    for promise in exchange.commitments.all():
        version = str(promise.version)
        if not promise.public:
            yield Addition("promise", promise, "public", version)
        shows = promise.evidence_es or promise.evidence_link or promise.evidence_file
        decided = promise.state != CommitmentState.OPEN
        if decided and shows and not promise.evidence_public:
            yield Addition("evidence", promise, "evidence_public", version)
    for answer in exchange.follow_ups.all():
        if answer.answered_at is not None and not answer.public:
            yield Addition("answer", answer, "public", "1")


@audit.keeps_refusals(Act.EXCHANGE_CLEARED, of="record")
@transaction.atomic
def clear_additions(
    *, record: R, by: User, seen: Collection[str]
) -> tuple[R, list[str]]:
    """Let the world read what was read; what came or changed since waits on.

    Returns the record and the kinds cleared. Pressed again nothing changes. Raises
    Refused for who does not review it, for who wrote it, and for what is not published.
    """
    current = held(record)
    if current.was_written_by(by) and rules.is_reviewer(by, current):
        raise Refused(
            _("Nobody publishes what they wrote: ask a colleague to review it.")
        )
    if not rules.may_clear(by, current):
        raise Refused(_("You cannot decide on this record."))
    cleared = clear_read(current, lambda each: each.mark in seen)
    if cleared:
        audit.record(Act.EXCHANGE_CLEARED, by=by, of=current, cleared=len(cleared))
        keep_in_sight(current)
    return current, cleared


def clear_read(
    record: Twinning | Exchange, read: Callable[[Addition], bool] = lambda each: True
) -> list[str]:
    """Let the world read what was read of the additions; the kinds of them."""
    cleared = []
    for each in additions_of(record):
        if read(each):
            rows = type(each.row)._default_manager.filter(pk=each.row.pk)
            rows.update(**{each.column: True})
            cleared.append(each.kind)
    return cleared


def awaits_clearing(record: Twinning | Exchange) -> bool:
    """True when something was added to what is published that nobody has read."""
    published = record.review_state == ReviewState.APPROVED
    return published and bool(additions_of(record))
