"""What the network remembers: assemblies, agreements, milestones, terms, plans."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.choices import AnswerKnown
from network.models import (
    Agreement,
    Assembly,
    Milestone,
    SecretariatTerm,
    StrategicPlan,
)
from network.open_data.common import (
    DOUBTS,
    FROM,
    KEY,
    SOURCES,
    TO,
    happened,
)
from network.open_data.organisations import ASSOCIATION, NUMBER

TITLE = fields.translated("title", _("Title"), _("What it is called."), "#event+name")
SUMMARY = fields.translated(
    "summary", _("Summary"), _("In a few sentences."), "#description"
)


def _agreements() -> QuerySet:
    return Agreement.objects.public().prefetch_related("parties")


def _assemblies() -> QuerySet:
    """Those that are over: before, only the agenda tells their month."""
    return Assembly.objects.public().select_related("association")


def _milestones() -> QuerySet:
    return Milestone.objects.public()


def _plans() -> QuerySet:
    return StrategicPlan.objects.filter(association__shown=True).select_related(
        "association"
    )


def _parties(row: Any) -> Any:
    shown = (party for party in row.parties.all() if party.shown)
    return [fields.named(party, "slug") for party in shown]


TABLES = (
    Table(
        "assemblies",
        {"es": "asambleas", "en": "assemblies"},
        _("National assemblies of mayors"),
        _("Assemblies, and which tools and experiences were shown there."),
        (
            KEY,
            TITLE,
            ASSOCIATION,
            *happened(),
            fields.text("place_name", _("Place"), _("As the source names it."), "#loc+name"),
            SUMMARY,
            fields.translated(
                "shown_there",
                _("Shown there"),
                _("Tools and experiences of the network shown at the assembly."),
                "#description+shown",
            ),
            SOURCES,
            DOUBTS,
        ),
        _assemblies,
        kept=(history_of(Assembly),),
    ),
    Table(
        "agreements",
        {"es": "convenios", "en": "agreements"},
        _("Agreements"),
        _("Agreements of the network and of associations with other bodies."),
        (
            KEY,
            TITLE,
            *happened(),
            Field(
                "parties",
                _("Parties"),
                _("Who signed, as far as the portal keeps them."),
                Holds.ENTRIES,
                _parties,
                "#org+parties",
            ),
            SUMMARY,
            SOURCES,
            DOUBTS,
        ),
        _agreements,
        kept=(history_of(Agreement),),
    ),
    Table(
        "milestones",
        {"es": "hitos", "en": "milestones"},
        _("Milestones"),
        _("Dated events of the programme and of the network."),
        (KEY, TITLE, *happened(), SUMMARY, SOURCES, DOUBTS),
        _milestones,
        kept=(history_of(Milestone),),
    ),
    Table(
        "secretariat_terms",
        {"es": "secretaria-tecnica", "en": "technical-secretariat"},
        _("Technical secretariat"),
        _("Who kept the technical secretariat of the network, and when."),
        (
            NUMBER,
            fields.translated(
                "holder", _("Technical secretariat"), _("Who kept it."), "#org+name"
            ),
            FROM,
            TO,
            fields.translated("note", _("Note"), _("What else is known."), "#meta+note"),
            SOURCES,
            DOUBTS,
        ),
        SecretariatTerm.objects.all,
        by="pk",
        kept=(history_of(SecretariatTerm),),
    ),
    Table(
        "strategic_plans",
        {"es": "planes-estrategicos", "en": "strategic-plans"},
        _("Strategic plans of associations"),
        _("Their plans, and whether prevention stands in them."),
        (
            NUMBER,
            ASSOCIATION,
            fields.translated("title", _("Plan"), _("What it is called."), "#meta+name"),
            fields.whole("from_year", _("From year"), _("First year."), "#date+start"),
            fields.whole("to_year", _("To year"), _("Last year."), "#date+end"),
            fields.code(
                "includes_prevention",
                _("Includes prevention of violence"),
                _("Yes, no, or not known."),
                AnswerKnown,
                "#indicator+prevention",
            ),
            SOURCES,
            DOUBTS,
        ),
        _plans,
        by="pk",
        kept=(history_of(StrategicPlan),),
    ),
)  # fmt: skip
