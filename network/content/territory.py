"""Loads the territory: places for ever, their levels, parents, names and people dated."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import Country, PlaceLevelKind, PlaceNameKind
from network.models import (
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
)

# A point of the town, so approximate: the page says so in the reader's language.
POSITION_SOURCE = "Countries States Cities Database (dr5hn), ODbL 1.0"
COUNTRY = Shape(texts=("name",), required=("country",), sourced=True)
DEPARTMENT = Shape(texts=("name",), required=("country", "level"), sourced=True)
MUNICIPALITY = Shape(
    texts=("name",),
    optional_texts=("role", "doubts", "role_doubts"),
    required=("country", "department", "levels"),
    optional=("position", "position_source", "names", "populations"),
    sourced=True,
)
LEVEL_PARTS = frozenset({"level", "from", "until", "source"})
NAME_PARTS = frozenset({"kind", "text", "from", "until", "source"})
POPULATION_PARTS = frozenset({"year", "people", "approximate", "source"})


def municipal_entries(folder: Path, sources: dict[str, str]) -> Iterator[Entry]:
    """Every municipality, city and county of the content."""
    return read_entries(folder / "municipalities.yaml", MUNICIPALITY, sources)


def load_territory(this_load: Load, folder: Path, sources: dict[str, str]) -> None:
    """Countries, then departments, then municipalities and counterparts."""
    for entry in read_entries(folder / "countries.yaml", COUNTRY, sources):
        place = _put_place(this_load, entry, entry.values["country"])
        _put_level(this_load, entry, place, {"level": PlaceLevelKind.COUNTRY}, sources)
    for entry in read_entries(folder / "departments.yaml", DEPARTMENT, sources):
        place = _put_place(this_load, entry, entry.key.upper())
        level = {"level": entry.values["level"], "source": "iso-3166-2"}
        _put_level(this_load, entry, place, level, sources)
        _put_parent(this_load, entry, place, entry.values["country"].lower())
    for entry in municipal_entries(folder, sources):
        _check_position(entry, sources)
        place = _put_place(
            this_load, entry, entry.values["department"].upper(), sources
        )
        _put_parent(this_load, entry, place, entry.values["department"])
        for part in entry.values["levels"]:
            _put_level(this_load, entry, place, part, sources)
        for part in entry.values.get("names", []):
            _put_name(this_load, entry, place, part, sources)
        for part in entry.values.get("populations", []):
            _put_population(this_load, entry, place, part, sources)


def _check_position(entry: Entry, sources: dict[str, str]) -> None:
    if entry.values.get("position_source") not in (None, *sources):
        raise entry.refuse(f"unknown source «{entry.values['position_source']}»")


def _put_place(
    this_load: Load, entry: Entry, iso: str, sources: dict[str, str] | None = None
) -> Place:
    values = entry.values
    if values["country"] not in Country.values:
        raise entry.refuse(f"unknown country «{values['country']}»")
    latitude, longitude = values.get("position", (None, None))
    where_from = (sources or {}).get(values.get("position_source", ""), POSITION_SOURCE)
    place = this_load.put(
        writer=Writer(Place),
        key=entry.key,
        values={
            "key": entry.key,
            "slug": entry.key,
            **entry.only("name_es", "name_en", "country", "sources"),
            "doubts_es": values.get("doubts_es", ""),
            "doubts_en": values.get("doubts_en", ""),
            "iso_3166_2": iso,
            "latitude": latitude,
            "longitude": longitude,
            "position_source": where_from if latitude is not None else "",
        },
        policy=Policy.REFERENCE,
        lookup={"key": entry.key},
    )
    if not isinstance(place, Place):
        raise entry.refuse("the place could not be loaded")
    return place


def _put_fact(
    this_load: Load, entry: Entry, model: type, name: str, values: dict[str, Any]
) -> None:
    this_load.put(
        writer=Writer(model),
        key=f"{entry.key}/{name}",
        values=values,
        policy=Policy.HISTORICAL,
    )


def _put_level(
    this_load: Load, entry: Entry, place: Place, part: dict, sources: dict[str, str]
) -> None:
    _check(entry, part, LEVEL_PARTS)
    if part.get("level") not in PlaceLevelKind.values:
        raise entry.refuse(f"unknown level «{part.get('level')}»")
    values = {
        "place": place,
        "level": str(part["level"]),
        "valid_from": part.get("from"),
        "valid_to": part.get("until"),
        "source": _source(entry, part, sources),
    }
    _put_fact(this_load, entry, PlaceLevel, str(part["level"]), values)


def _put_parent(this_load: Load, entry: Entry, place: Place, parent_key: str) -> None:
    parent = Place.objects.filter(key=parent_key).first()
    if parent is None:
        raise entry.refuse(f"unknown department «{parent_key}»")
    values = {
        "place": place,
        "parent": parent,
        "source": entry.values["sources"].partition("\n")[0],
    }
    _put_fact(this_load, entry, PlaceParent, parent_key, values)


def _put_name(
    this_load: Load, entry: Entry, place: Place, part: dict, sources: dict[str, str]
) -> None:
    _check(entry, part, NAME_PARTS)
    if part.get("kind") not in PlaceNameKind.values:
        raise entry.refuse(f"unknown kind of name «{part.get('kind')}»")
    values = {
        "place": place,
        "kind": part["kind"],
        "text": part["text"],
        "valid_from": part.get("from"),
        "valid_to": part.get("until"),
        "source": _source(entry, part, sources),
    }
    _put_fact(this_load, entry, PlaceName, part["text"], values)


def _put_population(
    this_load: Load, entry: Entry, place: Place, part: dict, sources: dict[str, str]
) -> None:
    _check(entry, part, POPULATION_PARTS)
    if part.get("source") in (None, "iso-3166-2"):
        raise entry.refuse("a population needs a source that is not the data set")
    values = {
        "place": place,
        "year": part["year"],
        "people": part["people"],
        "approximate": part.get("approximate", False),
        "source": _source(entry, part, sources),
    }
    _put_fact(this_load, entry, PlacePopulation, str(part["year"]), values)


def _check(entry: Entry, part: dict, known: frozenset[str]) -> None:
    unknown = sorted(set(part) - known)
    if unknown:
        raise entry.refuse(f"unknown field «{unknown[0]}»")


def _source(entry: Entry, part: dict, sources: dict[str, str]) -> str:
    name = part.get("source")
    if name is None:
        return entry.values["sources"].partition("\n")[0]
    if name not in sources:
        raise entry.refuse(f"unknown source «{name}»")
    return sources[name]
