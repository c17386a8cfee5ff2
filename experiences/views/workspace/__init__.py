"""Workspace views of the experiences; this file only re-exports them."""

from experiences.views.workspace.acting import act
from experiences.views.workspace.as_read import as_read
from experiences.views.workspace.bringing_back import bring_back
from experiences.views.workspace.covering import cover, photo
from experiences.views.workspace.desk import decide, waiting
from experiences.views.workspace.files import file, remove
from experiences.views.workspace.listing import experiences, start
from experiences.views.workspace.plan_desk import decide_changes
from experiences.views.workspace.plan_record import plan, plan_act
from experiences.views.workspace.plan_sections import plan_section
from experiences.views.workspace.plans import adapt, plans
from experiences.views.workspace.record import experience, submit
from experiences.views.workspace.sections import section
from experiences.views.workspace.versions import versions
from experiences.views.workspace.withholding import published_versions

__all__ = [
    "act",
    "adapt",
    "as_read",
    "bring_back",
    "cover",
    "decide",
    "decide_changes",
    "experience",
    "experiences",
    "file",
    "photo",
    "plan",
    "plan_act",
    "plan_section",
    "plans",
    "published_versions",
    "remove",
    "section",
    "start",
    "submit",
    "versions",
    "waiting",
]
