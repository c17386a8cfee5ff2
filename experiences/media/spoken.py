"""What is said in a film, as readers read it: in sentences, each with its second."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from experiences.media.webvtt import Cue

# A sentence without an end is cut where a reader would want to jump again.
LONGEST_MS = 20_000
SILENCE_MS = 2_500
ENDS = re.compile(r"[.?!…][»”\"')\]]*\Z")
# With a capital, after what opens a sentence, another one begins: its line keeps its second.
BEGINS = re.compile(r"[\s«“\"'(\[¿¡–—-]*([^\W\d_])")
LINE = re.compile(
    r"\s*\[?(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?\]?[\s–—-]+(\S.*)"
)
LAST_MS = 4_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words said together, from one moment to another."""

    start: int
    end: int
    text: str
    # As they were written down, each with its own moment.
    cues: tuple[Cue, ...] = field(default=(), compare=False)

    @property
    def second(self) -> int:
        """The whole second at which a player opens to hear it from its beginning."""
        return self.start // 1000


class BadLine(Exception):  # noqa: N818  it is an answer, not an error
    """A line of a typed transcript that has no time, or one that runs backwards."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def sentences(cues: Iterable[Cue]) -> Iterator[Sentence]:
    """The cues joined until a sentence ends, a silence comes or it grows too long."""
    held: list[Cue] = []
    for cue in cues:
        if held and _parts(held, cue):
            yield _joined(held)
            held = []
        held.append(cue)
        if ENDS.search(cue.text):
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def where_said(sentence: Sentence, asked_in: Callable[[str], frozenset[str]]) -> int:
    """From which moment on the words stand that somebody asks for: that of the line in
    which the shortest stretch with all of them begins; the sentence's own without any."""
    held = [asked_in(cue.text) for cue in sentence.cues]
    every = frozenset().union(*held)
    stretches = (
        (last - first, first)
        for first in range(len(held))
        for last in range(first, len(held))
        if frozenset().union(*held[first : last + 1]) >= every
    )
    if not every:
        return sentence.start
    return sentence.cues[min(stretches)[1]].start


def typed(text: str, duration: int | None = None) -> list[Cue]:
    """The cues of a transcript typed as lines «0:05 words»; raises BadLine.

    Each lasts until the next begins; the last, until the film ends or some seconds.
    """
    rows: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        found = LINE.fullmatch(line)
        if found is None:
            raise BadLine("time", number)
        hours, minutes, seconds, part, words = found.groups()
        start = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000
        start += int((part or "0").ljust(3, "0"))
        if rows and start <= rows[-1][0]:
            raise BadLine("backwards", number)
        rows.append((start, words.strip()))
    return list(_with_ends(rows, duration))


def as_typed(cues: Iterable[Cue]) -> str:
    """The same lines again, to be edited."""
    return "\n".join(
        f"{exact_clock(cue.start)} {' '.join(cue.text.split())}" for cue in cues
    )


def exact_clock(moment: int) -> str:
    """A moment as people write it, with its thousandths only where there are any."""
    part = moment % 1000
    return short_clock(moment) + (f".{part:03}".rstrip("0") if part else "")


def short_clock(moment: int) -> str:
    """A moment as people write it: 0:05, 1:02:03."""
    minutes, seconds = divmod(moment // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _with_ends(rows: list[tuple[int, str]], duration: int | None) -> Iterator[Cue]:
    for (start, words), following in zip_longest(rows, rows[1:]):
        if following is not None:
            end = following[0]
        elif duration is not None and duration > start:
            end = duration
        else:
            end = start + LAST_MS
        yield Cue(start, end, words)


def _parts(held: list[Cue], cue: Cue) -> bool:
    silent = cue.start - held[-1].end >= SILENCE_MS
    return silent or cue.end - held[0].start > LONGEST_MS or _begins(cue)


def _begins(cue: Cue) -> bool:
    """True for a line that begins a sentence though the one before has no full stop."""
    first = BEGINS.match(cue.text)
    return first is not None and first[1].isupper()


def _joined(held: list[Cue]) -> Sentence:
    words = " ".join(" ".join(cue.text.split()) for cue in held)
    return Sentence(held[0].start, held[-1].end, words, tuple(held))
