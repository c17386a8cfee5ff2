"""One hostile client with one connection, and those who read beside it (S21).

The short form asks that each request is answered or refused and that reading goes on;
`make soak` also takes the time, over a log of 20,000 activities.
"""

import itertools
import logging
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings

from tests.portal import Portal, running_portal, surroundings

logger = logging.getLogger(__name__)

SLOWEST_SECONDS = 2
MOST_TIMES_IDLE = 3
PUBLIC = ("/es/", "/es/bitacora/", "/es/red/", "/en/activities/?country=SV", "/en/")
PATTERNS = (
    "a" * 4_000,
    "%" * 1_500,
    "(" * 1_500,
    '"' * 1_500,
    "a OR " * 700,
    "\U0001d54f" * 500,
)
LONG = "es-" + "x" * 7_000
LANGUAGES = ("es" + "-a" * 3_000, ",".join(f"x{n};q=0.1" for n in range(600)), LONG)


def hostile_requests() -> list[tuple[str, dict[str, str]]]:
    """Addresses and headers that a scanner or an enemy sends."""
    log = "/es/bitacora/"
    many = "&".join(f"country=SV&k{n}=" for n in range(450))
    found = [
        f"{log}?{many}",
        f"{log}?" + "&".join(f"a{n}" for n in range(1_000)),
        *(f"{log}?{name}=1000000000" for name in ("page", "after", "before", "kind")),
        f"{log}?page=" + "9" * 4_000,
        f"{log}?since=99999-99-99&until=0000-00-00",
        *(f"{log}?q={quote(text)[:7_500]}" for text in PATTERNS),
        *(f"/es/red/?q={quote(text)[:7_500]}" for text in PATTERNS),
        *(f"/{'a' * length}/" for length in (200, 7_000, 60_000)),
        f"/es/{'../' * 1_000}etc/passwd",
        f"/pictures/{'x' * 3_000}",
        f"/es/red/municipios/{'%00' * 300}/",
        f"{log}999999999999999999999999/",
        f"{log}descarga.xlsx?{many}",
    ]
    asked = [(path, {}) for path in found]
    return [*asked, *(("/", {"Accept-Language": code}) for code in LANGUAGES)]


def read(portal: Portal, path: str, headers: dict[str, str]) -> tuple[int, float]:
    """The status of an answer read to its end, 0 for a refused connection; seconds.

    Of a file the time to its first bytes counts: how long the rest takes is how
    much of it there is.
    """
    began, first = time.monotonic(), 0.0
    connection = HTTPConnection(urlsplit(portal.url).netloc, timeout=60)
    try:
        connection.request("GET", path, headers={"Accept": "text/html", **headers})
        answer = connection.getresponse()
        answer.read(1_000)
        first = time.monotonic() - began
        answer.read()
        status = answer.status
    except ConnectionError:
        status = 0
    finally:
        connection.close()
    return status, first if "descarga" in path else time.monotonic() - began


@contextmanager
def slow_body(portal: Portal) -> Iterator[None]:
    """A form of which one sign arrives every half second, for as long as this lasts."""
    place, ended = urlsplit(portal.url), threading.Event()
    sender = socket.create_connection((place.hostname, place.port))
    sender.sendall(
        b"POST /es/cuenta/entrar/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 100000\r\n\r\nlogin="
    )

    def drip() -> None:
        while not ended.wait(0.5):
            try:
                sender.sendall(b"a")
            except OSError:
                return

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        yield
    finally:
        ended.set()
        dripping.join()
        sender.close()


def attack(portal: Portal, until: Callable[[], bool]) -> list[tuple[str, int, float]]:
    """One after the other until it is enough; each with its status and its time."""
    told = []
    for path, headers in itertools.cycle(hostile_requests()):
        if until():
            return told
        told.append((path[:60], *read(portal, path, headers)))
    return told


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with running_portal(tmp_path_factory.mktemp("hostile")) as portal:
        yield portal


def test_every_hostile_request_is_answered_or_refused(portal):
    all_of_them = iter(range(len(hostile_requests())))
    with slow_body(portal):
        told = attack(portal, lambda: next(all_of_them, None) is None)
        with ThreadPoolExecutor(12) as many:
            files = [f"/es/bitacora/descarga.{form}" for form in ("csv", "xlsx")] * 6
            downloads = list(many.map(lambda path: read(portal, path, {})[0], files))
        readers = [read(portal, path, {})[0] for path in PUBLIC]
    assert len(told) == len(hostile_requests())
    assert [each for each in told if not 0 <= each[1] < 500] == []
    assert set(downloads) <= {200, 429}
    assert readers == [200] * len(PUBLIC)


def reading_times(portal: Portal, seconds: float) -> list[float]:
    """How long public pages take a reader who pauses between them."""
    ends, times = time.monotonic() + seconds, []
    for path in itertools.cycle(PUBLIC):
        if time.monotonic() > ends:
            break
        status, took = read(portal, path, {})
        assert status == 200, path
        times.append(took)
        time.sleep(0.05)
    return times


def slowest_twentieth(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


@pytest.mark.soak
def test_readers_hardly_notice_a_hostile_client(tmp_path: Path):
    with running_portal(tmp_path) as portal:
        fill = ("seed_bulk", "--activities", "20000", "--seed", "1")
        subprocess.run(
            [sys.executable, "manage.py", *fill],
            cwd=settings.BASE_DIR,
            env=surroundings(tmp_path, DB_PATH=str(tmp_path / "portal.sqlite3")),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        reading_times(portal, 3)
        idle = slowest_twentieth(reading_times(portal, 15))
        ends = time.monotonic() + 30
        with ThreadPoolExecutor(1) as enemy, slow_body(portal):
            attacking = enemy.submit(attack, portal, lambda: time.monotonic() > ends)
            under = slowest_twentieth(reading_times(portal, 28))
            told = attacking.result()
    slow = sorted(told, key=lambda each: -each[2])[:5]
    logger.info(
        "%s hostile requests; readers' p95 %.0f ms idle, %.0f ms (%.1f times); "
        "slowest %s; load %.1f",
        *(len(told), idle * 1000, under * 1000, under / idle, slow, os.getloadavg()[0]),
    )
    assert [each for each in told if not 0 <= each[1] < 500] == []
    too_slow = [each for each in told if each[2] > SLOWEST_SECONDS]
    assert [each for each in too_slow if not 400 <= each[1] < 500] == []
    assert under <= MOST_TIMES_IDLE * idle
