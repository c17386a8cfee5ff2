"""The declared answers: for each route, role, kind of object and method.

Kept in answers.yaml beside this file, as tables that a person can read:

    P a page        R goes on elsewhere     I is asked to sign in
    N refused       . not found             F the form again, with its errors
    M not allowed by this method            S too many tries
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("answers.yaml")
METHODS = ("GET", "POST")
Table = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Declared:
    """What one route answers: a letter for each role and state of its object."""

    route: str
    about: str
    states: tuple[str, ...]
    tables: dict[str, Table]
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The route with what its path is given, for reports."""
        return " ".join([self.route, *map(str, self.given.values())])


@dataclass(frozen=True)
class Whole:
    """The screens of another package, closed to everyone but some."""

    prefix: str
    tried: tuple[str, ...]
    entering: tuple[str, ...]
    closed: str


@cache
def _content() -> dict[str, Any]:
    """The file as it is written, read once."""
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def declared() -> list[Declared]:
    """Every route declared one by one; raises ValueError for a table that is not whole."""
    content = _content()
    roles = tuple(content["roles"])
    found = []
    for entry in content["answers"]:
        states = tuple(entry.get("states", "one").split())
        tables = {
            method: _table(entry[method], roles, states)
            for method in METHODS
            if method in entry
        }
        for route in entry["routes"]:
            for given in entry.get("with", [{}]):
                about = entry.get("about", "nothing")
                found.append(Declared(route, about, states, tables, given))
    return found


def wholes() -> list[Whole]:
    """The packages whose screens are declared together, by the beginning of their names."""
    content = _content()
    tried = tuple(content["tried"])
    return [
        Whole(entry["prefix"], tried, tuple(entry["entering"].split()), entry["closed"])
        for entry in content["wholes"]
    ]


def whole_of(pattern: str) -> Whole | None:
    """The package an address belongs to: the longest beginning wins."""
    fitting = [whole for whole in wholes() if pattern.startswith(whole.prefix)]
    return max(fitting, key=lambda whole: len(whole.prefix), default=None)


def known_faults() -> tuple[str, ...]:
    """Requests to other packages' screens that fail by those packages' own fault."""
    return tuple(_content()["faults"])


def roles() -> tuple[str, ...]:
    """Everyone with whom each address is tried."""
    return tuple(_content()["roles"])


def _table(text: str, roles: tuple[str, ...], states: tuple[str, ...]) -> Table:
    """A table of letters; «everyone» stands for the roles that have no row."""
    rows: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        names, _colon, letters = line.partition(":")
        for name in names.split():
            rows[name] = letters.split()
    others = rows.pop("everyone", None)
    table = {}
    for role in roles:
        given = rows.get(role, others)
        if given is None or len(given) != len(states):
            message = f"The row of {role} does not fill {states}:\n{text}"
            raise ValueError(message)
        table.update(
            {(role, state): letter for state, letter in zip(states, given, strict=True)}
        )
    if unknown := rows.keys() - set(roles):
        message = f"Nobody is called {sorted(unknown)}."
        raise ValueError(message)
    return table
