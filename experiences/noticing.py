"""What the texts of an experience, a film or a plan seem to hold of somebody: looked at
before it is sent, and once more before it is published; a question, never a wall."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.people_told import people_told
from amuprev.foundation.personal_data import Found
from experiences.choices import Section
from experiences.models import Adaptation, Experience, Film
from experiences.models.experiences import SECTION_TEXTS
from network.services.marks import Mark

# What belongs to a section in rows.
RELATIONS: dict[Section, tuple[str, ...]] = {
    Section.PROCESS: ("milestones",),
    Section.OUTCOMES: ("outcomes",),
    Section.VOICES: ("voices",),
    Section.PARTNERS: ("partners",),
    Section.FILES: ("documents", "photos"),
}
ABOUT = (
    "title_es", "title_en", "summary_es", "summary_en", "systematised_by", "doubts_es",
)  # fmt: skip
OF_A_FILM = (
    "title_es", "title_en", "summary_es", "summary_en", "poster_alt_es", "poster_alt_en",
    "doubts_es", "doubts_en",
)  # fmt: skip
# Columns of rows that nobody wrote.
UNWRITTEN = frozenset({"sha256", "content_type", "address", "registry_address"})


def noticed_in_section(record: Experience, section: Section) -> list[Found]:
    """Each kind once, in all that a section says, in both languages."""
    return people_told("\n".join(_texts(record, section)))


def _texts(record: Experience, section: Section) -> Iterator[str]:
    names: tuple[str, ...] = ABOUT if section == Section.ABOUT else ()
    if section in SECTION_TEXTS:
        names = tuple(f"{SECTION_TEXTS[section]}_{code}" for code in ("es", "en"))
    yield from (getattr(record, name) or "" for name in names)
    for relation in RELATIONS.get(section, ()):
        for row in getattr(record, relation).all():
            yield from _written(row)


def _written(row: Any) -> Iterator[str]:
    for name, value in vars(row).items():
        if isinstance(value, str) and name not in UNWRITTEN:
            yield value


def marks_of_experience(record: Experience) -> list[Mark]:
    """What should be looked at again, by section."""
    return [
        Mark(str(section.label), found.words, found.sentence)
        for section in Section
        for found in noticed_in_section(record, section)
    ]


def marks_of_film(film: Film) -> list[Mark]:
    """The same of its record, and of what is said in it."""
    told = {
        _("What it tells"): [getattr(film, name) or "" for name in OF_A_FILM],
        _("What is said"): [line.text for line in film.transcript.all()],
    }
    return [
        Mark(where, found.words, found.sentence)
        for where, texts in told.items()
        for found in people_told("\n".join(texts))
    ]


def marks_of_changes(plan: Adaptation) -> list[Mark]:
    """The same of what a municipality changed: all of a plan that becomes public."""
    texts = (plan.changes_es or "", plan.changes_en or "")
    return [
        Mark(str(_("What we changed and why")), found.words, found.sentence)
        for found in people_told("\n".join(texts))
    ]
