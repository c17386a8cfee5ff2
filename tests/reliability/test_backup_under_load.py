"""R10: a backup made while four people write is one instant, elsewhere too."""

import re
from pathlib import Path

import pytest

from amuprev.backup.archive import opened
from tests.databases import only_restore
from tests.portal import PASSWORD
from tests.reliability.life import (
    Life,
    a_life,
    an_empty_life,
    found_activities,
    wait_for_one_more,
    wait_until,
)
from tests.reliability.people import AtWork, Person, Writer, photo

WRITERS = 4
PAGES = 30
INBOX = "/es/espacio/revision/"
LOCATION = re.compile(r"<loc>[^<]*?//[^/<]+(/[^<]*)</loc>")
SMALL = "SELECT small FROM network_evidence WHERE activity_id ="
PICTURE = re.compile(r'src="(/[^"]*bitacora/[^"]+)"')


@pytest.mark.postgres
def test_a_backup_under_load_is_one_instant_and_comes_back_elsewhere(tmp_path):
    file = tmp_path / "portal.backup"
    with a_life(tmp_path / "here") as here:
        writers = here.writers(WRITERS)
        publish_one(here, writers[0].person)
        made_before, made_after = backed_up_meanwhile(here, writers, file)
        refuse_while_running(here, file)
        with an_empty_life(tmp_path / "there") as there:
            with only_restore():
                done = there.manage("restore", str(file))
            assert done.returncode == 0, done.stderr
            compare_with_manifest(there, file)
            compare_with_writers(there, writers, made_before, made_after)
            there.start()
            compare_pages(here, there)
            smoke_walk(there)
            done = there.manage("audit_verify")
            assert done.returncode == 0, done.stderr
        a_killed_portal_leaves_no_lock(here, file)


def publish_one(life: Life, clerk: Person) -> None:
    """An approved activity with a photograph, so that the public pages show both."""
    sent = clerk.log(
        "11111111-2222-4333-8444-555555555555",
        "Se limpió la cancha entre todos.",
        photo(),
        photo_public="on",
    )
    reviewer = Person(life.url)
    reviewer.sign_in("asociacion@demo.example", PASSWORD)
    reviewer.open_form(INBOX)
    assert reviewer.post(INBOX, {"activity": sent.record}).status == 302
    # The worker draws its small copy.
    wait_until(lambda: life.rows(f"{SMALL} {sent.record}") != [("",)])


def backed_up_meanwhile(
    life: Life, writers: list[Writer], file: Path
) -> tuple[set[str], set[str]]:
    """What was acknowledged before the backup began, and what was sent before its end."""
    with AtWork([writer.write_once for writer in writers], pause=0):
        wait_for_one_more(writers)
        before = {key for writer in writers for key in writer.acknowledged}
        done = life.manage("backup", str(file))
        assert done.returncode == 0, done.stderr
        wait_for_one_more(writers)
    after = {key for writer in writers for key in writer.acknowledged}
    assert before < after
    assert all((one.unknown, one.refused) == ([], {}) for one in writers)
    return before, after


def refuse_while_running(life: Life, file: Path) -> None:
    """Not over a running portal, asked explicitly or not."""
    for words in ((), ("--replace",)):
        refused = life.manage("restore", str(file), *words)
        assert refused.returncode == 1
        assert "The portal is running." in refused.stderr


def a_killed_portal_leaves_no_lock(life: Life, file: Path) -> None:
    life.kill()
    refused = life.manage("restore", str(file))
    assert "The portal already holds" in refused.stderr


def compare_with_manifest(life: Life, file: Path) -> None:
    manifest = opened(file).manifest
    lines = life.manage("digest").stdout.split("\n")
    printed = {name: value for value, name in (line.split("  ") for line in lines[:-1])}
    expected = {name: table["sha256"] for name, table in manifest["tables"].items()}
    assert printed == expected | {"media": manifest["media"]["sha256"]}
    assert manifest["media"]["files"] > 2
    assert manifest["media"]["missing"] == []
    if "DB_PATH" in life.place:
        # PostgreSQL checked each of its own when it loaded them.
        assert life.rows("PRAGMA foreign_key_check") == []


def compare_with_writers(
    life: Life, writers: list[Writer], before: set[str], after: set[str]
) -> None:
    found = found_activities(life)
    mine = {key for key in found if key in after}
    assert before <= mine
    assert len(found) == len(mine) + 1
    assert all(one.is_whole for key, one in found.items() if key in mine)
    assert set(after) - mine, "the writers went on after the instant of the backup"


def compare_pages(here: Life, there: Life) -> None:
    """Public pages, both languages, and the photograph."""
    readers = Person(here.url), Person(there.url)
    index = readers[0].get("/sitemap.xml").text
    found = []
    for section in LOCATION.findall(index):
        found += LOCATION.findall(readers[0].get(section).text)
    number = next(path for path in found if re.fullmatch(r"/es/bitacora/\d+/", path))
    step = max(1, len(found) // PAGES)
    paths = [number, *found[::step]][: PAGES + 1]
    assert len(paths) >= PAGES
    picture = PICTURE.search(readers[0].get(number).text)
    assert picture
    for path in [*paths, picture[1]]:
        one, other = (reader.get(path) for reader in readers)
        assert one.status == other.status == 200, path
        same = other.text.replace(str(there.port), str(here.port))
        assert one.text == same, path


def smoke_walk(life: Life) -> None:
    """Everybody signs in again, reads their list and saves."""
    (person,) = life.people(1)
    assert person.get("/es/espacio/actividades/").status == 200
    assert person.log("99999999-2222-4333-8444-555555555555", "De nuevo aquí.").record
