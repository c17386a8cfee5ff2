"""Public totals of participants: published cells only."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.utils.translation import gettext as _

from network.choices import AgeBand, CountingMethod, Sex
from network.models import Activity, ActivityCount
from network.queries import ActivityQuerySet

Cells = dict[tuple[str, str], int]
Keys = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Totals:
    """What a set of activities adds up to, cell by cell of sex and age."""

    activities: int = 0
    estimated: int = 0
    counted: int = 0
    people: int = 0
    cells: Cells = field(default_factory=dict)
    withheld: Keys = frozenset()


def published_cells(activities: ActivityQuerySet) -> tuple[Cells, Keys]:
    """The people of each sex and age band, and the cells made of hidden counts only."""
    chosen = activities.order_by().values("pk")
    rows = list(
        ActivityCount.objects.filter(activity__in=chosen)
        .order_by()
        .values_list("sex", "age_band")
        .annotate(told=Sum("people", filter=Q(hidden=False)))
    )
    cells = {(sex, age): told for sex, age, told in rows if told is not None}
    withheld = frozenset((sex, age) for sex, age, told in rows if told is None)
    return cells, withheld


def public_totals(activities: ActivityQuerySet) -> Totals:
    """Add the published cells of public activities; a hidden one never enters."""
    chosen = activities.order_by().values("pk")
    told = ActivityCount.objects.filter(activity=OuterRef("pk"), hidden=False)
    heads = Activity.objects.filter(pk__in=chosen).aggregate(
        activities=Count("pk"),
        estimated=Count("pk", filter=Q(counting_method=CountingMethod.ESTIMATE)),
        counted=Count("pk", filter=Exists(told)),
    )
    cells, withheld = published_cells(activities)
    people = sum(cells.values())
    return Totals(people=people, cells=cells, withheld=withheld, **heads)


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
