"""Loads the twinnings and exchanges that the sources tell, as published records."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import Entry, Shape, read_entries, read_sources
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import Country, Sex
from network.content import FOLDER as NETWORK
from network.content.institutional import texts, when
from network.content.organisations import organisation
from network.models import Activity, Place, Theme
from twinnings.choices import (
    DelegationRole,
    Direction,
    DocumentKind,
    ManagementTheme,
    Modality,
    TwinningStatus,
    TwinningType,
)
from twinnings.models import Exchange, Party, Twinning
from twinnings.services.history import record_exchange, record_twinning
from twinnings.services.parties import PartyTold

FOLDER = Path(__file__).resolve().parent
TEXTS = ("objective", "agreement_summary", "results", "funding", "doubts")
EXCHANGE_TEXTS = ("title", "what_happened", "learnt", "result", "payer", "doubts")
DATES = ("started", "ended", "date_precision", "date_uncertain")
TWINNING = Shape(
    texts=("objective",),
    optional_texts=TEXTS[1:],
    required=("owner", "type", "status", "parties"),
    optional=(*DATES, "themes", "management", "facilitators", "documents"),
    sourced=True,
)
EXCHANGE = Shape(
    texts=("title", "what_happened"),
    optional_texts=EXCHANGE_TEXTS[2:],
    required=("twinning", "owner", "modality", "direction"),
    optional=(
        *DATES,
        "host",
        "place",
        "logged_as",
        "activities",
        "themes",
        "places_seen",
        "delegation",
    ),
    sourced=True,
)
PARTY_PARTS = frozenset({"place", "country", "unnamed", "uncertain", "body"})
ROW_PARTS = frozenset({"role", "people", "sex", "party", "es", "en"})
# The rows of a record, and the columns that a file says of each.
TWINNING_ROWS: dict[str, tuple[str, ...]] = {
    "documents": ("kind", "title_es", "title_en", "address")
}
EXCHANGE_ROWS: dict[str, tuple[str, ...]] = {
    "places_seen": ("name_es", "name_en"),
    "delegation": (
        "role",
        "people",
        "sex",
        "party_id",
        "institution_es",
        "institution_en",
    ),
}
PARTY_COLUMNS = (
    "place_id",
    "country",
    "unnamed",
    "uncertain",
    "body_es",
    "body_en",
)


class RecordWriter(Writer):
    """Writes a record through the one service that records history."""

    rows: dict[str, tuple[str, ...]] = {}

    def current(self, instance: Any, names: Iterable[str]) -> dict[str, Any]:
        """Its values now, its rows as plain lines."""
        wanted = set(names)
        apart = wanted & {*self.rows, "parties"}
        found = super().current(instance, wanted - apart)
        for name in apart:
            columns = PARTY_COLUMNS if name == "parties" else self.rows[name]
            found[name] = [_line(row, columns) for row in getattr(instance, name).all()]
        return found


class TwinningWriter(RecordWriter):
    """Twinnings, with their parties and documents."""

    rows = TWINNING_ROWS

    def __init__(self) -> None:
        super().__init__(Twinning)

    def write(self, instance: Any, values: dict[str, Any]) -> Twinning:
        """Record it as published history."""
        plain, rows = _apart(values, self.rows)
        parties = [_told(line) for line in plain.pop("parties")]
        return record_twinning(
            twinning=instance, values=plain, parties=parties, rows=rows
        )


class ExchangeWriter(RecordWriter):
    """Exchanges, with what was seen and who took part."""

    rows = EXCHANGE_ROWS

    def __init__(self) -> None:
        super().__init__(Exchange)

    def write(self, instance: Any, values: dict[str, Any]) -> Exchange:
        """Record it as published history."""
        plain, rows = _apart(values, self.rows)
        return record_exchange(exchange=instance, values=plain, rows=rows)


def _line(row: Any, columns: tuple[str, ...]) -> list[Any]:
    return [getattr(row, name) for name in columns]


def _apart(
    values: dict[str, Any], rows: dict[str, tuple[str, ...]]
) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    told = {
        name: [dict(zip(columns, line, strict=True)) for line in values[name]]
        for name, columns in rows.items()
    }
    return {k: v for k, v in values.items() if k not in rows}, told


def _told(line: list[Any]) -> PartyTold:
    said = dict(zip(PARTY_COLUMNS, line, strict=True))
    place = Place.objects.filter(pk=said.pop("place_id")).first()
    country, unnamed = said.pop("country"), said.pop("unnamed")
    return PartyTold(place=place, country=country, unnamed=unnamed, more=said)


def files() -> list[Path]:
    """What a load depends on: the entries and the code that reads them."""
    return [*FOLDER.glob("*.yaml"), *FOLDER.glob("*.py")]


def load(this_load: Load) -> None:
    """Every twinning, then every exchange; sources are those of the network's register."""
    sources = read_sources(NETWORK / "sources.yaml")
    for entry in read_entries(FOLDER / "twinnings.yaml", TWINNING, sources):
        _put(this_load, TwinningWriter(), entry, _twinning(entry))
    for entry in read_entries(FOLDER / "exchanges.yaml", EXCHANGE, sources):
        twinning = _named(entry, Twinning, "content_key", entry.values["twinning"])
        _put(this_load, ExchangeWriter(), entry, _exchange(entry, twinning))


