"""Print every address with its declared answers, one JSON line each."""

import json
import re
from typing import Any

from django.core.management.base import BaseCommand

from amuprev.contract.answers import Declared, declared, whole_of
from amuprev.contract.routes import Route, every_route

SAMPLES = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "int": "1",
    "path": "1",
    "section": "cuando",
    "action": "ocultar",
    "area": "red",
    "fileform": "csv",
    "logfeed": "novedades",
    "logfile": "descarga.csv",
}


class Command(BaseCommand):
    help = "Prints one JSON line per route: name, paths, methods, declared answers."

    def handle(self, *args: Any, **options: Any) -> None:
        known: dict[str, list[Declared]] = {}
        for entry in declared():
            known.setdefault(entry.route, []).append(entry)
        for route in every_route():
            line = {
                "name": route.name,
                "path": {code: sample(text) for code, text in route.patterns.items()},
                **answers_of(route, known.get(route.name, [])),
            }
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def answers_of(route: Route, entries: list[Declared]) -> dict[str, Any]:
    """Methods and answers: one by one, or as part of another package's screens."""
    if not entries:
        whole = whole_of(route.patterns["es"])
        if whole is not None:
            closed = {"entering": whole.entering, "everyone else": whole.closed}
            return {"methods": ["GET", "POST"], "answers": closed}
        return {"methods": [], "answers": None}
    told = {
        " ".join([method, *map(str, entry.given.values())]): spelled(entry, method)
        for entry in entries
        for method in entry.tables
    }
    methods = sorted({method for entry in entries for method in entry.tables})
    return {"methods": methods, "about": entries[0].about, "answers": told}


def spelled(entry: Declared, method: str) -> dict[str, dict[str, str]]:
    """Role, then state of the object, then the letter."""
    told: dict[str, dict[str, str]] = {}
    for (role, state), letter in entry.tables[method].items():
        told.setdefault(role, {})[state] = letter
    return told


def sample(pattern: str) -> str:
    """A path of this shape; what has no sample keeps its name."""

    def filled(found: re.Match[str]) -> str:
        kind, name = found[1] or "str:", found[2]
        return SAMPLES.get(kind.rstrip(":"), name)

    return re.sub(r"<(\w+:)?(\w+)>", filled, pattern)
