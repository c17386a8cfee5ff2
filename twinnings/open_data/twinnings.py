"""The public twinnings as an open table."""

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from network.choices import Country
from network.open_data.common import DOUBTS, SOURCES, happened
from network.open_data.paths import site_page
from twinnings.addresses import twinning_address
from twinnings.choices import EndedBy, ManagementTheme, TwinningStatus, TwinningType
from twinnings.models import Party, Twinning
from twinnings.open_data.common import THEMES


def public_twinnings() -> Any:
    """What everybody may read."""
    return (
        Twinning.objects.public()
        .prefetch_related(
            Prefetch("parties", Party.objects.select_related("place")), "themes"
        )
        .with_counts()
    )


def _places(twinning: Any) -> list[Any]:
    """The parties that have a territory."""
    parties = twinning.parties.all()
    return [fields.named(party.place) for party in parties if party.place]


def _countries(twinning: Any) -> list[str]:
    return sorted({party.country for party in twinning.parties.all()})


def _unnamed(twinning: Any) -> int:
    return sum(party.unnamed for party in twinning.parties.all())


TWINNING_FIELDS = (
    fields.text(
        "key",
        _("Key"),
        _("Permanent: it is also in the address."),
        "#meta+id",
        read=lambda row: row.slug,
    ),
    fields.translated("title", _("Title"), _("The parties."), "#meta+title"),
    fields.code(
        "type", _("Type"), _("How formal it is."), TwinningType, "#activity+type"
    ),
    fields.code(
        "status",
        _("Status"),
        _("Where it stands; of the old ones it is not recorded."),
        TwinningStatus,
        "#status",
    ),
    Field(
        "parties",
        _("Parties"),
        _("The territories that take part, as the table of places has them."),
        Holds.ENTRIES,
        _places,
        "#adm3",
    ),
    fields.whole(
        "unnamed",
        _("Parties without a name"),
        _("How many local governments take part that no source names."),
        "#meta+unnamed",
        _unnamed,
    ),
    Field(
        "countries",
        _("Countries"),
        _("Of its parties: ISO 3166-1, two letters."),
        Holds.CODES,
        _countries,
        "#country",
        Country,
    ),
    *happened(),
    fields.code(
        "ended_by",
        _("How it ended"),
        _("Empty while it goes on, or when nobody knows."),
        EndedBy,
        "#status+end",
    ),
    fields.translated("objective", _("Objective"), _("What it is for."), "#objective"),
    fields.translated("results", _("Results"), _("What came of it."), "#result"),
    THEMES,
    Field(
        "management_themes",
        _("Themes of management"),
        _("What the town halls learn of running prevention; the list is ours."),
        Holds.CODES,
        lambda row: list(row.management_themes),
        "#subsector+management",
        ManagementTheme,
    ),
    fields.whole(
        "exchanges_count",
        _("Exchanges"),
        _("How many are public."),
        "#indicator+exchanges",
    ),
    fields.whole(
        "commitments_count",
        _("Commitments"),
        _("How many are public."),
        "#indicator+commitments",
    ),
    fields.whole(
        "met_count",
        _("Commitments met"),
        _("How many of them were met."),
        "#indicator+met",
    ),
    SOURCES,
    DOUBTS,
    fields.page(lambda row, language: site_page(twinning_address(row.slug, language))),
)
