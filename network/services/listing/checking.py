"""Verbs that compare the listing and its sums with the full count, and mend them."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum

from network.choices import Act
from network.models import (
    ListedActivity,
    Listing,
    ListingSum,
    Word,
    WordedActivity,
    WordUse,
)
from network.services import audit
from network.services.listing.entries import Entry
from network.services.listing.filling import (
    ByMonth,
    entries_between,
    refill,
    sum_up,
    with_all_months,
)
from network.services.listing.keeping import hold_listing
from network.services.listing.words import all_texts

# So many of each fault are told one by one.
TOLD = 10
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
# How many rows a facet has, and what their activities' numbers add up to.
Print = tuple[int, int]


def faults_of_totals() -> list[str]:
    """Where the listing, its sums or the words by which staff find activities differ
    from the activities, told in sentences; changes nothing and keeps nobody waiting."""
    with one_moment():
        return [*_faults_of_listing(), *_faults_of_words()]


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of one moment, while others go on writing.

    What is read inside a larger change is held instead: it may be changed next.
    """
    if connection.in_atomic_block:
        hold_listing()
        yield
        return
    connection.ensure_connection()
    writing = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        # As a reader: the portal's other transactions begin as writers.
        setattr(connection, "transaction_mode", "DEFERRED")  # noqa: B010  untyped
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(SNAPSHOT)
            yield
    finally:
        setattr(connection, "transaction_mode", writing)  # noqa: B010  untyped


def _faults_of_listing() -> list[str]:
    sums: ByMonth = defaultdict(lambda: defaultdict(int))
    prints: dict[int, Print] = defaultdict(lambda: (0, 0))
    wrong: list[int] = []
    known = 0
    for entries in entries_between():
        held = ListedActivity.objects.filter(pk__in=entries.keys())
        as_held = {row.activity: Entry.held(row) for row in held}
        known += len(as_held)
        for key, entry in entries.items():
            if as_held.get(key) != entry:
                wrong.append(key)
            sum_up(sums, entry)
            for number, _day in entry.rows:
                rows, keys = prints[number]
                prints[number] = rows + 1, keys + key
    faults = [f"Activity {key} is not listed as it stands." for key in wrong]
    if surplus := ListedActivity.objects.count() - known:
        faults.append(f"{surplus} activities are listed that are not public.")
    return [
        *_shortened(faults),
        *_shortened(_faults_of_rows(prints)),
        *_shortened(_faults_of_sums(with_all_months(sums))),
    ]


def repair_totals() -> list[str]:
    """Make the listing, its sums and the words anew if anything is wrong; what was wrong."""
    faults = faults_of_totals()
    if faults:
        with transaction.atomic():
            refill()
            audit.record(Act.TOTALS_REPAIRED, by=None, faults=len(faults))
    return faults


def _faults_of_words() -> list[str]:
    numbers = dict(Word.objects.values_list("text", "pk"))
    prints: dict[int, Print] = defaultdict(lambda: (0, 0))
    wrong: list[int] = []
    known = 0
    for texts in all_texts():
        rows = WordedActivity.objects.filter(pk__in=texts.keys())
        held = dict(rows.values_list("pk", "words"))
        known += len(held)
        for key, words in texts.items():
            wanted = sorted(numbers.get(word, 0) for word in words)
            if held.get(key) != wanted:
                wrong.append(key)
            for number in wanted:
                uses, keys = prints[number]
                prints[number] = uses + 1, keys + key
    faults = [f"Activity {key} is not found by the words it has." for key in wrong]
    if surplus := WordedActivity.objects.count() - known:
        faults.append(f"{surplus} activities are found by words that are gone.")
    every = WordUse.objects.order_by().values_list("word")
    found = {
        number: (uses, keys)
        for number, uses, keys in every.annotate(Count("activity"), Sum("activity"))
    }
    misled = [
        f"Word {number} leads to {found.get(number, (0, 0))[0]} activities, of "
        f"{prints.get(number, (0, 0))[0]}, or to others."
        for number in sorted(prints.keys() | found.keys())
        if found.get(number) != prints.get(number)
    ]
    return [*_shortened(faults), *_shortened(misled)]


def _faults_of_rows(wanted: dict[int, Print]) -> list[str]:
    rows = Listing.objects.order_by().values_list("facet")
    found = {
        number: (rows, keys)
        for number, rows, keys in rows.annotate(Count("activity"), Sum("activity"))
    }
    faults = [
        f"Facet {number} lists {found.get(number, (0, 0))[0]} activities, of "
        f"{wanted.get(number, (0, 0))[0]}, or others."
        for number in sorted(wanted.keys() | found.keys())
        if found.get(number) != wanted.get(number)
    ]
    held = ListedActivity.objects.filter(pk=OuterRef("activity"))
    days = Listing.objects.alias(
        started=Subquery(held.values("started")),
        published=Subquery(held.values("published")),
    )
    right = Q(started=F("day")) | Q(published=F("day"))
    if misplaced := days.exclude(right).count():
        faults.append(f"{misplaced} rows of the listing stand on another day.")
    return faults


def _faults_of_sums(wanted: dict[tuple[int, int, int], int]) -> list[str]:
    found = {
        (number, month, measure): amount
        for number, month, measure, amount in ListingSum.objects.exclude(
            amount=0
        ).values_list("facet", "month", "measure", "amount")
    }
    wanted = {key: amount for key, amount in wanted.items() if amount}
    return [
        f"Sum {'/'.join(map(str, key))} is {found.get(key, 0)} instead of "
        f"{wanted.get(key, 0)}."
        for key in sorted(wanted.keys() | found.keys())
        if found.get(key) != wanted.get(key)
    ]


def _shortened(faults: list[str]) -> list[str]:
    if len(faults) <= TOLD:
        return faults
    return [*faults[:TOLD], f"… and {len(faults) - TOLD} more of this kind."]
