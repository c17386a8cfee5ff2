"""The people of a batch of activities, a column for each sex and age."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from network.exports.names import Names

Cell = tuple[str, str]
# People by activity; in place of a number a word that tells less.
Column = dict[int, Any]
# Activity, sex, age, people, and whether their number is hidden.
Row = tuple[int, str, str, int, Any]


class Counts:
    """People by sex and age, a column for each cell; a hidden one never its number."""

    def __init__(self, rows: Iterable[Row], names: Names) -> None:
        self.cells: dict[Cell, Column] = {}
        of_sex: dict[str, list[Column]] = defaultdict(list)
        hidden: list[tuple[str, Column]] = []
        for (sex, age, apart), column in _columns(rows).items():
            if apart and not names.own:
                hidden.append((sex, column))
                column = dict.fromkeys(column, names.fewer)
            else:
                of_sex[sex].append(column)
            self.cells[sex, age] = self.cells.get((sex, age), {}) | column
        self.sums = {sex: _sum(columns) for sex, columns in of_sex.items()}
        self.totals = _sum(self.sums.values())
        for sex, column in hidden:
            self._tell_less(sex, column, names)

    def _tell_less(self, sex: str, column: Column, names: Names) -> None:
        """No sum from which what is hidden could be worked out."""
        told = [held for (whose, _age), held in self.cells.items() if whose == sex]
        sums = self.sums.setdefault(sex, {})
        for key in column:
            alone = sum(key in held for held in told) == 1
            sums[key] = names.fewer if alone else names.withheld
            self.totals[key] = names.withheld


def _columns(rows: Iterable[Row]) -> dict[tuple[str, str, Any], Column]:
    found: dict[tuple[str, str, Any], Column] = defaultdict(dict)
    for key, sex, age, people, hidden in rows:
        found[sex, age, hidden][key] = people
    return found


def _sum(columns: Iterable[Column]) -> Column:
    """The numbers of several columns added up, beginning with the longest."""
    longest, *others = sorted(columns, key=len, reverse=True) or ({},)
    total = dict(longest)
    for column in others:
        for key, people in column.items():
            total[key] = total.get(key, 0) + people
    return total
