"""Throw a draft of a twinning or exchange away, bring it back, empty what is old."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days
from twinnings import rules
from twinnings.models import Exchange, Twinning
from twinnings.models.storage import twinning_storage
from twinnings.services.keeping import R, held
from twinnings.services.parties import refused_twice

BATCH = 200


@audit.keeps_refusals(Act.TWINNING_DISCARDED, of="record")
@transaction.atomic
def discard(*, record: R, by: User) -> R:
    """Put what was never published in the trash; the same press twice is one.

    Raises Refused for what was sent, and for a twinning that still has exchanges.
    """
    current = held(record)
    if rules.may_restore(by, current):
        return current
    if not rules.may_discard(by, current):
        raise Refused(_("Only what was never sent or published can be discarded."))
    exchanges = Exchange.objects.kept().filter(twinning=current.pk)
    if isinstance(current, Twinning) and exchanges.exists():
        raise Refused(_("Discard its exchanges first."), code="exchanges")
    current.discarded_at, current.discarded_by = timezone.now(), by
    current.version += 1
    current.save()
    audit.record(Act.TWINNING_DISCARDED, by=by, of=current)
    return current


@audit.keeps_refusals(Act.TWINNING_RESTORED, of="record")
@transaction.atomic
def restore(*, record: R, by: User) -> R:
    """Take it out of the trash; pressed again it stays out.

    Raises Refused while its parties have another twinning, and for an exchange of a
    twinning that is in the trash itself.
    """
    current = held(record)
    if rules.may_discard(by, current):
        return current
    if not rules.may_restore(by, current):
        raise Refused(_("This draft can no longer be brought back."))
    if isinstance(current, Exchange) and current.twinning.discarded_at is not None:
        raise Refused(_("Bring its twinning back first."), code="twinning")
    current.discarded_at = current.discarded_by = None
    current.version += 1
    try:
        with transaction.atomic():
            current.save()
    except IntegrityError as taken:
        raise refused_twice() from taken
    audit.record(Act.TWINNING_RESTORED, by=by, of=current)
    return current


def empty_discarded() -> int:
    """Delete for good, with their files, the drafts whose days are over; how many."""
    return _emptied(Exchange) + _emptied(Twinning)


def _emptied(model: Any) -> int:
    due = model.objects.filter(discarded_at__lt=timezone.now() - trash_days())
    if model is Twinning:
        # Its exchanges were thrown away later than it can be: they go first.
        due = due.filter(exchanges__isnull=True)
    emptied = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        gone = sum(_gone_for_good(model, key) for key in keys)
        emptied += gone
        if not gone:
            break
    return emptied


@transaction.atomic
def _gone_for_good(model: Any, key: int) -> int:
    """Delete one unless somebody brought it back meanwhile."""
    thrown_away = model.objects.filter(discarded_at__isnull=False)
    found = thrown_away.select_for_update(of=("self",)).filter(pk=key).first()
    if found is None:
        return 0
    never_sent = not found.steps.exists()
    files = files_of(found)
    audit.record(Act.RECORD_DELETED, by=None, of=found)
    found.delete()
    if never_sent:
        # Nobody but its writers ever read it: its history goes with it.
        history: models.Manager = model.history  # made by simple-history
        history.filter(id=key).delete()
    transaction.on_commit(lambda: forget(files))
    return 1


def files_of(record: Twinning | Exchange) -> list[str]:
    """The stored files of a record and of all that belongs to it."""
    rows: list[Any] = list(record.documents.all())
    if isinstance(record, Exchange):
        rows += [*record.photos.all(), *record.commitments.all()]
    else:
        rows += list(record.parties.all())
    held_by = ("file", "uncovered", "evidence_file", "ratified_file")
    stored = (getattr(row, name, None) for row in rows for name in held_by)
    return [str(each.name) for each in stored if each]


def forget(names: list[str]) -> None:
    """Delete stored files."""
    for name in names:
        twinning_storage().delete(name)
