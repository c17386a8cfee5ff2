"""One command serves and works: the worker is restarted, and gone with the server."""

import http.cookiejar
import os
import re
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.urls import reverse

from amuprev.management.commands.serve import refuse_taken_port
from tests.portal import Portal, running_portal

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def own_portal(tmp_path: Path) -> Iterator[Portal]:
    with running_portal(tmp_path) as portal:
        yield portal


def children(parent: int) -> dict[int, str]:
    """The running processes that this one started, by their command."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().decode().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(state[1]) == parent and state[0] != "Z":
            found[int(folder.name)] = " ".join(command)
    return found


def workers_of(parent: int) -> list[int]:
    return [pid for pid, command in children(parent).items() if " work " in command]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def wait_for(what: Callable[[], object], patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def ask_for_password(portal: Portal, email: str) -> None:
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    address = portal.address(reverse("account_reset_password"))
    with browser.open(address) as page:
        address, text = page.url, page.read().decode()
    fields = {"csrfmiddlewaretoken": TOKEN.findall(text)[0], "email": email}
    with browser.open(address, urlencode(fields).encode()) as page:
        assert page.status == 200


def test_a_killed_worker_is_replaced_and_the_mail_waits_for_it(own_portal):
    wait_for(lambda: workers_of(own_portal.process.pid))
    (first,) = workers_of(own_portal.process.pid)
    os.kill(first, signal.SIGKILL)
    ask_for_password(own_portal, "tecnica@demo.example")
    own_portal.mailed(re.compile("To: tecnica@demo.example"))
    (second,) = workers_of(own_portal.process.pid)
    assert second != first
    ask_for_password(own_portal, "coordinacion@demo.example")
    own_portal.mailed(re.compile("To: coordinacion@demo.example"))
    assert own_portal.output().count("To: tecnica@demo.example") == 1
    own_portal.process.send_signal(signal.SIGTERM)
    assert own_portal.process.wait(30) == 0
    assert not alive(second)


def test_nothing_is_left_behind_by_a_server_that_was_killed(own_portal):
    wait_for(lambda: workers_of(own_portal.process.pid))
    (worker,) = workers_of(own_portal.process.pid)
    servers = [pid for pid in children(own_portal.process.pid) if pid != worker]
    assert servers
    own_portal.process.kill()
    wait_for(lambda: not any(alive(pid) for pid in [worker, *servers]))
    refuse_taken_port(urlsplit(own_portal.url).port)
