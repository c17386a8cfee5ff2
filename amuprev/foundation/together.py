"""Rows of several kinds read in one question, each as JSON of its columns.

A page that shows a record with all that belongs to it would else ask once for each
kind, and wait for each answer.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Func, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, RowNumber

# PostgreSQL takes a hundred arguments for a function, SQLite a few more.
MOST_ARGUMENTS = 90
OF = "_of"
# How to reach a column from the row: the relations, then the field.
Column = tuple[tuple[str, ...], models.Field]


class _Values(Func):
    """These values as a list of JSON, in both databases."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """The same by its name there."""
        return self.as_sql(compiler, connection, function="json_build_array", **more)


def read_together(**asked: QuerySet) -> dict[str, list[Any]]:
    """The rows that each of these would find, in its order, asked in one question.

    With what they select; they may be cut, but not defer or be combined. What they
    would prefetch is asked beside them: see with_related and keep_related.
    """
    columns = {name: _columns(rows) for name, rows in asked.items()}
    members = [
        _member(name, rows, columns[name])
        for name, rows in asked.items()
        if not rows.query.is_empty()
    ]
    found: dict[str, list[tuple[int, Any]]] = {name: [] for name in asked}
    if members:
        # A question alone is no union, and may not be written as one.
        every = members[0].union(*members[1:], all=True) if members[1:] else members[0]
        for name, turn, text in every:
            told = _flat(json.loads(text, parse_float=Decimal))
            found[name].append((turn, _row(asked[name], columns[name], told)))
    return {
        name: [row for _turn, row in sorted(rows, key=lambda each: each[0])]
        for name, rows in found.items()
    }


def with_related(records: Iterable[Any], *names: str) -> list[Any]:
    """The same records, whose relations of these names answer without a question."""
    every = list(records)
    if every:
        asked = {name: related_to_all(every, name) for name in names}
        found = read_together(**asked)
        for name in names:
            keep_related(every, name, found[name])
    return every


def related_to(record: Any, name: str) -> QuerySet:
    """The rows of one of its relations, for read_together and keep_related."""
    return related_to_all([record], name)


def related_to_all(records: Sequence[Any], name: str) -> QuerySet:
    """The same of several records, of which there is one at least."""
    return related_in(records[0].__class__, name, [record.pk for record in records])


def related_in(model: Any, name: str, keys: Any) -> QuerySet:
    """The same of the records with these keys, or with those that a question finds."""
    relation = model._meta.get_field(name)
    if relation.one_to_many:
        back = relation.field.name
    else:
        back = relation.related_query_name()
    rows = relation.related_model._default_manager.filter(**{f"{back}__in": keys})
    return rows.annotate(**{OF: F(back)})


def complete(record: Any, *names: str, **more: QuerySet) -> dict[str, list[Any]]:
    """All of a record's page in one question: the relations of these names, kept with
    it, and whatever else the page shows."""
    asked = {name: related_to(record, name) for name in names} | more
    found = read_together(**asked)
    for name, rows in asked.items():
        # Also one asked with more than its own columns: it began with related_to.
        if OF in rows.query.annotations:
            keep_related([record], name, found[name])
    return found


def keep_related(records: Sequence[Any], name: str, rows: Iterable[Any]) -> None:
    """Have these records' relation answer with its own of these rows."""
    own = defaultdict(list)
    for row in rows:
        own[getattr(row, OF)].append(row)
    for record in records:
        relation = record._meta.get_field(name)
        if relation.one_to_many:
            # A row knows whose it is: asking it costs no question.
            for row in own[record.pk]:
                relation.field.set_cached_value(row, record)
        known = getattr(record, name).all()
        known._result_cache = own[record.pk]
        known._prefetch_done = True
        kept = getattr(record, "_prefetched_objects_cache", None)
        if kept is None:
            kept = record._prefetched_objects_cache = {}
        kept[name] = known