def _put(this_load: Load, writer: Writer, entry: Entry, values: dict[str, Any]) -> None:
    this_load.put(
        writer=writer,
        key=entry.key,
        values={"content_key": entry.key, "sources": entry.values["sources"], **values},
        policy=Policy.HISTORICAL,
        lookup={"content_key": entry.key},
    )


def _twinning(entry: Entry) -> dict[str, Any]:
    said = entry.values
    return {
        "owner": organisation(entry, said["owner"]),
        "type": _code(entry, TwinningType, said["type"]),
        "status": _code(entry, TwinningStatus, said["status"]),
        "parties": [_party(entry, part) for part in said["parties"]],
        "themes": _themes(entry),
        "management_themes": [
            _code(entry, ManagementTheme, code) for code in said.get("management", [])
        ],
        "facilitators": [
            organisation(entry, key) for key in said.get("facilitators", [])
        ],
        "documents": [_document(entry, part) for part in said.get("documents", [])],
        **when(entry),
        **texts(entry, *TEXTS),
    }


def _party(entry: Entry, part: dict) -> list[Any]:
    if set(part) - PARTY_PARTS or ("place" in part) == ("unnamed" in part):
        raise entry.refuse("a party says its place, or its country and how many")
    body = part.get("body", {"es": "", "en": ""})
    if set(body) != {"es", "en"}:
        raise entry.refuse("give «body» in es and en")
    place = _named(entry, Place, "key", part["place"]) if "place" in part else None
    country = place.country if place else _code(entry, Country, part.get("country", ""))
    return [
        place.pk if place else None,
        country,
        part.get("unnamed", 0),
        part.get("uncertain", False),
        body["es"],
        body["en"],
    ]


def _document(entry: Entry, part: dict) -> list[Any]:
    if set(part) != {"kind", "title", "address"} or set(part["title"]) != {"es", "en"}:
        raise entry.refuse("a document says kind, title in es and en, and address")
    kind = _code(entry, DocumentKind, part["kind"])
    return [kind, part["title"]["es"], part["title"]["en"], part["address"]]


def _exchange(entry: Entry, twinning: Twinning) -> dict[str, Any]:
    said = entry.values
    logged = said.get("logged_as")
    seen = said.get("places_seen", [])
    if any(set(part) != {"es", "en"} for part in seen):
        raise entry.refuse("give what was seen in es and en")
    place = said.get("place")
    return {
        "twinning": twinning,
        "owner": organisation(entry, said["owner"]),
        "modality": _code(entry, Modality, said["modality"]),
        "direction": _code(entry, Direction, said["direction"]),
        "host": _party_of(entry, twinning, said.get("host")),
        "place": _named(entry, Place, "key", place) if place else None,
        "logged_as": _activity(entry, logged) if logged else None,
        "activities": [_activity(entry, key) for key in said.get("activities", [])],
        "themes": _themes(entry),
        "places_seen": [[part["es"], part["en"]] for part in seen],
        "delegation": [
            _row(entry, twinning, part) for part in said.get("delegation", [])
        ],
        **when(entry),
        **texts(entry, *EXCHANGE_TEXTS),
    }


def _row(entry: Entry, twinning: Twinning, part: dict) -> list[Any]:
    if set(part) - ROW_PARTS or ("es" in part) != ("en" in part):
        raise entry.refuse("a delegation says role, people, party and where from")
    party = _party_of(entry, twinning, part.get("party"))
    return [
        _code(entry, DelegationRole, part["role"]),
        part.get("people"),
        _code(entry, Sex, part.get("sex", Sex.UNKNOWN.value)),
        party.pk if party else None,
        part.get("es", ""),
        part.get("en", ""),
    ]


def _party_of(entry: Entry, twinning: Twinning, key: str | None) -> Party | None:
    if key is None:
        return None
    found = twinning.parties.filter(place__key=key).first()
    if found is None:
        raise entry.refuse(f"«{key}» is no party of its twinning")
    return found


def _activity(entry: Entry, key: str) -> Any:
    return _named(entry, Activity, "content_key", key)


def _themes(entry: Entry) -> list[Theme]:
    return [_named(entry, Theme, "key", key) for key in entry.values.get("themes", [])]


def _named(entry: Entry, model: type[models.Model], by: str, key: str) -> Any:
    found = model._default_manager.filter(**{by: key}).first()
    if found is None:
        raise entry.refuse(f"unknown {model._meta.model_name} «{key}»")
    return found


def _code(entry: Entry, fixed: Any, code: str) -> str:
    if code not in fixed.values:
        raise entry.refuse(f"unknown code «{code}»")
    return code
