"""The workspace of the activity log; this file only re-exports its views."""

from network.views.workspace.details import (
    details,
    partners,
    section,
)
from network.views.workspace.downloads import (
    activities_file,
    activities_prepare,
    file,
    files,
)
from network.views.workspace.evidence import (
    evidence,
    evidence_act,
    evidence_file,
    evidence_piece,
)
from network.views.workspace.inbox import inbox, review_activity
from network.views.workspace.log import quick_log
from network.views.workspace.month import month
from network.views.workspace.own_list import activities
from network.views.workspace.photos import evidence_consent, evidence_cover
from network.views.workspace.questions import (
    question,
    question_act,
    question_publish,
    questions,
)
from network.views.workspace.record import (
    act,
    activity,
    sent,
    submit,
)
from network.views.workspace.takedowns import (
    take_down,
    take_down_hide,
    take_down_reason,
    take_down_show,
    take_downs,
)
from network.views.workspace.trash import bring_back, trash

__all__ = [
    "act",
    "activities",
    "activities_file",
    "activities_prepare",
    "activity",
    "bring_back",
    "details",
    "evidence",
    "evidence_act",
    "evidence_consent",
    "evidence_cover",
    "evidence_file",
    "evidence_piece",
    "file",
    "files",
    "inbox",
    "month",
    "partners",
    "question",
    "question_act",
    "question_publish",
    "questions",
    "quick_log",
    "review_activity",
    "section",
    "sent",
    "submit",
    "take_down",
    "take_down_hide",
    "take_down_reason",
    "take_down_show",
    "take_downs",
    "trash",
]
