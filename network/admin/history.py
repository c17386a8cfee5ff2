"""A record's history in words: labels instead of codes, local times, names."""

import dataclasses
import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from modeltranslation.translator import NotRegistered, translator
from simple_history.models import DeletedObject, ModelChange, ModelDelta
from simple_history.template_utils import (
    HistoricalRecordContextHelper,
    ObjDiffDisplay,
)

from amuprev.foundation.figures import figure
from network.choices import DatePrecision, InspireStrategy, ViolenceType
from network.dates import machine

# What the software keeps for itself; who and when stand in columns of their own.
TECHNICAL = frozenset(
    {"version", "created_at", "created_by", "updated_at", "updated_by"}
)
LISTS: dict[str, type[models.TextChoices]] = {
    "inspire_strategies": InspireStrategy,
    "violence_types": ViolenceType,
}
DAYS = frozenset({"started", "ended"})


def untold(model: type[models.Model]) -> frozenset[str]:
    """Fields whose changes are not told: technical ones, and texts without language."""
    try:
        texts = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        texts = {}
    return TECHNICAL | frozenset(texts)


def in_words(field: models.Field, value: Any) -> str:
    """A field's value as somebody would write it; empty when there is none."""
    if value in (None, "", []):
        return ""
    if isinstance(value, DeletedObject):
        return "" if value.pk is None else _("a deleted record")
    if field.name in LISTS:
        labels = dict(LISTS[field.name].choices)
        return ", ".join(str(labels.get(code, code)) for code in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, datetime.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, Decimal):
        return figure(value)
    return str(value)


class Shortened(ObjDiffDisplay):
    """Two long texts cut around what differs, without counting what is left out."""

    def shortened_str(self, prefix: str, num_skipped_chars: int, suffix: str) -> str:
        return f"{prefix}…{suffix}"


class HistoryWords(HistoricalRecordContextHelper):
    """What changed between two versions, for people who do not know the columns."""

    def context_for_delta_changes(self, delta: ModelDelta) -> list[dict[str, Any]]:
        """Only the changes that say something to a reader."""
        hidden = untold(self.model)
        told = [change for change in delta.changes if change.field not in hidden]
        lines = super().context_for_delta_changes(
            dataclasses.replace(delta, changes=told)
        )
        return [line for line in lines if line["old"] != line["new"]]

    def prepare_delta_change_value(self, change: ModelChange, value: Any) -> Any:
        precision = getattr(self.record, "date_precision", DatePrecision.DAY)
        if change.field in DAYS and value and precision != DatePrecision.DAY:
            return machine(value, precision)
        return in_words(self.model._meta.get_field(change.field), value)

    def get_obj_diff_display(self) -> ObjDiffDisplay:
        return Shortened(max_length=self.max_displayed_delta_change_chars)
