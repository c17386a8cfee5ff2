"""Verbs of the trash: discard a draft, bring it back, empty what is too old."""

import datetime

from django.conf import settings
from django.core.files.storage import Storage
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules
from network.choices import Act
from network.models import Activity, User
from network.services import audit
from network.services.listing import index_words
from network.services.refusals import Refused

BATCH = 200


def trash_days() -> datetime.timedelta:
    """How long what was thrown away can be brought back."""
    return datetime.timedelta(days=settings.TRASH_DAYS)


@audit.keeps_refusals(Act.ACTIVITY_DISCARDED, of="activity")
@transaction.atomic
def discard_activity(*, activity: Activity, by: User) -> Activity:
    """Put a draft in the trash with its files; the same press twice is one.

    Raises Refused past the draft.
    """
    current = _locked(activity)
    if rules.may_restore_activity(by, current):
        return current
    if not rules.may_discard_activity(by, current):
        raise Refused(_("Only drafts can be discarded."))
    current.discarded_at, current.discarded_by = timezone.now(), by
    current.version += 1
    current.save()
    files = current.evidence.count()
    audit.record(Act.ACTIVITY_DISCARDED, by=by, of=current, files=files)
    return current


@audit.keeps_refusals(Act.ACTIVITY_RESTORED, of="activity")
@transaction.atomic
def restore_activity(*, activity: Activity, by: User) -> Activity:
    """Take a draft out of the trash; pressed again it stays a draft."""
    current = _locked(activity)
    if rules.may_discard_activity(by, current):
        return current
    if not rules.may_restore_activity(by, current):
        raise Refused(_("This draft can no longer be brought back."))
    current.discarded_at = current.discarded_by = None
    current.version += 1
    current.save()
    audit.record(Act.ACTIVITY_RESTORED, by=by, of=current)
    return current


def empty_trash() -> int:
    """Delete for good, with their files, the drafts whose days are over."""
    due = Activity.objects.discarded().filter(
        discarded_at__lt=timezone.now() - trash_days()
    )
    emptied = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        emptied += sum(_gone_for_good(key) for key in keys)
    return emptied


@transaction.atomic
def _gone_for_good(key: int) -> int:
    """Delete one draft unless somebody brought it back meanwhile."""
    found = Activity.objects.discarded().select_for_update().filter(pk=key).first()
    if found is None:
        return 0
    files = _files_of(found)
    never_sent = not found.steps.exists()
    audit.record(Act.RECORD_DELETED, by=None, of=found)
    found.delete()
    index_words([key])
    if never_sent:
        # Nobody but its writers ever read it: its history goes with it.
        history: models.Manager = Activity.history  # type: ignore[attr-defined]  # simple_history adds it
        history.filter(id=key).delete()
    transaction.on_commit(lambda: _forget(files))
    return 1


def _files_of(activity: Activity) -> list[tuple[Storage, str]]:
    return [
        (stored.storage, stored.name)
        for piece in activity.evidence.all()
        for field in piece._meta.concrete_fields
        if isinstance(field, models.FileField)
        and (stored := getattr(piece, field.name)).name
    ]


def _forget(files: list[tuple[Storage, str]]) -> None:
    for storage, name in files:
        storage.delete(name)


def _locked(activity: Activity) -> Activity:
    return Activity.objects.select_for_update().get(pk=activity.pk)