def _columns(rows: QuerySet) -> list[Column]:
    """What is stored of each row, and of what is selected with it."""
    related = rows.query.select_related
    return list(_stored(rows.model, (), related if isinstance(related, dict) else {}))


def _stored(model: Any, path: tuple[str, ...], related: dict) -> Iterator[Column]:
    fields = model._meta.concrete_fields
    names = {field.attname for field in fields}
    for field in fields:
        # A text in two languages is read by its two columns alone.
        if f"{field.attname}_es" not in names:
            yield path, field
    for name, further in related.items():
        relation = model._meta.get_field(name)
        yield from _stored(relation.related_model, (*path, name), further)


def _member(name: str, rows: QuerySet, columns: list[Column]) -> QuerySet:
    order = _order(rows)
    if rows.query.is_sliced:
        whole = rows.model._default_manager.filter(pk__in=rows.values("pk"))
        rows = whole.annotate(**rows.query.annotation_select)
    paths = ["__".join((*path, field.attname)) for path, field in columns]
    wanted = [F(path) for path in (*paths, *rows.query.annotation_select)]
    rows = rows.prefetch_related(None)
    plain = rows.rewrite(False) if hasattr(rows, "rewrite") else rows
    return plain.order_by().values_list(
        Value(name, output_field=TextField()),
        Window(RowNumber(), order_by=order),
        Cast(_in_parts(wanted), TextField()),
    )


def _order(rows: QuerySet) -> list[Any]:
    """As the question says, or else as its model does."""
    asked = rows.query.order_by or rows.model._meta.ordering or ("pk",)
    found = [each for each in asked if each != "?"]
    return [
        F(each[1:]).desc() if isinstance(each, str) and each.startswith("-") else each
        for each in found
    ]


def _in_parts(wanted: list[Any]) -> Func:
    """A list of lists: a function takes only so many arguments."""
    parts = range(0, len(wanted), MOST_ARGUMENTS)
    return _Values(*(_Values(*wanted[at : at + MOST_ARGUMENTS]) for at in parts))


def _flat(told: list[list[Any]]) -> list[Any]:
    return [value for part in told for value in part]


def _row(rows: QuerySet, columns: list[Column], told: list[Any]) -> Any:
    values: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
    for (path, field), value in zip(columns, told, strict=False):
        values[path][field.attname] = _read(field, value)
    made = _made(rows.model, (), values, rows.query.select_related or {})
    annotated = zip(
        rows.query.annotation_select.items(), told[len(columns) :], strict=True
    )
    for (name, expression), value in annotated:
        setattr(made, name, _read(expression.output_field, value))
    return made


def _made(model: Any, path: tuple[str, ...], values: dict, related: Any) -> Any:
    own = values[path]
    row = model.from_db("default", list(own), list(own.values()))
    for name, further in related.items() if isinstance(related, dict) else ():
        relation = model._meta.get_field(name)
        there, key = (*path, name), relation.related_model._meta.pk.attname
        known = None
        if values[there][key] is not None:
            known = _made(relation.related_model, there, values, further)
            if relation.one_to_one:
                relation.remote_field.set_cached_value(known, row)
        relation.set_cached_value(row, known)
    return row


def _read(field: Any, value: Any) -> Any:
    """What the database would have given for this column."""
    if value is None:
        return None
    if isinstance(field, models.ForeignKey):
        return _read(field.target_field, value)
    if isinstance(field, models.DateTimeField):
        read = datetime.datetime.fromisoformat(value)
        return read if read.tzinfo else read.replace(tzinfo=datetime.UTC)
    if isinstance(field, models.DecimalField):
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-field.decimal_places))
    if isinstance(field, models.JSONField):
        # Text in SQLite; in PostgreSQL already read, with its own kind of fractions.
        plain = value if isinstance(value, str) else json.dumps(value, default=float)
        return json.loads(plain)
    if isinstance(field, models.FileField):
        return value
    return field.to_python(value)
