"""Norms, and what municipalities approved, as open tables: what their pages tell."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.choices import DatePrecision
from network.open_data.common import (
    COUNTRY,
    DOUBTS,
    KEY,
    SOURCES,
    known_day,
    web_address,
)
from network.open_data.paths import site_page
from toolkit.addresses import norm_address
from toolkit.choices import InstrumentStatus, InstrumentType, LegalLevel, PolicyKind
from toolkit.models import Instrument, MunicipalPolicy


def public_norms() -> Any:
    """Every norm: all of them are public."""
    return Instrument.objects.prefetch_related("changes_met__by")


def public_policies() -> Any:
    """What the world may read."""
    return MunicipalPolicy.objects.public().select_related("owner")


def _known(name: str, label: Any, about: Any, hxl: str) -> Field:
    return fields.day(name, label, about, hxl, known_day(name))


def _changed_by(norm: Any) -> list[str]:
    return [f"{change.kind}: {change.by.key}" for change in norm.changes_met.all()]


NORM_FIELDS = (
    KEY,
    COUNTRY,
    fields.code("level", _("Reach"), _("How far it reaches."), LegalLevel, "#geo"),
    fields.code("type", _("Type"), _("What kind of norm."), InstrumentType, "#norm"),
    fields.text("number", _("Number"), _("As it is cited."), "#norm+number"),
    fields.translated("title", _("Title"), _("The title."), "#norm+title"),
    fields.translated("body", _("Issued by"), _("The body."), "#org"),
    _known("adopted", _("Issued on"), _("As exactly as it is known."), "#date+issued"),
    _known(
        "published",
        _("Published on"),
        _("As exactly as it is known."),
        "#date+published",
    ),
    _known(
        "in_force_from",
        _("In force from"),
        _("As exactly as it is known."),
        "#date+start",
    ),
    _known(
        "in_force_to", _("In force to"), _("As exactly as it is known."), "#date+end"
    ),
    fields.code(
        "date_precision",
        _("Date known to the"),
        _("How much of the date is known."),
        DatePrecision,
        "#date+precision",
    ),
    fields.code(
        "status", _("Status"), _("As far as is known."), InstrumentStatus, "#status"
    ),
    Field(
        "changed_by",
        _("Amended or repealed by"),
        _("What was done to it, and the key of the norm that did it."),
        Holds.LINES,
        _changed_by,
        "#norm+changed",
    ),
    fields.translated(
        "relevance", _("What it is for"), _("In our words."), "#norm+use"
    ),
    Field(
        "official_address",
        _("Official address"),
        _("Of an official publication; empty where none is known."),
        Holds.LINK,
        web_address("address"),
        "#meta+url",
    ),
    fields.day(
        "checked_on",
        _("Last checked on"),
        _("Empty: nobody compared it with its publication yet."),
        "#date+checked",
    ),
    SOURCES,
    DOUBTS,
    fields.page(lambda row, language: site_page(norm_address(row.slug, language))),
)
POLICY_FIELDS = (
    fields.whole(
        "number", _("Number"), _("Permanent."), "#meta+id", lambda row: row.pk
    ),
    fields.entry(
        "municipality",
        _("Municipality"),
        _("As the table of organisations has it."),
        "#adm3",
        lambda row: fields.named(row.owner),
    ),
    fields.code("kind", _("Type"), _("Policy or plan."), PolicyKind, "#norm"),
    fields.translated("title", _("Title"), _("The title."), "#norm+title"),
    fields.whole("from_year", _("From"), _("First year."), "#date+start"),
    fields.whole("to_year", _("To"), _("Last year."), "#date+end"),
    fields.translated("act", _("Act"), _("What approved it."), "#norm+act"),
    Field(
        "read_at",
        _("Where it can be read"),
        _("An address; empty where none is known."),
        Holds.LINK,
        web_address("address"),
        "#meta+url",
    ),
    SOURCES,
    DOUBTS,
)
TABLES = (
    Table(
        "norms",
        {"es": "normas", "en": "norms"},
        _("Norms"),
        _("The laws and regulations on which prevention rests in each country."),
        NORM_FIELDS,
        public_norms,
        kept=(history_of(Instrument),),
    ),
    Table(
        "policies",
        {"es": "politicas", "en": "policies"},
        _("Policies and plans"),
        _("What municipalities approved to prevent violence."),
        POLICY_FIELDS,
        public_policies,
        by="pk",
        kept=(history_of(MunicipalPolicy),),
    ),
)
GROUPS = ((_("Toolkit"), TABLES),)
