"""Keeps the background worker running beside the server, and ends it with it."""

import logging
import os
import subprocess
import sys
import threading
import time

from django.conf import settings

logger = logging.getLogger("amuprev.worker")

LONG_LIFE_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60


class Keeper:
    """Starts a worker in a process of its own and another whenever it dies.

    A process, not a fork: what the server holds open is not the worker's. Killed
    together with its keeper or left behind by it, the worker ends by itself.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        """Start the first worker."""
        self._start_one()
        self._thread.start()

    def ask_to_end(self) -> None:
        """Tell the worker to finish the task in hand and end; returns at once."""
        self._ending.set()
        with self._lock:
            if self._process is not None:
                self._process.terminate()

    def end(self, patience: float) -> None:
        """Wait until it has ended; it is killed when it takes too long."""
        self.ask_to_end()
        self._thread.join(patience)
        if self._thread.is_alive() and self._process is not None:
            self._process.kill()

    def _keep(self) -> None:
        pause = 1.0
        while self._process is not None:
            began = time.monotonic()
            code = self._process.wait()
            if self._ending.is_set():
                return
            lived_long = time.monotonic() - began > LONG_LIFE_SECONDS
            pause = 1.0 if lived_long else min(pause * 2, LONGEST_PAUSE_SECONDS)
            logger.warning("The background worker ended (%d); starting another.", code)
            self._ending.wait(pause)
            try:
                self._start_one()
            except OSError as error:  # no memory or no process left: again later
                logger.error("No background worker could be started: %s", error)

    def _start_one(self) -> None:
        command = [
            sys.executable,
            str(settings.BASE_DIR / "manage.py"),
            "work",
            f"--parent={os.getpid()}",
        ]
        with self._lock:
            if not self._ending.is_set():
                # Nothing that must not be inherited is inheritable. Without closing
                # it all again no pipe is needed, which a fork elsewhere could hold.
                self._process = subprocess.Popen(command, close_fds=False)  # noqa: S603  our own command
