"""Columns of a table that leaves the portal, read batch by batch."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

# A column in which a whole batch has nothing.
NOTHING: tuple[None, ...] = ()


@dataclass(frozen=True)
class Sparse:
    """A column in which few rows have something: what is known, by the rows' keys."""

    known: Mapping[int, Any]
    keys: Sequence[int]

    def __iter__(self) -> Iterator[Any]:
        """A value for each row, None where nothing is known."""
        return map(self.known.get, self.keys)


Read = Callable[[Any], Iterable[Any]]


class Kind(Enum):
    """What stands in a column."""

    WORDS = "words"  # ours, from short lists
    TEXT = "text"  # somebody's, never to be trusted
    PLAIN = "plain"  # ours, of signs that no format needs to protect
    WHOLE = "whole"  # a whole number, or a word in its place
    NUMBER = "number"  # one that may have decimals
    DAY = "day"  # ISO, with as many parts as are known


@dataclass(frozen=True)
class Column:
    """A heading, and how its values are read from a batch."""

    key: str
    heading: Any  # translated when the file is begun
    read: Read
    kind: Kind = Kind.WORDS
    width: int = 14


def headings(columns: Sequence[Column]) -> list[str]:
    """The first row, in the active language."""
    return [str(column.heading) for column in columns]
