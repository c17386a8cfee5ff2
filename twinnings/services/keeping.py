"""What the verbs of twinnings and exchanges have in common: hold, save, doubt, move."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from twinnings import rules
from twinnings.models import Exchange, ReviewMove, Twinning

R = TypeVar("R", Twinning, Exchange)
M = TypeVar("M", bound=models.Model)

MANY = frozenset({"themes", "facilitators", "activities"})
Rows = Sequence[Mapping[str, Any]]


def held(record: R) -> R:
    """The record as it stands now, held until the transaction ends.

    Raises Refused for one that is gone.
    """
    rows = type(record).objects.select_for_update(of=("self",)).select_related("owner")
    found = rows.filter(pk=record.pk).first()
    if found is None:
        raise Refused(_("It was deleted meanwhile."), code="gone")
    return found


def held_to_edit(record: Any, by: User) -> Any:
    """The same, for whoever may change its texts now. Raises Refused."""
    current: Any = held(record)
    if current.discarded_at is not None and rules.may_restore(by, current):
        raise Refused(
            _("It was discarded meanwhile: bring it back, then send this again."),
            code="discarded",
        )
    if not rules.may_edit(by, current):
        raise Refused(_("This record can no longer be changed here."))
    return current


def held_to_follow(record: Any, by: User) -> Any:
    """The same, for whoever notes what became of it, published or not. Raises Refused."""
    current: Any = held(record)
    if not rules.may_follow(by, current):
        raise Refused(_("You cannot change this record."))
    return current


def write_values(record: models.Model, values: Mapping[str, Any]) -> None:
    """Give a record these values, also those of its lists; nothing is saved yet."""
    for name, value in values.items():
        if name in MANY:
            getattr(record, name).set(value)
        else:
            setattr(record, name, value)


def saved(record: R, by: User, act: Act, **told: Any) -> R:
    """Save a record as a version of its own, with its writer, and tell the trail."""
    record.version += 1
    record.updated_by, record.written_at = by, timezone.now()
    record.save()
    record.writers.add(by)
    audit.record(act, by=by, of=record, **told)
    return record


def replace_rows(rows: Any, wanted: Rows) -> None:
    """Keep the rows whose key comes again, change them, add the new, drop the rest.

    `rows` is the manager of a relation; their order is that in which they are given.
    """
    stored = {row.pk: row for row in rows.all()}
    ordered = any(field.name == "position" for field in rows.model._meta.fields)
    kept = []
    for at, given in enumerate(wanted):
        values = {key: value for key, value in given.items() if key != "pk"}
        row = stored.get(given.get("pk"))
        if row is None and not values:
            # Untouched here, and taken out by somebody else meanwhile.
            continue
        if ordered:
            values["position"] = at
        if row is None:
            row = rows.model(**{rows.field.name: rows.instance})
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        kept.append(row.pk)
    rows.exclude(pk__in=kept).delete()


def moved(
    record: R, state: str, *, by: User | None, act: Act, note: str = ""
) -> ReviewMove:
    """Move a record to a state and save it; the step that tells of it."""
    before = record.review_state
    record.review_state = state
    record.version += 1
    record.save()
    step = record.steps.create(from_state=before, to_state=state, by=by, note=note)
    audit.record(act, by=by, of=record, before=before, after=state)
    return step
