"""Activities read in batches, column by column, with all that hangs from them.

Each batch is a short question of its own: nothing stays open between them while a
slow reader downloads, and an activity hidden meanwhile is in no later batch.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
)
from django.db.models.functions import Cast
from django.utils.functional import cached_property

from network.exports.names import Names
from network.exports.people import Counts
from network.models import Activity, ActivityCount, ActivityPartner
from network.queries import ActivityQuerySet

# A list up to this long is read in its own order; a longer one by number.
SHORT = 2_000
BATCH = 5_000
# Keys this close together are asked for as a range.
DENSE = 4
KEY = itemgetter(0)
# One entry of each activity, and all of those that name several.
Linked = tuple[dict[int, int], dict[int, list[int]]]


class Batch:
    """Some activities: their columns, and what other tables say of them."""

    def __init__(
        self, rows: Sequence[tuple], fields: Sequence[str], names: Names
    ) -> None:
        self.columns = dict(zip(fields, zip(*rows, strict=True), strict=True))
        self.keys: tuple[int, ...] = self.columns["pk"]
        self.names = names

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, field: str) -> tuple[Any, ...]:
        return self.columns[field]

    def related(self, rows: Any, *fields: Any) -> Any:
        """The rows of another table that belong to these activities."""
        first, last = min(self.keys), max(self.keys)
        if last - first < DENSE * len(self.keys):
            chosen = rows.filter(activity__gte=first, activity__lte=last)
        else:
            chosen = rows.filter(activity__in=self.keys)
        return chosen.order_by().values_list("activity_id", *fields)

    def linked(self, name: str) -> "Linked":
        """The entries of a list that activities name, for those that name any."""
        relation = getattr(Activity, name)
        entry_of = f"{relation.field.m2m_reverse_field_name()}_id"
        rows = list(self.related(relation.through.objects, entry_of))
        one = dict(rows)
        if len(one) == len(rows):
            return one, {}
        times = Counter(map(KEY, rows))
        several: dict[int, list[int]] = {key: [] for key in one if times[key] > 1}
        for key, entry in compress(rows, map(several.__contains__, map(KEY, rows))):
            several[key].append(entry)
        return one, several

    @cached_property
    def partners(self) -> dict[int, list[tuple]]:
        """Kind, name and agreement to be named of the partners of each activity."""
        fields = ("kind", "name", "agreed_to_be_named", "contribution")
        found: dict[int, list[tuple]] = {}
        for key, *partner in self.related(ActivityPartner.objects, *fields):
            found.setdefault(key, []).append(partner)
        return found

    @cached_property
    def counts(self) -> Counts:
        """The people of each activity."""
        fields = ("sex", "age_band", "people", unconverted("hidden"))
        return Counts(self.related(ActivityCount.objects, *fields), self.names)


def as_stored(field: str) -> Any:
    """A column without a conversion for each of its values."""
    kind = Activity._meta.get_field(field) if field != "pk" else None
    if isinstance(kind, DateField) and not isinstance(kind, DateTimeField):
        return Cast(field, CharField())
    if isinstance(kind, BooleanField):
        return unconverted(field)
    return field


def unconverted(field: str) -> Any:
    """A truth value as the database gives it: 0 and 1 are as good as False and True."""
    return ExpressionWrapper(F(field), CharField())


def batches(
    chosen: ActivityQuerySet,
    fields: Sequence[str],
    names: Names,
    *,
    short: int = SHORT,
    size: int = BATCH,
) -> Iterator[Batch]:
    """The chosen activities: in their own order when few, else the newest number first."""
    columns = [as_stored(field) for field in fields]
    # Counted without order: putting a whole log in order only to begin it takes seconds.
    if chosen.order_by()[: short + 1].count() <= short:
        few = _read(chosen, columns, short)
        if few:
            yield Batch(few, fields, names)
        return
    # Opaque to the planner on purpose: it walks the keys and looks at each activity,
    # whatever indexes the filter could use, and every batch costs the same.
    fits = Exists(chosen.order_by().filter(pk=OuterRef("pk")))
    left: Any = Activity.objects.filter(fits).order_by("-pk")
    rows = _read(left, columns, size)
    while rows:
        yield Batch(rows, fields, names)
        rows = _read(left.filter(pk__lt=rows[-1][0]), columns, size)


def _read(activities: Any, columns: list[Any], most: int) -> list[tuple]:
    # Columns are named in full, so modeltranslation must not choose among them.
    return list(activities.rewrite(False).values_list(*columns)[:most])
