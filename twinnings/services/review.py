"""Verbs of the way to the public, alike for twinnings and exchanges."""

from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, PublicKind, ReviewState
from network.models import User
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.refusals import Refused
from twinnings import rules, tasks
from twinnings.choices import ExchangeStatus
from twinnings.models import Exchange, Twinning
from twinnings.queries import shown_alone
from twinnings.services.clearing import clear_read
from twinnings.services.hidden_photos import keep_hidden
from twinnings.services.keeping import R, held, moved
from twinnings.services.parties import refused_twice
from twinnings.services.publication import decide_publication
from twinnings.services.sight import keep_in_sight
from twinnings.services.slugs import free_slug

FEWEST_PARTIES = 2


def kind_of(record: Twinning | Exchange) -> PublicKind:
    """What a take-down calls it."""
    return PublicKind.TWINNING if isinstance(record, Twinning) else PublicKind.EXCHANGE


def missing_to_send(record: Twinning | Exchange) -> dict[str, str]:
    """What the public must find in it, by field; empty when nothing lacks."""
    missing: dict[str, str] = {}
    if isinstance(record, Twinning):
        if not (record.objective_es or record.problem_es or "").strip():
            missing["objective"] = _("Write what the twinning is for.")
        named = sum(each.unnamed or 1 for each in record.parties.all())
        if named < FEWEST_PARTIES:
            missing["parties"] = _("A twinning has at least two parties.")
        return missing
    if record.status != ExchangeStatus.HELD:
        missing["status"] = _("Report the exchange first.")
    if not (record.title_es or "").strip():
        missing["title"] = _("Write a name for the exchange.")
    if not (record.what_happened_es or "").strip():
        missing["what_happened"] = _("Write what was done.")
    return missing


@audit.keeps_refusals(Act.TWINNING_SUBMITTED, of="record")
@transaction.atomic
def submit(*, record: R, by: User) -> R:
    """Send a draft or what was returned to its association; twice is once.

    Raises Refused when the person may not, or something required is missing.
    """
    current = held(record)
    if current.review_state == ReviewState.SUBMITTED and rules.may_read(by, current):
        return current
    if not rules.may_submit(by, current):
        raise Refused(_("This cannot be sent now."))
    missing = missing_to_send(current)
    if missing:
        raise Refused(" ".join(missing.values()), code="missing")
    current.submitted_at = timezone.now()
    try:
        with transaction.atomic():
            _move(current, ReviewState.SUBMITTED, by=by, act=Act.TWINNING_SUBMITTED)
    except IntegrityError as taken:
        raise refused_twice() from taken
    return current


@audit.keeps_refusals(Act.TWINNING_RETURNED, of="record")
@transaction.atomic
def send_back(*, record: R, by: User, note: str, version: int | None = None) -> R:
    """Return it with a note. Raises Refused without one, and for another version."""
    current = _reviewable(record, by, version)
    if not note.strip():
        raise Refused(_("Write what should be corrected."), code="note")
    current.review_note = note.strip()
    current.reviewed_by, current.reviewed_at = by, timezone.now()
    _move(
        current,
        ReviewState.RETURNED,
        by=by,
        act=Act.TWINNING_RETURNED,
        note=note.strip(),
    )
    return current


@audit.keeps_refusals(Act.TWINNING_APPROVED, of="record")
@transaction.atomic
def approve(
    *,
    record: R,
    by: User,
    version: int | None = None,
    seen: Collection[str] | None = None,
) -> R:
    """Let the world read it: a twinning at once, an exchange over its delay.

    Its address is given once. With `seen`, the marks of what was read beside its texts,
    what was added since the page was opened waits for another reading. Raises Refused when the person wrote it, when it is not
    the version that was read, and when something lacks.
    """
    current = _reviewable(record, by, version)
    missing = missing_to_send(current)
    if missing:
        raise Refused(" ".join(missing.values()), code="missing")
    current.reviewed_by, current.reviewed_at = by, timezone.now()
    current.review_note = ""
    open_to_the_public(current, seen)
    _move(current, ReviewState.APPROVED, by=by, act=Act.TWINNING_APPROVED)
    keep_in_sight(current)
    return current


