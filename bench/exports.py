"""P11: the whole public log taken away as CSV and XLSX from a portal that serves."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from bench.figure import Measured, Size
from bench.stage import ROOT
from network.addresses import download_address
from network.models import Activity

PATIENCE_SECONDS = 120
PIECE = 1 << 16


@dataclass
class Download:
    """What one download took."""

    first_byte: float  # seconds
    seconds: float
    size: int  # bytes
    grown: float  # MiB


def measure(_size: Size) -> Measured:
    """Take the log away in both forms, after a first one that warms the server."""
    rows = Activity.objects.public().count()
    with serving() as (port, process):
        taken(port, process, "csv")
        csv = taken(port, process, "csv")
        xlsx = taken(port, process, "xlsx")
    return {
        "CSV: first byte": csv.first_byte * 1000,
        "CSV: rows a second": rows / csv.seconds,
        "CSV: memory that the server grows by": csv.grown,
        "CSV: time for a row": csv.seconds / rows * 1e6,
        "XLSX: rows a second": rows / xlsx.seconds,
        "XLSX: memory that the server grows by": xlsx.grown,
    }


@contextmanager
def serving() -> Iterator[tuple[int, subprocess.Popen]]:
    """The portal of the stage with one process that answers, so that it is known which
    memory grows."""
    port = free_port()
    own = {**os.environ, "WORKER": "no", "WORKERS": "1", "PORT": str(port)}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=own,
            stdout=log,
            stderr=log,
        )
        try:
            wait_until_ready(port)
            yield port, process
        finally:
            process.terminate()
            process.wait(30)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(port: int) -> None:
    """Ask until it answers."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    message = "The portal did not start."
    raise RuntimeError(message)


def taken(port: int, process: subprocess.Popen, form: str) -> Download:
    """Take the whole log away in that form."""
    with translation.override("es"):
        path = download_address(form)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=3600)
    peak = Peak(process.pid)
    began = time.monotonic()
    with peak:
        connection.request("GET", path)
        answer = connection.getresponse()
        if answer.status != 200:
            message = f"{path} answered {answer.status}"
            raise RuntimeError(message)
        size = len(answer.read(1))
        first_byte = time.monotonic() - began
        while piece := answer.read(PIECE):
            size += len(piece)
    return Download(first_byte, time.monotonic() - began, size, peak.grown)


class Peak:
    """How far the memory of a process and its children rises meanwhile, in MiB."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.first = self.most = 0.0
        self.over = threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Peak":
        self.first = self.most = memory_of(self.pid)
        self.watcher.start()
        return self

    def __exit__(self, *told: object) -> None:
        self.over.set()
        self.watcher.join()

    @property
    def grown(self) -> float:
        """Most less first."""
        return self.most - self.first

    def _watch(self) -> None:
        while not self.over.wait(0.05):
            self.most = max(self.most, memory_of(self.pid))


def memory_of(pid: int) -> float:
    """Resident memory of a process and its children, in MiB."""
    own = Path(f"/proc/{pid}/statm")
    try:
        pages = int(own.read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it ended meanwhile
        return 0.0
    here = pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
    return here + sum(memory_of(int(child)) for child in children)
