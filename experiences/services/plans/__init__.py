"""Verbs of plans that adapt an experience; this file only re-exports."""

from experiences.services.plans.review import (
    publish_changes,
    reopen_changes,
    return_changes,
    submit_changes,
    withdraw_changes,
)
from experiences.services.plans.saying import (
    hide_adaptation,
    say_adapted,
    show_adaptation,
    unsay_adapted,
    why_not_say,
)
from experiences.services.plans.starting import start_plan, why_not
from experiences.services.plans.trash import discard_plan, empty_plans, restore_plan
from experiences.services.plans.writing import save_plan, version_of_plan

__all__ = [
    "discard_plan",
    "empty_plans",
    "hide_adaptation",
    "publish_changes",
    "reopen_changes",
    "restore_plan",
    "return_changes",
    "save_plan",
    "say_adapted",
    "show_adaptation",
    "start_plan",
    "submit_changes",
    "unsay_adapted",
    "version_of_plan",
    "why_not",
    "why_not_say",
    "withdraw_changes",
]
