"""The published versions of an experience and what changed between two of them.

What was published before it was hidden, or withdrawn because somebody asked, is not told
again: it may be why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from experiences.choices import Section
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.sections import OF_FULL, OF_SHORT
from experiences.version_rows import Lines, RowsChanged, rows_changed
from experiences.wording import Pieces, compared
from network.choices import PublicKind, ReviewState
from network.takedowns import answered_after, last_taken_down

LANGUAGES = ("es", "en")
MOST_ROWS = 400
EVERY = tuple(SECTION_TEXTS)


@dataclass(frozen=True)
class Version:
    """What the world read from a day on: its texts by field and language, and its facts
    and rows, where they were kept."""

    number: int
    since: datetime
    texts: dict[tuple[str, str], str]
    lines: Lines | None = field(default=None, kw_only=True)


V = TypeVar("V", bound=Version)


@dataclass(frozen=True)
class Change:
    """A text that differs between two versions, in pieces kept, left out and added."""

    heading: str
    language: str
    pieces: Pieces

    @property
    def before(self) -> str:
        """The whole text as it was."""
        return "".join(words for kind, words in self.pieces if kind != "new")

    @property
    def after(self) -> str:
        """The whole text as it is now."""
        return "".join(words for kind, words in self.pieces if kind != "gone")


def versions_of(experience: Experience, *, withheld_too: bool = False) -> list[Version]:
    """Each published version that differs from the one before, the first one first;
    with those whose words are withheld only where somebody decides on them.

    A version keeps its number whatever is withheld before it: people keep addresses.
    """
    history: Any = experience.history  # type: ignore[attr-defined]  # made by simple-history
    rows = list(history.order_by("-history_date", "-history_id")[:MOST_ROWS])[::-1]
    hidden = max((row.history_date for row in rows if row.hidden_at), default=None)
    taken_down = last_taken_down(PublicKind.EXPERIENCE, str(experience.pk))
    kept = {each.reviewed_at: each.lines for each in experience.editions.all()}
    # Asked to go, it was corrected and then stays: as it was is not told again.
    since_answer = answered_after(
        PublicKind.EXPERIENCE, str(experience.pk), [at for at in kept if at]
    )
    withheld = [] if withheld_too else list(experience.withheld.all())
    gone = max((day for day in (hidden, taken_down) if day), default=None)
    told: list[Version] = []
    for version in _numbered(rows, kept):
        if gone is not None and version.since <= gone:
            continue
        if since_answer is not None and version.since < since_answer:
            continue
        if any(each.covers(version.since) for each in withheld):
            continue
        if not told or _differ(told[-1], version):
            told.append(version)
    return told


def _numbered(rows: Iterable[Any], kept: dict[Any, Lines]) -> Iterator[Version]:
    """What each save made public; one that changed nothing has the number before it."""
    last: Version | None = None
    for row in rows:
        if row.review_state != ReviewState.APPROVED:
            continue
        texts, lines = texts_of(row), kept.get(row.reviewed_at)
        version = Version(1, row.history_date, texts, lines=lines)
        if last:
            number = last.number + _differ(last, version)
            version = replace(version, number=number)
        last = version
        yield version


def _differ(before: Version, after: Version) -> bool:
    if before.texts != after.texts:
        return True
    marks = [
        sorted(each["mark"] for each in version.lines)
        for version in (before, after)
        if version.lines is not None
    ]
    return len(marks) == 2 and marks[0] != marks[1]


def rows_between(
    told: Sequence[Version], shown: Version | None, experience: Experience
) -> list[RowsChanged]:
    """What a version changed of the facts and rows of the one before."""
    turn = told.index(shown) if shown else 0
    if not turn:
        return []
    partners = experience.partners.filter(agreed_to_be_named=True)
    named = set(partners.exclude(name="").values_list("name", flat=True))
    return rows_changed(told[turn - 1].lines, told[turn].lines, named)


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
    names = ("title", "summary", *(SECTION_TEXTS[each] for each in sections), "doubts")
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
    headings["doubts"] = _("What is uncertain")
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
