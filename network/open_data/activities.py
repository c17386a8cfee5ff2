"""The public activity log as an open table: what its pages and files tell, no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Subquery, Value
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data.fields import Record
from amuprev.foundation.open_data.tables import NotUnderstood, Page, Table, is_number
from network.choices import ReviewState
from network.exports.batches import Batch, batches
from network.exports.names import Names
from network.exports.records import PUBLIC_JSON_FIELDS, PUBLIC_PARTS, records
from network.facets import ALL, Measure
from network.filters import ActivityFilter
from network.listing import key_written, look, written_key
from network.models import Activity, ListingSum
from network.open_data.activity_fields import FIELDS
from network.open_data.activity_files import log_table_file
from network.queries import ActivityQuerySet


@dataclass(frozen=True)
class LogTable(Table):
    """The log: read through its listing, newest first, narrowed like its page."""

    def batches(self) -> Iterator[list[Record]]:
        """All of it, as its JSON file has it."""
        for batch in batches(self.rows().newest_first(), PUBLIC_JSON_FIELDS, Names()):  # type: ignore[attr-defined]  # an ActivityQuerySet
            yield list(records(batch, PUBLIC_PARTS))

    def page(self, after: str, most: int, asked: QueryDict) -> Page:
        """The newest of a filter, from a place in the list on."""
        form = ActivityFilter(asked)
        if not form.is_valid():
            name, errors = next(iter(form.errors.items()))
            raise NotUnderstood(name, str(errors[0]))
        place = key_written(after) if after else None
        if after and place is None:
            raise NotUnderstood("after", after)
        found = look(form.choice(), most + 1, after=place)
        told = self._told([key for _day, key in found.keys[:most]])
        last = found.keys[most - 1] if len(found.keys) > most else found.stopped
        return Page(told, written_key(last) if last else "")

    def one(self, key: str) -> Record | None:
        """One activity by its number."""
        told = self._told([int(key)]) if is_number(key) else []
        return told[0] if told else None

    def _told(self, keys: list[int]) -> list[Record]:
        """Those of these numbers that are public now, newest first."""
        found: Any = self.rows().filter(pk__in=keys)
        read: Iterator[Batch] = batches(
            found.newest_first(), PUBLIC_JSON_FIELDS, Names()
        )
        return [each for batch in read for each in records(batch, PUBLIC_PARTS)]

    def counted(self) -> Any:
        """From the sums kept ready: the log is too long to be counted each time."""
        return _of_all(self.key).values_list("of", "amount")

    def changes(self) -> list[Any]:
        """When something was approved last."""
        approved = Activity.objects.filter(
            review_state=ReviewState.APPROVED, reviewed_at__isnull=False
        )
        newest = approved.order_by("-reviewed_at").values("reviewed_at")[:1]
        told = _of_all(self.key).annotate(at=Subquery(newest))
        return [told.values_list("of", "at")]


def _of_all(key: str) -> Any:
    rows = ListingSum.objects.filter(facet=ALL, month=0, measure=Measure.ACTIVITIES)
    return rows.order_by().annotate(of=Value(key, CharField()))


def _public() -> ActivityQuerySet:
    return Activity.objects.public()


TABLES = (
    LogTable(
        "activities",
        {"es": "actividades", "en": "activities"},
        _("Prevention activities"),
        _("The public activity log: what was done to prevent violence, where and with whom. An activity appears some days after it ends; small figures of people who could be recognised are withheld."),
        FIELDS,
        _public,
        by="pk",
        own_file=log_table_file,
        filters=tuple(ActivityFilter.base_fields),
    ),
)  # fmt: skip
