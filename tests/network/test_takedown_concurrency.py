"""Two who decide at the same moment on two requests about one thing wait in one line."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connections

from network.choices import TakeDownOutcome, TakeDownWhy
from network.models import TakeDown
from network.services import takedowns
from network.services.takedowns import deciding
from tests.network import factories
from tests.network.test_takedown_services import photo

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # SQLite has one writer at a time: nobody waits for a row there.
    pytest.mark.only_on("postgresql"),
]


def name_of(kind: str, activity) -> str:
    keys = {
        "activity": activity.pk,
        "evidence": photo(activity).uuid,
        "municipality": activity.owner.slug,
    }
    return f"{kind}-{keys[kind]}"


@pytest.fixture
def together(monkeypatch):
    """Both have begun to decide before either goes on, if nobody holds the other."""
    meeting, looked_up = Barrier(2), deciding.thing_of

    def look_up(take_down):
        # Broken: the other one waits its turn.
        with suppress(BrokenBarrierError):
            meeting.wait(2)
        return looked_up(take_down)

    monkeypatch.setattr(deciding, "thing_of", look_up)


@pytest.mark.parametrize("kind", ["activity", "evidence", "municipality"])
def test_two_requests_about_one_thing_are_hidden_at_once(together, kind):
    office = factories.secretariat_member()
    town = factories.reviewed_municipality()
    name = name_of(kind, factories.ApprovedActivityFactory(owner=town))
    asked = [
        takedowns.ask_take_down(
            thing=takedowns.find_thing(name), why=TakeDownWhy.ERROR, words=words
        )
        for words in ("uno", "otro")
    ]

    def hide(take_down):
        try:
            takedowns.hide_now(take_down=take_down, by=office)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(hide, asked))
    outcomes = set(TakeDown.objects.values_list("outcome", flat=True))
    assert outcomes == {TakeDownOutcome.HIDDEN}
    assert not takedowns.find_thing(name).is_public
