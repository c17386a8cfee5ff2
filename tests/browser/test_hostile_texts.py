"""Hostile text in every record, and a browser that everyone reads with (S3, S14).

No dialog opens, and no page asks for what its policy forbids.
"""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.portal import (
    Portal,
    collect_static,
    free_port,
    own_database,
    surroundings,
    wait_until_ready,
)

LISTEN = """document.addEventListener('securitypolicyviolation', event => console.error(
  'POLICY', event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample))"""
PLANT = """import django; django.setup()
from tests.security.payloads import plant
print(plant())"""
NUMBERS = re.compile(r"\d+|(?<=/)[a-z]{2}-[a-z-]+(?=/)")
OUT = (
    "salir", "logout", "#", "delete", ".csv", ".xlsx", ".json", ".ics", "/api/",
    "novedades", "/en/",
)  # fmt: skip
# Where each begins, and how many pages they read.
READERS = {
    "": (("/es/", "/es/bitacora/", "/es/red/", "/es/red/historia/", "/es/datos/"), 12),
    "tecnica": (("/es/espacio/", "/es/espacio/registro-rapido/"), 8),
    "coordinacion": (("/es/espacio/personas/", "/es/cuenta/"), 6),
    "asociacion": (("/es/espacio/revision/", "/es/espacio/personas/"), 6),
    "editora": (
        ("/cms/", "/cms/pages/4/edit/", "/cms/images/", "/cms/reports/site-history/"),
        8,
    ),
    "secretaria": (
        (
            "/admin/",
            "/admin/network/activity/",
            "/admin/network/municipality/",
            "/admin/network/association/add/",
            "/cms/",
        ),
        12,
    ),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal whose every text was written by an enemy."""
    folder = tmp_path_factory.mktemp("hostile")
    collect_static()
    port = free_port()
    portal = Portal(url=f"http://127.0.0.1:{port}", log=folder / "portal.log")
    with own_database(folder) as place, portal.log.open("w") as log:
        env = surroundings(folder, SITE_URL=portal.url, WORKER="no", **place)
        env["PYTHONPATH"] = str(settings.BASE_DIR)
        run(folder, env, "manage.py", "prepare")
        assert int(run(folder, env, "-W", "ignore", "-c", PLANT).split()[-1]) > 1_000
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=env,
            stdout=log,
            stderr=log,
        )
        try:
            wait_until_ready(portal, process)
            yield portal
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def run(folder: Path, env: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def walk(page: Page, starts: tuple[str, ...], most: int) -> Iterator[str]:
    """Read these pages and those they lead to, one of each shape."""
    waiting, shapes = list(starts), set()
    while waiting and most:
        path = waiting.pop(0)
        shape = NUMBERS.sub("0", path.split("?")[0])
        if shape in shapes or any(part in path for part in OUT):
            continue
        shapes.add(shape)
        most -= 1
        answer = page.goto(path)
        assert answer.status < 500, path
        yield path
        waiting += page.eval_on_selector_all(
            "main a[href^='/'], #content a[href^='/'], form a[href^='/']",
            "links => links.map(link => link.getAttribute('href'))",
        )


@pytest.mark.parametrize("who", READERS, ids=lambda who: who or "anonymous")
def test_nothing_comes_to_life_and_nothing_is_blocked(
    browser: Browser, hostile: Portal, who: str
):
    context = browser.new_context(base_url=hostile.url, locale="es-SV")
    context.set_default_timeout(10_000)
    context.add_init_script(LISTEN)
    page = context.new_page()
    said: list[str] = []
    here = ""

    def dismiss(dialog) -> None:
        # A page that asks whether to leave what was typed is no stored text.
        if dialog.type != "beforeunload":
            said.append(f"{here}: dialog {dialog.message}")
        dialog.accept()

    page.on("dialog", dismiss)
    page.on(
        "console",
        lambda told: (
            said.append(f"{here}: {told.text}") if "POLICY" in told.text else None
        ),
    )
    if who:
        page.goto("/es/cuenta/entrar/")
        page.locator("[name=login]").fill(f"{who}@demo.example")
        page.locator("[name=password]").fill(hostile.password)
        page.locator("main form[method=post] button").first.click()
        page.wait_for_url("**/es/espacio/**")
    starts, most = READERS[who]
    read = 0
    for here in walk(page, starts, most):  # noqa: B007  the listeners say where
        read += 1
    context.close()
    assert said == []
    assert read >= len(starts)
