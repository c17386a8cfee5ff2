"""Norms that change each other, that are checked, and whose addresses are tried."""

import datetime
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from network.services.refusals import Doubtful, Refused
from tests.network.factories import MunicipalityFactory, secretariat_member, staff_of
from tests.toolkit.factories import InstrumentFactory, days_ago
from toolkit import trying, waiting
from toolkit.models import InstrumentChange
from toolkit.services import addresses, norms

pytestmark = pytest.mark.django_db
LATER = datetime.date(2010, 1, 1)


@pytest.fixture
def keeper():
    return secretariat_member()


def relate(newer, older, by, kind="repeals", on=LATER, **more):
    return norms.relate_norms(
        instrument=newer, of=older, kind=kind, by=by, on=on, **more
    )


def refused(words, **given):
    before = list(InstrumentChange.objects.values_list("by", "of", "kind"))
    with pytest.raises(Refused, match=words):
        relate(**given)
    assert list(InstrumentChange.objects.values_list("by", "of", "kind")) == before


def test_a_repealed_norm_no_longer_stands(keeper):
    old, new = InstrumentFactory(), InstrumentFactory(adopted=LATER, published=LATER)
    change = relate(new, old, keeper)
    old.refresh_from_db()
    assert (old.status, old.in_force_to) == ("repealed", LATER)
    assert relate(new, old, keeper) == change
    norms.part_norms(instrument=new, of=old, by=keeper)
    assert not InstrumentChange.objects.exists()


def test_an_amended_norm_stands(keeper):
    old, new = InstrumentFactory(), InstrumentFactory()
    relate(new, old, keeper, kind="amends")
    old.refresh_from_db()
    assert (old.status, old.stands) == ("amended", True)


def test_a_repeal_before_the_publication(keeper):
    old, new = InstrumentFactory(), InstrumentFactory()
    refused(
        "antes de publicarse",
        newer=new,
        older=old,
        by=keeper,
        on=datetime.date(2001, 5, 19),
    )
    # Without a day, that of the newer norm counts.
    early = InstrumentFactory(adopted=datetime.date(1999, 1, 1), published=None)
    refused("antes de publicarse", newer=early, older=old, by=keeper, on=None)


def test_a_circle_of_repeals(keeper):
    first, second, third = (InstrumentFactory() for _ in range(3))
    relate(second, first, keeper)
    relate(third, second, keeper)
    refused("en círculo", newer=first, older=third, by=keeper)
    refused("a sí misma", newer=first, older=first, by=keeper)


def test_a_norm_repealed_by_one_that_is_repealed(keeper):
    first, second, third = (InstrumentFactory() for _ in range(3))
    relate(third, second, keeper)
    second.refresh_from_db()
    with pytest.raises(Doubtful, match="está ella misma derogada") as doubt:
        relate(second, first, keeper)
    assert set(doubt.value.doubts) == {"repealer"}
    assert not first.changes_met.exists()
    relate(second, first, keeper, sure=("repealer",))
    first.refresh_from_db()
    assert first.status == "repealed"


def test_norms_of_two_countries_and_people_who_keep_none(keeper):
    here, there = InstrumentFactory(), InstrumentFactory(country="GT")
    refused("países distintos", newer=here, older=there, by=keeper)
    clerk = staff_of(MunicipalityFactory())
    refused("Solo la secretaría", newer=here, older=InstrumentFactory(), by=clerk)


def test_somebody_checks_a_norm(keeper):
    norm = InstrumentFactory()
    assert norm in waiting.norms_to_check()
    for office, on in (("", None), ("Secretaría", days_ago(-1))):
        with pytest.raises(Refused):
            norms.check_norm(instrument=norm, by=keeper, office=office, on=on)
    norms.check_norm(instrument=norm, by=keeper, office="Secretaría técnica")
    norm.refresh_from_db()
    assert not norm.needs_checking
    assert norm not in waiting.norms_to_check()


class Answering(BaseHTTPRequestHandler):
    """A few addresses: one there, one gone, one that moved, one that goes round."""

    def do_GET(self):
        codes = {"/here": 200, "/door": 403, "/moved": 302, "/round": 301}
        self.send_response(codes.get(self.path, 404))
        if self.path in ("/moved", "/round"):
            self.send_header("Location", "/here" if self.path == "/moved" else "/round")
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def server():
    with HTTPServer(("127.0.0.1", 0), Answering) as standing:
        thread = threading.Thread(target=standing.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{standing.server_port}"
        standing.shutdown()
        thread.join()


def test_addresses_that_answer_and_those_that_do_not(server):
    door = trying.Door(private=True)
    for path in ("/here", "/door", "/moved"):
        assert trying.answers(server + path, door=door), path
    for path in ("/gone", "/round"):
        assert not trying.answers(server + path, door=door), path
    for wrong in ("ftp://127.0.0.1/", "no address", "http://127.0.0.1:1/"):
        assert not trying.answers(wrong, door=door, seconds=1), wrong


def test_nothing_inside_the_house_is_asked(server):
    assert not trying.answers(f"{server}/here")
    assert not trying.PUBLIC.lets("10.0.0.1", 80)
    assert trying.PUBLIC.lets("8.8.8.8", 80) == "8.8.8.8"


def test_the_weekly_task_lists_what_is_broken(server):
    door = trying.Door(private=True)
    there = InstrumentFactory(address=f"{server}/here")
    gone = InstrumentFactory(address=f"{server}/gone")
    unknown = InstrumentFactory()
    assert addresses.try_addresses(door=door) == 1
    for norm in (there, gone, unknown):
        norm.refresh_from_db()
    states = (there.link_state, gone.link_state, unknown.link_state)
    assert states == ("answers", "broken", "untried")
    assert list(waiting.broken_addresses()) == [gone]
    since = gone.broken_since
    assert addresses.try_addresses(door=door) == 1
    gone.refresh_from_db()
    assert gone.broken_since == since
    gone.address = f"{server}/here"
    gone.save()
    assert addresses.try_addresses(door=door) == 0
    assert not waiting.broken_addresses()


def test_a_repeal_to_come_counts_from_its_day_on(keeper, monkeypatch):
    old, new = InstrumentFactory(), InstrumentFactory()
    later = InstrumentFactory()
    coming = days_ago(-10)
    relate(new, old, keeper, on=coming)
    relate(new, later, keeper, kind="amends", on=coming)
    assert norms.let_norms_stand() == 0
    old.refresh_from_db()
    assert (old.status, old.in_force_to) == ("in_force", None)
    monkeypatch.setattr(norms.timezone, "localdate", lambda: coming)
    assert norms.let_norms_stand() == 2
    old.refresh_from_db()
    later.refresh_from_db()
    assert (old.status, old.in_force_to) == ("repealed", coming)
    assert later.status == "amended"
    # How it stands afterwards is left to a person.
    assert norms.let_norms_stand() == 0
