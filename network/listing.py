"""The public log read through its listing: one page of it, and what it adds up to.

Each page costs the same however long the log is. Nothing is shown because it is
listed: pages ask again whether each of their lines is public.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from amuprev.foundation.together import keep_related, read_together, related_in
from network.facets import ALL, Dimension, Measure, facet, month_of, under_way
from network.models import Activity, Listing, ListingSum
from network.queries import ActivityQuerySet

Key = tuple[datetime.date, int]
# So many rows of one facet are looked through for those that others have too.
MOST_WALKED = 20_000
# How an address says where in the list somebody stands.
WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """What somebody wants to read of the public log: facets that all hold, a period."""

    facets: tuple[int, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def leading(self) -> int:
        """The facet that fewest activities have: its rows are walked."""
        return self.walked[0]

    @property
    def walked(self) -> tuple[int, int]:
        """The facet whose rows are walked, and how many it has; 0 when it is alone."""
        if len(self.facets) <= 1:
            return (self.facets[0] if self.facets else ALL), 0
        sums = ListingSum.objects.filter(
            facet__in=self.facets, month=0, measure=Measure.ACTIVITIES
        )
        many = dict(sums.values_list("facet", "amount"))
        number = min(self.facets, key=lambda each: (many.get(each, 0), each))
        return number, many.get(number, 0)


@dataclass(frozen=True)
class Found:
    """The next of a choice; and where the walk stopped, if more may come after."""

    keys: list[Key]
    stopped: Key | None = None


def written_key(key: Key) -> str:
    """A place in the list, for an address."""
    day, activity = key
    return f"{day:%Y-%m-%d}.{activity}"


def key_written(text: str) -> Key | None:
    """The place in the list that an address says; None for anything else."""
    found = WRITTEN.fullmatch(text)
    if not found:
        return None
    try:
        return datetime.date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None


def parts_of(choice: Choice) -> Iterator["QuerySet[Listing]"]:
    """The rows of a choice in up to three parts, the newest part first.

    Those that began in the period; those that began earlier in the period's first
    month, and before that month, and went on into the period.
    """
    leading = choice.leading
    meeting = _meeting(choice, leading)
    return (part.filter(*meeting) for part in _parts_led_by(leading, choice))


def _meeting(choice: Choice, leading: int) -> list[Exists]:
    """That a row of the leading facet stands under all the others too."""
    return [
        Exists(
            Listing.objects.filter(
                facet=other, day=OuterRef("day"), activity=OuterRef("activity")
            )
        )
        for other in choice.facets
        if other != leading
    ]


def _parts_led_by(leading: int, choice: Choice) -> Iterator["QuerySet[Listing]"]:
    rows = Listing.objects.all()
    if choice.until:
        rows = rows.filter(day__lte=choice.until)
    began = rows.filter(facet=leading)
    if choice.since is None:
        yield began
        return
    since = choice.since
    yield began.filter(day__gte=since)
    lasted = Activity.objects.filter(pk=OuterRef("activity"), ended__gte=since)
    first = since.replace(day=1)
    if since != first:
        yield began.filter(Exists(lasted), day__gte=first, day__lt=since)
    earlier = rows.filter(facet=under_way(leading, month_of(since)))
    yield earlier.filter(Exists(lasted)) if since != first else earlier


def keys_of(choice: Choice, most: int) -> list[Key]:
    """The newest of a choice, as far as they are looked for."""
    return look(choice, most).keys


def look(choice: Choice, most: int, *, after: Key | None = None) -> Found:
    """The newest of a choice, from a place in the list on."""
    leading, many = choice.walked
    parts = (
        (_after(part, after) if after else part).order_by("-day", "-activity")
        for part in _parts_led_by(leading, choice)
    )
    return _walk(parts, _meeting(choice, leading), many, most, _up_to)


def look_back(choice: Choice, most: int, before: Key) -> Found:
    """The last ones before a place in the list, the oldest of them first."""
    leading, many = choice.walked
    day, key = before
    parts = (
        part.filter(Q(day__gt=day) | Q(activity__gt=key), day__gte=day).order_by(
            "day", "activity"
        )
        for part in reversed(list(_parts_led_by(leading, choice)))
    )
    return _walk(parts, _meeting(choice, leading), many, most, _back_to)


def _walk(
    parts: Iterable["QuerySet[Listing]"],
    meeting: list[Exists],
    many: int,
    most: int,
    bounded: Callable[["QuerySet[Listing]", Key], "QuerySet[Listing]"],
) -> Found:
    """Goes along the rows, but no further than MOST_WALKED of each part.

    Facets that hardly meet would else be walked whole for one page.
    """
    found: list[Key] = []
    for part in parts:
        stop = _last_walked(part) if meeting and many > MOST_WALKED else None
        rows = bounded(part, stop) if stop else part
        keys = rows.filter(*meeting).values_list("day", "activity")
        found += keys[: most - len(found)]
        if len(found) >= most:
            break
        if stop:
            return Found(found, stop)
    return Found(found)


def _last_walked(rows: "QuerySet[Listing]") -> Key | None:
    """The row after which a walk ends; None where there is nothing after it."""
    ends = rows.values_list("day", "activity")[MOST_WALKED - 1 : MOST_WALKED + 1]
    last, *more = [*ends, None]
    return last if any(more) else None


def _after(rows: "QuerySet[Listing]", place: Key) -> "QuerySet[Listing]":
    day, key = place
    # The first condition alone could not be sought in the index.
    return rows.filter(Q(day__lt=day) | Q(activity__lt=key), day__lte=day)


def _up_to(rows: "QuerySet[Listing]", place: Key) -> "QuerySet[Listing]":
    day, key = place
    return rows.filter(Q(day__gt=day) | Q(activity__gte=key), day__gte=day)


def _back_to(rows: "QuerySet[Listing]", place: Key) -> "QuerySet[Listing]":
    day, key = place
    return rows.filter(Q(day__lt=day) | Q(activity__lte=key), day__lte=day)


def in_order(activities: ActivityQuerySet, keys: Iterable[Key]) -> list[Activity]:
    """Those of the activities that these keys name and that are public, in their order."""
    asked = [key for _day, key in keys]
    # Asked by number alone: told more, SQLite would go through all that is approved.
    found = activities.filter(pk__in=asked).order_by()
    by_key = {activity.pk: activity for activity in found if activity.is_public}
    return [by_key[key] for key in asked if key in by_key]


def newest_of(choice: Choice, most: int) -> list[Activity]:
    """The newest public activities of a choice without a period, in one question."""
    (rows,) = parts_of(choice)
    keys = rows.order_by("-day", "-activity").values("activity")[:most]
    lines = Activity.objects.filter(pk__in=keys).for_public_lists()
    found = read_together(
        activities=lines.annotate(**sums_beside(choice)).newest_first(),
        places=related_in(Activity, "places", keys),
    )
    keep_related(found["activities"], "places", found["places"])
    return [activity for activity in found["activities"] if activity.is_public]


def is_told_of() -> Q:
    """A condition of places: the log tells of something done there."""
    sums = ListingSum.objects.filter(
        facet=Value(facet(Dimension.PLACE, 0)) + OuterRef("pk"),
        month=0,
        measure=Measure.ACTIVITIES,
        amount__gt=0,
    )
    return Q(Exists(sums))


def sums_beside(choice: Choice) -> dict[str, Any]:
    """How many activities one facet has, to read beside its newest ones."""
    sums = ListingSum.objects.filter(facet=choice.leading, month=0)

    def amount(measure: Measure) -> Any:
        of_it = sums.filter(measure=measure).values("amount")
        return Coalesce(Subquery(of_it), 0)

    return {
        "of_all": amount(Measure.ACTIVITIES),
        "estimated": amount(Measure.ESTIMATED),
    }


def among(activities: ActivityQuerySet, choice: Choice) -> ActivityQuerySet:
    """Those of the activities that are listed under a choice's facets."""
    for each in choice.facets:
        listed = Listing.objects.filter(
            facet=each, day=OuterRef("started"), activity=OuterRef("pk")
        )
        activities = activities.filter(Exists(listed))
    return activities
