"""Writes initial content: once, and never over what a person has changed."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import models
from django.utils.translation import override

from amuprev.foundation.models import LoadedContent


class Policy(Enum):
    """Who has the last word on a record that came from a file."""

    REFERENCE = "follows the file"
    HISTORICAL = "follows the file until a person edits it"
    STARTER = "is made when missing and never touched again"


class Outcome(Enum):
    """What a load did with a record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_ALONE = "left alone (edited here)"
    POSTPONED = "left for later (somebody is changing it)"


class Writer:
    """Reads and writes the fields of one model; others may narrow it."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model

    def find(self, lookup: dict[str, Any]) -> models.Model | None:
        """The record a natural key names, if any."""
        return self.model._default_manager.filter(**lookup).first() if lookup else None

    def get(self, pk: str) -> models.Model | None:
        """The record by its primary key, if it still exists."""
        return self.model._default_manager.filter(pk=pk).first()

    def current(self, instance: models.Model, names: Iterable[str]) -> dict[str, Any]:
        """The values the record has now."""
        found = {}
        for name in names:
            model_field: Any = self.model._meta.get_field(name)
            if model_field.many_to_many:
                found[name] = list(getattr(instance, name).all())
            else:
                found[name] = getattr(instance, model_field.attname)
        return found

    def is_held(self, instance: models.Model) -> bool:
        """True for what its people took out of the public: no load brings it back."""
        return False

    def is_being_changed(self, instance: models.Model) -> bool:
        """True while somebody is changing the record: a later load looks again."""
        return False

    def write(
        self, instance: models.Model | None, values: dict[str, Any]
    ) -> models.Model:
        """Save the values on the record, or make it."""
        instance = instance or self.model()
        many = {}
        for name, value in values.items():
            if self.model._meta.get_field(name).many_to_many:
                many[name] = value
            else:
                setattr(instance, name, value)
        instance.save()
        for name, value in many.items():
            getattr(instance, name).set(value)
        return instance


@dataclass
class Load:
    """One pass over the content: remembers what was loaded, counts what it did."""

    known: dict[tuple[str, str], LoadedContent] = field(default_factory=dict)
    counts: dict[str, Counter] = field(default_factory=dict)
    # The records that this load made or changed.
    written: list[models.Model] = field(default_factory=list)

    @property
    def has_postponed(self) -> bool:
        """True when something waits for a later load."""
        return any(counts[Outcome.POSTPONED] for counts in self.counts.values())

    @classmethod
    def begin(cls) -> "Load":
        """A load that knows all that earlier ones wrote."""
        rows = LoadedContent.objects.all()
        return cls(known={(row.model, row.key): row for row in rows})

    def put(
        self,
        *,
        writer: Writer,
        key: str,
        values: dict[str, Any],
        policy: Policy,
        lookup: dict[str, Any] | None = None,
    ) -> models.Model | None:
        """Create, update or leave alone one record; None when a person deleted it."""
        label = writer.model._meta.label_lower
        row = self.known.get((label, key))
        instance = writer.find(lookup or {}) or (
            writer.get(row.object_pk) if row else None
        )
        if instance is None and row and policy is not Policy.REFERENCE:
            self._count(writer, Outcome.LEFT_ALONE)
            return None
        outcome = self._decide(writer, instance, row, values, policy)
        if instance is None or outcome in (Outcome.CREATED, Outcome.UPDATED):
            instance = writer.write(instance, values)
            self.written.append(instance)
        if outcome not in (Outcome.LEFT_ALONE, Outcome.POSTPONED):
            self._remember(label, key, row, instance, values)
        self._count(writer, outcome)
        return instance

    def _decide(
        self,
        writer: Writer,
        instance: models.Model | None,
        row: LoadedContent | None,
        values: dict[str, Any],
        policy: Policy,
    ) -> Outcome:
        if instance is None:
            return Outcome.CREATED
        if policy is Policy.STARTER:
            return Outcome.UNCHANGED
        now = fingerprints(writer.current(instance, values))
        if now == fingerprints(values):
            return Outcome.UNCHANGED
        if policy is Policy.REFERENCE:
            return Outcome.UPDATED
        if row is None or writer.is_held(instance):
            return Outcome.LEFT_ALONE
        if self._edited(writer, instance, row):
            return Outcome.LEFT_ALONE
        if writer.is_being_changed(instance):
            return Outcome.POSTPONED
        return Outcome.UPDATED

    def _edited(
        self, writer: Writer, instance: models.Model, row: LoadedContent
    ) -> bool:
        now = fingerprints(writer.current(instance, row.fields))
        return now != row.fields

    def _remember(
        self,
        label: str,
        key: str,
        row: LoadedContent | None,
        instance: models.Model,
        values: dict[str, Any],
    ) -> None:
        fields = fingerprints(values)
        row = row or LoadedContent(model=label, key=key)
        if row.fields != fields or row.object_pk != str(instance.pk):
            row.fields, row.object_pk = fields, str(instance.pk)
            row.save()
            self.known[label, key] = row

    def _count(self, writer: Writer, outcome: Outcome) -> None:
        with override("en"):
            name = str(writer.model._meta.verbose_name_plural)
        self.counts.setdefault(name, Counter())[outcome] += 1


def fingerprints(values: dict[str, Any]) -> dict[str, str]:
    """A short hash of each value, the same whether it comes from a file or a record."""
    return {
        name: hashlib.sha256(_plain(value).encode()).hexdigest()[:16]
        for name, value in values.items()
    }


def _plain(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, list | tuple | set | models.QuerySet):
        return "\n".join(sorted(_plain(item) for item in value))
    if hasattr(value, "normalize"):
        return f"{value.normalize():f}"
    return str(value)
