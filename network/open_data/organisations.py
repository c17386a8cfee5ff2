"""Associations, municipalities, partners, and what they are to each other."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.addresses import organisation_address
from network.choices import (
    AssociationLevel,
    MembershipStatus,
    NetworkRole,
    OrganisationKind,
    PartnerKind,
)
from network.models import Affiliation, NetworkMembership, Organisation
from network.open_data.common import (
    COUNTRY,
    DOUBTS,
    FROM,
    KEY,
    NAME,
    SOURCE,
    SOURCES,
    TO,
    web_address,
)
from network.open_data.paths import site_page

SLUG_KEY = fields.text("key", KEY.label, KEY.about, KEY.hxl, read=lambda row: row.slug)
DESCRIPTION = fields.translated(
    "description", _("Description"), _("In a few sentences."), "#description"
)
WEBSITE = Field(
    "website",
    _("Website"),
    _("Its own, as far as known."),
    Holds.LINK,
    web_address("website"),
    "#org+url",
)
ACRONYM = fields.text(
    "acronym", _("Acronym"), _("How people call it."), "#org+name+short"
)
PAGE = fields.page(
    lambda row, language: site_page(organisation_address(row.kind, row.slug, language))
)


def organisation(name: str) -> Any:
    """An organisation as another record points at it."""
    return lambda row: fields.named(getattr(row, name), "slug")


def _associations() -> QuerySet:
    return Organisation.objects.associations().public()


def _municipalities() -> QuerySet:
    return Organisation.objects.municipalities().public().select_related("place")


def _partners() -> QuerySet:
    return Organisation.objects.partners().public()


def _affiliations() -> QuerySet:
    return Affiliation.objects.filter(
        municipality__shown=True, association__shown=True
    ).select_related("municipality", "association")


def _memberships() -> QuerySet:
    return NetworkMembership.objects.filter(association__shown=True).select_related(
        "association"
    )


ASSOCIATION = fields.entry(
    "association",
    _("Association"),
    _("Key and name of the association."),
    "#org+association",
    organisation("association"),
)
NUMBER = fields.whole(
    "number", _("Number"), _("Of this row; it does not change."), "#meta+id",
    lambda row: row.pk,
)  # fmt: skip

TABLES = (
    Table(
        "associations",
        {"es": "asociaciones", "en": "associations"},
        _("Associations of municipalities"),
        _("The associations of the network and others the portal knows."),
        (
            SLUG_KEY,
            ACRONYM,
            NAME,
            COUNTRY,
            fields.code(
                "level",
                _("Reach"),
                _("National, regional or within a country."),
                AssociationLevel,
                "#org+level",
            ),
            fields.text(
                "founded",
                _("Founded"),
                _("Year or date, as the source gives it."),
                "#date+founded",
            ),
            fields.translated(
                "members_note",
                _("Who belongs"),
                _("Which municipalities or bodies form it."),
                "#org+members",
            ),
            DESCRIPTION,
            WEBSITE,
            SOURCES,
            DOUBTS,
            PAGE,
        ),
        _associations,
        by="slug",
        kept=(history_of(Organisation, kind=OrganisationKind.ASSOCIATION),),
    ),
    Table(
        "municipalities",
        {"es": "municipios", "en": "municipalities"},
        _("Municipalities"),
        _(
            "The local governments the portal knows. What each is today, and its position, stand in the table of places."
        ),
        (
            SLUG_KEY,
            NAME,
            COUNTRY,
            fields.entry(
                "place",
                _("Place"),
                _("The territory it governs, in the table of places."),
                "#adm2",
                lambda row: fields.named(row.place),
            ),
            DESCRIPTION,
            WEBSITE,
            SOURCES,
            DOUBTS,
            PAGE,
        ),
        _municipalities,
        by="slug",
        kept=(history_of(Organisation, kind=OrganisationKind.MUNICIPALITY),),
    ),
    Table(
        "partners",
        {"es": "instituciones-aliadas", "en": "partners"},
        _("Partner institutions"),
        _("Institutions with which the network has worked."),
        (
            SLUG_KEY,
            ACRONYM,
            NAME,
            COUNTRY,
            fields.code(
                "partner_kind",
                _("Kind of institution"),
                _("Police, ministry, university…"),
                PartnerKind,
                "#org+type",
            ),
            DESCRIPTION,
            WEBSITE,
            SOURCES,
            DOUBTS,
        ),
        _partners,
        by="slug",
        kept=(history_of(Organisation, kind=OrganisationKind.PARTNER),),
    ),
    Table(
        "affiliations",
        {"es": "afiliaciones", "en": "affiliations"},
        _("Affiliations of municipalities"),
        _("Which municipality belongs to which association, and since when."),
        (
            NUMBER,
            fields.entry(
                "municipality",
                _("Municipality"),
                _("Key and name of the municipality."),
                "#org+municipality",
                organisation("municipality"),
            ),
            ASSOCIATION,
            FROM,
            TO,
            SOURCE,
        ),
        _affiliations,
        by="pk",
        kept=(history_of(Affiliation),),
    ),
    Table(
        "memberships",
        {"es": "membresias", "en": "memberships"},
        _("Memberships of the network"),
        _("What each association is and was in the network."),
        (
            NUMBER,
            ASSOCIATION,
            fields.code(
                "status",
                _("Status"),
                _("Where it stands in the network."),
                MembershipStatus,
                "#status",
            ),
            fields.code(
                "role",
                _("Role in the network"),
                _("What it does in the network."),
                NetworkRole,
                "#org+role",
            ),
            FROM,
            TO,
            fields.translated(
                "note", _("Note"), _("What else is known."), "#meta+note"
            ),
            SOURCES,
            DOUBTS,
        ),
        _memberships,
        by="pk",
        kept=(history_of(NetworkMembership),),
    ),
)
