"""Workspace views of Municipio Seguro; this file only re-exports them."""

from municipio_seguro.views.workspace.acting import act, act_file
from municipio_seguro.views.workspace.answering import dimension
from municipio_seguro.views.workspace.consulting import (
    burst,
    consult,
    consultation,
    poster_file,
    sheet_file,
    text,
)
from municipio_seguro.views.workspace.evidence import (
    evidence,
    evidence_file,
    evidence_remove,
    evidence_restore,
)
from municipio_seguro.views.workspace.grouping import (
    assisted,
    group,
    group_remove,
    groups,
)
from municipio_seguro.views.workspace.listing import assessments, start
from municipio_seguro.views.workspace.plan import entry_file, measure, plan
from municipio_seguro.views.workspace.plan_sheets import (
    add_measure,
    measure_act,
    measure_sheet,
    move,
    tell,
)
from municipio_seguro.views.workspace.record import assessment
from municipio_seguro.views.workspace.replying import reply
from municipio_seguro.views.workspace.risk_sheets import add_risk, risk_act, risk_sheet
from municipio_seguro.views.workspace.risks import register, risk

__all__ = [
    "act",
    "act_file",
    "add_measure",
    "add_risk",
    "assessment",
    "assessments",
    "assisted",
    "burst",
    "consult",
    "consultation",
    "dimension",
    "entry_file",
    "evidence",
    "evidence_file",
    "evidence_remove",
    "evidence_restore",
    "group",
    "group_remove",
    "groups",
    "measure",
    "measure_act",
    "measure_sheet",
    "move",
    "plan",
    "poster_file",
    "register",
    "reply",
    "risk",
    "risk_act",
    "risk_sheet",
    "sheet_file",
    "start",
    "tell",
    "text",
]
