"""Twinnings, their parties, exchanges and commitments as open tables: what their pages tell."""

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data.tables import Table, history_of
from twinnings.models import Commitment, Exchange, Twinning
from twinnings.open_data.exchanges import (
    COMMITMENT_FIELDS,
    EXCHANGE_FIELDS,
    public_commitments,
    public_exchanges,
)
from twinnings.open_data.parties import PARTIES
from twinnings.open_data.twinnings import TWINNING_FIELDS, public_twinnings

TABLES = (
    Table(
        "twinnings",
        {"es": "hermanamientos", "en": "twinnings"},
        _("Twinnings"),
        _("Which local governments agreed to learn from each other."),
        TWINNING_FIELDS,
        public_twinnings,
        by="slug",
        kept=(history_of(Twinning),),
    ),
    Table(
        "exchanges",
        {"es": "intercambios", "en": "exchanges"},
        _("Exchanges"),
        _("Visits, trainings and meetings of those who are twinned."),
        EXCHANGE_FIELDS,
        public_exchanges,
        by="pk",
        kept=(history_of(Exchange),),
    ),
    Table(
        "commitments",
        {"es": "compromisos", "en": "commitments"},
        _("Commitments"),
        _("What was promised in the exchanges, and what became of it."),
        COMMITMENT_FIELDS,
        public_commitments,
        by="pk",
        kept=(history_of(Commitment),),
    ),
)
GROUPS = ((_("Twinnings and exchanges"), (*TABLES, PARTIES)),)
