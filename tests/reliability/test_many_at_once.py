"""R16: eight people write and eight read at the same time: nobody is told to wait."""

import time
from copy import copy

import pytest

from tests.reliability.life import a_life, counted, found_activities
from tests.reliability.people import AtWork, Person, Writer

AT_ONCE = 8
PAGES = (
    "/es/",
    "/es/bitacora/",
    "/en/activities/",
    "/es/red/municipios/sv-santa-tecla/",
    "/es/espacio/actividades/",
    "/es/espacio/",
)


class Reader:
    """Somebody who reads pages, their own list among them."""

    def __init__(self, person: Person) -> None:
        self.person, self.read, self.others = person, 0, []

    def read_once(self) -> None:
        answer = self.person.get(PAGES[self.read % len(PAGES)])
        self.read += 1
        if answer.status != 200:
            self.others.append((answer.status, answer.text))


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(8, id="8-s"),
        pytest.param(120, id="2-min", marks=pytest.mark.soak),
    ],
)
def test_nobody_meets_a_locked_database(tmp_path, seconds):
    with a_life(tmp_path, DATABASE_POOL="16") as life:
        people = life.people(AT_ONCE)
        writers = [Writer(person) for person in people]
        readers = [Reader(copy(person)) for person in people]
        doing = [one.write_once for one in writers] + [one.read_once for one in readers]
        with AtWork(doing, pause=0):
            time.sleep(seconds)
        assert [one.others for one in readers if one.others] == []
        for writer in writers:
            assert (writer.unknown, writer.refused) == ([], {})
            assert writer.acknowledged
        found = found_activities(life)
        assert all(one.is_whole for one in found.values())
        assert len(found) == sum(len(writer.acknowledged) for writer in writers)
        output = life.output()
        assert "database is locked" not in output
        assert "Traceback" not in output
        counted.info("%d saved, %d read", len(found), sum(one.read for one in readers))
