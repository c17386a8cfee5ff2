"""Verbs of the activity log before review: start, update."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network import rules
from network.choices import Act, ActivityStatus, AgeBand, Sex
from network.models import Activity, ActivityCount, Organisation, User
from network.services import audit
from network.services.listing import index_words
from network.services.publication import concerns_sensitive_people, proposed_title
from network.services.refusals import Refused

Cell = tuple[str, str]
Counts = Mapping[Cell, int | None]

MANY = ("themes", "groups")
QUICK_CELLS: tuple[Cell, ...] = (
    (Sex.WOMEN, AgeBand.UNKNOWN),
    (Sex.MEN, AgeBand.UNKNOWN),
    (Sex.UNKNOWN, AgeBand.UNKNOWN),
)


class StaleVersion(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody saved the activity meanwhile; carries it as it now stands."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(activity.pk)
        self.activity = activity


@audit.keeps_refusals(Act.ACTIVITY_STARTED)
@transaction.atomic
def start_activity(
    *,
    owner: Organisation,
    by: User,
    client_uuid: uuid.UUID,
    values: Mapping[str, Any],
    counts: Counts,
) -> tuple[Activity, bool]:
    """Save a new draft of the organisation, once per form identifier.

    Returns the activity and whether it is new: a form sent again answers with the
    first one. Raises Refused when the person may not log for the organisation, or
    the identifier belongs to another organisation.
    """
    if not rules.may_record(by, owner):
        raise Refused(_("You cannot log activities for this organisation."))
    try:
        with transaction.atomic():
            activity = Activity.objects.create(
                client_uuid=client_uuid,
                owner=owner,
                country=owner.country,
                created_by=by,
                updated_by=by,
            )
    except IntegrityError:
        return _already_started(owner, client_uuid), False
    _write(activity, by=by, values=values, counts=counts)
    if owner.place_id:
        activity.places.add(owner.place_id)
    audit.record(Act.ACTIVITY_STARTED, by=by, of=activity)
    return activity, True


@audit.keeps_refusals(Act.ACTIVITY_SAVED, of="activity")
@transaction.atomic
def update_activity(
    *,
    activity: Activity,
    by: User,
    version: int | None,
    values: Mapping[str, Any],
    counts: Counts | None = None,
) -> Activity:
    """Save changes to an open activity.

    The same content sent twice changes nothing. Raises StaleVersion when somebody
    else saved since the given version, Refused when it is no longer open.
    """
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    if rules.may_read_activity(by, current) and not would_change(
        current, values, counts
    ):
        return current
    if not rules.may_edit_activity(by, current):
        raise Refused(why_closed(current))
    if version != current.version:
        raise StaleVersion(current)
    current.version += 1
    _write(current, by=by, values=values, counts=counts)
    audit.record(
        Act.ACTIVITY_SAVED,
        by=by,
        of=current,
        version=current.version,
        fields=sorted(values),
    )
    return current


def _already_started(owner: Organisation, client_uuid: uuid.UUID) -> Activity:
    existing = Activity.objects.get(client_uuid=client_uuid)
    if existing.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    if existing.discarded_at is not None:
        raise Refused(was_discarded(existing), code="discarded")
    return existing


def why_closed(activity: Activity) -> str:
    """Why what was written about it cannot be saved."""
    if activity.discarded_at is not None:
        return was_discarded(activity)
    return _("This activity can no longer be changed here.")


def was_discarded(activity: Activity) -> str:
    """What became of the draft that a form made, and where to find it."""
    return _(
        "The draft of this form was discarded on %(day)s. It can be brought back from "
        "the trash; what you wrote is still here."
    ) % {
        "day": date_format(
            timezone.localtime(activity.discarded_at), "SHORT_DATE_FORMAT"
        )
    }


def _write(
    activity: Activity, *, by: User, values: Mapping[str, Any], counts: Counts | None
) -> None:
    old_proposals = {
        proposed_title(activity, with_place=with_place) for with_place in (True, False)
    }
    for name, value in values.items():
        if name not in MANY:
            setattr(activity, name, value)
    for name in MANY:
        if name in values:
            getattr(activity, name).set(values[name])
    if activity.started and activity.ended and activity.ended < activity.started:
        raise Refused(_("The last day cannot be before the first."))
    _propose(activity, old_titles=old_proposals)
    activity.is_sensitive = concerns_sensitive_people(activity)
    activity.updated_by, activity.written_at = by, timezone.now()
    activity.save()
    activity.writers.add(by)
    index_words([activity.pk])
    if counts is not None:
        _write_counts(activity, counts)


def _propose(activity: Activity, *, old_titles: set[str]) -> None:
    """Fill what the clerk left open: title from kind and place, level, status."""
    title = (activity.title_es or "").strip()
    if not title or title in old_titles:
        sensitive = concerns_sensitive_people(activity)
        activity.title_es = proposed_title(activity, with_place=not sensitive)
    if activity.kind and not activity.prevention_level:
        activity.prevention_level = activity.kind.prevention_level
    if activity.started and activity.status in (
        ActivityStatus.PLANNED,
        ActivityStatus.UNDER_WAY,
        ActivityStatus.CLOSED,
    ):
        activity.status = _status_from_dates(activity)


def _status_from_dates(activity: Activity) -> int:
    today = activity.local_today
    if activity.started and activity.started > today:
        return ActivityStatus.PLANNED
    if activity.ended and activity.ended > today:
        return ActivityStatus.UNDER_WAY
    return ActivityStatus.CLOSED


def _write_counts(activity: Activity, counts: Counts) -> None:
    for (sex, age_band), people in counts.items():
        cell = activity.counts.filter(sex=sex, age_band=age_band)
        if people is None:
            cell.delete()
        else:
            ActivityCount.objects.update_or_create(
                activity=activity,
                sex=sex,
                age_band=age_band,
                defaults={"people": people, "hidden": False},
            )


def would_change(
    current: Activity, values: Mapping[str, Any], counts: Counts | None
) -> bool:
    """True when these values differ from what is stored."""
    for name, value in values.items():
        if name in MANY:
            old = set(getattr(current, name).values_list("pk", flat=True))
            if old != {entry.pk for entry in value}:
                return True
        elif (getattr(current, name) or "") != (value or "") or (
            getattr(current, name) is None
        ) != (value is None):
            return True
    stored = {(c.sex, c.age_band): c.people for c in current.counts.all()}
    return any(stored.get(cell) != people for cell, people in (counts or {}).items())