def open_to_the_public(
    record: Twinning | Exchange, seen: Collection[str] | None = None
) -> None:
    """All that an approval decides, before it is saved."""
    record.published_at = record.published_at or timezone.now()
    record.corrected_since = None
    if isinstance(record, Twinning):
        record.publish_from = record.publish_from or timezone.localdate()
        record.slug = record.slug or free_slug(record)
    else:
        decide_publication(record)
        keep_hidden(record)
    clear_read(record, lambda each: seen is None or each.mark in seen)


@audit.keeps_refusals(Act.TWINNING_WITHDRAWN, of="record")
@transaction.atomic
def withdraw(*, record: R, by: User, note: str = "") -> R:
    """Take it out of the public, for good or to correct it."""
    current = held(record)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only what is published can be withdrawn."))
    act, note = Act.TWINNING_WITHDRAWN, note.strip()
    _move(current, ReviewState.WITHDRAWN, by=by, act=act, note=note)
    keep_in_sight(current)
    _note_hidden(current, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.TWINNING_REOPENED, of="record")
@transaction.atomic
def reopen(*, record: R, by: User) -> R:
    """Take what was sent or withdrawn back as a draft to correct it."""
    current = held(record)
    if not rules.may_reopen(by, current):
        raise Refused(_("This cannot be taken back now."))
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.TWINNING_REOPENED)
    note_shown(kind=kind_of(current), key=str(current.pk))
    return current


@audit.keeps_refusals(Act.TWINNING_REOPENED, of="record")
@transaction.atomic
def correct(*, record: R, by: User) -> R:
    """Take what is published back as a draft to correct it; pressed again it stays so.

    It leaves the public until somebody else has read it as corrected; its address says
    so meanwhile. Raises Refused.
    """
    current = held(record)
    again = current.review_state == ReviewState.DRAFT and current.published_at
    if again and rules.may_edit(by, current):
        return current
    if not rules.may_correct(by, current):
        raise Refused(_("Only what is published is corrected like this."))
    current.corrected_since = timezone.now() if stood_in_public(current) else None
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.TWINNING_REOPENED)
    keep_in_sight(current)
    note_shown(kind=kind_of(current), key=str(current.pk))
    return current


@audit.keeps_refusals(Act.TWINNING_HIDDEN, of="record")
@transaction.atomic
def hide(*, record: R, by: User) -> R:
    """Hide it everywhere, a twinning with its exchanges; pressed again it stays so."""
    return _set_hidden(record, by, hidden=True)


@audit.keeps_refusals(Act.TWINNING_SHOWN, of="record")
@transaction.atomic
def show(*, record: R, by: User) -> R:
    """Show it to the public again."""
    return _set_hidden(record, by, hidden=False)


def _set_hidden(record: R, by: User, *, hidden: bool) -> R:
    current = held(record)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only what is published can be hidden or shown."))
    if (current.hidden_at is not None) == hidden:
        return current
    current.hidden_at = timezone.now() if hidden else None
    current.hidden_by = by if hidden else None
    note = _("Hidden from the public") if hidden else _("Shown to the public again")
    act = Act.TWINNING_HIDDEN if hidden else Act.TWINNING_SHOWN
    moved(current, current.review_state, by=by, act=act, note=note)
    keep_in_sight(current)
    if hidden:
        _note_hidden(current, by)
    else:
        note_shown(kind=kind_of(current), key=str(current.pk))
    return current


def _note_hidden(
    record: Twinning | Exchange, by: User, *, asked_only: bool = False
) -> None:
    note_hidden(
        kind=kind_of(record),
        key=str(record.pk),
        title=str(record),
        owner=record.owner,
        by=by,
        asked_only=asked_only,
    )


def _reviewable(record: R, by: User, version: int | None) -> R:
    current = held(record)
    if current.was_written_by(by):
        raise Refused(
            _("Nobody publishes what they wrote: ask a colleague to review it.")
        )
    if not rules.may_review(by, current):
        raise Refused(_("This is not waiting for your review."))
    if version is not None and version != current.version:
        raise Refused(
            _("It changed since you opened it: read it again before you decide.")
        )
    return current


def stood_in_public(record: Any) -> bool:
    """Whether the world read it; an exchange also while its twinning is corrected."""
    if record.is_public or isinstance(record, Twinning):
        return bool(record.is_public)
    alone = Exchange.objects.filter(shown_alone(), pk=record.pk)
    return bool(record.twinning.corrected_since) and alone.exists()


def _move(record: R, state: str, *, by: User, act: Act, note: str = "") -> None:
    step = moved(record, state, by=by, act=act, note=note)
    tasks.tell_of_step.enqueue(step.pk)
