"""The shape of the records of open tables, as JSON Schema (draft 2020-12)."""

from collections.abc import Sequence
from typing import Any

from amuprev.foundation.open_data.fields import Field, Holds

Schema = dict[str, Any]
NULL = {"type": "null"}


def ref(name: str) -> Schema:
    """One of the shapes that records share."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """The same, or nothing."""
    return {"anyOf": [schema, NULL]}


def strict(properties: dict[str, Schema], **more: Any) -> Schema:
    """An object that has all these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


def array(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


TEXT: Schema = {"type": ["string", "null"]}
DAY: Schema = {
    "type": ["string", "null"],
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
}
WHOLE: Schema = {"type": ["integer", "null"]}
NUMBER: Schema = {"type": ["number", "null"]}
ADDRESS: Schema = {"type": "string", "format": "uri"}

# A text in two languages; in one when the question named it.
SHARED: dict[str, Schema] = {
    "Text": {
        "oneOf": [
            strict({"es": TEXT, "en": TEXT}),
            strict({"lang": {"enum": ["es", "en"]}, "text": TEXT}),
        ]
    },
    "Entry": strict({"key": {"type": "string"}, "name": ref("Text")}),
    "Page": strict({"es": ADDRESS, "en": ADDRESS}),
}


def codes(words: Any) -> Schema:
    """A code of a fixed list, or nothing."""
    return {"enum": [*words.values, None]}


def schema_of(field: Field) -> Schema:
    """The shape of one field, with what it means."""
    shapes: dict[Holds, Schema] = {
        Holds.TEXT: TEXT,
        Holds.BOTH: ref("Text"),
        Holds.WHOLE: WHOLE,
        Holds.NUMBER: NUMBER,
        Holds.DAY: DAY,
        Holds.YES_NO: {"type": "boolean"},
        Holds.LINK: TEXT,
        Holds.PAGE: or_null(ref("Page")),
        Holds.ENTRY: or_null(ref("Entry")),
        Holds.ENTRIES: array(ref("Entry")),
        Holds.LINES: array({"type": "string"}),
    }
    if field.holds == Holds.CODE:
        shape = codes(field.words)
    elif field.holds == Holds.CODES:
        shape = array({"enum": list(field.words.values)})
    elif field.holds == Holds.SHAPE:
        shape = field.shape
    else:
        shape = shapes[field.holds]
    return {**shape, "title": str(field.label), "description": str(field.about)}


def record_schema(fields: Sequence[Field]) -> Schema:
    """The shape of a record."""
    return strict({field.key: schema_of(field) for field in fields})
