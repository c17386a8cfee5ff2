"""Every address, tried by everyone, in every state of its object (S5).

A route without a declared answer fails; so does an answer other than declared.
"""

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from amuprev.contract.answers import (
    METHODS,
    declared,
    known_faults,
    roles,
    whole_of,
    wholes,
)
from amuprev.contract.routes import every_route
from amuprev.management.commands.urls import sample
from tests.contract.cast import asked

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


@pytest.mark.parametrize("entry", declared(), ids=lambda entry: entry.title)
def test_answers_are_as_declared(cast, entry, settings):
    settings.MEDIA_ROOT = cast.media
    wrong = []
    for state in entry.states:
        path = cast.path(entry, state)
        for method in METHODS:
            table = entry.tables.get(method)
            for role in roles() if table else NOBODYS_METHOD:
                cache.clear()
                got = letter(asked(cast.clients[role], method, path))
                wanted = table[role, state] if table else "M"
                if got != wanted and not (table is None and got in "IN."):
                    wrong.append(f"{role} {method} {state}: {got}, declared {wanted}")
    assert wrong == []


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
    cells = sum(len(table) for entry in declared() for table in entry.tables.values())
    assert cells >= 3_000
