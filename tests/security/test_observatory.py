"""What the HTTP Observatory says of the portal behind nginx (S2); `make soak` runs it.

It wants the ports 80 and 443 of this machine, npm, nginx and openssl: the directives of
deploy/nginx.conf.example, with a certificate made here, before a portal in production.
"""

import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests import databases
from tests.portal import (
    STATIC_ROOT,
    Portal,
    collect_static,
    free_port,
    wait_until_ready,
)

pytestmark = pytest.mark.soak

SCANNER = "@mdn/mdn-http-observatory@1.4.8"
HOST = "localhost"
GOAL = 140
# Five points each go only to pages that set a cookie, and to pages with a script: what
# a page does not have cannot be kept well.
NOTHING_TO_KEEP = ("cookies-not-found", "sri-not-implemented-but-no-scripts-loaded")
# On the home page alone what describes it to machines stands in an element for scripts,
# which the scanner takes for one that lacks its fingerprint.
DATA_ALONE = {"home": "sri-not-implemented-but-all-scripts-loaded-from-secure-origin"}
# Algorithm 6 of the Observatory, which is not on npm, adds ten points for each.
OF_ALGORITHM_6 = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
}
PAGES = {
    "home": ("/es/", 200),
    "sign in": ("/es/cuenta/entrar/", 200),
    "log": ("/es/bitacora/", 200),
    "a form of staff": ("/es/espacio/registro-rapido/", 200),
    "not found": ("/es/nada/aqui/", 404),
}
MAKE_CLERK = """
import django; django.setup()
from django.conf import settings
from django.test import Client
from network.choices import Role
from tests.network.factories import MunicipalityFactory, staff_of
settings.ALLOWED_HOSTS = ["*"]
client = Client()
person = staff_of(MunicipalityFactory(), Role.RECORDS)
client.force_login(person, backend="network.access.AppointmentBackend")
name = settings.SESSION_COOKIE_NAME
print(f"COOKIE {name}={client.cookies[name].value}")
"""
logger = logging.getLogger(__name__)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("observatory")


@pytest.fixture(scope="module")
def scanner(folder: Path) -> Path:
    """The scanner's folder, fetched from the registry into a folder of this test."""
    npm = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", SCANNER]
    subprocess.run(npm, cwd=folder, check=True, capture_output=True)
    package = folder / "node_modules" / "@mdn" / "mdn-http-observatory"
    # Lists that its own installation downloads: nothing of this host stands in them.
    for name in ("hsts-preload", "tld-list"):
        (package / "conf" / f"{name}.json").write_text("{}")
    return package


@pytest.fixture(scope="module")
def cookie(folder: Path) -> Iterator[str]:
    """The portal in production behind nginx; the cookie of a clerk who is signed in."""
    port = free_port()
    databases.copy_sqlite(folder / "portal.sqlite3")
    collect_static()
    env = surroundings(folder, port)
    made = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", MAKE_CLERK],
        cwd=settings.BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    portal = Portal(url=f"http://127.0.0.1:{port}", log=folder / "portal.log")
    with portal.log.open("w") as log:
        serve = [sys.executable, "manage.py", "serve", "--port", str(port)]
        server = subprocess.Popen(
            serve, cwd=settings.BASE_DIR, env=env, stdout=log, stderr=log
        )
        proxy = None
        try:
            wait_until_ready(portal, server)
            proxy = start_nginx(folder, port)
            yield re.search(r"COOKIE (\S+)", made.stdout)[1]
        finally:
            for process in filter(None, (proxy, server)):
                process.send_signal(signal.SIGTERM)
                process.wait(60)


def surroundings(folder: Path, port: int) -> dict[str, str]:
    """A portal in production, as deploy/amuprev.env.example has it."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(settings.BASE_DIR),
        "DJANGO_SETTINGS_MODULE": "amuprev.settings",
        "AMUPREV_PROFILE": "production",
        "SECRET_KEY": "only-for-this-scan-and-long-enough-0123456789-abcdefghijk",
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
        "SITE_URL": f"https://{HOST}",
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "TRUSTED_PROXY_COUNT": "1",
        "WORKER": "no",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(STATIC_ROOT),
        "PORT": str(port),
    }


def start_nginx(folder: Path, port: int) -> subprocess.Popen:
    """nginx with the directives of our example, here and with a certificate of ours."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"),
            *("-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )
    example = (settings.BASE_DIR / "deploy" / "nginx.conf.example").read_text()
    ours = (
        re.sub(r" *listen \[::\].*\n", "", example)
        .replace("listen ", "listen 127.0.0.1:")
        .replace("portal.example.org;", f"{HOST};")
        .replace("/etc/letsencrypt/live/portal.example.org", str(folder))
        .replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    )
    whole = f"""daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
    events {{}} http {{ access_log off; {temporary(folder)}
    {ours} }}"""
    (folder / "nginx.conf").write_text(whole)
    proxy = subprocess.Popen(["nginx", "-c", folder / "nginx.conf", "-p", folder])
    time.sleep(2)
    assert proxy.poll() is None, (folder / "nginx.log").read_text()
    return proxy


def temporary(folder: Path) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)


@pytest.mark.parametrize("page", PAGES)
def test_the_observatory_gives_all_its_points(page, folder, scanner, cookie):
    path, status = PAGES[page]
    ran = subprocess.run(
        [
            "node",
            settings.BASE_DIR / "tests" / "security" / "observatory.mjs",
            *(scanner, HOST, path),
            *([cookie] if "staff" in page else []),
        ],
        env={**os.environ, "NODE_EXTRA_CA_CERTS": str(folder / "fullchain.pem")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    more = sum(
        10
        for name, value in OF_ALGORITHM_6.items()
        if found["headers"].get(name) == value
    )
    logger.info(
        "%s: %s of %s (%s), %s by algorithm 6; %s",
        *(page, found["score"], GOAL, found["grade"], found["score"] + more),
        found["results"],
    )
    assert found["status"] == status
    lacking = {*NOTHING_TO_KEEP, DATA_ALONE.get(page)}
    goal = GOAL - 5 * len(lacking & found["results"].keys())
    assert found["score"] == goal, found["results"]
    assert more == 20
