"""Texts with times: read strictly from what people upload, written as clean WebVTT."""

import html
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

LARGEST_BYTES = 1024 * 1024
MOST_CUES = 5_000
LONGEST_LINE = 42
LONGEST_CUE = 1_000
ARROW = "-->"
TIME = r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
TIMES = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s+.*)?")
# What WebVTT itself knows; anything else that looks like a tag is words.
KNOWN_TAG = re.compile(
    r"</?(?:c|i|b|u|v|lang|ruby|rt)(?:[.\s][^<>]*)?>|<[\d:.]+>", re.IGNORECASE
)
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>", re.IGNORECASE)
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words from one moment to another, in thousandths of a second."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, and by code what was mended to read it."""

    cues: tuple[Cue, ...]
    mended: tuple[str, ...] = ()


class BadTrack(Exception):  # noqa: N818  it is an answer, not an error
    """A file that cannot be used: why, by code, and in which of its lines."""

    def __init__(self, code: str, line: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def read(data: bytes) -> Reading:
    """The cues of a WebVTT or SubRip file; raises BadTrack where it cannot be used.

    Old encodings and overlapping cues are mended and said; times that run backwards,
    empty files and files of something else are refused.
    """
    if len(data) > LARGEST_BYTES:
        raise BadTrack("too_large")
    text, mended = _decoded(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[0].startswith("WEBVTT"):
        if not any(TIMES.fullmatch(line) for line in lines[:40]):
            raise BadTrack("not_webvtt")
        mended.append("subrip")
    cues = list(_cues(lines, mended))
    if not cues:
        raise BadTrack("empty")
    return Reading(tuple(_apart(cues, mended)), tuple(dict.fromkeys(mended)))


def write(cues: Iterable[Cue]) -> str:
    """WebVTT that any browser reads; nothing in it but times and words."""
    blocks = ["WEBVTT"]
    for cue in cues:
        words = "\n".join(_short_lines(html.escape(cue.text, quote=False)))
        blocks.append(f"{clock(cue.start)} {ARROW} {clock(cue.end)}\n{words}")
    return "\n\n".join(blocks) + "\n"


def clock(moment: int) -> str:
    """Thousandths of a second as WebVTT writes them."""
    seconds, thousandths = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), ["utf16"]
        except UnicodeDecodeError as fault:
            raise BadTrack("encoding") from fault
    if b"\0" in data:
        raise BadTrack("not_webvtt")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), ["windows1252"]
    except UnicodeDecodeError as fault:
        raise BadTrack("encoding") from fault


def _cues(lines: list[str], mended: list[str]) -> Iterator[Cue]:
    """The cues in the order of the file, which is that of their times."""
    count, before = 0, -1
    for number, line in enumerate(lines, start=1):
        if ARROW not in line:
            continue
        start, end = _times(line, number)
        if start < before:
            raise BadTrack("backwards", number)
        before = start
        said = takewhile(str.strip, lines[number:])
        words = _plain("\n".join(said), mended)
        if len(words) > LONGEST_CUE:
            raise BadTrack("too_long", number)
        if words:
            count += 1
            yield Cue(start, end, words)
        if count > MOST_CUES:
            raise BadTrack("too_many", number)


def _times(line: str, number: int) -> tuple[int, int]:
    found = TIMES.fullmatch(line)
    if found is None:
        raise BadTrack("time", number)
    start, end = _moment(found.groups()[:4]), _moment(found.groups()[4:])
    if end <= start:
        raise BadTrack("backwards", number)
    return start, end


def _moment(parts: tuple) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _plain(text: str, mended: list[str]) -> str:
    """Words alone: who speaks stays as words, and a strange tag is words too."""
    named = VOICE.sub(lambda found: f"{found.group(1).strip()}: ", text)
    plain = KNOWN_TAG.sub("", named)
    if "<" in plain:
        mended.append("tags")
    signs = "".join(
        sign for sign in html.unescape(plain) if sign == "\n" or sign >= " "
    )
    return "\n".join(line.strip() for line in signs.splitlines() if line.strip())


def _apart(cues: list[Cue], mended: list[str]) -> Iterator[Cue]:
    """Each cue ends where the next begins; two of one moment become one."""
    held = cues[0]
    for cue in cues[1:]:
        if cue.start >= held.end:
            yield held
            held = cue
            continue
        mended.append("overlap")
        if cue.start == held.start:
            held = Cue(held.start, max(held.end, cue.end), f"{held.text}\n{cue.text}")
            continue
        yield replace(held, end=cue.start)
        held = cue
    yield held


def _short_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(
            line, LONGEST_LINE, break_long_words=False, break_on_hyphens=False
        ) or [line]
