"""Verbs that list very many activities at once."""

from collections import defaultdict
from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Max, Min

from amuprev.foundation import statements
from amuprev.foundation.bulk import put_rows
from network.choices import ReviewState
from network.facets import MONTHS
from network.models import Activity, ListedActivity, ListingSum, WordedActivity
from network.services.listing.entries import Entry, entries_of, gathered_today
from network.services.listing.keeping import (
    HELD,
    LISTING,
    ROW,
    SUM,
    SUMS,
    Sums,
    add_to_sums,
    as_stored,
    hold_listing,
)
from network.services.listing.words import refill_words

AT_ONCE = 5_000
WAITING = "listing_waiting"
HELD_COLUMNS = ("activity", "started", "published", "facets", "told")
ByMonth = dict[tuple[int, int], dict[int, int]]


@transaction.atomic
def refill() -> int:
    """Make the whole listing anew; how many activities it holds."""
    hold_listing()
    with connection.cursor() as cursor:
        for table in (LISTING, HELD, SUMS):
            cursor.execute(statements.delete(table))
    refill_words()
    return fill_listing()


@transaction.atomic
def fill_listing(first: int | None = None, last: int | None = None) -> int:
    """List the activities of a range of keys, of which nothing is listed yet."""
    hold_listing()
    sums: ByMonth = defaultdict(lambda: defaultdict(int))
    filled = 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {WAITING} (facet bigint, day date, activity bigint)"
        )
        for entries in entries_between(first, last):
            filled += len(entries)
            put_rows(WAITING, ROW, _rows(entries))
            put_rows(HELD, HELD_COLUMNS, _held(entries))
            for entry in entries.values():
                sum_up(sums, entry)
        # In its own order: an index that grows at its end is many times as quick.
        cursor.execute(statements.insert_sorted(LISTING, WAITING, ROW))
        cursor.execute(f"DROP TABLE {WAITING}")
    _keep_sums(with_all_months(sums))
    return filled


def _keep_sums(sums: Sums) -> None:
    if ListingSum.objects.filter(measure__gt=0).exists():
        add_to_sums(sums)
        return
    rows = [(*key, sums[key]) for key in sorted(sums)]
    put_rows(SUMS, (*SUM, "amount"), rows)


def fill_when_empty() -> int:
    """List everything where nothing is listed yet: a database from before, a backup."""
    if not WordedActivity.objects.exists():
        refill_words()
    if ListedActivity.objects.exists():
        return 0
    if not Activity.objects.filter(review_state=ReviewState.APPROVED).exists():
        return 0
    return refill()


def entries_between(
    first: int | None = None, last: int | None = None
) -> Iterator[dict[int, Entry]]:
    """What should be listed, some thousands at a time, by key."""
    ends = Activity.objects.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return
    start = first or ends["first"]
    stop = min(last or ends["last"], ends["last"])
    gathered = gathered_today()
    for key in range(start, stop + 1, AT_ONCE):
        yield entries_of(range(key, min(key + AT_ONCE, stop + 1)), gathered)


def _rows(entries: dict[int, Entry]) -> list[tuple]:
    return [
        (number, day.isoformat(), key)
        for key, entry in entries.items()
        for number, day in entry.rows
    ]


def _held(entries: dict[int, Entry]) -> list[tuple]:
    return [as_stored(key, entry) for key, entry in entries.items()]


def sum_up(sums: ByMonth, entry: Entry) -> None:
    """Only by month, and all months at the end: half the work."""
    for number, month in entry.summed:
        if month or number >= MONTHS:
            found = sums[number, month]
            for measure, amount in entry.told:
                found[measure] += amount


def with_all_months(sums: ByMonth) -> Sums:
    """The sums of each month and, under month 0, of all."""
    found: Sums = defaultdict(int)
    for (number, month), measures in sums.items():
        for measure, amount in measures.items():
            found[number, month, measure] += amount
            if month:
                found[number, 0, measure] += amount
    return found
