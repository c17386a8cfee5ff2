"""Workspace views of the twinnings; this file only re-exports them."""

from twinnings.views.workspace.acting import act, exchange_act, exchange_submit, submit
from twinnings.views.workspace.asking import follow_up, officer, revoke, settle
from twinnings.views.workspace.covering import cover, photo
from twinnings.views.workspace.desk import (
    additions,
    decide,
    exchange_additions,
    exchange_decide,
)
from twinnings.views.workspace.documents import (
    document_act,
    document_file,
    documents,
)
from twinnings.views.workspace.exchange import exchange
from twinnings.views.workspace.life import act_file, party, ratification, status
from twinnings.views.workspace.listing import twinnings
from twinnings.views.workspace.logged import logged
from twinnings.views.workspace.opening import exchange_section, open_one
from twinnings.views.workspace.papers import paper_file
from twinnings.views.workspace.photos import piece_act, piece_file
from twinnings.views.workspace.promising import (
    add_commitment,
    commitment,
    commitment_act,
    drop,
    evidence,
    meet,
)
from twinnings.views.workspace.proposing import start
from twinnings.views.workspace.record import twinning
from twinnings.views.workspace.sections import section

__all__ = [
    "act",
    "act_file",
    "add_commitment",
    "additions",
    "commitment",
    "commitment_act",
    "cover",
    "decide",
    "document_act",
    "document_file",
    "documents",
    "drop",
    "evidence",
    "exchange",
    "exchange_act",
    "exchange_additions",
    "exchange_decide",
    "exchange_section",
    "exchange_submit",
    "follow_up",
    "logged",
    "meet",
    "officer",
    "open_one",
    "paper_file",
    "party",
    "photo",
    "piece_act",
    "piece_file",
    "ratification",
    "revoke",
    "section",
    "settle",
    "start",
    "status",
    "submit",
    "twinning",
    "twinnings",
]
