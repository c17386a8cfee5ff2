"""Records of Municipio Seguro, one module per noun."""

from municipio_seguro.models.answers import Answer, AnswerEvidence
from municipio_seguro.models.assessments import (
    Assessment,
    AssessmentMove,
    ContextYear,
)
from municipio_seguro.models.consultations import (
    Consultation,
    DeviceMark,
    FreeText,
    GapReply,
    GroupSession,
    Response,
    SessionTally,
    VoiceTally,
)
from municipio_seguro.models.instruments import InstrumentVersion
from municipio_seguro.models.measures import (
    FundingShare,
    Measure,
    MeasureEntry,
    MeasureIndicator,
    Milestone,
)
from municipio_seguro.models.pages import MunicipioSeguroLandingPage
from municipio_seguro.models.risks import Risk, Threat, Weakness
from municipio_seguro.models.snapshots import Erratum, NetworkMedian, Snapshot
from municipio_seguro.models.transfers import RiskTransfer

__all__ = [
    "Answer",
    "AnswerEvidence",
    "Assessment",
    "AssessmentMove",
    "Consultation",
    "ContextYear",
    "DeviceMark",
    "Erratum",
    "FreeText",
    "FundingShare",
    "GapReply",
    "GroupSession",
    "InstrumentVersion",
    "Measure",
    "MeasureEntry",
    "MeasureIndicator",
    "Milestone",
    "MunicipioSeguroLandingPage",
    "NetworkMedian",
    "Response",
    "Risk",
    "RiskTransfer",
    "SessionTally",
    "Snapshot",
    "Threat",
    "VoiceTally",
    "Weakness",
]
