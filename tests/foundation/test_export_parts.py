"""What every file that leaves the portal is made of."""

import csv
import gzip
import io
import multiprocessing
import os

import pytest
from django.http import StreamingHttpResponse
from django.test import RequestFactory

from amuprev.foundation.exports.columns import NOTHING, Column, Kind, Sparse
from amuprev.foundation.exports.comma_separated import LastLine, comma_separated
from amuprev.foundation.exports.inert import inert
from amuprev.foundation.exports.sending import send_file
from amuprev.foundation.exports.turns import NoTurn, Turn, take_turn

LIVE = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "-cmd|' /C calc'!A0",
    "\t=1", "\r=1", "\n=1", " =1", "\xa0=1", "\u3000=1", "\u200b=1", "\ufeff=1",
    "\x00=1", "\x1f=1", "\u202e=1", "\uff1d1+1", "\uff0b1", "\uff0d1+1", "\uff20SUM(A1)", "\u2212cmd",
    " \t\r\n =1", "\tplain", "\rplain", "\nplain", "- uno\n- dos", "+503 2222-1111",
    "-", "=", "-1e9|x", "-1 -1", "-\u0661",
]  # fmt: skip
DEAD = ["", "uno", "a=1", "5", "-5", "-5.25", "-5,25", "'=1", "«=1»", "1-1", " uno"]


@pytest.mark.parametrize("text", LIVE)
def test_what_could_be_a_formula_is_made_inert(text):
    assert inert(text) == f"'{text}"
    cell = written(text)
    assert cell == f"'{text}"


@pytest.mark.parametrize("text", DEAD)
def test_other_texts_and_negative_numbers_stay_as_they_are(text):
    assert inert(text) == text
    assert written(text) == text


def read_csv(columns, *batches) -> list[list[str]]:
    pieces = comma_separated(
        [column.key for column in columns],
        columns,
        batches,
        LastLine("whole {count}", "cut {count}"),
    )
    text = b"".join(pieces).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def column(key: str, kind: Kind) -> Column:
    return Column(key, key, lambda batch: [row[key] for row in batch], kind)


def written(text: str) -> str:
    (_head, (cell, _n), _end) = read_csv(
        [column("a", Kind.TEXT), column("n", Kind.NUMBER)], [{"a": text, "n": 1}]
    )
    return cell


def test_numbers_stay_numbers_and_nothing_stays_nothing():
    columns = [
        column("number", Kind.NUMBER),
        Column("none", "none", lambda batch: NOTHING, Kind.NUMBER),
        Column("never", "never", lambda batch: NOTHING, Kind.NUMBER),
        column("word", Kind.WORDS),
        Column("last", "last", lambda batch: NOTHING, Kind.NUMBER),
    ]
    rows = [
        {"number": -5, "word": 'dijo "sí", y\nse fue'},
        {"number": 0, "word": None},
        {"number": None, "word": "a"},
    ]
    _head, *lines, end = read_csv(columns, rows[:2], rows[2:])
    assert lines == [
        ["-5", "", "", 'dijo "sí", y\nse fue', ""],
        ["0", "", "", "", ""],
        ["", "", "", "a", ""],
    ]
    assert end == ["whole 3", "", "", "", ""]


def test_columns_of_few_rows_stand_side_by_side_in_their_places():
    def few(key: str, known: dict) -> Column:
        return Column(key, key, lambda batch: Sparse(known, (7, 8, 9)), Kind.WHOLE)

    columns = [
        Column("none", "none", lambda batch: NOTHING, Kind.WHOLE),
        few("women", {7: 3, 9: 20_000}),
        few("men", {9: "menos de 5", 1: 4}),
        column("word", Kind.WORDS),
        few("all", {8: 0}),
    ]
    _head, *lines, _end = read_csv(
        columns, [{"word": "a"}, {"word": "b"}, {"word": ""}]
    )
    assert lines == [
        ["", "3", "", "a", ""],
        ["", "", "", "b", "0"],
        ["", "20000", "menos de 5", "", ""],
    ]


def test_a_few_turns_for_everybody_and_fewer_for_each():
    def take(who: str) -> Turn:
        return take_turn(who, most=3, most_each=2)

    first, second = take("ana"), take("ana")
    with pytest.raises(NoTurn):
        take("ana")
    third = take("luz")
    for who in ("luz", "eva"):
        with pytest.raises(NoTurn):
            take(who)
    first.give_back()
    first.give_back()
    fourth = take("ana")
    with pytest.raises(NoTurn):
        take("eva")
    for turn in (second, third, fourth):
        turn.give_back()
    take("eva")  # and lost
    take("eva").give_back()
    assert [take("ana"), take("ana"), take("luz")]


def _hold_for_ever(told: multiprocessing.Queue) -> None:
    held = take_turn("ana", most=1, most_each=1)
    told.put(bool(held.handle))
    multiprocessing.Event().wait()


def test_a_turn_ends_with_its_process():
    fork = multiprocessing.get_context("fork")
    told = fork.Queue()
    process = fork.Process(target=_hold_for_ever, args=(told,))
    process.start()
    assert told.get(timeout=30)
    with pytest.raises(NoTurn):
        take_turn("eva", most=1, most_each=1)
    os.kill(process.pid, 9)
    process.join()
    take_turn("eva", most=1, most_each=1).give_back()


def test_a_disk_that_cannot_be_written_closes_no_door(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings.STATE_DIR = tmp_path / "file"
    take_turn("ana", most=1, most_each=1).give_back()
    assert "No turns can be kept" in caplog.text


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "gzip"),
        ("br;q=1.0, gzip;q=0.8", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_file_is_compressed_for_those_who_take_it(accepted, coding):
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    answer = send_file(request, iter([b"uno", b"dos"]), "x.csv", lambda: None)
    assert answer.get("Content-Encoding") == coding
    assert answer["Vary"] == "Accept-Encoding"
    pieces = list(answer)
    content = b"".join(pieces)
    assert (gzip.decompress(content) if coding else content) == b"unodos"
    if coding:
        # The headings can be read before the rest is there.
        assert gzip.GzipFile(fileobj=io.BytesIO(pieces[0])).read(3) == b"uno"


@pytest.mark.django_db
def test_the_end_is_told_however_it_comes():
    ends = []

    def pieces():
        try:
            yield b"uno"
            yield b"dos"
        finally:
            ends.append("pieces")

    request = RequestFactory().get("/")
    cut = send_file(request, pieces(), "x.csv", lambda: ends.append("cut"))
    assert isinstance(cut, StreamingHttpResponse)
    next(iter(cut))
    cut.close()
    assert ends == ["pieces", "cut"]
    send_file(request, pieces(), "x.csv", lambda: ends.append("unread")).close()
    assert ends[2:] == ["unread"]
    head = send_file(
        RequestFactory().head("/"), pieces(), "x.csv", lambda: ends.append("head")
    )
    assert head.content == b""
    assert ends[3:] == ["head"]
