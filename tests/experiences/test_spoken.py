"""What is said in a film: in sentences, and as people type it."""

import pytest

from experiences.media.spoken import (
    BadLine,
    as_typed,
    exact_clock,
    sentences,
    short_clock,
    typed,
    where_said,
)
from experiences.media.webvtt import Cue


def test_cues_are_joined_until_a_sentence_ends():
    cues = [
        Cue(0, 2000, "Antes nadie"),
        Cue(2000, 4000, "venía al\nparque."),
        Cue(4000, 6000, "Ahora sí"),
    ]
    first, second = sentences(cues)
    assert (first.start, first.end, first.text) == (
        0,
        4000,
        "Antes nadie venía al parque.",
    )
    assert (second.second, second.text) == (4, "Ahora sí")


def test_a_silence_and_twenty_seconds_part_them():
    assert len(list(sentences([Cue(0, 1000, "a"), Cue(3500, 4000, "b")]))) == 2
    assert len(list(sentences([Cue(0, 1000, "a"), Cue(3400, 4000, "b")]))) == 1
    long = [Cue(n * 1000, n * 1000 + 1000, "palabra") for n in range(45)]
    found = list(sentences(long))
    assert len(found) == 3
    assert all(each.end - each.start <= 20_000 for each in found)


def test_what_is_typed_lasts_until_the_next_line():
    said = "0:00 Hola\n\n 0:05,5 - ¿Cómo están?\n1:02:03 Adiós\n"
    assert typed(said, 3_730_000) == [
        Cue(0, 5500, "Hola"),
        Cue(5500, 3_723_000, "¿Cómo están?"),
        Cue(3_723_000, 3_730_000, "Adiós"),
    ]
    assert typed("0:01 Hola")[0].end == 5000
    assert typed("") == []


def test_a_transcript_goes_out_and_comes_back_the_same():
    cues = [Cue(0, 5500, "Hola"), Cue(5500, 61_000, "Sí"), Cue(61_000, 65_000, "Adiós")]
    assert as_typed(cues) == "0:00 Hola\n0:05.5 Sí\n1:01 Adiós"
    assert typed(as_typed(cues)) == cues


@pytest.mark.parametrize(
    ("said", "code", "line"),
    [
        ("Hola", "time", 1),
        ("0:05 Hola\nsin tiempo", "time", 2),
        ("0:75 Hola", "time", 1),
        ("0:05 Hola\n0:05 Otra", "backwards", 2),
        ("0:05 Hola\n0:01 Otra", "backwards", 2),
    ],
)
def test_a_line_without_its_time_says_which(said, code, line):
    with pytest.raises(BadLine) as found:
        typed(said)
    assert (found.value.code, found.value.line) == (code, line)


@pytest.mark.parametrize(
    ("moment", "short", "exact"),
    [
        (0, "0:00", "0:00"),
        (65_250, "1:05", "1:05.25"),
        (3_723_000, "1:02:03", "1:02:03"),
    ],
)
def test_moments_as_people_write_them(moment, short, exact):
    assert short_clock(moment) == short
    assert exact_clock(moment) == exact


def test_a_line_that_begins_with_a_capital_keeps_its_second():
    said = typed(
        "0:05 Buenos días\n0:07 ¿Quién cuida el parque\n0:09 «Todos» dijo ella"
    )
    assert [(each.second, each.text) for each in sentences(said)] == [
        (5, "Buenos días"),
        (7, "¿Quién cuida el parque"),
        (9, "«Todos» dijo ella"),
    ]


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ({"nadie"}, 0),
        ({"parque"}, 4000),
        ({"nadie", "venía"}, 0),
        ({"venía", "parque"}, 2000),
        ({"otra"}, 0),
    ],
)
def test_words_are_found_where_they_are_said(asked, moment):
    words = ["antes nadie", "venía", "al parque", "de día ni al parque", "de noche."]
    starts = [0, 2000, 4000, 6000, 9000]
    cues = [
        Cue(start, start + 2000, text)
        for start, text in zip(starts, words, strict=True)
    ]
    (sentence,) = sentences(cues)
    found = where_said(sentence, lambda text: frozenset(asked & set(text.split())))
    assert found == moment
