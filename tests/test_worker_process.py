"""The worker as a process of its own: killed, orphaned, told to end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from psycopg import sql

from amuprev.foundation.models import OutgoingMail, RecurringRun, WorkerBeat
from tests import databases
from tests.background import be_killed_once, note, wait_for_file
from tests.portal import surroundings

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

LONG = timedelta(minutes=3)


def start(folder: Path, *arguments: str) -> subprocess.Popen:
    """A worker on the database of this test."""
    name = str(connection.settings_dict["NAME"])
    server = os.environ.get("DATABASE_URL")
    place = {"DATABASE_URL": databases.beside(server, name)} if server else {}
    return subprocess.Popen(
        [sys.executable, "manage.py", "work", *arguments],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, **({"DB_PATH": name} | place)),
    )


def wait_for(what: Callable[[], bool], patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def pass_time() -> None:
    """As if the signs of life were some minutes old."""
    WorkerBeat.objects.update(seen_at=timezone.now() - LONG)
    DBTaskResult.objects.filter(started_at__isnull=False).update(
        started_at=timezone.now() - LONG
    )
    RecurringRun.objects.update(next_at=timezone.now())


def test_a_task_interrupted_by_a_kill_is_repeated(tmp_path):
    mark = tmp_path / "mark"
    key = be_killed_once.enqueue(str(mark)).id
    assert start(tmp_path, "--once").wait(60) == -signal.SIGKILL
    assert mark.read_text() == "begun"
    assert DBTaskResult.objects.get(pk=key).status == TaskResultStatus.RUNNING
    pass_time()
    assert start(tmp_path, "--once").wait(60) == 0
    assert mark.read_text() == "finished"
    assert DBTaskResult.objects.get(pk=key).status == TaskResultStatus.SUCCESSFUL


def test_two_workers_share_the_tasks_and_end_when_they_are_told_to(tmp_path):
    lines = tmp_path / "lines"
    for _each in range(10):
        note.enqueue(str(lines))
    workers = [start(tmp_path), start(tmp_path)]
    try:
        wait_for(lambda: DBTaskResult.objects.successful().count() == 10)
        assert lines.read_text().count("done") == 10
        wait_for(lambda: WorkerBeat.objects.count() == 2)
        workers[0].send_signal(signal.SIGTERM)
        workers[1].send_signal(signal.SIGINT)
        assert [worker.wait(20) for worker in workers] == [0, 0]
    finally:
        for worker in workers:
            worker.kill()


def test_mail_does_not_wait_behind_a_long_task(tmp_path):
    gate = tmp_path / "gate"
    long_task = wait_for_file.enqueue(str(gate)).id
    worker = start(tmp_path)
    try:
        wait_for(lambda: DBTaskResult.objects.running().exists())
        send_mail("Hola", "texto", None, ["ana@ejemplo.test"])
        wait_for(lambda: OutgoingMail.objects.filter(state="sent").exists())
        assert DBTaskResult.objects.get(pk=long_task).status == TaskResultStatus.RUNNING
        gate.touch()
        wait_for(lambda: DBTaskResult.objects.successful().count() == 2)
    finally:
        gate.touch()
        worker.terminate()
        worker.wait(30)


def test_a_worker_ends_when_the_process_it_belongs_to_is_gone(tmp_path):
    stranger = subprocess.Popen(["sleep", "600"])
    try:
        orphan = start(tmp_path, f"--parent={stranger.pid}")
        assert orphan.wait(60) == 0
    finally:
        stranger.kill()
        stranger.wait()


@contextmanager
def database_away() -> Iterator[None]:
    """Nobody but this test reaches its database, and whoever was there is thrown out."""
    name = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        own = cursor.fetchone()[0]
    door = "ALTER DATABASE {} ALLOW_CONNECTIONS {}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL(door).format(sql.Identifier(name), sql.SQL("false")))
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> %s",
            [name, own],
        )
        yield
        server.execute(sql.SQL(door).format(sql.Identifier(name), sql.SQL("true")))


@pytest.mark.only_on("postgresql")
def test_a_worker_waits_for_a_database_that_is_away(tmp_path):
    worker = start(tmp_path)
    try:
        wait_for(WorkerBeat.objects.exists)
        first = WorkerBeat.objects.get().worker
        with database_away():
            time.sleep(3)
        note.enqueue(str(tmp_path / "lines"))
        wait_for(lambda: DBTaskResult.objects.successful().exists())
        # Under a new name, so that what it left counts as a dead worker's.
        assert DBTaskResult.objects.get().worker_ids != [first]
        assert worker.poll() is None
    finally:
        worker.terminate()
        worker.wait(30)
