"""R18: SIGTERM under load: what was begun is finished, whatever it was."""

import http.client
import threading
import time
from urllib.parse import urlsplit

import pytest

from amuprev.last_in import SETTLE_SECONDS
from tests.reliability.life import (
    Life,
    a_life,
    counted,
    found_activities,
    wait_for_one_more,
)
from tests.reliability.people import AtWork, NotSent, Person

WRITERS, READERS, CALLERS = 4, 6, 8
PAGES = ("/es/", "/es/bitacora/", "/en/network/", "/es/red/municipios/sv-santa-tecla/")


class Reader:
    """Somebody who goes on reading; every answer begun must come whole."""

    def __init__(self, life: Life, number: int) -> None:
        self.person, self.number = Person(life.url), number
        self.whole = self.nobody = 0
        self.cut: list[str] = []

    @property
    def done(self) -> int:
        """How many pages came whole."""
        return self.whole

    def read_once(self) -> None:
        path = PAGES[(self.whole + self.number) % len(PAGES)]
        try:
            answer = self.person.get(path)
        except NotSent:
            self.nobody += 1
        except (OSError, http.client.HTTPException) as fault:
            self.cut.append(repr(fault))
        else:
            assert answer.status == 200, answer.text
            assert answer.text.rstrip().endswith("</html>")
            self.whole += 1


@pytest.mark.postgres
@pytest.mark.parametrize("times", [2, pytest.param(30, marks=pytest.mark.soak)])
def test_sigterm_cuts_nothing_that_was_begun(tmp_path, times):
    with a_life(tmp_path) as life:
        writers = life.writers(WRITERS)
        readers = [Reader(life, number) for number in range(READERS)]
        doing = [one.write_once for one in writers] + [one.read_once for one in readers]
        for _time in range(times):
            with AtWork(doing):
                wait_for_one_more([*writers, *readers])
                code = life.stop()
            assert code == 0
            assert not life.listens()
            life.start()
        assert [cut for reader in readers for cut in reader.cut] == []
        assert [key for writer in writers for key in writer.unknown] == []
        assert all(reader.whole for reader in readers)
        read, nobody = (
            sum(getattr(one, name) for one in readers) for name in ("whole", "nobody")
        )
        counted.info("%d stops: %d read whole, %d too late", times, read, nobody)
        found = found_activities(life)
        for writer in writers:
            assert writer.acknowledged.keys() <= found.keys()


@pytest.mark.postgres
def test_who_was_let_in_before_sigterm_and_asks_now_is_answered(tmp_path):
    """Whichever worker hears them; a server with a queue for each would cut some."""
    with a_life(tmp_path) as life:
        inside = [
            http.client.HTTPConnection(urlsplit(life.url).netloc, timeout=30)
            for _caller in range(CALLERS)
        ]
        for caller in inside:
            caller.connect()
        ending = threading.Thread(target=life.stop)
        ending.start()
        time.sleep(SETTLE_SECONDS / 4)
        for caller in inside:
            caller.request("GET", "/healthz", headers={"Connection": "close"})
        answers = [caller.getresponse().status for caller in inside]
        ending.join()
        for caller in inside:
            caller.close()
        assert answers == [200] * CALLERS
        assert not life.listens()
