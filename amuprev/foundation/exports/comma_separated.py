"""CSV as spreadsheets of the region open it: UTF-8 with its mark, commas, CRLF.

Columns are written one by one and then put side by side: the csv module, which looks
at every sign of every cell, takes twice as long.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, repeat
from typing import Any

from amuprev.foundation.exports.columns import NOTHING, Column, Kind, Sparse
from amuprev.foundation.exports.inert import SUSPECT, inert

BYTE_ORDER_MARK = "\ufeff"
Cells = Iterable[str]
# A piece of so many lines is still near the processor when it is encoded, and leaves
# while the next one is made.
LINES = 1_000


@dataclass(frozen=True)
class LastLine:
    """What the last line says, so that a file cut short never looks whole."""

    whole: str  # with {count}
    cut: str  # with {count}
    words: dict[str, str] = field(default_factory=dict)

    def told(self, sentence: str, count: int) -> str:
        """The sentence with its figures."""
        return sentence.format(count=count, **self.words)


def comma_separated(
    headings: Sequence[str],
    columns: Sequence[Column],
    batches: Iterable[Any],
    last_line: LastLine,
    *,
    tags: Sequence[str] = (),
) -> Iterator[bytes]:
    """The file in pieces: headings, tags for machines, rows, how many there were."""
    yield BYTE_ORDER_MARK.encode() + _line(headings) + (_line(tags) if tags else b"")
    count = 0
    try:
        for batch in batches:
            count += len(batch)
            yield from _pieces(_lines(columns, batch))
    except Exception:
        # The server would end the answer as if it were whole.
        yield _end(headings, last_line.told(last_line.cut, count))
        raise
    yield _end(headings, last_line.told(last_line.whole, count))


def _lines(columns: Sequence[Column], batch: Any) -> Iterator[str]:
    cells: list[Cells] = []
    few: list[Sparse] = []  # neighbouring columns in which few rows have something
    nothing = Sparse({}, range(len(batch)))
    for column in columns:
        values = nothing if (read := column.read(batch)) is NOTHING else read
        if isinstance(values, Sparse):
            few.append(values)
            continue
        if few:
            cells.append(_side_by_side(few))
            few = []
        cells.append(WRITERS[column.kind](values))
    if few:
        cells.append(_side_by_side(few))
    return map(",".join, zip(*cells, strict=True))


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    while piece := list(islice(lines, LINES)):
        piece.append("")
        yield "\r\n".join(piece).encode()


def _texts(values: Iterable[str | None]) -> Cells:
    return [
        ""
        if not value
        else _quoted(inert(value))
        if value[0] in SUSPECT
        else f'"{value}"'
        if '"' not in value
        else _quoted(value)
        for value in values
    ]


def _quoted(value: str) -> str:
    return '"{}"'.format(value.replace('"', '""'))


@cache
def _word(value: str | None) -> str:
    return _quoted(value) if value else ""


def _words(values: Iterable[str | None]) -> Cells:
    return map(_word, values)


def _plain(values: Iterable[str | None]) -> Cells:
    return [value or "" for value in values]


class _Written(dict[Any, str]):
    """How whole numbers are written; the rare ones, and words, are worked out anew."""

    def __missing__(self, value: Any) -> str:
        return str(value)


_WHOLE = _Written((number, str(number)) for number in range(10_000))
_WHOLE[None] = ""


def _whole(values: Iterable[Any]) -> Cells:
    return map(_WHOLE.__getitem__, values)


def _side_by_side(columns: Sequence[Sparse]) -> Cells:
    """Neighbouring columns of whole numbers, written where something is known."""
    known: dict[int, list[str]] = {}
    keys = columns[0].keys
    for place, column in enumerate(columns):
        keys = column.keys if column.known else keys
        for key, value in column.known.items():
            if key not in known:
                known[key] = [""] * len(columns)
            known[key][place] = _WHOLE[value]
    written = {key: ",".join(row) for key, row in known.items()}
    return map(written.get, keys, repeat("," * (len(columns) - 1)))


def _numbers(values: Iterable[Any]) -> Cells:
    return ["" if value is None else str(value) for value in values]


WRITERS: dict[Kind, Callable[[Iterable[Any]], Cells]] = {
    Kind.TEXT: _texts,
    Kind.WORDS: _words,
    Kind.PLAIN: _plain,
    Kind.DAY: _plain,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _numbers,
}


def _line(cells: Iterable[str]) -> bytes:
    return (",".join(_texts(cells)) + "\r\n").encode()


def _end(headings: Sequence[str], sentence: str) -> bytes:
    """A row of one sentence; as wide as the others, for strict readers."""
    return _line([sentence, *[""] * (len(headings) - 1)])
