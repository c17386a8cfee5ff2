"""The parties of public twinnings as an open table: who, as what, and who ratified it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.choices import PlaceLevelKind
from network.dates import machine
from network.open_data.common import COUNTRY
from twinnings.choices import Ratification
from twinnings.models import Party
from twinnings.open_data.common import of_twinning


def _public() -> Any:
    return Party.objects.public().select_related("twinning", "place", "organisation")


def _place(row: Any) -> Any:
    return fields.named(row.place) if row.place else None


def _name(row: Any) -> Any:
    """What it is called in each language; null for those that no source names."""
    known = row.place or row.organisation
    return fields.both("name")(known) if known else {"es": None, "en": None}


def _ratified(row: Any) -> str | None:
    day = row.ratified_on
    return machine(day, row.ratified_precision) if day else None


PARTY_FIELDS = (
    fields.whole(
        "number", _("Number"), _("Permanent."), "#meta+id", lambda row: row.pk
    ),
    fields.entry(
        "twinning",
        _("Twinning"),
        _("To which it belongs."),
        "#meta+parent",
        of_twinning(lambda row: row.twinning),
    ),
    Field(
        "name",
        _("Name"),
        _("Empty for those that no source names."),
        Holds.BOTH,
        _name,
        "#org+name",
    ),
    fields.entry("place", _("Place"), _("Key and name of the place."), "#adm2", _place),
    COUNTRY,
    fields.whole(
        "unnamed",
        _("How many that no source names"),
        _("0 for a party with a name."),
        "#org+num",
    ),
    fields.yes_no(
        "uncertain",
        _("Uncertain"),
        _("Yes where no source says for sure that it took part."),
        "#meta+uncertain",
    ),
    fields.code(
        "level",
        _("Level"),
        _("What it was then, where its territory does not say."),
        PlaceLevelKind,
        "#adm+type",
    ),
    fields.translated(
        "body",
        _("Police or department"),
        _("The body of it that takes part."),
        "#org+body",
    ),
    fields.translated(
        "signing_office",
        _("Office that signs"),
        _("The office, never the person."),
        "#org+office",
    ),
    fields.code(
        "ratification",
        _("Ratified by its governing body"),
        _("As far as it is recorded."),
        Ratification,
        "#status+ratified",
    ),
    fields.day(
        "ratified_on",
        _("Ratified on"),
        _("With as many parts as are known."),
        "#date+ratified",
        _ratified,
    ),
    fields.text(
        "ratified_act",
        _("Act"),
        _("With its number."),
        "#meta+act",
        read=lambda row: row.ratified_act if row.act_public else "",
    ),
)

PARTIES = Table(
    "twinning_parties",
    {"es": "partes-de-hermanamientos", "en": "twinning-parties"},
    _("Parties of twinnings"),
    _("Who takes part in each twinning, and whether its governing body ratified it."),
    PARTY_FIELDS,
    _public,
    by="pk",
    kept=(history_of(Party),),
)
