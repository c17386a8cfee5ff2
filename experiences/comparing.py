"""What stands side by side when experiences are compared; no database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from experiences.choices import Section
from experiences.lines import (
    form_of,
    statements_of,
    title_of,
    town_of,
)
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
    """What one experience answers: words, or the field of it that holds a text."""

    who: str
    experience: Any
    words: str = ""
    field: str = ""
    who_language: str = ""


@dataclass(frozen=True)
class Row:
    """One question and what each experience answers."""

    heading: str
    cells: list[Cell]

    @property
    def differs(self) -> bool:
        """True unless all answer the same in the same words."""
        alone = len(self.cells) < 2
        return alone or self.long or len({cell.words for cell in self.cells}) > 1

    @property
    def long(self) -> bool:
        """True where the answers are texts that somebody wrote."""
        return any(cell.field for cell in self.cells)


def rows_of(experiences: list[Any]) -> list[Row]:
    """The facts in words, then the sections both forms tell; where and when stand above."""
    facts: list[tuple[str, Callable[[Any], str]]] = [
        (_("Problem"), lambda each: "; ".join(each.problem_names)),
        (_("People it is for"), lambda each: _listed(each.group_names)),
        (_("Where it was done"), lambda each: _listed(each.setting_names)),
        (_("Level of prevention"), _level),
        *_statements(),
        (_("People reached"), lambda each: figure(each.people_reached or None)),
        (_("With whom"), _partners),
        (_("How it is told"), form_of),
    ]
    named = list(zip(names_of(experiences), experiences, strict=True))
    rows = [
        Row(
            heading,
            [
                Cell(who, each, read(each) or _("Not known"), who_language=language)
                for (who, language), each in named
            ],
        )
        for heading, read in facts
    ]
    rows += [
        Row(
            str(section.label),
            [_text(who, each, section, language) for (who, language), each in named],
        )
        for section in TOLD
    ]
    return [row for row in rows if _says_something(row)]


def names_of(experiences: list[Any]) -> list[tuple[str, str]]:
    """A short name for each, by its town; by its title where two share theirs."""
    towns = [town_of(each) for each in experiences]
    if len(set(towns)) == len(towns):
        return [(town, "") for town in towns]
    return [title_of(each) for each in experiences]


def _says_something(row: Row) -> bool:
    return any(cell.field or cell.words != _("Not known") for cell in row.cells)


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
    """Their names, which are Spanish; their kind where they are not named."""
    told = dict.fromkeys(
        (partner.public_name, partner.is_named) for partner in experience.partners.all()
    )
    spanish = language_in_use() != "es"
    pieces = (
        format_html('<span lang="es">{}</span>' if named and spanish else "{}", name)
        for name, named in told
    )
    return format_html_join("; ", "{}", ((piece,) for piece in pieces))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _text(who: str, experience: Any, section: Section, language: str) -> Cell:
    name = SECTION_TEXTS[section]
    if getattr(experience, f"{name}_es") or getattr(experience, name):
        return Cell(who, experience, field=name, who_language=language)
    return Cell(who, experience, _("Not known"), who_language=language)
