"""R8: a full disk: nothing acknowledged is lost, reading goes on, people are told."""

import html
import json
import re
import uuid

import pytest

from tests.portal import PASSWORD
from tests.reliability.life import (
    EMAIL,
    Life,
    a_life,
    counted,
    found_activities,
    wait_until,
)
from tests.reliability.people import LOG, SIGN_IN, AtWork, Person, Writer, words_of
from tests.reliability.small_disk import small_disk

WRITERS = 4
PAGES = (
    "/es/",
    "/en/network/",
    "/es/bitacora/",
    "/es/red/municipios/sv-santa-tecla/",
    "/es/espacio/",
    "/es/espacio/actividades/",
    f"{LOG}?form={uuid.uuid4()}",
)
INTERNALS = re.compile(
    r"Traceback|sqlite|Error\b|disk|django|site-packages|\.py\b", re.I
)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
NOTHING_SAVED = "No se guardó nada de lo que envió."


@pytest.mark.only_on("sqlite")
def test_a_full_disk_loses_nothing_and_says_so(tmp_path):
    with (
        small_disk(tmp_path / "disk") as disk,
        a_life(tmp_path, on=disk.folder) as life,
    ):
        disk.processes = life.group
        writers = life.writers(WRITERS)
        with AtWork([writer.write_once for writer in writers]):
            wait_until(lambda: all(len(one.acknowledged) > 1 for one in writers))
            disk.take_all_room()
            wait_until(lambda: all(len(one.refused) > 1 for one in writers))
        kept = found_activities(life)
        told_that_nothing_was_saved(writers, kept)
        reading_goes_on(writers[0].person)
        a_stranger_is_told_too(life)
        a_script_is_told_too(writers[0].person)
        disk.give_room_back()
        send_again_from_the_page(writers)
        now = found_activities(life)
        assert all(one.is_whole for one in now.values())
        assert now.keys() == {key for one in writers for key in one.acknowledged}
        life.kill()
        life.start()
        assert found_activities(life) == now
        counted.info(
            "%s: %d kept, %d refused", disk.kind, len(kept), len(now) - len(kept)
        )


def told_that_nothing_was_saved(writers: list[Writer], kept: dict) -> None:
    for writer in writers:
        assert writer.unknown == []
        assert writer.acknowledged.keys() <= kept.keys()
        for key, answer in writer.refused.items():
            assert answer is not None
            assert answer.status == 503
            assert NOTHING_SAVED in answer.text
            assert answer.headers["Retry-After"]
            assert "no-store" in answer.headers["Cache-Control"]
            assert words_of(key) in answer.text
            assert INTERNALS.findall(answer.text) == []
            # Saved in two steps: at most the draft of the first, whole.
            assert key not in kept or kept[key].state == "draft"
    assert all(one.is_whole for one in kept.values())


def reading_goes_on(person: Person) -> None:
    for path in PAGES:
        answer = person.get(path)
        assert answer.status == 200, (path, answer.text)


def a_stranger_is_told_too(life: Life) -> None:
    """Signing in needs room; what is said names no fault and no password."""
    person = Person(life.url)
    person.open_form(SIGN_IN)
    fields = {"login": EMAIL.format(number=0), "password": PASSWORD}
    answer = person.post(SIGN_IN, fields)
    assert answer.status == 503
    assert "Presione «Atrás» en el navegador" in answer.text
    assert PASSWORD not in answer.text
    assert INTERNALS.findall(answer.text) == []


def a_script_is_told_too(person: Person) -> None:
    """A draft that saves itself stays on the page, with the reason."""
    fields = {
        "client_uuid": str(uuid.uuid4()),
        "kind": person.kind,
        "what_happened": "Dos líneas.",
        "autosave": "1",
    }
    answer = person.post(LOG, fields, accept="application/json")
    assert answer.status == 503
    assert "Su texto sigue en esta página" in json.loads(answer.text)["message"]


def send_again_from_the_page(writers: list[Writer]) -> None:
    """What the page holds is all that is needed: its own fields, as the button does."""
    for writer in writers:
        refused, writer.refused = writer.refused, {}
        for key, answer in refused.items():
            assert answer is not None
            fields = {
                name: html.unescape(value)
                for name, value in HIDDEN.findall(answer.text)
            }
            again = writer.person.post(LOG, fields)
            assert again.record, again.text
            writer.acknowledged[key] = again.record
