"""Public totals of participants: published cells only."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.utils.translation import gettext as _

from network.choices import AgeBand, CountingMethod, Sex
from network.models import Activity, ActivityCount
from network.queries import ActivityQuerySet

Cells = dict[tuple[str, str], int]


@dataclass(frozen=True)
class Totals:
    """What a set of activities adds up to, cell by cell of sex and age."""

    activities: int = 0
    estimated: int = 0
    counted: int = 0
    people: int = 0
    cells: Cells = field(default_factory=dict)


def published_cells(activities: ActivityQuerySet) -> dict[tuple[str, str], int]:
    """The people of each sex and age band, without any hidden cell."""
    chosen = activities.order_by().values("pk")
    rows = (
        ActivityCount.objects.filter(activity__in=chosen, hidden=False)
        .order_by()
        .values_list("sex", "age_band")
        .annotate(Sum("people"))
    )
    return {(sex, age): people for sex, age, people in rows}


def public_totals(activities: ActivityQuerySet) -> Totals:
    """Add the published cells of public activities; a hidden one never enters."""
    chosen = activities.order_by().values("pk")
    told = ActivityCount.objects.filter(activity=OuterRef("pk"), hidden=False)
    heads = Activity.objects.filter(pk__in=chosen).aggregate(
        activities=Count("pk"),
        estimated=Count("pk", filter=Q(counting_method=CountingMethod.ESTIMATE)),
        counted=Count("pk", filter=Exists(told)),
    )
    cells = published_cells(activities)
    return Totals(people=sum(cells.values()), cells=cells, **heads)


def figure_rows(
    cells: Cells, hidden: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, Any]:
    """A table of sex by age for components/figure-table.html.

    Sums stand only where no cell of the line is hidden, or the hidden one
    could be computed from them.
    """
    sexes = [sex for sex in Sex if any(key[0] == sex for key in cells)]
    ages = [age for age in AgeBand if any(key[1] == age for key in cells)]
    fewer = _("fewer than 5")

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
        "only_sum": ages == [AgeBand.UNKNOWN] and sexes == [Sex.UNKNOWN],
    }
