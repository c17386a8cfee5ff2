"""Which sections of an experience the world reads, in order; no database."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from experiences.choices import Section
from experiences.lines import cost_words
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS

SHORT = (Section.PROBLEM, Section.DONE, Section.CHANGED)
MOMENTS = (
    Section.STARTING,
    Section.QUESTIONS,
    Section.PROCESS,
    Section.REFLECTION,
    Section.ARRIVAL,
)
AFTER = (Section.FACTORS, Section.SUSTAINED, Section.GENDER, Section.ADAPT)
# What is told of a short record: half-written moments stay with their writers.
OF_SHORT = (*SHORT, Section.FAILED, Section.UNKNOWN)
OF_FULL = (*SHORT, *MOMENTS, Section.FAILED, Section.UNKNOWN, *AFTER)


@dataclass(frozen=True)
class Told:
    """A section as the page tells it: its anchor, its heading and its field."""

    key: str
    heading: str
    field: str

    @property
    def frank(self) -> bool:
        """True for what did not work and what is not known."""
        return self.key in (Section.FAILED, Section.UNKNOWN)


def sections_of(experience: Experience) -> list[Told]:
    """Each section that has a text, with its heading in the reader's language."""
    wanted = OF_FULL if experience.full else OF_SHORT
    return [
        Told(section.value, str(section.label), SECTION_TEXTS[section])
        for section in wanted
        if getattr(experience, f"{SECTION_TEXTS[section]}_es")
    ]


def doubts_in(sections: list[Told]) -> str:
    """The section that tells also what is uncertain; empty where none is of doubts."""
    unknown = Section.UNKNOWN.value
    return unknown if any(each.key == unknown for each in sections) else ""


@dataclass(frozen=True)
class OutcomeTold:
    """An outcome with its three statements, each by itself."""

    outcome: Any
    effect: str
    evidence: str
    cost: str


def outcomes_told(experience: Any) -> list[OutcomeTold]:
    """Each outcome in words; a cost that is not its own is that of the whole."""
    return [
        OutcomeTold(
            outcome,
            str(outcome.get_effect_display()),
            _evidence(outcome),
            cost_words(outcome if outcome.cost_band else experience),
        )
        for outcome in experience.outcomes.all()
    ]


def _evidence(outcome: Any) -> str:
    design = str(outcome.get_evidence_display())
    if not outcome.studies:
        return design
    return _("%(design)s (%(studies)s)") % {
        "design": design,
        "studies": str(outcome.get_studies_display()).lower(),
    }
