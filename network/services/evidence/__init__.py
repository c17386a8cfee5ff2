"""Verbs of evidence; this file only re-exports them."""

from network.services.evidence.attaching import attach_evidence, describe_evidence
from network.services.evidence.consents import (
    end_consents,
    renew_consent,
    warn_of_consents,
)
from network.services.evidence.covering import (
    cover_evidence,
    forget_uncovered,
    uncover_evidence,
)
from network.services.evidence.hiding import hide_evidence, show_evidence
from network.services.evidence.keeping import (
    MOST_PIECES,
    StalePiece,
    forget_files_when_saved,
)
from network.services.evidence.leftovers import (
    ask_for_missing_small,
    sweep_evidence_files,
)
from network.services.evidence.removing import (
    forget_removed_evidence,
    remove_evidence,
    restore_evidence,
)

__all__ = [
    "MOST_PIECES",
    "StalePiece",
    "ask_for_missing_small",
    "attach_evidence",
    "cover_evidence",
    "describe_evidence",
    "end_consents",
    "forget_files_when_saved",
    "forget_removed_evidence",
    "forget_uncovered",
    "hide_evidence",
    "remove_evidence",
    "renew_consent",
    "restore_evidence",
    "show_evidence",
    "sweep_evidence_files",
    "uncover_evidence",
    "warn_of_consents",
]
