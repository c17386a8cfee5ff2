"""Every address, tried by everyone, in every state of its object (S5).

A route without a declared answer fails; so does an answer other than declared.
"""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from amuprev.contract.answers import (
    METHODS,
    Declared,
    declared,
    known_faults,
    roles,
    whole_of,
    wholes,
)
from amuprev.contract.routes import every_route
from amuprev.management.commands.urls import sample
from tests.contract.cast import Cast, asked

# A method that nobody may use is refused before anybody is looked at.
NOBODYS_METHOD = ("anonymous", "ex-member", "coordinator", "secretariat")
PLAIN = {200: "P", 401: "I", 403: "N", 404: ".", 405: "M", 429: "S"}
SIGN_IN = ("/cuenta/entrar/", "/account/sign-in/", "/admin/login/", "/cms/login/")


def letter(answer: HttpResponse) -> str:
    """How the answer is written in the tables."""
    status = answer.status_code
    if status in PLAIN:
        return PLAIN[status]
    if 300 <= status < 400:
        to_sign_in = any(part in answer["Location"] for part in SIGN_IN)
        return "I" if to_sign_in else "R"
    return "F" if 400 <= status < 500 else f"!{status}"


# Whom every state is asked about; of the others, some in each state, in turn.
FROM_OUTSIDE = ("stranger", "ex-member", "neighbour")
TURNS = 4
Cell = tuple[str, str, str]


def cells_of(entry: Declared, *, whole: bool) -> Iterator[Cell]:
    """State, method and role of what is tried: everybody in the first state, and in the
    others those from outside and every fourth of the rest; or simply all."""
    for number, state in enumerate(entry.states):
        for method in entry.tables:
            for turn, role in enumerate(roles()):
                in_turn = turn % TURNS == number % TURNS
                if whole or number == 0 or in_turn or role in FROM_OUTSIDE:
                    yield state, method, role


@pytest.mark.parametrize(
    "whole", [False, pytest.param(True, marks=pytest.mark.soak)], ids=["short", "whole"]
)
@pytest.mark.parametrize("entry", declared(), ids=lambda entry: entry.title)
def test_answers_are_as_declared(cast, entry, settings, whole):
    settings.MEDIA_ROOT = cast.media
    cache.clear()
    wrong = []
    paths = {state: cast.path(entry, state) for state in entry.states}
    for state, method, role in cells_of(entry, whole=whole):
        wanted = entry.tables[method][role, state]
        got = answered(cast, role, method, paths[state], wanted)
        if got != wanted:
            wrong.append(f"{role} {method} {state}: {got}, declared {wanted}")
    for method in set(METHODS) - set(entry.tables):
        for role in NOBODYS_METHOD:
            got = answered(cast, role, method, paths[entry.states[0]], "M")
            if got not in "MIN.":
                wrong.append(f"{role} {method}: {got}, declared for nobody")
    assert wrong == []


def answered(cast: Cast, role: str, method: str, path: str, wanted: str) -> str:
    """The answer's letter; a limit that those before have used up is lifted."""
    got = letter(asked(cast.clients[role], method, path))
    if got == "S" != wanted:
        cache.clear()
        got = letter(asked(cast.clients[role], method, path))
    return got


@pytest.mark.parametrize("whole", wholes(), ids=lambda whole: whole.prefix)
def test_screens_of_other_packages_are_closed_as_a_whole(cast, whole):
    wrong = []
    for route in every_route():
        path = sample(route.patterns["es"])
        if whole_of(route.patterns["es"]) != whole:
            continue
        for role in whole.tried:
            for method in METHODS:
                cache.clear()
                got = letter(asked(cast.clients[role], method, path))
                closed = whole.closed.split()
                fine = got in closed
                if role in whole.entering:
                    fine = got[0] != "!" or f"{method} {path}" in known_faults()
                if not fine:
                    wrong.append(f"{role} {method} {path}: {got}")
    assert wrong == []


def test_every_route_is_declared():
    one_by_one = {entry.route for entry in declared()}
    routes = every_route()
    names = {route.name for route in routes}
    missing = {
        route.name
        for route in routes
        if route.name not in one_by_one and whole_of(route.patterns["es"]) is None
    }
    assert missing == set()
    assert one_by_one - names == set()


def test_the_matrix_is_large_enough():
    cells = [cell for entry in declared() for cell in cells_of(entry, whole=False)]
    assert len(cells) >= 3_000
    tried = {
        (entry.title, *cell[1:])
        for entry in declared()
        for cell in cells_of(entry, whole=False)
    }
    every = {
        (entry.title, *cell[1:])
        for entry in declared()
        for cell in cells_of(entry, whole=True)
    }
    assert tried == every
