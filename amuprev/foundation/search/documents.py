"""What the search holds of one public thing, for readers of one language."""

import datetime
import hashlib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from amuprev.foundation.search.words import LONGEST, stem, telling, words_in

FIRST_DAY = datetime.date(1900, 1, 1)
MOST_DAYS = 1 << 17
MOST_RANKS = 1 << 6
# Of longer texts the beginning is indexed; so many letters are more than any page has.
MOST_TEXT = 200_000
WRITTEN_OUT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Document:
    """One public thing in one language: what is found, and where it leads.

    A text that exists in Spanish only carries its own language, so that its words are
    stemmed as Spanish and a page of another language can mark it.
    """

    kind: str
    key: str
    language: str
    rank: int
    title: str
    address: str
    text: str = ""
    title_language: str = ""
    text_language: str = ""
    # Where and when, in words.
    note: str = ""
    # Other names under which it is looked for: as good as its title.
    names: tuple[str, ...] = ()
    # Found by these words too, which no excerpt shows: kinds, places, partners.
    facts: tuple[str, ...] = ()
    day: datetime.date | None = None
    country: str = ""
    countries: frozenset[str] = field(default_factory=frozenset)
    years: frozenset[int] = field(default_factory=frozenset)

    @property
    def own_title_language(self) -> str:
        """The language of its title."""
        return self.title_language or self.language

    @property
    def own_text_language(self) -> str:
        """The language of its text."""
        return self.text_language or self.language

    @property
    def place(self) -> int:
        """Where it stands among all: by rank, newest first; unique and always the same."""
        day = self.day or FIRST_DAY
        age = max(0, min(MOST_DAYS - 1, MOST_DAYS - 1 - (day - FIRST_DAY).days))
        own = int(self.key) if self.key.isdecimal() else _number(self.key)
        own = (_number(self.kind) % (1 << 12) << 27) | own % (1 << 27)
        own = own << 1 | (self.language == "en")
        return (min(self.rank, MOST_RANKS - 1) << 57) | (age << 40) | own

    @property
    def tokens(self) -> str:
        """Its stems in order, each bearing its language; names also apart and whole."""
        titles: list[str] = []
        whole: list[str] = []
        for name in (self.title, *self.names):
            stems = list(self._stems(name, self.own_title_language))
            titles += stems
            whole += ["_".join(stems)] if stems else []
        texts: Iterator[str] = self._stems(
            self.text[:MOST_TEXT], self.own_text_language
        )
        for fact in self.facts:
            texts = itertools.chain(texts, self._stems(fact, self.language))
        mark = self.language
        found = [f"{mark}_t_{each}" for each in titles]
        found += [f"{mark}_x_{each}" for each in dict.fromkeys(whole)]
        found += [f"{mark}_{each}" for each in (*titles, *texts)]
        return " ".join([*found, *self._filters()])

    def words(self) -> dict[str, str]:
        """The folded words in it, for whoever mistypes one, and how each is written."""
        texts = (self.text[:MOST_TEXT], self.title, *self.names, *self.facts)
        found: dict[str, str] = {}
        for text in texts:
            for written in WRITTEN_OUT.findall(text):
                if folded := _as_asked(written):
                    known = found.get(folded)
                    if known is None or not known.islower():
                        found[folded] = written[:LONGEST]
        return found

    def _stems(self, text: str, language: str) -> Iterator[str]:
        return (stem(word, language) for word in telling(words_in(text)))

    def _filters(self) -> Iterator[str]:
        yield filter_token(self.language, "k", self.kind)
        for code in sorted(self.countries | {self.country}):
            if code:
                yield filter_token(self.language, "c", code)
        for year in sorted(self.years):
            yield filter_token(self.language, "y", str(year))


@lru_cache(maxsize=100_000)
def _as_asked(written: str) -> str:
    """A word as a question has it; nothing when it tells nothing."""
    folded = words_in(written)
    return folded[0] if len(folded) == 1 and telling(folded) else ""


@lru_cache(maxsize=1_000)
def _number(text: str) -> int:
    """A number of five bytes that stands for a text."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=5).digest())


def filter_token(language: str, name: str, value: str) -> str:
    """What stands in the index for a filter's value."""
    plain = "".join(sign for sign in value.lower() if sign.isalnum() and sign.isascii())
    return f"{language}_{name}_{plain}"


@dataclass(frozen=True)
class Source:
    """One kind of public thing: which there are, and what the search holds of them."""

    kind: str
    # What a filter and a result call it.
    label: Any
    # All that are public now.
    every: Callable[[], Iterable[Any]]
    # Of these keys, those that are public now; asked in the transaction of a change.
    documents: Callable[[Sequence[str]], Iterable[Document]]
    # Of these keys, those that are public now, asked again before a reader sees them.
    public: Callable[[Sequence[str]], set[str]] | None = None
    # Of these keys, where in each the words asked for stand: its note and its address,
    # by key, from what is found (key, language, address) and the stems.
    aim: (
        Callable[[Sequence[Any], frozenset[str]], dict[Any, tuple[str, str]]] | None
    ) = None
