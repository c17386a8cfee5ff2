"""The addresses of open tables and of the interface for programs."""

from typing import Any

from amuprev.site.tables import TABLES, file_address, interface_address, table_address

MISSING = "nada"


def _page(cast: Any, state: str) -> dict[str, Any]:
    table = TABLES.get(state)
    return {"path": table_address(table) if table else f"/es/datos/{MISSING}/"}


def _file(cast: Any, state: str) -> dict[str, Any]:
    key, _dot, form = state.partition(".")
    table = TABLES.get(key)
    return {"path": file_address(table, form) if table else f"/es/datos/{MISSING}.csv"}


def _records(cast: Any, state: str) -> dict[str, Any]:
    table = TABLES.get(state)
    return {"path": interface_address(table) if table else f"/api/v1/{MISSING}/"}


def _record(cast: Any, state: str) -> dict[str, Any]:
    """The town's own records, one by one."""
    activity = cast.activities.get(state)
    keys = {
        "town": f"municipalities/{cast.town.slug}",
        "place": f"places/{cast.town.place.key}",
    }
    known = f"activities/{activity.pk}" if activity else keys.get(state, "kinds/nada")
    return {"path": f"/api/v1/{known}/"}


MAKERS = {
    "data-landing": lambda cast, state: {"path": "/es/datos/"},
    "data-table": _page,
    "data-file": _file,
    "interface-records": _records,
    "interface-record": _record,
    "interface-nothing": lambda cast, state: {"path": "/api/v1/a/b/c/"},
}
