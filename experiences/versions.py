"""The published versions of an experience and what changed between two of them.

What was published before it was hidden is not told again: it may be why it was hidden.
"""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from experiences.choices import Section
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.sections import OF_FULL, OF_SHORT
from network.choices import ReviewState

LANGUAGES = ("es", "en")
MOST_ROWS = 400
# A word with the blanks behind it: blanks by themselves stand everywhere, and comparing
# each with all others took half a minute for a text as long as one may be.
WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
Pieces = list[tuple[str, str]]
EVERY = tuple(SECTION_TEXTS)


@dataclass(frozen=True)
class Version:
    """What the world read from a day on: its texts by field and language."""

    number: int
    since: datetime
    texts: dict[tuple[str, str], str]


V = TypeVar("V", bound=Version)


@dataclass(frozen=True)
class Change:
    """A text that differs between two versions, in pieces kept, left out and added."""

    heading: str
    language: str
    pieces: Pieces


def versions_of(experience: Experience) -> list[Version]:
    """Each published version that differs from the one before, the first one first."""
    history: Any = experience.history  # type: ignore[attr-defined]  # made by simple-history
    rows = list(history.order_by("-history_date", "-history_id")[:MOST_ROWS])[::-1]
    hidden = [turn for turn, row in enumerate(rows) if row.hidden_at]
    told: list[Version] = []
    for row in rows[hidden[-1] + 1 if hidden else 0 :]:
        if row.review_state != ReviewState.APPROVED:
            continue
        texts = texts_of(row)
        if not told or texts != told[-1].texts:
            told.append(Version(len(told) + 1, row.history_date, texts))
    return told


@dataclass(frozen=True)
class Save(Version):
    """A save that changed a text: also who saved it, and in which state it stood."""

    who: str
    state: str


def saves_of(experience: Experience) -> list[Save]:
    """For its writers: every save that changed a text, drafts included, the first first."""
    history: Any = experience.history  # type: ignore[attr-defined]  # made by simple-history
    newest = history.order_by("-history_date", "-history_id")
    rows = list(newest.select_related("updated_by")[:MOST_ROWS])[::-1]
    told: list[Save] = []
    for row in rows:
        texts = texts_of(row, EVERY)
        if not told or texts != told[-1].texts:
            who, state = str(row.updated_by or ""), row.get_review_state_display()
            told.append(Save(len(told) + 1, row.history_date, texts, who, state))
    return told


def asked_of(told: Sequence[V], asked: str) -> tuple[V | None, list[Change]]:
    """The version that an address asks for, or the last, and what it changed."""
    plain = asked.isascii() and asked.isdecimal() and len(asked) < 5
    number = int(asked) if plain else 0
    shown = next((each for each in told if each.number == number), None)
    shown = shown or (told[-1] if told else None)
    turn = told.index(shown) if shown else 0
    return shown, changes_between(told[turn - 1], told[turn]) if turn else []


def texts_of(row: Any, sections: Iterable[Section] = ()) -> dict[tuple[str, str], str]:
    """The texts of a row, by field and language."""
    sections = sections or (OF_FULL if row.full else OF_SHORT)
    names = ("title", "summary", *(SECTION_TEXTS[each] for each in sections))
    return {
        (name, language): getattr(row, f"{name}_{language}") or ""
        for name in names
        for language in LANGUAGES
    }


def changes_between(before: Version, after: Version) -> list[Change]:
    """Every text that differs, in the order in which it is read."""
    keys = dict.fromkeys((*after.texts, *before.texts))
    headings = {text: str(Section(key).label) for key, text in SECTION_TEXTS.items()}
    headings |= {"title": _("Title"), "summary": _("In brief")}
    return [
        Change(
            headings[name],
            language,
            compared(
                before.texts.get((name, language), ""),
                after.texts.get((name, language), ""),
            ),
        )
        for name, language in keys
        if before.texts.get((name, language), "")
        != after.texts.get((name, language), "")
    ]


def compared(before: str, after: str) -> Pieces:
    """What stays («same»), what is gone («gone») and what came («new»), word by word."""
    left, right = WORDS.findall(before), WORDS.findall(after)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    pieces: Pieces = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(left[first:last])))
            continue
        if gone := "".join(left[first:last]):
            pieces.append(("gone", gone))
        if new := "".join(right[start:end]):
            pieces.append(("new", new))
    return pieces
