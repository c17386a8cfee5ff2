"""Fixed lists of the toolkit."""

from toolkit.choices.norms import (
    GUIDE_COUNTRIES,
    ChangeKind,
    InstrumentStatus,
    InstrumentType,
    LegalLevel,
    LinkState,
    PolicyKind,
)
from toolkit.choices.working import (
    AgreementState,
    Answer,
    EvidenceKind,
    MeetingKind,
    MeetingState,
    Seat,
    Sector,
)

# Under this name a process remembers what the pages of municipalities tell of it.
TOLD = "toolkit-of-places"

__all__ = [
    "GUIDE_COUNTRIES",
    "TOLD",
    "AgreementState",
    "Answer",
    "ChangeKind",
    "EvidenceKind",
    "InstrumentStatus",
    "InstrumentType",
    "LegalLevel",
    "LinkState",
    "MeetingKind",
    "MeetingState",
    "PolicyKind",
    "Seat",
    "Sector",
]
