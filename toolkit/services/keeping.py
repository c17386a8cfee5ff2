"""What the verbs of the toolkit have in common: stale versions, doubts, saving."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models
from django.utils.functional import Promise

from amuprev.foundation.near import forget
from amuprev.foundation.people_told import office_told
from amuprev.foundation.personal_data import DataKind
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import refuse_doubts
from toolkit.choices import TOLD

# A meeting may be told before it happens.
NOT_ASKED = frozenset({DataKind.AHEAD})


def refuse_names(sure: Collection[str], **texts: str) -> None:
    """Raise Doubtful for texts that seem to name a person or hold their data.

    None of these places has room for a person: a name by itself is noticed too.
    """
    doubts: dict[str, str | Promise] = {}
    for name, text in texts.items():
        found = [each for each in office_told(text) if each.kind not in NOT_ASKED]
        if found:
            doubts[f"people-{name}"] = f"«{found[0].words}»: {found[0].sentence}"
    refuse_doubts(doubts, sure)


def write_values(record: models.Model, values: Mapping[str, Any]) -> None:
    """Give a record these values; nothing is saved yet."""
    for name, value in values.items():
        setattr(record, name, value.strip() if isinstance(value, str) else value)


def saved(record: Any, by: User, act: Act, *, owner: Organisation, **told: Any) -> Any:
    """Save a record as a version of its own and tell the trail."""
    if record.pk is not None and hasattr(record, "version"):
        record.version += 1
    if hasattr(record, "updated_by"):
        record.updated_by = by
    record.save()
    # What the pages of municipalities remember of it for some seconds.
    forget(TOLD)
    audit.record(act, by=by, of=record, owner=owner, **told)
    return record
