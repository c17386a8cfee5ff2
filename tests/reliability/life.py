"""A portal that is started, killed and started again on the same database."""

import atexit
import logging
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg import sql

from tests import databases
from tests.portal import (
    PASSWORD,
    Portal,
    collect_static,
    free_port,
    own_database,
    surroundings,
    wait_until_ready,
)
from tests.reliability.people import PATIENCE_SECONDS, Person, Writer

# `make soak` shows what was counted.
counted = logging.getLogger("counted")
EMAIL = "persona{number}@demo.example"
SERVE = (sys.executable, "manage.py", "serve")
TOWNS = ("sv-santa-tecla", "sv-nahuizalco")
# What the portal's own commands make, then people of two towns with one password.
PEOPLE = """
import sys
import django
django.setup()
from django.core.management import call_command
from amuprev.management.commands.load_demo import Account, keep_account
from network.choices import Role
from network.models import User
call_command("prepare")
emails, towns = sys.argv[1].split(","), sys.argv[2].split(",")
for number, email in enumerate(emails):
    town = towns[number % len(towns)]
    keep_account(Account(email, email, town, (Role.RECORDS,)))
known = User.objects.get(email="tecnica@demo.example").password
User.objects.filter(email__in=emails).update(password=known)
"""
MOST_PEOPLE = 8


@dataclass
class Life:
    """Where a portal lives, and the process group that serves it now."""

    folder: Path
    place: dict[str, str]
    port: int
    command: tuple[str, ...] = ()
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "portal.log"

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def surroundings(self) -> dict[str, str]:
        own = {"SITE_URL": self.url, **self.place, **self.more}
        return surroundings(self.folder, **own)

    def start(self) -> None:
        """Serve, in a process group of its own, and wait until it answers."""
        assert not self.listens()
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*self.command, *SERVE, "--port", str(self.port)],
                cwd=settings.BASE_DIR,
                env=self.surroundings(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        wait_until_ready(Portal(url=self.url, log=self.log), self.process)

    def kill(self) -> None:
        """`kill -9` of every process at once; nobody listens afterwards."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)
        wait_until(lambda: not self.group() and not self.listens())

    def stop(self) -> int:
        """SIGTERM to the server, as a supervisor does; its exit code."""
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(60)
        self.process = None
        return code

    def group(self) -> list[int]:
        """The living processes of the group."""
        assert self.process is not None
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                state = (folder / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(state[2]) == self.process.pid and state[0] != "Z":
                found.append(int(folder.name))
        return found

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def manage(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        """One of the portal's commands, with its own surroundings."""
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=settings.BASE_DIR,
            env={**self.surroundings(), **more},
            capture_output=True,
            text=True,
            check=False,
        )

    def rows(self, sql: str) -> list[tuple]:
        """What the database itself answers."""
        address = self.place.get("DATABASE_URL")
        if address:
            with psycopg.connect(address) as connection:
                return connection.execute(sql).fetchall()
        with closing(sqlite3.connect(self.place["DB_PATH"], timeout=20)) as connection:
            return connection.execute(sql).fetchall()

    def people(self, count: int) -> list[Person]:
        """People of two towns, signed in."""
        people = [Person(self.url) for _each in range(count)]
        for number, person in enumerate(people):
            person.sign_in(EMAIL.format(number=number), PASSWORD)
        return people

    def writers(self, count: int) -> list[Writer]:
        """People who save activities; the last one with a photograph each time."""
        return [
            Writer(person, with_photo=number == count - 1)
            for number, person in enumerate(self.people(count))
        ]


@contextmanager
def a_life(
    folder: Path,
    command: tuple[str, ...] = (),
    on: Path | None = None,
    **more: str,
) -> Iterator[Life]:
    """A portal with its content and eight people; stopped at the end.

    Its database and its files can be on a disk of their own.
    """
    if on is not None:
        more["MEDIA_ROOT"] = str(on / "media")
    with an_empty_life(folder, command, on, **more) as life:
        put_people_in(life)
        life.start()
        yield life


