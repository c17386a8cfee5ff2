"""Participants added up: pure functions over counts, without the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from network.choices import AgeBand, Sex


class Count(Protocol):
    """A cell: how many people of one sex and age band."""

    sex: str
    age_band: str
    people: int


@dataclass(frozen=True)
class Participants:
    """People by sex and by sex and age; None means not recorded."""

    by_sex: dict[str, int | None]
    table: dict[tuple[str, str], int]
    total: int | None

    @property
    def women(self) -> int | None:
        return self.by_sex[Sex.WOMEN]

    @property
    def men(self) -> int | None:
        return self.by_sex[Sex.MEN]

    @property
    def unseparated(self) -> int | None:
        return self.by_sex[Sex.UNKNOWN]

    @property
    def sexes(self) -> list[tuple[str, int]]:
        """The recorded sexes and their people, in the order of the list."""
        return [
            (str(sex.label), people)
            for sex in Sex
            if (people := self.by_sex[sex]) is not None
        ]

    @property
    def has_ages(self) -> bool:
        """True when some people were counted by age."""
        return any(age != AgeBand.UNKNOWN for _sex, age in self.table)

    @property
    def columns(self) -> list[str]:
        """Names of the recorded sexes."""
        return [str(sex.label) for sex in self._used_sexes()]

    @property
    def rows(self) -> list[dict]:
        """Age bands with their cells, only those recorded."""
        return [
            {
                "label": band.label,
                "values": [self.table.get((sex, band)) for sex in self._used_sexes()],
            }
            for band in AgeBand
            if any((sex, band) in self.table for sex in Sex)
        ]

    @property
    def totals(self) -> list[int | None]:
        """Total of each recorded sex."""
        return [self.by_sex[sex] for sex in self._used_sexes()]

    def _used_sexes(self) -> list[Sex]:
        return [sex for sex in Sex if self.by_sex[sex] is not None]


def participants(counts: Iterable[Count]) -> Participants:
    """Add up cells (people, whole numbers); what nobody recorded stays None."""
    table = {(count.sex, count.age_band): count.people for count in counts}
    by_sex: dict[str, int | None] = {}
    for sex in Sex:
        cells = [people for (each, _age), people in table.items() if each == sex]
        by_sex[sex] = sum(cells) if cells else None
    total = sum(table.values()) if table else None
    return Participants(by_sex=by_sex, table=table, total=total)
