"""A portal that really runs: its own process, database, files and port."""

import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests import databases

PASSWORD = "cuatro-palabras-para-probar"
STATIC_ROOT = databases.FOLDER / "static"
PATIENCE_SECONDS = 180
ANOTHER = itertools.count()


@dataclass
class Portal:
    """Where a running portal answers, and the file its console and mail go to."""

    url: str
    log: Path
    password: str = PASSWORD
    process: subprocess.Popen | None = None

    def address(self, path: str) -> str:
        return f"{self.url}{path}"

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def mailed(self, pattern: re.Pattern, after: int = 0) -> str:
        """The newest text like this in the mails, once the worker has sent it: the
        output must show more of them than the number given."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(found := pattern.findall(self.output())) <= after:
            if time.monotonic() > deadline:
                message = f"No mail came:\n{self.output()}"
                raise RuntimeError(message)
            time.sleep(0.1)
        return found[-1]


@contextmanager
def running_portal(folder: Path) -> Iterator[Portal]:
    """Serve a fresh copy with the initial content and the demonstration accounts."""
    collect_static()
    port = free_port()
    portal = Portal(url=f"http://127.0.0.1:{port}", log=folder / "portal.log")
    with own_database(folder, loaded=True) as place, portal.log.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=surroundings(folder, SITE_URL=portal.url, **place),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        portal.process = process
        try:
            wait_until_ready(portal, process)
            yield portal
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


@contextmanager
def own_database(folder: Path, *, loaded: bool = False) -> Iterator[dict[str, str]]:
    """The variables that name a freshly migrated database of this portal alone; with the
    initial content if asked."""
    server = os.environ.get("DATABASE_URL")
    files = folder / "portal-media" if loaded else None
    if not server:
        databases.copy_sqlite(folder / "portal.sqlite3", files=files)
        yield {"DB_PATH": str(folder / "portal.sqlite3")}
        return
    name = f"{databases.PREFIX}portal_{os.getpid()}_{next(ANOTHER)}"
    databases.copy_postgres(server, name, files=files)
    yield {"DATABASE_URL": databases.beside(server, name)}
    databases.drop_postgres(server, name)


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """What the process sees: the development profile, nothing of the test's."""
    return {
        **os.environ,
        "AMUPREV_PROFILE": "development",
        # pytest names the settings of the tests, which would have the last word.
        "DJANGO_SETTINGS_MODULE": "amuprev.settings",
        "DEMO_PASSWORD": PASSWORD,
        "MEDIA_ROOT": str(folder / "portal-media"),
        "STATIC_ROOT": str(STATIC_ROOT),
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def collect_static() -> None:
    """Collect the static files as a reader gets them, when one of ours has changed."""
    manifest = STATIC_ROOT / "staticfiles.json"
    sources = (settings.BASE_DIR / "static").glob("**/*")
    with databases.only_one_process("static"):
        if manifest.exists() and manifest.stat().st_mtime > max(
            source.stat().st_mtime for source in sources
        ):
            return
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"],
            cwd=settings.BASE_DIR,
            env=surroundings(STATIC_ROOT),
            check=True,
        )
        manifest.touch()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(portal: Portal, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(portal.address("/healthz"), timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    message = f"The portal did not start:\n{portal.output()}"
    raise RuntimeError(message)
