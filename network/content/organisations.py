"""Loads organisations, what they are to the network and to one another."""

from pathlib import Path

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import (
    AssociationLevel,
    Country,
    MembershipStatus,
    NetworkRole,
    OrganisationKind,
    PartnerKind,
)
from network.content.territory import municipal_entries
from network.models import Affiliation, NetworkMembership, Organisation, Place

TEXTS = ("name_es", "name_en", "country", "sources")
OPTIONAL = (
    "acronym",
    "country",
    "level",
    "founded",
    "website",
    "address",
    "partner_kind",
    "description_es",
    "description_en",
    "members_note_es",
    "members_note_en",
    "doubts_es",
    "doubts_en",
)
ASSOCIATION = Shape(
    texts=("name", "description"),
    optional_texts=("members_note", "doubts"),
    required=("kind", "acronym", "level"),
    optional=("country", "founded", "website", "address"),
    sourced=True,
)
PARTNER = Shape(
    texts=("name", "description"),
    optional_texts=("doubts",),
    required=("partner_kind",),
    optional=("acronym", "country"),
    sourced=True,
)
MEMBERSHIP = Shape(
    optional_texts=("note", "doubts"),
    required=("status", "role"),
    optional=("from", "until"),
    sourced=True,
)
AFFILIATION = Shape(
    required=("source",), optional=("country", "municipalities", "reviews")
)


def load_organisations(this_load: Load, folder: Path, sources: dict[str, str]) -> None:
    """Town halls, associations and partners; then memberships and affiliations."""
    loaded: dict[str, str] = {}
    for entry in municipal_entries(folder, sources):
        if entry.values["country"] != Country.UNITED_STATES:
            _put_municipality(this_load, entry)
            loaded[entry.key] = entry.values["country"]
    for entry in read_entries(folder / "associations.yaml", ASSOCIATION, sources):
        _one_of(entry, "level", AssociationLevel.values)
        _one_of(entry, "kind", OrganisationKind.values)
        _put_organisation(this_load, entry, entry.values["kind"])
    for entry in read_entries(folder / "partners.yaml", PARTNER, sources):
        _one_of(entry, "partner_kind", PartnerKind.values)
        _put_organisation(this_load, entry, OrganisationKind.PARTNER)
    for entry in read_entries(folder / "memberships.yaml", MEMBERSHIP, sources):
        _put_membership(this_load, entry)
    for entry in read_entries(folder / "affiliations.yaml", AFFILIATION):
        _put_affiliations(this_load, entry, sources, loaded)


def organisation(entry: Entry, key: str) -> Organisation:
    """The organisation with this key; refuses the entry when there is none."""
    found = Organisation.objects.filter(key=key).first()
    if found is None:
        raise entry.refuse(f"unknown organisation «{key}»")
    return found


def _one_of(entry: Entry, name: str, allowed: list[str]) -> None:
    if entry.values[name] not in allowed:
        raise entry.refuse(f"«{name}» cannot be «{entry.values[name]}»")


def _put_municipality(this_load: Load, entry: Entry) -> None:
    values = entry.values
    this_load.put(
        writer=Writer(Organisation),
        key=entry.key,
        values={
            "kind": OrganisationKind.MUNICIPALITY.value,
            "key": entry.key,
            "slug": entry.key,
            **entry.only(*TEXTS),
            "description_es": values.get("role_es", ""),
            "description_en": values.get("role_en", ""),
            "doubts_es": _doubts(entry, "es"),
            "doubts_en": _doubts(entry, "en"),
            "place": Place.objects.get(key=entry.key),
        },
        policy=Policy.HISTORICAL,
        lookup={"key": entry.key},
    )


def _doubts(entry: Entry, language: str) -> str:
    # The public reads about the territory on its town hall's page.
    said = (
        entry.values.get(f"{name}_{language}") for name in ("doubts", "role_doubts")
    )
    return "\n\n".join(text for text in said if text)


def _put_organisation(this_load: Load, entry: Entry, kind: str) -> None:
    this_load.put(
        writer=Writer(Organisation),
        key=entry.key,
        values={
            "kind": str(kind),
            "key": entry.key,
            "slug": entry.key,
            **dict.fromkeys(OPTIONAL, ""),
            **entry.only("name_es", "name_en", "sources", *OPTIONAL),
        },
        policy=Policy.HISTORICAL,
        lookup={"key": entry.key},
    )


def _put_membership(this_load: Load, entry: Entry) -> None:
    _one_of(entry, "status", MembershipStatus.values)
    _one_of(entry, "role", NetworkRole.values)
    values = entry.values
    this_load.put(
        writer=Writer(NetworkMembership),
        key=entry.key,
        values={
            "association": organisation(entry, entry.key),
            "valid_from": values.get("from"),
            "valid_to": values.get("until"),
            **dict.fromkeys(("note_es", "note_en", "doubts_es", "doubts_en"), ""),
            **entry.only("status", "role", "sources"),
            **entry.only("note_es", "note_en", "doubts_es", "doubts_en"),
        },
        policy=Policy.HISTORICAL,
    )


def _put_affiliations(
    this_load: Load, entry: Entry, sources: dict[str, str], loaded: dict[str, str]
) -> None:
    values = entry.values
    if values["source"] not in sources:
        raise entry.refuse(f"unknown source «{values['source']}»")
    association = organisation(entry, entry.key)
    named = values.get("municipalities", [])
    for key, country in loaded.items():
        if key not in named and country != values.get("country"):
            continue
        municipality = organisation(entry, key)
        this_load.put(
            writer=Writer(Affiliation),
            key=f"{municipality.key}/{entry.key}",
            values={
                "municipality": municipality,
                "association": association,
                "reviews": values.get("reviews", False),
                "source": sources[values["source"]],
            },
            policy=Policy.HISTORICAL,
            lookup={
                "municipality": municipality,
                "association": association,
                "valid_to": None,
            },
        )
