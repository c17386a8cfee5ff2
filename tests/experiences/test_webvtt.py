"""Captions as people upload them."""

import pytest

from experiences.media.webvtt import BadTrack, Cue, read, write

PLAIN = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nBuenos días.\n"


def vtt(*cues: str) -> bytes:
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def refused(data: bytes) -> tuple[str, int]:
    with pytest.raises(BadTrack) as found:
        read(data)
    return found.value.code, found.value.line


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("00:00:0", "00:0").encode(),
        PLAIN.replace("WEBVTT", "WEBVTT - Un video\nKind: captions").encode(),
        PLAIN.replace("3.000", "3.000 align:start line:80%").encode(),
        PLAIN.replace("00:00:01", "1\n00:00:01", 1).encode(),
        PLAIN.replace("WEBVTT", "WEBVTT\n\nNOTE nadie lee esto").encode(),
    ],
)
def test_each_form_of_the_same_captions_says_the_same(data):
    assert read(data).cues == (Cue(1000, 3000, "Buenos días."),)
    assert read(data).mended == ()


@pytest.mark.parametrize(
    ("data", "mended"),
    [
        (PLAIN.encode("cp1252"), "windows1252"),
        (PLAIN.encode("utf-16"), "utf16"),
        (b"1\n00:00:01,000 --> 00:00:03,000\nBuenos d\xc3\xadas.\n", "subrip"),
    ],
)
def test_old_forms_are_converted_and_said(data, mended):
    found = read(data)
    assert found.cues == (Cue(1000, 3000, "Buenos días."),)
    assert found.mended == (mended,)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "not_webvtt", 0),
        (b"Querida vecina:\n", "not_webvtt", 0),
        (b"\x00\x01\x02WEBVTT", "not_webvtt", 0),
        (b"WEBVTT\n\n", "empty", 0),
        (b"WEBVTT\n\n\x81\x8d\xff", "encoding", 0),
        (vtt("00:03.000 --> 00:01.000\nA"), "backwards", 3),
        (vtt("00:03.000 --> 00:03.000\nA"), "backwards", 3),
        (
            vtt("00:05.000 --> 00:06.000\nA", "00:01.000 --> 00:02.000\nB"),
            "backwards",
            6,
        ),
        (vtt("00:75.000 --> 00:80.000\nA"), "time", 3),
        (vtt("ayer --> hoy\nA"), "time", 3),
        (vtt("00:01.000 --> 00:02.000\n" + "a" * 1001), "too_long", 3),
        (b"WEBVTT\n" + b"a" * 1024 * 1024, "too_large", 0),
    ],
)
def test_what_cannot_be_used_says_why_and_where(data, code, line):
    assert refused(data) == (code, line)


def test_too_many_captions_are_refused():
    def at(second):
        return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"

    many = [f"{at(n)}.000 --> {at(n)}.900\nA" for n in range(5_001)]
    assert len(read(vtt(*many[:-1])).cues) == 5_000
    assert refused(vtt(*many))[0] == "too_many"


def test_what_overlaps_ends_where_the_next_begins():
    found = read(
        vtt(
            "00:01.000 --> 00:05.000\nA",
            "00:03.000 --> 00:06.000\nB",
            "00:03.000 --> 00:07.000\nC",
        )
    )
    assert found.cues == (Cue(1000, 3000, "A"), Cue(3000, 7000, "B\nC"))
    assert found.mended == ("overlap",)


def test_a_script_in_a_caption_is_only_words():
    found = read(
        vtt('00:01.000 --> 00:02.000\n<script>alert("x")</script><b>Hola</b> & adiós')
    )
    (cue,) = found.cues
    assert cue.text == '<script>alert("x")</script>Hola & adiós'
    assert found.mended == ("tags",)
    written = write(found.cues)
    assert "<" not in written
    assert "&lt;script&gt;" in written


def test_entities_do_not_bring_a_tag_back():
    (cue,) = read(vtt("00:01.000 --> 00:02.000\n&lt;b onclick=x&gt;")).cues
    assert "<" not in write([cue])


def test_marks_of_captions_leave_and_the_speaker_stays():
    (cue,) = read(
        vtt("00:01.000 --> 00:02.000\n<v Marta><c.loud>Hola</c> <00:01.500>todos</v>")
    ).cues
    assert cue.text == "Marta: Hola todos"


def test_what_is_written_is_read_again_with_short_lines():
    long = "Antes nadie venía al parque; ahora lo cuidamos entre todas y todos cada sábado."
    written = write([Cue(0, 61_001, long), Cue(3_600_000, 3_601_000, "--> flecha")])
    assert max(len(line) for line in written.splitlines()) <= 42
    again = read(written.encode()).cues
    assert " ".join(again[0].text.split()) == long
    assert [(each.start, each.end) for each in again] == [
        (0, 61_001),
        (3_600_000, 3_601_000),
    ]
