"""What the Nu HTML checker says of our pages (A13); `make soak` runs it.

It wants npm, which brings the checker, and java, which runs it: one page of every public
type in both languages, every screen of the workspace and of the account, and the pages
that say no.
"""

import json
import logging
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.addresses import FORMS, PUBLIC
from tests.browser.errors import error_pages
from tests.browser.screens import SCREENS

pytestmark = pytest.mark.soak

CHECKER = "vnu-jar@26.9.27"
# Of CSS it does not know yet what browsers that know no better leave aside: a menu's
# place below its button (CSS Anchor Positioning) and the rim of a map's letters.
NEWER_THAN_THE_CHECKER = (
    r"^CSS: .*(anchor-name|position-anchor|anchor\(bottom,60px\)|paint-order).*$"
)
logger = logging.getLogger(__name__)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checker, fetched from the registry into a folder of this test."""
    place = tmp_path_factory.mktemp("checker")
    npm = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", CHECKER]
    subprocess.run(npm, cwd=place, check=True, capture_output=True)
    return place / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def said_by(checker: Path, folder: Path) -> list[dict]:
    """Each message about the pages in the folder."""
    ran = subprocess.run(
        [
            *("java", "-jar", checker, "--format", "json", "--skip-non-html"),
            *("--filterpattern", NEWER_THAN_THE_CHECKER, folder),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return json.loads(ran.stderr)["messages"]


def errors(messages: list[dict]) -> list[str]:
    return [
        f"{Path(each['url']).stem}: {each['message']} [{each.get('extract', '').strip()}]"
        for each in messages
        if each["type"] != "info"
    ]


def every_page(portal, person, published, composed, stage) -> Iterator[tuple[str, str]]:
    reader = person("tecnica").browser.new_context(base_url=portal.url)
    with reader:
        for name, pair in (PUBLIC | FORMS | composed).items():
            for language, address in zip(("es", "en"), pair, strict=True):
                answer = reader.request.get(address.format(number=published))
                assert answer.status in (200, 422), address
                yield f"{name}-{language}", answer.text()
        own = {"": reader, "newcomer": stage.newcomer}
        for screen in SCREENS:
            profile = own[screen.who] if screen.who in own else person(screen.who)
            answer = profile.request.get(stage.at(screen.address))
            assert answer.status == screen.status, screen.name
            yield f"screen-{screen.name}", answer.text()
    for name, text in error_pages(portal).items():
        yield f"refusal-{name}", text


def test_a_fault_would_be_found(checker, tmp_path):
    (tmp_path / "wrong.html").write_text(
        "<!doctype html><html lang=es><title>x</title><ol start=''><p>x</ol>"
    )
    assert len(errors(said_by(checker, tmp_path))) == 2


def test_no_page_has_an_error(
    checker, folder, portal, person, published, composed, stage
):
    for name, text in every_page(portal, person, published, composed, stage):
        (folder / f"{name}.html").write_text(text)
    pages = sorted(folder.glob("*.html"))
    messages = said_by(checker, folder)
    kinds = Counter(each.get("subType", each["type"]) for each in messages)
    logger.info("%d pages: %s", len(pages), dict(kinds) or "nothing to say")
    assert len(pages) > 120
    assert errors(messages) == []
