"""The pack of a country carried on a stick: opened as files, with the network off."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.browser.desk import STEP_MILLISECONDS
from tests.portal import Portal, surroundings

BUILD = """
import django, sys
django.setup()
from toolkit.documents.pack import packed
sys.stdout.buffer.write(packed("SV")[0])
"""
LINKS = "all => all.map(each => each.href)"


@pytest.fixture
def stick(portal: Portal, tmp_path: Path) -> Path:
    """The folder of El Salvador's pack, as whoever unpacks it has it."""
    folder = portal.log.parent
    place = {"DB_PATH": str(folder / "portal.sqlite3")}
    made = subprocess.run(
        [sys.executable, "-c", BUILD],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, SITE_URL=portal.url, **place),
        check=True,
        stdout=subprocess.PIPE,
    )
    zipfile.ZipFile(io.BytesIO(made.stdout)).extractall(tmp_path)
    return tmp_path / "amuprev-sv"


def file_of(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


def test_every_link_opens_from_the_stick_and_nothing_comes_from_outside(
    browser: Browser, stick: Path
):
    context = browser.new_context(offline=True)
    context.set_default_timeout(STEP_MILLISECONDS)
    page: Page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    waiting, read = [(stick / "index.html").as_uri()], set[str]()
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in read:
            continue
        read.add(address)
        assert file_of(address).is_file(), address
        if address.endswith(".html"):
            page.goto(address)
            assert page.locator("h1").count() == 1, address
            waiting += page.locator("a[href]").evaluate_all(LINKS)
    context.close()
    assert failed == []
    assert {urlsplit(each).scheme for each in asked} == {"file"}
    there = {each for each in stick.rglob("*") if each.is_file()}
    # Whatever the pack carries is reached from its front page.
    assert there - {file_of(each) for each in read} == {stick / "guide.css"}
    assert any(each.endswith("guide.css") for each in asked)
