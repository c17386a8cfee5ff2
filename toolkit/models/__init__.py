"""The nouns of the toolkit."""

from toolkit.models.bodies import BodyMember, PreventionBody, SubCommission
from toolkit.models.checks import CheckEvidence, StepCheck
from toolkit.models.guide import Audience, Part, Phase, Step
from toolkit.models.meetings import Agreement, Meeting
from toolkit.models.norms import Article, Instrument, InstrumentChange
from toolkit.models.packs import Pack
from toolkit.models.pages import ToolkitLandingPage
from toolkit.models.papers import ModelDocument, Publication
from toolkit.models.policies import MunicipalPolicy
from toolkit.models.supports import CountryBody, StepNorm

__all__ = [
    "Agreement",
    "Article",
    "Audience",
    "BodyMember",
    "CheckEvidence",
    "CountryBody",
    "Instrument",
    "InstrumentChange",
    "Meeting",
    "ModelDocument",
    "MunicipalPolicy",
    "Pack",
    "Part",
    "Phase",
    "PreventionBody",
    "Publication",
    "Step",
    "StepCheck",
    "StepNorm",
    "SubCommission",
    "ToolkitLandingPage",
]
