"""Which facts and rows came, went or changed between two published versions."""

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from experiences.choices import Section
from experiences.wording import Pieces, compared, compared_by_line

Lines = list[dict[str, Any]]
# Two lines that say about the same are one that was changed.
ALIKE = 0.6


@dataclass(frozen=True)
class RowChange:
    """A line that came («new»), went («gone») or changed, in pieces."""

    kind: str
    pieces: Pieces
    language: str = ""
    times: int = 1


@dataclass(frozen=True)
class RowsChanged:
    """What changed of one kind of row."""

    heading: str
    rows: list[RowChange]


def rows_changed(
    before: Lines | None, after: Lines | None, named: set[str]
) -> list[RowsChanged]:
    """Group by group what differs; nothing where one of them was not kept.

    Only the partners in `named` are told by their name: others no longer agree to it.
    """
    if before is None or after is None:
        return []
    groups = {
        "about": Section.ABOUT.label,
        "milestones": _("Milestones"),
        "outcomes": Section.OUTCOMES.label,
        "voices": Section.VOICES.label,
        "partners": Section.PARTNERS.label,
        "documents": _("Documents"),
        "photos": _("Photos"),
        "sources": _("Sources"),
    }
    told = {
        heading: _told(_of(before, group), _of(after, group), named)
        for group, heading in groups.items()
    }
    return [RowsChanged(str(head), rows) for head, rows in told.items() if rows]


def _of(lines: Lines, group: str) -> Lines:
    return [each for each in lines if each["group"] == group]


def _told(before: Lines, after: Lines, named: set[str]) -> list[RowChange]:
    marks = {each["mark"] for each in before} & {each["mark"] for each in after}
    gone = [each for each in before if each["mark"] not in marks]
    new = [each for each in after if each["mark"] not in marks]
    changes = []
    for line, other in _pairs(gone, new):
        gone.remove(line)
        new.remove(other)
        changes.append(_changed(line, other, named))
    for kind, lines in (("gone", gone), ("new", new)):
        counted = Counter((_words(each, named), _language(each)) for each in lines)
        changes += [
            RowChange(kind, [(kind, words)], language, times)
            for (words, language), times in counted.items()
        ]
    return changes


def _changed(line: dict, other: dict, named: set[str]) -> RowChange:
    """In the reader's language; in the other one where only that changed."""
    own = language_in_use()
    far = "en" if own == "es" else "es"
    alike = line[own] == other[own] and line[far] != other[far]
    language = far if alike else own
    before, after = (_words(each, named, language) for each in (line, other))
    said_in = far if alike else _language(other)
    return RowChange("changed", _beside(line["group"], before, after), said_in)


def _beside(group: str, before: str, after: str) -> Pieces:
    """A fact whole and an outcome line by line: half of a figure says nothing."""
    if group == "about":
        label, _sign, was = before.partition(": ")
        now = after.partition(": ")[2]
        return [("same", f"{label}: "), ("gone", was), ("same", " "), ("new", now)]
    if "\n" in before or "\n" in after:
        return compared_by_line(before, after)
    return compared(before, after)


def _pairs(gone: Lines, new: Lines) -> Iterator[tuple[dict, dict]]:
    """Each line that is still known, beside what became of it."""
    left = list(new)
    for alike in (_same_key, _about_the_same):
        for line in list(gone):
            other = next((each for each in left if alike(line, each)), None)
            if other is not None:
                left.remove(other)
                gone = [each for each in gone if each is not line]
                yield line, other


def _same_key(line: dict, other: dict) -> bool:
    return bool(line["key"] == other["key"])


def _about_the_same(line: dict, other: dict) -> bool:
    if line["group"] in ("about", "sources", "photos"):
        return False
    matcher = difflib.SequenceMatcher(None, line["es"], other["es"], autojunk=False)
    # The cheap bounds first: most pairs have nothing in common.
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= ALIKE for bound in bounds)


def _words(line: dict, named: set[str], language: str = "") -> str:
    told = str(line[language or language_in_use()])
    return f"{line['name']}: {told}" if line["name"] in named else told


def _language(line: dict) -> str:
    return "es" if line["foreign"] and language_in_use() != "es" else ""
