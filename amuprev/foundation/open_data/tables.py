"""Open tables: which rows everybody may read, and how they are read in pages."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, Max, QuerySet, Value
from django.http import QueryDict

from amuprev.foundation.open_data.fields import Field, Record
from amuprev.foundation.open_data.schema import Schema, record_schema

BATCH = 500
MOST_DIGITS = 18
Facts = dict[str, Any]


class NotUnderstood(Exception):  # noqa: N818  it is an answer, not an error
    """A question that makes no sense: which part of it, and why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name)
        self.name, self.why = name, why


@dataclass(frozen=True)
class Page:
    """Some records, and where the next ones begin; nothing at the end."""

    records: list[Record]
    after: str = ""


@dataclass(frozen=True)
class Table:
    """An open table: its names, its fields and the rows that are public."""

    key: str
    words: dict[str, str]  # in its addresses
    title: Any
    about: Any
    fields: tuple[Field, ...]
    rows: Callable[[], QuerySet]
    # How a row is asked for by its permanent key.
    by: str = "key"
    # The histories that say when it last changed.
    kept: tuple[Callable[[], QuerySet], ...] = field(default=())

    # How its files are made, where they are older than this description.
    own_file: Callable[[str, Any], Iterator[bytes]] | None = None
    # What its interface can be narrowed by, besides `after` and `limit`.
    filters: tuple[str, ...] = ()

    def schema(self) -> Schema:
        """The shape of its records."""
        return record_schema(self.fields)

    def record(self, row: Any) -> Record:
        """A row as everybody reads it."""
        return {each.key: each.read(row) for each in self.fields}

    def batches(self) -> Iterator[list[Record]]:
        """All its records; each batch is a short question of its own."""
        last = 0
        while rows := list(self._after(last)[:BATCH]):
            yield [self.record(row) for row in rows]
            last = rows[-1].pk

    def page(self, after: str, most: int, asked: QueryDict) -> Page:
        """The records after a place in the table."""
        last = _position(after)
        rows = list(self._after(last)[: most + 1])
        told = [self.record(row) for row in rows[:most]]
        more = len(rows) > most
        return Page(told, str(rows[most - 1].pk) if more else "")

    def one(self, key: str) -> Record | None:
        """The record of a key."""
        if self.by == "pk" and not is_number(key):
            return None
        row = self.rows().filter(**{self.by: key}).first()
        return None if row is None else self.record(row)

    def _after(self, last: int) -> QuerySet:
        return self.rows().filter(pk__gt=last).order_by("pk")

    def counted(self) -> Any:
        """How many rows, as a question that can be asked together with others."""
        rows: Any = self.rows().order_by()
        # Rewritten by modeltranslation, the columns would come in no fixed order.
        rows = rows.rewrite(False) if hasattr(rows, "rewrite") else rows
        told = rows.annotate(of=Value(self.key, CharField()))
        return told.values("of").annotate(many=Count("pk")).values_list("of", "many")

    def changes(self) -> list[Any]:
        """When it last changed, as such questions."""
        return [
            rows.order_by()
            .annotate(of=Value(self.key, CharField()))
            .values("of")
            .annotate(at=Max("history_date"))
            .values_list("of", "at")
            for rows in (history() for history in self.kept)
        ]


def history_of(model: Any, **chosen: Any) -> Callable[[], QuerySet]:
    """The history of a model's records, or of some of them."""
    name = model._meta.simple_history_manager_attribute
    return lambda: getattr(model, name).filter(**chosen)


def is_number(text: str) -> bool:
    """True for a whole number that a database can hold."""
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _position(after: str) -> int:
    if not after:
        return 0
    if not is_number(after):
        raise NotUnderstood("after", after)
    return int(after)


def rows_counted(tables: Sequence[Table]) -> dict[str, int]:
    """How many rows each table has, in one question; none for a table without any."""
    return dict(_asked_together([table.counted() for table in tables]))


def last_changes(tables: Sequence[Table]) -> dict[str, datetime.datetime]:
    """When each table last changed, in one question."""
    questions = [each for table in tables for each in table.changes()]
    latest: dict[str, datetime.datetime] = {}
    for key, at in _asked_together(questions):
        if at and (key not in latest or at > latest[key]):
            latest[key] = at
    return latest


def _asked_together(questions: list[Any]) -> list[tuple[str, Any]]:
    if not questions:
        return []
    first, *others = questions
    return list(first.union(*others, all=True)) if others else list(first)
