"""Verbs that keep the listing and its sums in step with what changed."""

import datetime
import itertools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Q

from amuprev.foundation import statements
from network.choices import ReviewState
from network.models import (
    Activity,
    Affiliation,
    ListedActivity,
    Listing,
    ListingSum,
    Organisation,
    Place,
)
from network.models.lists import ListEntry
from network.services.listing.entries import Entry, entries_of, gathered_today
from network.services.listing.words import index_words
from network.services.searching import (
    find_activities,
    find_record,
    find_what_tells,
)

AT_ONCE = 500
LISTING, HELD, SUMS = (
    model._meta.db_table for model in (Listing, ListedActivity, ListingSum)
)
ROW = ("facet", "day", "activity")
SUM = ("facet", "month", "measure")
# Of which fields of a record something is listed; an affiliation counts whole.
FieldsRead = dict[type[models.Model], frozenset[str]]
LISTED_BY: FieldsRead = {
    Organisation: frozenset({"kind", "place", "shown"}),
    Place: frozenset({"country"}),
    Affiliation: frozenset(field.name for field in Affiliation._meta.fields),
}
WORDED_BY: FieldsRead = {Organisation: frozenset({"name_es", "name_en", "acronym"})}
# What the search tells of them in other things: in what was done, where, by whom.
FOUND_BY: FieldsRead = {
    Organisation: frozenset({"name_es", "name_en", "acronym"}),
    Place: frozenset({"name_es", "name_en"}),
    ListEntry: frozenset({"name_es", "name_en"}),
}


@dataclass
class Later:
    """What waits for the end of a load."""

    keys: list[Iterable[int]] = field(default_factory=list)
    records: list[models.Model] = field(default_factory=list)


_later: ContextVar[Later | None] = ContextVar("later", default=None)
Row = tuple[int, datetime.date, int]
Sums = dict[tuple[int, int, int], int]


@transaction.atomic
def relist(keys: Iterable[int], *, found: bool = True) -> int:
    """List these activities as they stand now; how many were listed otherwise.

    With `found` false the search, which nothing of it concerns, is left alone.
    Called after the change, in its transaction. Called again it changes nothing.
    """
    later = _later.get()
    if later is not None:
        later.keys.append(keys)
        return 0
    hold_listing()
    gathered = gathered_today()
    every = sorted(set(keys))
    index_words(every)
    changed = 0
    for start in range(0, len(every), AT_ONCE):
        some = every[start : start + AT_ONCE]
        before = ListedActivity.objects.filter(pk__in=some)
        held = {row.activity: Entry.held(row) for row in before}
        changed += _replace(held, entries_of(some, gathered))
    if found:
        find_activities(every)
    return changed


def relist_of(organisation: Organisation) -> int:
    """List all that an organisation did as it stands now."""
    return _relist_those(Q(owner=organisation))


def keep_in_step(*records: models.Model, changed: Collection[str] | None = None) -> int:
    """List and find anew what records that were saved or deleted concern.

    `changed` names the fields that were saved; without it any may have been. Whoever
    changes both the listing and the search holds the listing first.
    """
    listed = [each for each in records if _matters(each, changed, LISTED_BY)]
    renamed = [each.pk for each in records if _matters(each, changed, WORDED_BY)]
    told = [each for each in records if _matters(each, changed, FOUND_BY)]
    done = _relist_those(_hanging_from(listed)) if listed else 0
    later = _later.get()
    if renamed:
        every = Activity.objects.filter(owner__in=renamed).order_by()
        # Words come after the listing, always: see `hold_words`.
        index = index_words if later is None else relist
        index(every.values_list("pk", flat=True))
    find_what_tells(told)
    if later is not None:
        later.records += records
        return done
    for each in records:
        find_record(each)
    return done


@contextmanager
def listing_at_the_end() -> Iterator[None]:
    """Whatever is listed or found inside is so once, at the end: till then nobody waits."""
    later = Later()
    before = _later.set(later)
    try:
        yield
    finally:
        _later.reset(before)
    if later.keys:
        relist(itertools.chain.from_iterable(later.keys))
    for each in later.records:
        find_record(each)


