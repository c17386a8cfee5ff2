"""No list and no detail page asks the database more than eight questions (P8).

Each page of the public and of the workspace is opened twice by everybody who may, and
counted the second time: what a process remembers of all is known by then.
"""

import re

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from amuprev.contract.answers import declared

MOST = 8
WHO = ("anonymous", "clerk", "coordinator", "reviewer", "administrator", "secretariat")
# Not pages: files, feeds, answers to programs, and what only leads elsewhere.
FILES = re.compile(r"(download|file|picture|piece|feed.*|calendar|readyz|healthz)$")
# The library that signs people in asks for each kind of second step by itself.
OF_THE_LIBRARY = frozenset({"account_reauthenticate"})


def pages():
    """The routes that answer somebody with a page."""
    return [
        entry
        for entry in declared()
        if "GET" in entry.tables
        and not FILES.search(entry.route)
        and not entry.route.startswith("api")
        and entry.route not in OF_THE_LIBRARY
    ]


def questions(client, path):
    """How many a page asks when the process is warm; none for what is no page."""
    with transaction.atomic():
        cache.clear()
        for close in client.get(path)._resource_closers:
            close()
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        for close in answer._resource_closers:
            close()
        transaction.set_rollback(True)
    page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    return len(asked) if page else 0


@pytest.mark.parametrize("entry", pages(), ids=lambda entry: entry.title)
def test_a_page_asks_at_most_eight_questions(cast, entry, settings):
    settings.MEDIA_ROOT = cast.media
    found = {
        (role, state): questions(cast.clients[role], cast.path(entry, state))
        for state in entry.states
        for role in WHO
        if entry.tables["GET"][role, state] == "P"
    }
    assert {who: number for who, number in found.items() if number > MOST} == {}


def test_the_pages_counted_are_those_of_the_portal():
    assert len(pages()) >= 100
