"""Workspace views of the toolkit; this file only re-exports them."""

from toolkit.views.workspace.agreements import (
    add_agreement,
    agreement,
    agreement_act,
    settle,
)
from toolkit.views.workspace.body import (
    add_group,
    add_seat,
    body,
    group,
    leave,
    seat,
    seats,
    sit_again,
)
from toolkit.views.workspace.checks import (
    attach,
    check,
    checks,
    evidence,
    evidence_act,
)
from toolkit.views.workspace.meetings import (
    add_meeting,
    edit_meeting,
    meeting,
    meeting_act,
    meetings,
)
from toolkit.views.workspace.papers import minutes_file, paper, paper_file, papers
from toolkit.views.workspace.policies import (
    add_policy,
    policies,
    policy,
    policy_act,
)
from toolkit.views.workspace.sharing import share
from toolkit.views.workspace.town import town, where

__all__ = [
    "add_agreement",
    "add_group",
    "add_meeting",
    "add_policy",
    "add_seat",
    "agreement",
    "agreement_act",
    "attach",
    "body",
    "check",
    "checks",
    "edit_meeting",
    "evidence",
    "evidence_act",
    "group",
    "leave",
    "meeting",
    "meeting_act",
    "meetings",
    "minutes_file",
    "paper",
    "paper_file",
    "papers",
    "policies",
    "policy",
    "policy_act",
    "seat",
    "seats",
    "settle",
    "share",
    "sit_again",
    "town",
    "where",
]