def _matters(
    record: models.Model, changed: Collection[str] | None, by: FieldsRead
) -> bool:
    read = [fields for model, fields in by.items() if isinstance(record, model)]
    return any(changed is None or not fields.isdisjoint(changed) for fields in read)


def _hanging_from(records: list[models.Model]) -> Q:
    places = [each.pk for each in records if isinstance(each, Place)]
    owners = [each.pk for each in records if isinstance(each, Organisation)]
    owners += [
        each.municipality_id for each in records if isinstance(each, Affiliation)
    ]
    took_part = Activity.places.through.objects.filter(place__in=places)
    return (
        Q(owner__in=owners)
        | Q(owner__place__in=places)
        | Q(venue__in=places)
        | Q(pk__in=took_part.values("activity"))
    )


def hold_listing() -> None:
    """Wait until nobody else changes the listing, and keep others waiting.

    One row for all: two that changed the same sums in different order would wait
    for each other, and one that reads before another commits would miss its change.
    """
    add_to_sums({(0, 0, 0): 0})


def _relist_those(chosen: Q, *, found: bool = True) -> int:
    return relist(_approved(chosen), found=found)


def _approved(chosen: Q) -> Iterable[int]:
    """The keys of the approved activities among them."""
    approved = Activity.objects.filter(chosen, review_state=ReviewState.APPROVED)
    return approved.order_by().values_list("pk", flat=True)


def _replace(held: dict[int, Entry], wanted: dict[int, Entry]) -> int:
    """Take away what was listed and list what should be, where they differ."""
    differ = sorted(
        key for key in held.keys() | wanted.keys() if held.get(key) != wanted.get(key)
    )
    if not differ:
        return 0
    gone: set[Row] = set()
    new: set[Row] = set()
    sums: Sums = defaultdict(int)
    for key in differ:
        for entries, rows, sign in ((held, gone, -1), (wanted, new, 1)):
            if entry := entries.get(key):
                rows.update((*row, key) for row in entry.rows)
                _add(sums, entry, sign)
    _write_rows(gone - new, new - gone)
    ListedActivity.objects.filter(
        pk__in=[k for k in differ if k not in wanted]
    ).delete()
    _write_entries({key: wanted[key] for key in differ if key in wanted})
    add_to_sums(sums)
    return len(differ)


def _add(sums: Sums, entry: Entry, sign: int) -> None:
    for number, month in entry.summed:
        for measure, amount in entry.told:
            sums[number, month, measure] += sign * amount


def _write_rows(gone: set[Row], new: set[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            statements.delete(LISTING, ROW),
            [(number, day.isoformat(), key) for number, day, key in sorted(gone)],
        )
        cursor.executemany(
            statements.insert_new(LISTING, ROW),
            [(number, day.isoformat(), key) for number, day, key in sorted(new)],
        )


def _write_entries(entries: dict[int, Entry]) -> None:
    ListedActivity.objects.bulk_create(
        [
            ListedActivity(
                activity=key,
                started=entry.started,
                published=entry.published,
                facets=entry.facets,
                told=entry.told,
            )
            for key, entry in entries.items()
        ],
        update_conflicts=True,
        unique_fields=["activity"],
        update_fields=["started", "published", "facets", "told"],
    )


def add_to_sums(sums: Sums) -> None:
    """Add to the sums, always in the same order."""
    rows = [(*key, sums[key]) for key in sorted(sums) if sums[key] or key == (0, 0, 0)]
    with connection.cursor() as cursor:
        cursor.executemany(statements.insert_or_add(SUMS, SUM, "amount"), rows)


def as_stored(key: int, entry: Entry) -> tuple[Any, ...]:
    """A row of what was listed, in the form the database stores."""
    return (
        key,
        entry.started.isoformat(),
        entry.published.isoformat(),
        json.dumps(entry.facets),
        json.dumps(entry.told),
    )