@contextmanager
def an_empty_life(
    folder: Path, command: tuple[str, ...] = (), on: Path | None = None, **more: str
) -> Iterator[Life]:
    """A migrated database with nothing in it; not started."""
    folder.mkdir(exist_ok=True)
    collect_static()
    with own_database(on or folder) as place:
        life = Life(folder, place, free_port(), command, more)
        try:
            yield life
        finally:
            if life.process is not None and life.process.poll() is None:
                life.kill()


def put_people_in(life: Life) -> None:
    """The content and the people, made once in this process and then copied."""
    made, files = peopled_database()
    shutil.copytree(files, life.surroundings()["MEDIA_ROOT"], dirs_exist_ok=True)
    if "DB_PATH" in life.place:
        shutil.copyfile(made, life.place["DB_PATH"])
        return
    server = os.environ["DATABASE_URL"]
    name = urlsplit(life.place["DATABASE_URL"]).path.lstrip("/")
    databases.drop_postgres(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(made)
            )
        )


@cache
def peopled_database() -> tuple[str, Path]:
    """The SQLite file or the PostgreSQL database from which others are copied, and the
    files of its content."""
    kept = ExitStack()
    atexit.register(kept.close)
    folder = Path(kept.enter_context(TemporaryDirectory()))
    place = kept.enter_context(own_database(folder, loaded=True))
    emails = ",".join(EMAIL.format(number=number) for number in range(MOST_PEOPLE))
    subprocess.run(
        [sys.executable, "-c", PEOPLE, emails, ",".join(TOWNS)],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, **place),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    if "DB_PATH" in place:
        return place["DB_PATH"], folder / "portal-media"
    return urlsplit(place["DATABASE_URL"]).path.lstrip("/"), folder / "portal-media"


def wait_until(what: Callable[[], object], patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def wait_for_one_more(people: list) -> None:
    """Until each of them did what they do once more."""
    had = [one.done for one in people]
    wait_until(
        lambda: all(one.done > before for one, before in zip(people, had, strict=True)),
        2 * PATIENCE_SECONDS,
    )


ACTIVITIES = """
SELECT a.client_uuid, a.id, a.what_happened_es, a.review_state,
    (SELECT count(*) FROM network_activitycount c WHERE c.activity_id = a.id),
    (SELECT count(*) FROM network_activity_writers w WHERE w.activity_id = a.id),
    (SELECT count(*) FROM network_reviewstep s WHERE s.activity_id = a.id),
    (SELECT count(*) FROM network_historicalactivity h WHERE h.id = a.id),
    (SELECT count(*) FROM network_auditentry e WHERE e.record_kind = 'network.activity'
        AND e.record_key = CAST(a.id AS varchar(20)) AND e.act = 'activity.started'),
    (SELECT count(*) FROM network_auditentry e WHERE e.record_kind = 'network.activity'
        AND e.record_key = CAST(a.id AS varchar(20)) AND e.act = 'activity.submitted')
FROM network_activity a WHERE a.client_uuid IS NOT NULL AND a.created_by_id IS NOT NULL
"""


@dataclass(frozen=True)
class Found:
    """An activity as the database holds it."""

    number: str
    text: str
    state: str
    parts: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Its figures, writer, history and trail are there; its review step if sent."""
        counts, writers, steps, versions, started, submitted = self.parts
        sent = 1 if self.state == "submitted" else 0
        return (counts, writers, started) == (2, 1, 1) and (
            versions > 0 and steps == submitted == sent
        )


def found_activities(life: Life) -> dict[str, Found]:
    """Every activity that people wrote, by the identifier of its form."""
    return {
        str(uuid.UUID(str(key))): Found(str(number), text, state, tuple(parts))
        for key, number, text, state, *parts in life.rows(ACTIVITIES)
    }


def media_of(life: Life) -> Path:
    return Path(life.surroundings()["MEDIA_ROOT"])
