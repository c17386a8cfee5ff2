"""What readers may narrow the list of norms by: they are few, and read at once."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from amuprev.foundation.narrowing import Filter, Option
from amuprev.foundation.search.words import fold
from toolkit.choices import InstrumentStatus, InstrumentType
from toolkit.lines import told

FACETS = (("type", InstrumentType), ("status", InstrumentStatus))
LONGEST = 100


class NormFilter:
    """What an address asks for; anything it does not know it leaves aside."""

    def __init__(self, data: QueryDict, norms: Sequence[Any], country: str) -> None:
        self.words = data.get("q", "").replace("\x00", "").strip()[:LONGEST]
        self.chosen = {
            name: frozenset(data.getlist(name)) & set(fixed.values)
            for name, fixed in FACETS
        }
        here = [norm for norm in norms if country in ("", norm.country)]
        wanted = fold(self.words).split()
        self.worded = [norm for norm in here if _says(norm, wanted)]
        self.found = [norm for norm in self.worded if self._fits(norm)]

    def _fits(self, norm: Any, aside: str = "") -> bool:
        return all(
            not values or name == aside or getattr(norm, name) in values
            for name, values in self.chosen.items()
        )

    def filters(self) -> list[Filter]:
        """The answers of each with how many norms they would leave."""
        labels = {"type": _("Type"), "status": _("Status")}
        return [
            Filter(name, labels[name], self._options(name, fixed))
            for name, fixed in FACETS
        ]

    def _options(self, name: str, fixed: Any) -> list[Option]:
        counts = Counter(
            getattr(norm, name) for norm in self.worded if self._fits(norm, name)
        )
        return [
            Option(value, str(label), counts[value], value in self.chosen[name])
            for value, label in fixed.choices
            if counts[value] or value in self.chosen[name]
        ]

    def pairs(self) -> list[tuple[str, str]]:
        """What holds, for an address."""
        said = [("q", self.words)] if self.words else []
        return said + [
            (name, value)
            for name, values in self.chosen.items()
            for value in sorted(values)
        ]

    def in_use(self, country: list[tuple[str, str]]) -> list[dict[str, str]]:
        """Each filter that holds, and the address without it."""
        labels: dict[str, dict[str, Any]] = {
            name: dict(fixed.choices) for name, fixed in FACETS
        }
        names = {"type": _("Type"), "status": _("Status"), "q": _("Words")}
        return [
            {
                "label": names[name],
                "words": str(labels.get(name, {}).get(value, value)),
                "url": "?"
                + urlencode([*country, *(p for p in self.pairs() if p != pair)]),
            }
            for pair in self.pairs()
            for name, value in [pair]
        ]


def _says(norm: Any, wanted: list[str]) -> bool:
    """Whether it says all these words, in whichever language."""
    if not wanted:
        return True
    texts = [norm.number, norm.gazette_number]
    for name in ("title", "body", "relevance"):
        texts += [getattr(norm, f"{name}_es"), getattr(norm, f"{name}_en")]
    texts += [told(each, "summary")[0] for each in norm.articles.all()]
    said = fold(" ".join(text for text in texts if text))
    return all(word in said for word in wanted)
