"""Texts of records as the search takes them in."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import override

from amuprev.foundation.search.documents import Document

LANGUAGES = ("es", "en")
LONGEST_KEY = 18
# Among what fits equally well, what stands for a whole comes first.
COUNTRY, ASSOCIATION, MUNICIPALITY, PLACE, PARTNER = 4, 5, 6, 9, 10
HAPPENING, ACTIVITY = 12, 20


def numbers(keys: Iterable[str]) -> list[int]:
    """Those of the keys that can be a record's number."""
    return [int(key) for key in keys if key.isdecimal() and len(key) <= LONGEST_KEY]


def told(record: Any, name: str, language: str) -> tuple[str, str]:
    """A text for readers of a language, and the language that it is in."""
    text = getattr(record, f"{name}_{language}", None)
    if text:
        return str(text), language
    return str(getattr(record, f"{name}_es", None) or ""), "es"


def years_of(first: datetime.date | None, last: datetime.date | None) -> frozenset[int]:
    """The years in which something went on."""
    if first is None:
        return frozenset()
    end = max(first, last or first).year
    return frozenset(range(first.year, min(end, first.year + 30) + 1))


def in_both(
    make: Callable[[Any, str], Document | None],
) -> Callable[[Iterable[Any]], Iterator[Document]]:
    """Documents of records for readers of each language, labels in theirs."""

    def documents(records: Iterable[Any]) -> Iterator[Document]:
        for record in records:
            for language in LANGUAGES:
                with override(language):
                    made = make(record, language)
                if made is not None:
                    yield made

    return documents
