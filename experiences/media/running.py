"""Runs what reads strangers' bytes in a process of its own, with an end and a ceiling.

A file made to break a decoder breaks that process alone: not the portal, not the worker.
"""

import contextlib
import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROBE_SECONDS = 60
# Below the time after which the worker takes a task for stuck.
ENCODE_SECONDS = 25 * 60
MOST_MEMORY = 2 * 1024**3
HOUSE = Path(__file__).resolve().parents[2]
PROBE = "experiences.media.probe"
ENCODE = "experiences.media.encode"


class Failed(Exception):  # noqa: N818  it is an answer, not an error
    """What was run came to no end of its own: why, by code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def probe(path: str) -> dict[str, Any]:
    """What was measured of the file, or the code of why it is refused."""
    try:
        done = subprocess.run(  # noqa: S603  our own module, with a path of our own
            _command(PROBE, path),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=PROBE_SECONDS,
            check=True,
            cwd=HOUSE,
            env=_environment(),
            preexec_fn=_bounded,
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"refused": "damaged"}
    return found


def encode(kind: str, source: str, target: str, tell: Callable[[int], None]) -> None:
    """Make one thing of a film, telling in hundredths how far it is; raises Failed."""
    running = subprocess.Popen(  # noqa: S603  our own module, with paths of our own
        _command(ENCODE, kind, source, target),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=HOUSE,
        env=_environment(),
        text=True,
        preexec_fn=_bounded,
    )
    with _no_longer_than(running, ENCODE_SECONDS) as late, running:
        try:
            for line in running.stdout or ():
                if line.strip().isdigit():
                    tell(int(line))
            said = running.stderr.read() if running.stderr else ""
        except BaseException:
            running.kill()
            raise
    if late.is_set():
        raise Failed("too_slow")
    if running.returncode != 0:
        raise Failed("no_room" if "No space left" in said else "broken")


@contextlib.contextmanager
def _no_longer_than(
    running: "subprocess.Popen[str]", seconds: int
) -> Iterator[threading.Event]:
    late = threading.Event()

    def end() -> None:
        late.set()
        running.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


def _environment() -> dict[str, str]:
    """Nothing of the portal's secrets goes along."""
    return {"LANG": "C.UTF-8"}


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
