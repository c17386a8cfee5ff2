"""The workspace of the activity log; this file only re-exports its views."""

from network.views.workspace.details import (
    details,
    evidence,
    evidence_piece,
    partners,
    section,
)
from network.views.workspace.inbox import inbox, review_activity
from network.views.workspace.log import quick_log
from network.views.workspace.month import month
from network.views.workspace.record import (
    act,
    activities,
    activity,
    evidence_file,
    sent,
    submit,
)

__all__ = [
    "act",
    "activities",
    "activity",
    "details",
    "evidence",
    "evidence_file",
    "evidence_piece",
    "inbox",
    "month",
    "partners",
    "quick_log",
    "review_activity",
    "section",
    "sent",
    "submit",
]
