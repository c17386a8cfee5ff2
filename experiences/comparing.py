"""What stands side by side when experiences are compared; no database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from amuprev.foundation.prose import plain_prose
from experiences.choices import Section
from experiences.lines import dates_of, form_of, place_of, statements_of
from experiences.models.experiences import SECTION_TEXTS
from network.choices import PreventionLevel

TOLD = (
    Section.PROBLEM,
    Section.DONE,
    Section.CHANGED,
    Section.FAILED,
    Section.UNKNOWN,
)


@dataclass(frozen=True)
class Cell:
    """What one experience says; its language where that is not the reader's."""

    words: str
    lang: str = ""


@dataclass(frozen=True)
class Row:
    """One question and what each experience answers."""

    heading: str
    cells: list[Cell]


def rows_of(experiences: list[Any]) -> list[Row]:
    """The facts in words, then the sections both forms tell."""
    facts: list[tuple[str, Callable[[Any], str]]] = [
        (_("Where"), place_of),
        (_("When"), dates_of),
        (_("Problem"), lambda each: "; ".join(each.problem_names)),
        (_("People it is for"), lambda each: _listed(each.group_names)),
        (_("Where it was done"), lambda each: _listed(each.setting_names)),
        (_("Level of prevention"), _level),
        *_statements(),
        (_("People reached"), lambda each: figure(each.people_reached)),
        (_("With whom"), _partners),
        (_("How it is told"), form_of),
    ]
    rows = [
        Row(heading, [Cell(read(each) or _("Not known")) for each in experiences])
        for heading, read in facts
    ]
    rows += [
        Row(str(section.label), [_text(each, section) for each in experiences])
        for section in TOLD
    ]
    return [row for row in rows if _says_something(row)]


def _says_something(row: Row) -> bool:
    return any(cell.words != _("Not known") for cell in row.cells)


def _statements() -> list[tuple[str, Callable[[Any], str]]]:
    """Effect, evidence and cost, each in a row of its own."""

    def read(turn: int) -> Callable[[Any], str]:
        return lambda each: statements_of(each)[turn][1]

    headings = (_("Effect"), _("Strength of the evidence"), _("Cost"))
    return [(heading, read(turn)) for turn, heading in enumerate(headings)]


def _level(experience: Any) -> str:
    level = experience.prevention_level
    return str(PreventionLevel(level).label) if level else ""


def _partners(experience: Any) -> str:
    return _listed(partner.public_name for partner in experience.partners.all())


def _listed(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _text(experience: Any, section: Section) -> Cell:
    active = language_in_use()
    for language in dict.fromkeys((active, "es")):
        text = getattr(experience, f"{SECTION_TEXTS[section]}_{language}")
        if text:
            return Cell(plain_prose(text), "" if language == active else language)
    return Cell(_("Not known"))
