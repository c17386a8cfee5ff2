"""Several answers in one question: how many of each, and keys of others in a row."""

from collections.abc import Mapping
from typing import Any

from django.db.models import (
    CharField,
    Func,
    IntegerField,
    Model,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast


class HowMany(Subquery):
    """How many rows a question finds; it may be cut, and then counts no further."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    empty_result_set_value = 0
    output_field = IntegerField()


class _Joined(Func):
    """All values in one text. Not an aggregate to Django, which would group the rows."""

    template = "GROUP_CONCAT(%(expressions)s, ',')"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """The same by its name there."""
        template = "STRING_AGG(%(expressions)s, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


def keys_of(rows: QuerySet, field: str) -> Subquery:
    """The keys in this field of all these rows, as one text; see keys_in."""
    every = _Joined(Cast(field, CharField()))
    return Subquery(rows.order_by().values_list(every), output_field=CharField())


def keys_in(text: str | None) -> list[int]:
    """The keys that such a text holds."""
    return [int(key) for key in text.split(",")] if text else []


def how_many(own: Model, rows: Mapping[str, QuerySet]) -> dict[str, int]:
    """How many each of these finds, in one question; nothing for no questions.

    Every question wants a row to be asked from: this one.
    """
    if not rows:
        return {}
    asked = own.__class__._default_manager.filter(pk=own.pk).order_by()
    counts = {name: HowMany(each.values("pk")) for name, each in rows.items()}
    found = asked.values_list(*counts.values()).first()
    return dict(zip(counts, found or [0] * len(counts), strict=True))
