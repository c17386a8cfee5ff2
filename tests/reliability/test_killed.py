"""R1: `kill -9` of everything while six people save: nothing acknowledged is lost."""

import time

import pytest

from tests.reliability.life import a_life, counted, found_activities, media_of
from tests.reliability.people import AtWork, Writer, words_of

WRITERS = 6
EVIDENCE = "SELECT activity_id, file, small FROM network_evidence"


@pytest.mark.postgres
@pytest.mark.parametrize(
    "delays",
    [
        pytest.param([0.4, 0.9, 1.6], id="3-kills"),
        # Swept, so that each step of a save is met by some kill.
        pytest.param(
            [0.1 + 0.06 * number for number in range(50)],
            id="50-kills",
            marks=pytest.mark.soak,
        ),
    ],
)
def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path, delays):
    with a_life(tmp_path) as life:
        writers = life.writers(WRITERS)
        with AtWork([writer.write_once for writer in writers]):
            for delay in delays:
                before = acknowledged(writers)
                while not acknowledged(writers) > before:
                    time.sleep(0.02)
                time.sleep(delay)
                life.kill()
                life.start()
        send_unknown_again(writers)
        assert_kept(life, writers)
        assert "database is locked" not in life.output()
        counted.info("%d kills: %d acknowledged", len(delays), acknowledged(writers))


def acknowledged(writers: list[Writer]) -> int:
    return sum(len(writer.acknowledged) for writer in writers)


def send_unknown_again(writers: list[Writer]) -> None:
    """Their writers press the button once more: the same form, the same record."""
    for writer in writers:
        unknown, writer.unknown = writer.unknown, []
        for key in unknown:
            writer.send(key)
        assert writer.unknown == []


def assert_kept(life, writers: list[Writer]) -> None:
    found = found_activities(life)
    for writer in writers:
        # Not one was refused by a portal that ran: only because nobody listened.
        assert {key for key, answer in writer.refused.items() if answer} == set()
        lost = {
            key
            for key, number in writer.acknowledged.items()
            if key not in found or found[key].number != number
        }
        assert lost == set()
    assert {key: one for key, one in found.items() if not one.is_whole} == {}
    texts = [one.text for one in found.values()]
    assert len(texts) == len(set(texts))
    assert all(one.text == words_of(key) for key, one in found.items())
    for number, *names in life.rows(EVIDENCE):
        for name in names:
            assert (media_of(life) / "private" / name).stat().st_size, number
