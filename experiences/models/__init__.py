"""The nouns of the experiences, one module each; this file only re-exports."""

from experiences.models.adaptation import (
    Adaptation,
    AdaptationCost,
    AdaptationMove,
    AdaptationPartner,
    AdaptationStep,
    PlanState,
)
from experiences.models.editions import Edition
from experiences.models.experiences import Experience
from experiences.models.facets import FacetBits
from experiences.models.film_files import FilmFile
from experiences.models.film_pages import VideoLandingPage
from experiences.models.film_parts import (
    FilmStep,
    Rendition,
    Track,
    TranscriptLine,
)
from experiences.models.films import Film
from experiences.models.pages import ExperienceLandingPage
from experiences.models.parts import (
    ExperienceDocument,
    ExperienceMilestone,
    ExperienceOutcome,
    ExperiencePartner,
    ExperiencePhoto,
    Voice,
)
from experiences.models.removed import RemovedPiece
from experiences.models.withheld import WithheldVersion
from experiences.models.writing import ExperienceStep, SectionState

__all__ = [
    "Adaptation",
    "AdaptationCost",
    "AdaptationMove",
    "AdaptationPartner",
    "AdaptationStep",
    "Edition",
    "Experience",
    "ExperienceDocument",
    "ExperienceLandingPage",
    "ExperienceMilestone",
    "ExperienceOutcome",
    "ExperiencePartner",
    "ExperiencePhoto",
    "ExperienceStep",
    "FacetBits",
    "Film",
    "FilmFile",
    "FilmStep",
    "PlanState",
    "RemovedPiece",
    "Rendition",
    "SectionState",
    "Track",
    "TranscriptLine",
    "VideoLandingPage",
    "Voice",
    "WithheldVersion",
]
