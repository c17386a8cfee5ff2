"""The queue in tests: working it off here, and tasks that a worker finds too."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from django_tasks import task
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from amuprev.worker import OneTask


def work_off() -> int:
    """Do every task that waits, as a worker would; how many. A failure is raised."""
    done = 0
    # A test's transaction would end with its connection.
    with mock.patch.object(db_worker, "close_old_connections"):
        while DBTaskResult.objects.ready().exists():
            OneTask("tests").run()
            done += 1
    for failed in DBTaskResult.objects.failed():
        message = f"{failed.task_path}: {failed.exception_class_path}\n"
        raise AssertionError(message + failed.traceback)
    return done


class Outbox(list):
    """What went out by mail: looking into it lets a worker work first.

    Nothing of the queue is skipped: a mail of an act that was rolled back is not
    there, one that waits for a server that is down is not there yet.
    """

    def _worked_off(self) -> list:
        work_off()
        return list(super().__iter__())

    def __iter__(self) -> Iterator:
        return iter(self._worked_off())

    def __len__(self) -> int:
        return len(self._worked_off())

    def __getitem__(self, which: Any) -> Any:
        return self._worked_off()[which]

    def __contains__(self, mail: object) -> bool:
        return mail in self._worked_off()

    def __eq__(self, other: object) -> bool:
        return self._worked_off() == other

    __hash__ = None

    def __repr__(self) -> str:
        return repr(list(super().__iter__()))


@task()
def note(path: str) -> int:
    """Add a line to the file; how many there are then. Idempotent it is not: it counts."""
    file = Path(path)
    with file.open("a") as lines:
        lines.write("done\n")
    return len(file.read_text().splitlines())


@task()
def be_killed_once(path: str) -> str:
    """Die as in a power cut the first time, finish the second. Idempotent."""
    if not Path(path).exists():
        Path(path).write_text("begun")
        os.kill(os.getpid(), signal.SIGKILL)
    Path(path).write_text("finished")
    return "finished"


@task()
def wait_for_file(path: str) -> None:
    """Take as long as there is no such file. Idempotent."""
    while not Path(path).exists():
        time.sleep(0.05)


@task()
def fail_with_words(words: str) -> None:
    """Fail, saying aloud what was given. Idempotent."""
    raise ValueError("said: " + words)
