"""The nouns of the experiences, one module each; this file only re-exports."""

from experiences.models.experiences import Experience
from experiences.models.facets import FacetBits
from experiences.models.parts import (
    ExperienceDocument,
    ExperienceMilestone,
    ExperienceOutcome,
    ExperiencePartner,
    ExperiencePhoto,
    Voice,
)
from experiences.models.writing import ExperienceStep, SectionState

__all__ = [
    "Experience",
    "ExperienceDocument",
    "ExperienceMilestone",
    "ExperienceOutcome",
    "ExperiencePartner",
    "ExperiencePhoto",
    "ExperienceStep",
    "FacetBits",
    "SectionState",
    "Voice",
]
