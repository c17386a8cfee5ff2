"""What readers may narrow the list of assessments by; all of it stands in the address."""

import re
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from amuprev.foundation.narrowing import Filter, Option
from municipio_seguro.choices import AssessmentKind
from municipio_seguro.models import Assessment
from network.choices import Country

# Filter, its words, the column it reads, its list.
OFFERED: tuple[tuple[str, Any, str, Any], ...] = (
    ("country", gettext_lazy("Country"), "municipality__country", Country.choices),
    ("kind", gettext_lazy("Kind"), "kind", AssessmentKind.choices),
)
KEY = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class AssessmentFilter:
    """What an address asks for; anything it does not know it leaves aside."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data

    @cached_property
    def chosen(self) -> dict[str, list[str]]:
        """The known answers that the address names, by filter."""
        found = {
            name: sorted(set(self.data.getlist(name)) & {str(v) for v, _l in choices})
            for name, _label, _column, choices in OFFERED
        }
        return {name: values for name, values in found.items() if values}

    @property
    def after(self) -> int | None:
        """The number of the last one of the page before."""
        found = KEY.fullmatch(self.data.get("after", ""))
        return int(found[0]) if found else None

    @property
    def rows(self) -> QuerySet[Assessment]:
        """What the filters leave."""
        rows = Assessment.objects.current()
        for name, _label, column, _choices in OFFERED:
            if name in self.chosen:
                rows = rows.filter(**{f"{column}__in": self.chosen[name]})
        return rows

    @cached_property
    def count(self) -> int:
        """How many they are."""
        return sum(
            count
            for (country, kind), count in self._counted.items()
            if self.lets_through(country, kind)
        )

    def lets_through(self, country: str, kind: str) -> bool:
        """True where an assessment of this country and kind is left."""
        return self._holds("country", country) and self._holds("kind", kind)

    @cached_property
    def _counted(self) -> dict[tuple[str, str], int]:
        """How many there are of each country and kind, in one question."""
        rows = Assessment.objects.current().order_by()
        told = rows.values_list("municipality__country", "kind").annotate(Count("pk"))
        return {(country, kind): count for country, kind, count in told}

    def filters(self) -> list[Filter]:
        """Every filter with the answers that leave something, or that hold."""
        made = []
        for at, (name, label, _column, choices) in enumerate(OFFERED):
            options = [
                Option(
                    str(value),
                    str(words),
                    self._would_leave(at, str(value)),
                    str(value) in self.chosen.get(name, ()),
                )
                for value, words in choices
            ]
            kept = [each for each in options if each.count or each.chosen]
            if kept:
                made.append(Filter(name, str(label), kept))
        return made

    def in_use(self) -> list[dict[str, str]]:
        """Each answer that holds: its words, and the address without it."""
        names = {n: {str(v): str(w) for v, w in c} for n, _l, _c, c in OFFERED}
        labels = {n: str(label) for n, label, _c, _choices in OFFERED}
        pairs = self._pairs()
        return [
            {
                "label": labels[name],
                "words": names[name][value],
                "url": "?" + urlencode([p for p in pairs if p != (name, value)]),
            }
            for name, value in pairs
        ]

    def older_url(self, last: int | None) -> str:
        """Where the list goes on."""
        if last is None:
            return ""
        return "?" + urlencode([*self._pairs(), ("after", str(last))])

    def first_url(self) -> str:
        """Where the list begins; nothing at its beginning."""
        return "?" + urlencode(self._pairs()) if self.after else ""

    def _pairs(self) -> list[tuple[str, str]]:
        return [(name, v) for name, values in self.chosen.items() for v in values]

    def _holds(self, name: str, value: str) -> bool:
        return name not in self.chosen or value in self.chosen[name]

    def _would_leave(self, at: int, value: str) -> int:
        other = OFFERED[1 - at][0]
        return sum(
            count
            for key, count in self._counted.items()
            if key[at] == value and self._holds(other, key[1 - at])
        )
