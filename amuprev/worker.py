"""The background worker: does the queued tasks one by one, and what recurs."""

import logging
import os
import signal
import threading
import time
from collections.abc import Sequence
from itertools import chain
from types import FrameType

from django.db import Error, close_old_connections, connection, connections
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as TaskLoop
from django_tasks_db.models import DBTaskResult

from amuprev.due import DUE
from amuprev.foundation import recurring, workers

logger = logging.getLogger("amuprev.worker")

BACKEND = "default"
QUEUES = ("default",)
# Each has a lane beside the others: a link is waited for, a file is not, and a film
# takes minutes.
LANES = (("mail",), ("films",))
POLL_SECONDS = 0.5
DUE_SECONDS = 20.0
BEAT_SECONDS = 15.0
AWAY_SECONDS = 5.0
MOST_WAIT_SECONDS = 15.0
# A task that takes longer is taken for stuck: its worker no longer beats.
LONGEST_TASK_SECONDS = 30 * 60.0


class OneTask(TaskLoop):
    """The package's loop, for one task; what failed is kept without its words."""

    def __init__(self, worker: str, queues: Sequence[str] = ("*",)) -> None:
        super().__init__(
            queue_names=list(queues),
            interval=0,
            batch=True,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=1,
            worker_id=worker,
            excluded_queue_names=[],
        )

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Run it; a fault's message may hold what somebody wrote, its place does not."""
        super().run_task(db_task_result)
        if db_task_result.status != TaskResultStatus.FAILED:
            return
        places = [
            line
            for line in db_task_result.traceback.splitlines()
            if line.startswith('  File "')
        ]
        DBTaskResult.objects.filter(pk=db_task_result.pk).update(
            traceback="\n".join(places)
        )
        logger.error(
            "%s failed: %s%s",
            db_task_result.task_path,
            db_task_result.exception_class_path,
            places[-1].replace("  File", " in") if places else "",
        )


class Worker:
    """Works until it is told to end, or until the process it belongs to is gone."""

    def __init__(self, *, parent: int | None = None) -> None:
        self.parent = parent
        self.ending = False
        self.away = False
        self.name = ""
        self.announced = False
        self.progress = self.due_at = 0.0
        self._stopped = threading.Event()
        self._start_afresh()

    def heed_signals(self) -> None:
        """SIGTERM and SIGINT end it after the task in hand; a second SIGINT at once."""
        signal.signal(signal.SIGTERM, self._end)
        signal.signal(signal.SIGINT, self._end)

    def work(self) -> None:
        """Do tasks as they come and what recurs when its time has come."""
        beside = [threading.Thread(target=self._beat_on, daemon=True)]
        beside += [
            threading.Thread(target=self._carry, args=(queues,), daemon=True)
            for queues in LANES
        ]
        for thread in beside:
            thread.start()
        try:
            while not self.ending and not self._is_orphan():
                time.sleep(self._round())
        finally:
            self._stopped.set()
            for thread in beside:
                thread.join(MOST_WAIT_SECONDS)
            connections.close_all()

    def work_once(self) -> None:
        """Do what recurs and what waits now, then end."""
        workers.beat(self.name)
        recurring.run(DUE)
        while not self.ending and self._do_one((*QUEUES, *chain.from_iterable(LANES))):
            pass

    def _round(self) -> float:
        """One step of work; how long to sleep after it."""
        self.progress = time.monotonic()
        try:
            if not self.announced:
                workers.beat(self.name)
                self.announced = True
            if time.monotonic() >= self.due_at:
                recurring.run(DUE)
                self.due_at = time.monotonic() + DUE_SECONDS
            did_one = self._do_one(QUEUES)
        except Error as error:
            return self._wait_for_database(error)
        if self.away:
            logger.warning("The database answers again.")
            self.away = False
        return 0 if did_one else POLL_SECONDS

    def _do_one(self, queues: Sequence[str]) -> bool:
        """Run the next task of these queues; false when none waits."""
        close_old_connections()
        waiting = DBTaskResult.objects.ready().filter(
            backend_name=BACKEND, queue_name__in=queues
        )
        if not waiting.exists():
            return False
        OneTask(self.name, queues).run()
        return True

    def _wait_for_database(self, error: Error) -> float:
        if not self.away:
            kind = type(error).__name__
            logger.warning("The database does not answer (%s); waiting for it.", kind)
            self.away = True
        connections.close_all()
        self._start_afresh()
        return AWAY_SECONDS

    def _start_afresh(self) -> None:
        # Under a new name what it left unfinished counts as a dead worker's.
        self.name = get_random_string(32)
        self.announced = False
        self.progress = time.monotonic()
        self.due_at = time.monotonic()

    def _beat_on(self) -> None:
        while not self._stopped.wait(BEAT_SECONDS):
            stuck = time.monotonic() - self.progress > LONGEST_TASK_SECONDS
            if self.announced and not stuck:
                try:
                    workers.beat(self.name)
                except Error:
                    logger.debug("No beat: the database does not answer.")
                finally:
                    connection.close()

    def _carry(self, queues: Sequence[str]) -> None:
        """Do the tasks of a lane beside the others.

        Whatever goes wrong here is mended by what recurs: the sweep of waiting mails,
        the repetition of interrupted tasks.
        """
        pause = POLL_SECONDS
        while not self._stopped.wait(pause):
            pause = POLL_SECONDS
            try:
                while not self.ending and self._do_one(queues):
                    pass
            except Error:
                connections.close_all()
                pause = AWAY_SECONDS
        connections.close_all()

    def _is_orphan(self) -> bool:
        return self.parent is not None and os.getppid() != self.parent

    def _end(self, signum: int, frame: FrameType | None) -> None:
        if self.ending and signum == signal.SIGINT:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.raise_signal(signal.SIGINT)
        self.ending = True
