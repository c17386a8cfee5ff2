"""Verbs of deletion: delete a record with its own facts, bring it back, forget it."""

import datetime
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.exceptions import FieldDoesNotExist
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, router, transaction
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.models import GlossaryCountryName
from network.choices import Act
from network.models import (
    Affiliation,
    Deletion,
    NetworkMembership,
    Office,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
    StrategicPlan,
    User,
)
from network.services import audit
from network.services.listing import keep_in_step
from network.services.refusals import Refused
from network.services.searching import find_record

# What is said of a record and of nothing else, by the key that leads to it.
OWN_FACTS: dict[type[models.Model], str] = {
    PlaceLevel: "place_id",
    PlaceParent: "place_id",
    PlaceName: "place_id",
    PlacePopulation: "place_id",
    NetworkMembership: "association_id",
    Office: "organisation_id",
    StrategicPlan: "association_id",
    Affiliation: "municipality_id",
    GlossaryCountryName: "term_id",
}
LONGEST_NAME = 300
# What reading a row says when its kind or one of its columns is no more.
UNREADABLE = (DeserializationError, FieldDoesNotExist, KeyError)


def what_goes(record: models.Model) -> list[models.Model]:
    """The record and its own facts, in the order in which they are made again.

    Raises Refused when anything else would go or change: a deletion never reaches
    what another municipality, or anybody's activity, holds.
    """
    collector = Collector(using=router.db_for_write(type(record)), origin=record)
    try:
        collector.collect([record])
    except (ProtectedError, RestrictedError) as refusal:
        raise _depended_on(record, _rows(refusal.args[1])) from refusal
    touched = _touched(collector)
    others = [each for each in touched if not _is_own(each, record)]
    if others:
        raise _depended_on(record, others)
    facts = [each for each in touched if type(each) in OWN_FACTS and each != record]
    return [record, *sorted(facts, key=lambda each: (each._meta.label, each.pk))]


@audit.keeps_refusals(Act.RECORD_DELETED, of="record")
@transaction.atomic
def delete_record(*, record: models.Model, by: User) -> Deletion:
    """Delete a record and its own facts; all of it can be brought back for thirty days."""
    _refuse_others(by)
    going = what_goes(record)
    deletion = Deletion.objects.create(
        by=by,
        record_kind=record._meta.label_lower,
        record_key=str(record.pk),
        name=str(record)[:LONGEST_NAME],
        rows=[_written_down(each) for each in going],
        rows_count=len(going),
    )
    audit.record(Act.RECORD_DELETED, by=by, of=record, rows=len(going))
    keys = [each.pk for each in going]
    record.delete()
    _list_anew(going, keys)
    return deletion


@audit.keeps_refusals(Act.RECORD_RESTORED, of="deletion")
@transaction.atomic
def restore_deletion(*, deletion: Deletion, by: User) -> Deletion:
    """Make again all that one deletion took; pressed again it changes nothing.

    Raises Refused after thirty days, and when something else took its place.
    """
    locked = Deletion.objects.select_for_update(of=("self",)).get(pk=deletion.pk)
    _refuse_others(by)
    if locked.restored_at is not None:
        return locked
    if not can_come_back(locked) or not locked.rows:
        raise Refused(_("It is too late to bring this back."), code="late")
    try:
        with transaction.atomic():
            made = [_made_again(row) for row in locked.rows]
            _list_anew(made, [each.pk for each in made])
    except IntegrityError as problem:
        raise Refused(
            _("Something else took its place meanwhile: change that one instead."),
            code="taken",
        ) from problem
    except UNREADABLE as problem:
        raise Refused(
            _("The portal has changed since: records of this kind are kept otherwise."),
            code="unreadable",
        ) from problem
    locked.restored_at, locked.restored_by = timezone.now(), by
    locked.save(update_fields=["restored_at", "restored_by"])
    audit.record(Act.RECORD_RESTORED, by=by, of=made[0], rows=len(made))
    return locked


def _list_anew(changed: Iterable[models.Model], keys: Iterable[Any]) -> None:
    """A municipality that leaves an association takes what it did with it; and what is
    gone is found no more."""
    every = list(changed)
    keep_in_step(*(each for each in every if isinstance(each, Affiliation)))
    for each, key in zip(every, keys, strict=True):
        find_record(each, key)


def can_come_back(deletion: Deletion) -> bool:
    """True while its days last."""
    return deletion.emptied_at is None and last_moment(deletion) > timezone.now()


def last_moment(deletion: Deletion) -> datetime.datetime:
    """Until when it can be brought back."""
    return deletion.at + datetime.timedelta(days=settings.TRASH_DAYS)


def forget_deletions() -> int:
    """Empty the deletions whose days are over: what they held is gone for good."""
    now = timezone.now()
    until = now - datetime.timedelta(days=settings.TRASH_DAYS)
    due = Deletion.objects.filter(at__lt=until, emptied_at__isnull=True)
    return due.update(rows=[], emptied_at=now)


def _refuse_others(by: User) -> None:
    if not (by.is_superuser or by.standing.secretariat):
        raise Refused(_("Only the secretariat deletes records."), code="role")


def _rows(found: Iterable[Any]) -> list[models.Model]:
    return [each for each in found if isinstance(each, models.Model)]


def _touched(collector: Collector) -> list[models.Model]:
    """Every row that would go or change with it."""
    parts: list[Any] = [
        *collector.data.values(),
        *collector.fast_deletes,
        *(rows for changed in collector.field_updates.values() for rows in changed),
    ]
    return [row for rows in parts for row in rows]


def _is_own(each: models.Model, record: models.Model) -> bool:
    """The record itself, a fact said of it alone, or one of its own lists."""
    if each == record:
        return True
    leads = OWN_FACTS.get(type(each))
    if leads is not None:
        return getattr(each, leads) == record.pk
    lists = [field.remote_field.through for field in record._meta.many_to_many]
    return type(each) in lists


def _depended_on(record: models.Model, others: list[models.Model]) -> Refused:
    counted = Counter(str(each._meta.verbose_name_plural) for each in others)
    told = ", ".join(f"{name} ({number})" for name, number in sorted(counted.items()))
    return Refused(
        _(
            "«%(name)s» is used and cannot be deleted. What depends on it: %(others)s. "
            "Stop offering or showing it instead."
        )
        % {"name": record, "others": told},
        code="used",
    )


def _written_down(each: models.Model) -> dict[str, Any]:
    """A row as Django writes it, and how it was called."""
    (row,) = json.loads(serializers.serialize("json", [each], cls=DjangoJSONEncoder))
    return {**row, "told": str(each)}


def _made_again(row: dict[str, Any]) -> models.Model:
    """Save a row as it was written down; its history goes on."""
    (found,) = serializers.deserialize("python", [row])
    found.object.save(force_insert=True)
    for name, keys in (found.m2m_data or {}).items():
        getattr(found.object, name).set(keys)
    return found.object
