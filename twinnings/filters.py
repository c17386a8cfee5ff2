"""What readers may narrow the list of twinnings by; all of it stands in the address."""

import datetime
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.collation import sort_key
from amuprev.foundation.narrowing import EVERY, Filter, Found, Option, narrowed
from amuprev.foundation.near import every
from amuprev.foundation.search.words import telling, words_in
from network.choices import Country
from network.models import Theme
from twinnings.choices import ManagementTheme, Modality, TwinningStatus, TwinningType
from twinnings.overview import NO_DAY, NO_YEAR, Key, overview

# The filters of the page, in its order: facet, and its fixed list unless it has none.
OFFERED: tuple[tuple[str, Any, Any], ...] = (
    ("country", gettext_lazy("Country"), Country.choices),
    ("theme", gettext_lazy("Theme"), None),
    ("management", gettext_lazy("What town halls learn"), ManagementTheme.choices),
    ("year", gettext_lazy("Year"), None),
    ("status", gettext_lazy("Status"), TwinningStatus.choices),
    ("kind", gettext_lazy("Kind of twinning"), TwinningType.choices),
    ("exchange", gettext_lazy("Kind of exchange"), Modality.choices),
)
SORTED_BY_NAME = frozenset({"country", "theme"})
MOST_CHOSEN = 40
LONGEST = 100
KEY = re.compile(r"(\d{4}-\d{2}-\d{2}|0)\.(\d{1,9})", re.ASCII)


def key_written(text: str) -> Key | None:
    """The last one of the page before, from an address; None for anything else."""
    found = KEY.fullmatch(text)
    if found is None:
        return None
    try:
        day = NO_DAY if found[1] == "0" else datetime.date.fromisoformat(found[1])
    except ValueError:
        return None
    return day, int(found[2])


def written_key(key: Key) -> str:
    """A place in the list, as an address has it."""
    day, number = key
    return f"{'0' if day == NO_DAY else day.isoformat()}.{number}"


class TwinningFilter:
    """What an address asks for; anything it does not know it leaves aside."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.overview = overview()
        self.words = data.get("q", "").replace("\x00", "").strip()[:LONGEST]

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """How each filter calls its answers, in the order of its list."""
        fixed = {
            name: {str(value): str(label) for value, label in choices}
            for name, _label, choices in OFFERED
            if choices is not None
        }
        themes = {theme.key: theme.name or theme.key for theme in every(Theme)}
        return fixed | {"theme": themes, "year": self._years()}

    def _years(self) -> dict[str, str]:
        """The newest first; what has no year last."""
        told = {value for facet, value in self.overview.stored if facet == "year"}
        years = {year: year for year in sorted(told - {NO_YEAR}, reverse=True)}
        return years | ({NO_YEAR: _("year uncertain")} if NO_YEAR in told else {})

    @cached_property
    def chosen(self) -> Mapping[str, frozenset[str]]:
        """The known answers that the address names, by filter."""
        found = {
            name: frozenset(self.data.getlist(name)[:MOST_CHOSEN])
            & self.names[name].keys()
            for name, _label, _choices in OFFERED
        }
        return {name: values for name, values in found.items() if values}

    @cached_property
    def found(self) -> Found:
        """What the chosen answers and the name leave."""
        stored = self.overview.stored
        if self.words:
            said = words_in(self.words)
            stored = {**stored, EVERY: self.overview.named(telling(said) or said)}
        return narrowed(stored, self.chosen)

    def filters(self) -> list[Filter]:
        """Every filter with the answers that leave something, or that hold."""
        made = []
        for name, label, _choices in OFFERED:
            options = [
                option
                for value, words in self._in_order(name)
                if (option := self._option(name, value, words)).count or option.chosen
            ]
            if options:
                made.append(Filter(name, str(label), options))
        return made

    def _in_order(self, name: str) -> list[tuple[str, str]]:
        entries = list(self.names[name].items())
        if name in SORTED_BY_NAME:
            entries.sort(key=lambda entry: sort_key(entry[1]))
        return entries

    def _option(self, name: str, value: str, words: str) -> Option:
        count = self.found.counts.get((name, value), 0)
        return Option(value, words, count, value in self.chosen.get(name, ()))

    def in_use(self) -> list[dict[str, str]]:
        """Each answer that holds: its words, and the address without it."""
        labels = {name: str(label) for name, label, _choices in OFFERED}
        named = {"label": _("Name"), "words": self.words, "url": self._without_name()}
        return ([named] if self.words else []) + [
            {
                "label": labels[name],
                "words": self.names[name][value],
                "url": self._without(name, value),
            }
            for name, values in self.chosen.items()
            for value in sorted(values)
        ]

    def _without(self, name: str, value: str) -> str:
        rest = self.data.copy()
        rest.setlist(name, [each for each in rest.getlist(name) if each != value])
        rest.pop("after", None)
        return f"?{rest.urlencode()}"

    def _without_name(self) -> str:
        return f"?{urlencode([pair for pair in self.pairs() if pair[0] != 'q'])}"

    def pairs(self) -> list[tuple[str, str]]:
        """What is chosen, as the address has it, without where one stands in the list."""
        return ([("q", self.words)] if self.words else []) + [
            (name, value)
            for name, values in self.chosen.items()
            for value in sorted(values)
        ]
