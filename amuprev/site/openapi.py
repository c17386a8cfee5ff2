"""The interface for programs described as OpenAPI 3.1, made from the registry of tables."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from amuprev.foundation.open_data import schema
from amuprev.foundation.open_data.schema import Schema, array, or_null, ref, strict
from amuprev.foundation.open_data.tables import Table
from amuprev.site.tables import TABLES

VERSION = "1.0.0"
USUAL = 50
MOST = 200

PROBLEM = strict(
    {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    }
)
INDEX = strict(
    {
        "licence": schema.ADDRESS,
        "licence_name": {"type": "string"},
        "description": schema.ADDRESS,
        "tables": array(
            strict(
                {
                    "key": {"type": "string"},
                    "title": {"type": "string"},
                    "about": {"type": "string"},
                    "records": schema.ADDRESS,
                    "page": ref("Page"),
                    "csv": ref("Page"),
                }
            )
        ),
    }
)


def shape_name(table: Table) -> str:
    """What the shape of a table's records is called: PlaceLevels."""
    return "".join(part.capitalize() for part in table.key.split("_"))


def list_schema(table: Table) -> Schema:
    """The shape of a page of records."""
    return strict(
        {
            "table": {"const": table.key},
            "licence": schema.ADDRESS,
            "records": array(ref(shape_name(table))),
            "next": or_null(schema.ADDRESS),
        }
    )


def described() -> dict[str, Any]:
    """The whole description, its words in the active language."""
    licence, licence_url = settings.DATA_LICENCE
    paths: dict[str, Any] = {
        "/": {"get": _operation("index", _("What there is"), _json(ref("Index")), [])}
    }
    for table in TABLES.values():
        paths |= _paths_of(table)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("RED-AMUPREV: open data"),
            "version": VERSION,
            "description": _(
                "The public tables of the portal, read only. Texts come in both "
                "languages; with lang, in one, each saying which it is: where there is "
                "no English, the Spanish. Pages follow one another by “next”."
            ),
            "license": {"name": licence, "url": licence_url},
        },
        "servers": [{"url": f"{settings.SITE_URL}/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": {
                **schema.SHARED,
                "Index": INDEX,
                "Problem": PROBLEM,
                **{shape_name(each): each.schema() for each in TABLES.values()},
                **{
                    f"{shape_name(each)}Page": list_schema(each)
                    for each in TABLES.values()
                },
            },
            "responses": _problems(),
        },
    }


def _paths_of(table: Table) -> dict[str, Any]:
    name = shape_name(table)
    filters = [_parameter(each, {"type": "string"}) for each in table.filters]
    paging = [
        _parameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}),
        _parameter("after", {"type": "string"}),
    ]  # fmt: skip
    key = {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}
    listed = _operation(
        f"list{name}", str(table.title), _json(ref(f"{name}Page")), [*paging, *filters]
    )
    listed["description"] = str(table.about)
    one = _operation(
        f"get{name}", f"{table.title}: {_('one record')}", _json(ref(name)), [key]
    )
    one["responses"]["404"] = {"$ref": "#/components/responses/NotFound"}
    return {f"/{table.key}/": {"get": listed}, f"/{table.key}/{{key}}/": {"get": one}}


def _operation(
    name: str, summary: str, content: Schema, parameters: list[Any]
) -> dict[str, Any]:
    language = _parameter("lang", {"enum": ["es", "en"]})
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [language, *parameters],
        "responses": {
            "200": {"description": _("What was asked for."), "content": content},
            "400": {"$ref": "#/components/responses/NotUnderstood"},
            "429": {"$ref": "#/components/responses/TooMany"},
        },
    }


def _parameter(name: str, shape: Schema) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": shape}


def _json(shape: Schema) -> dict[str, Any]:
    return {"application/json": {"schema": shape}}


def _problems() -> dict[str, Any]:
    content = {"application/problem+json": {"schema": ref("Problem")}}
    told = {
        "NotUnderstood": _("A parameter makes no sense, or does not exist."),
        "NotFound": _("Nothing is published at this address."),
        "TooMany": _("Too many questions at the same time: wait a few seconds."),
    }
    return {
        name: {"description": words, "content": content} for name, words in told.items()
    }
