"""Django admin for the secretariat: the guide, the norms, model documents, the register."""

from toolkit.admin.guide import AudienceAdmin, PartAdmin, PhaseAdmin, StepAdmin
from toolkit.admin.norms import CountryBodyAdmin, InstrumentAdmin
from toolkit.admin.papers import (
    ModelDocumentAdmin,
    MunicipalPolicyAdmin,
    PublicationAdmin,
)

__all__ = [
    "AudienceAdmin",
    "CountryBodyAdmin",
    "InstrumentAdmin",
    "ModelDocumentAdmin",
    "MunicipalPolicyAdmin",
    "PartAdmin",
    "PhaseAdmin",
    "PublicationAdmin",
    "StepAdmin",
]
