"""What should be listed of activities as they stand: reads only."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from amuprev.foundation.by_key import by_key
from network.choices import CountingMethod, OrganisationKind
from network.facets import (
    ALL,
    CELLS,
    MONTHS,
    Dimension,
    Measure,
    Part,
    country_facet,
    facet,
    is_told,
    level_facet,
    month_of,
    under_way,
)
from network.models import Activity, ActivityCount, Affiliation, ListedActivity

FIELDS = (
    "pk",
    "started",
    "ended",
    "publish_from",
    "reviewed_at",
    "owner_id",
    "owner__kind",
    "owner__place_id",
    "venue_id",
    "country",
    "kind_id",
    "prevention_level",
    "counting_method",
    "content_key",
)
# Keys this close together are asked for as a range.
DENSE = 4
Gathered = dict[int, list[tuple[int, datetime.date | None]]]
Told = list[list[int]]


@dataclass(frozen=True)
class Entry:
    """What is listed of one activity: under which facets, and what it adds to sums."""

    started: datetime.date
    published: datetime.date
    facets: list[int]
    told: Told

    @classmethod
    def held(cls, row: ListedActivity) -> "Entry":
        """What was listed before."""
        return cls(row.started, row.published, row.facets, row.told)

    @property
    def rows(self) -> Iterator[tuple[int, datetime.date]]:
        """The facets it is listed under, each with its day."""
        for each in self.facets:
            yield each, self.published if is_told(each) else self.started

    @property
    def summed(self) -> Iterator[tuple[int, int]]:
        """The facets and months to whose sums it adds."""
        month = month_of(self.started)
        for each in self.facets:
            if is_told(each):
                continue
            yield each, 0
            if each < MONTHS:
                yield each, month


def gathered_today() -> Gathered:
    """The associations that gather each municipality today, and since when."""
    found: Gathered = {}
    rows = Affiliation.objects.today().order_by("pk")
    for town, association, since in rows.values_list(
        "municipality_id", "association_id", "valid_from"
    ):
        found.setdefault(town, []).append((association, since))
    return found


def entries_of(keys: Sequence[int], gathered: Gathered) -> dict[int, Entry]:
    """What should be listed of those of these activities that are public now."""
    public = by_key(Activity.objects.public(), keys)
    rows = list(public.values_list(*FIELDS))
    if not rows:
        return {}
    shown = sorted(row[0] for row in rows)
    places = _linked(Activity.places.through, shown, "place_id", "place__country")
    themes = _linked(Activity.themes.through, shown, "theme_id")
    groups = _linked(Activity.groups.through, shown, "populationgroup_id")
    counts = _linked(ActivityCount, shown, "sex", "age_band", "people", "hidden")
    found = {}
    for row in rows:
        key = row[0]
        numbers = _facets(row, places.get(key, ()), gathered)
        numbers.update(facet(Dimension.THEME, each[0]) for each in themes.get(key, ()))
        numbers.update(facet(Dimension.GROUP, each[0]) for each in groups.get(key, ()))
        numbers.update(_still_under_way(row, numbers))
        told = _told(row[12], counts.get(key, ()))
        # What came with the portal was not told the day it was loaded.
        public = row[3] if row[13] else day_of_publication(row[3], row[4])
        found[key] = Entry(row[1], public, sorted(numbers), told)
    return found


def day_of_publication(
    waited: datetime.date, reviewed: datetime.datetime | None
) -> datetime.date:
    """The day since which the world reads it: its waiting days over, and approved."""
    if reviewed is None:
        return waited
    return max(waited, timezone.localtime(reviewed).date())


def _linked(model: Any, keys: list[int], *fields: str) -> dict[int, list[tuple]]:
    """The rows of another table that belong to these activities."""
    if keys[-1] - keys[0] < DENSE * len(keys):
        rows = model.objects.filter(activity__gte=keys[0], activity__lte=keys[-1])
    else:
        rows = model.objects.filter(activity__in=keys)
    found: dict[int, list[tuple]] = {}
    for key, *values in rows.order_by().values_list("activity_id", *fields):
        found.setdefault(key, []).append(tuple(values))
    return found


def _facets(row: tuple, took_part: Any, gathered: Gathered) -> set[int]:
    """The same that the filters ask for, see the adjectives of ActivityQuerySet."""
    _pk, started, ended, _day, _read, owner, owner_kind, town, venue = row[:9]
    country, kind, level = row[9:12]
    countries = {country, *(each[1] for each in took_part)} - {""}
    places = {town, venue, *(each[0] for each in took_part)} - {None}
    told_in = {town, *(each[0] for each in took_part)} - {None}
    associations = {
        association
        for association, since in gathered.get(owner, ())
        if since is None or since <= (ended or started)
    }
    if owner_kind == OrganisationKind.ASSOCIATION:
        associations.add(owner)
    numbers = {ALL, facet(Dimension.KIND, kind)}
    numbers.update(map(country_facet, countries))
    numbers.update(facet(Dimension.PLACE, each) for each in places)
    numbers.update(facet(Dimension.TOLD_IN, each) for each in told_in)
    numbers.update(facet(Dimension.ASSOCIATION, each) for each in associations)
    if level:
        numbers.add(level_facet(level))
    return numbers


def _still_under_way(row: tuple, numbers: set[int]) -> list[int]:
    """A long activity is also found in the months after its first."""
    _pk, started, ended = row[:3]
    if ended is None:
        return []
    return [
        under_way(each, month)
        for month in range(month_of(started) + 1, month_of(ended) + 1)
        for each in numbers
        if not is_told(each)
    ]


def _told(method: str, counts: Any) -> Told:
    """What it adds to sums: a hidden count tells that it is there, never its number."""
    told = [[Measure.ACTIVITIES.value, 1]]
    if method == CountingMethod.ESTIMATE:
        told.append([Measure.ESTIMATED.value, 1])
    if any(not hidden for _sex, _age, _people, hidden in counts):
        told.append([Measure.COUNTED.value, 1])
    for sex, age, people, hidden in counts:
        cell = CELLS[sex, age]
        if hidden:
            told.append([cell + Part.HIDDEN, 1])
        else:
            told += [[cell + Part.PEOPLE, people], [cell + Part.TOLD, 1]]
    told.sort()
    return told
