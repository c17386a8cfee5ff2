"""Model documents as blocks of words: pure, and what people write is never read as a mark.

A model is read first; only then are its places filled, so that braces, brackets, quotes
or another place's name inside a value stay what they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

PLACE = re.compile(r"\[\[([a-z_]+)\]\]")
ITEM = re.compile(r"(-|\d+\.) +(.*)")
FILLER = re.compile(r"@([a-z]+)(?: +(\d+))?")
# What the portal knows by itself, beside the places that a person fills.
KNOWN_PLACES = frozenset({"body", "municipality", "country"})
KNOWN_FILLERS = frozenset(
    {"norms", "members", "agenda", "agreements", "signatures", "rows", "lines"}
)
BLANK = "____________"
MOST_ROWS = 40


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list, a table, a drawing or lines to write on."""

    kind: str
    words: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    # The first row names the columns.
    headed: bool = True
    count: int = 0
    # Where its words are not in the language of the whole.
    lang: str = ""
    # An SVG, its words said in its place; with rows, it stands beside their table.
    drawing: str = ""
    # How many millimetres it is wide.
    wide: int = 0


@dataclass(frozen=True)
class Filling:
    """What fills a model: words by place, and blocks by filler."""

    words: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    # What a place is called, for one that nobody filled.
    labels: Mapping[str, str] = field(default_factory=dict)


def in_groups(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Blocks by kind in a row, so that the items of a list stand in one list."""
    return [(kind, list(rows)) for kind, rows in groupby(blocks, lambda b: b.kind)]


def faults_of_model(text: str, fields: set[str]) -> Iterator[str]:
    """One English sentence for each place, filler or table that cannot be printed."""
    places = set(PLACE.findall(text))
    for name in sorted(places - fields - KNOWN_PLACES):
        yield f"the place «{name}» is not among its fields"
    for name in sorted(fields - places):
        yield f"the field «{name}» has no place in the text"
    left = PLACE.sub("", text)
    if "[[" in left or "]]" in left:
        yield "a place is written [[name]], in small letters"
    for line in text.splitlines():
        found = FILLER.fullmatch(line.strip()) if line.startswith("@") else None
        if line.startswith("@") and (found is None or found[1] not in KNOWN_FILLERS):
            yield f"the portal cannot fill «{line.strip()}»"


def blocks_of(text: str, filling: Filling) -> list[Block]:
    """The blocks of a model, its places filled; unknown ones are lines to write on."""
    blocks: list[Block] = []
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped:
            blocks.append(Block("gap"))
        elif found := FILLER.fullmatch(stripped):
            _fill(blocks, found[1], int(found[2] or 1), filling)
        elif stripped.startswith("|"):
            _add_row(blocks, stripped, filling)
        else:
            blocks.append(_worded(stripped, filling))
    return [block for block in blocks if block.kind != "gap"]


def filled(text: str, filling: Filling) -> str:
    """A line with its places filled, each once: nothing in a value is read again."""

    def word(found: re.Match) -> str:
        value = filling.words.get(found[1], "").strip()
        if value:
            return value
        label = filling.labels.get(found[1])
        return f"{BLANK} ({label})" if label else BLANK

    return PLACE.sub(word, text)


def _worded(line: str, filling: Filling) -> Block:
    level = len(line) - len(line.lstrip("#"))
    if level:
        return Block("heading", filled(line[level:].strip(), filling), level)
    if item := ITEM.fullmatch(line):
        kind = "item" if item[1] == "-" else "numbered"
        return Block(kind, filled(item[2], filling))
    return Block("paragraph", filled(line, filling))


def _add_row(blocks: list[Block], line: str, filling: Filling) -> None:
    """A row more in the table above it, or the first of a new one."""
    cells = tuple(filled(cell.strip(), filling) for cell in line.strip("|").split("|"))
    if blocks and blocks[-1].kind == "table":
        blocks[-1] = Block("table", rows=(*blocks[-1].rows, cells))
    else:
        blocks.append(Block("table", rows=(cells,)))


def _fill(blocks: list[Block], name: str, count: int, filling: Filling) -> None:
    if name == "rows" and blocks and blocks[-1].kind == "table":
        table = blocks[-1]
        width = len(table.rows[0])
        numbered = table.rows[0][0].startswith(("N", "No"))
        begun = len(table.rows) - 1
        empty = tuple(
            (str(begun + at + 1) if numbered else "", *[""] * (width - 1))
            for at in range(min(count, MOST_ROWS))
        )
        blocks[-1] = Block("table", rows=(*table.rows, *empty))
    elif name == "lines":
        blocks.append(Block("lines", count=min(count, MOST_ROWS)))
    else:
        blocks.extend(filling.blocks.get(name, ()) or (Block("lines", count=3),))
