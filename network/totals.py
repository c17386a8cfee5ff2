"""Public totals of participants: published cells only, read from sums kept ready."""

import calendar
import datetime
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from network.choices import AgeBand, Sex
from network.facets import ALL, CELL_OF, Measure, Part, month_of, under_way
from network.listing import Choice, keys_of, look, parts_of
from network.models import ListedActivity, ListingSum

Cells = dict[tuple[str, str], int]
Keys = frozenset[tuple[str, str]]
Amounts = dict[int, int]
# More activities than these are never added up one by one for a page.
MOST_ADDED = 2_000


@dataclass(frozen=True)
class Totals:
    """What a set of activities adds up to, cell by cell of sex and age."""

    activities: int = 0
    estimated: int = 0
    counted: int = 0
    people: int = 0
    cells: Cells = field(default_factory=dict)
    withheld: Keys = frozenset()
    # They are too many to add up for this choice: narrower ones are told.
    too_many: bool = False


def totals_of(choice: Choice) -> Totals:
    """Add up what is published of a choice; a hidden count never enters.

    Whole months of at most one facet are sums kept ready; anything else is added up
    one by one, and said to be too many beyond MOST_ADDED, or beyond what is looked
    through for one page.
    """
    if len(choice.facets) > 1:
        found = look(choice, MOST_ADDED + 1)
        if found.stopped:
            return Totals(too_many=True)
        keys, amounts = found.keys, dict[int, int]()
    else:
        amounts = _sums(choice)
        keys = list(_edges(choice))
    if len(keys) > MOST_ADDED:
        return Totals(too_many=True)
    return _as_totals(_with_single(amounts, [key for _day, key in keys]))


def _sums(choice: Choice) -> Amounts:
    """The sums of the whole months of a period, and of what went on into it."""
    number = choice.facets[0] if choice.facets else ALL
    since, until = choice.since, choice.until
    months = Q(facet=number, month=0)
    if since or until:
        months = Q(facet=number, month__gt=0)
        if since:
            months &= Q(month__gte=month_of(since) + (since.day > 1))
        if until:
            months &= Q(month__lte=month_of(until) - (until != _end_of(until)))
    if since and since.day == 1:
        months |= Q(facet=under_way(number, month_of(since)), month=0)
    rows = ListingSum.objects.filter(months, measure__gt=0).order_by()
    return dict(rows.values_list("measure").annotate(Sum("amount")))


def _edges(choice: Choice) -> list[tuple[datetime.date, int]]:
    """What happened on the days of a period that make no whole month."""
    since, until = choice.since, choice.until
    found = []
    if since and since.day > 1:
        end = min(until, _end_of(since)) if until else _end_of(since)
        found += keys_of(replace(choice, until=end), MOST_ADDED + 1)
    within_one = (
        since and until and since.day > 1 and month_of(since) == month_of(until)
    )
    if until and until != _end_of(until) and not within_one:
        first = until.replace(day=1)
        began = next(parts_of(replace(choice, since=first)))
        found += began.values_list("day", "activity")[: MOST_ADDED + 1]
    return found


def _end_of(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _with_single(amounts: Amounts, keys: list[int]) -> Amounts:
    """The same with what these activities add to sums."""
    if not keys:
        return amounts
    found: Amounts = defaultdict(int, amounts)
    rows = ListedActivity.objects.filter(pk__in=keys).values_list("told", flat=True)
    for told in rows:
        for measure, amount in told:
            found[measure] += amount
    return found


def _as_totals(amounts: Amounts) -> Totals:
    cells: Cells = {}
    withheld = set()
    for measure, amount in amounts.items():
        if measure not in CELL_OF or not amount:
            continue
        cell, part = CELL_OF[measure]
        if part == Part.TOLD:
            cells[cell] = amounts.get(measure - Part.TOLD + Part.PEOPLE, 0)
        elif part == Part.HIDDEN:
            withheld.add(cell)
    return Totals(
        activities=amounts.get(Measure.ACTIVITIES, 0),
        estimated=amounts.get(Measure.ESTIMATED, 0),
        counted=amounts.get(Measure.COUNTED, 0),
        people=sum(cells.values()),
        cells=cells,
        withheld=frozenset(withheld - cells.keys()),
    )


def sums_table(cells: Cells, withheld: Keys) -> dict[str, Any]:
    """The table of many activities, in which hidden counts are not added."""
    word = _("withheld")
    sums: dict[str, int | str] = dict.fromkeys((sex for sex, _age in withheld), word)
    for sex in {sex for sex, _age in cells}:
        sums[sex] = sum(people for key, people in cells.items() if key[0] == sex)
    table = figure_rows(cells, withheld, word)
    # Hidden counts are in none of these sums: nothing can be taken from them.
    totals = [sums[sex] for sex in Sex if sex in sums]
    return {
        **table,
        "totals": totals if len(table["rows"]) > 1 else None,
        "withheld": bool(withheld),
    }


def figure_rows(
    cells: Cells, hidden: Keys = frozenset(), word: str = ""
) -> dict[str, Any]:
    """A table of sex by age for components/figure-table.html; a word for a hidden cell.

    Sums stand only where no cell is hidden, or the hidden one could be computed
    from them.
    """
    keys = {*cells, *hidden}
    sexes = [sex for sex in Sex if any(key[0] == sex for key in keys)]
    ages = [age for age in AgeBand if any(key[1] == age for key in keys)]
    fewer = word or _("fewer than 5")

    def shown(sex: str, age: str) -> int | str | None:
        return fewer if (sex, age) in hidden else cells.get((sex, age))

    rows = [
        {"label": age.label, "values": [shown(sex, age) for sex in sexes]}
        for age in ages
    ]
    totals = None
    if not hidden and len(ages) > 1:
        totals = [
            sum(cells.get((sex, age)) or 0 for age in ages) or None for sex in sexes
        ]
    return {
        "columns": [sex.label for sex in sexes],
        "rows": rows,
        "totals": totals,
        "only_sum": keys == {(Sex.UNKNOWN, AgeBand.UNKNOWN)},
    }
