"""Activities as JSON: permanent keys, both languages of each text, null for unknown."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from network.addresses import activity_address
from network.choices import (
    COMMUNITY_PARTNERS,
    SMALL_NUMBER,
    AgeBand,
    PreventionLevel,
    Sex,
)
from network.exports import reading
from network.exports.batches import Batch
from network.exports.names import LANGUAGES, Named
from network.exports.public import PUBLIC_FIELDS, TEXTS

NOT_SURE = PreventionLevel.NOT_SURE.value
CELLS = tuple((sex.value, age.value) for sex in Sex for age in AgeBand)
Record = dict[str, Any]
Part = Callable[[Batch], Iterator[Record]]


def as_json(
    head: Record, batches: Iterable[Batch], parts: tuple[Part, ...]
) -> Iterator[bytes]:
    """The file in pieces; it is no JSON until its last one, which counts the activities."""
    opening = json.dumps(head, ensure_ascii=False)
    yield f'{opening[:-1]}, "activities": ['.encode()
    count = 0
    for batch in batches:
        told = [json.dumps(each, ensure_ascii=False) for each in records(batch, parts)]
        yield (",\n" if count else "\n").encode() + ",\n".join(told).encode()
        count += len(batch)
    yield f'\n], "count": {count}}}\n'.encode()


def records(batch: Batch, parts: tuple[Part, ...]) -> Iterator[Record]:
    """Each activity of a batch, put together from its parts."""
    for each in zip(*(part(batch) for part in parts), strict=True):
        record: Record = {}
        for part in each:
            record |= part
        yield record


def side_by_side(columns: Mapping[str, Iterable[Any]]) -> Iterator[Record]:
    """Rows of columns."""
    keys = tuple(columns)
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(keys, row, strict=True))


def public_head(batch: Batch) -> Iterator[Record]:
    """Its number, and where the world reads it in each language."""
    site = batch.names.site
    for number in batch.keys:
        both = {code: f"{site}{activity_address(number, code)}" for code in LANGUAGES}
        yield {"number": number, "address": both}


def when(batch: Batch) -> Iterator[Record]:
    """When it happened, no more exactly than is known."""
    return side_by_side(
        {
            "year": reading.year(batch),
            "started": reading.day("started")(batch),
            "ended": reading.day("ended")(batch),
            "date_precision": batch["date_precision"],
            "date_uncertain": map(bool, batch["date_uncertain"]),
        }
    )


def where(batch: Batch) -> Iterator[Record]:
    """Whose it is and the municipality; what is finer is not for everybody."""
    places, owners = batch.names.lists["places"], batch.names.lists["owners"]
    return side_by_side(
        {
            "country": map(or_null, batch["country"]),
            "municipality": (both_names(places[town]) for town in reading.towns(batch)),
            "organisation": (both_names(owners[owner]) for owner in batch["owner_id"]),
            "places": lists(batch, "places"),
        }
    )


def exact_place(batch: Batch) -> Iterator[Record]:
    """The neighbourhood, and where it was done."""
    settings = batch.names.lists["settings"]
    return side_by_side(
        {
            "place": map(or_null, batch["place_name"]),
            "setting": (both_names(settings[key]) for key in batch["setting_id"]),
        }
    )


def public_place(batch: Batch) -> Iterator[Record]:
    """The same, unless it could put people at risk."""
    nothing = {"place": None, "setting": None}
    told = zip(exact_place(batch), batch["is_sensitive"], strict=True)
    return (nothing if secret else exact for exact, secret in told)


def what(batch: Batch) -> Iterator[Record]:
    """What kind of activity, and for whom."""
    kinds = batch.names.lists["kinds"]
    return side_by_side(
        {
            "kind": (both_names(kinds[key]) for key in batch["kind_id"]),
            "other_kind": map(or_null, batch["other_kind"]),
            "status": batch["status"],
            "prevention_level": (
                each if each != NOT_SURE else None
                for each in map(or_null, batch["prevention_level"])
            ),
            "approach": map(or_null, batch["approach"]),
            "themes": lists(batch, "themes"),
            "groups": lists(batch, "groups"),
            "sessions": batch["sessions"],
            "counting_method": map(or_null, batch["counting_method"]),
            "people": people(batch),
        }
    )


def people(batch: Batch) -> Iterator[Record]:
    """How many in all, and each cell; a sum only where no cell is hidden."""
    counts = batch.counts
    told = [cell for cell in CELLS if cell in counts.cells]
    for key in batch.keys:
        total = counts.totals.get(key)
        cells = [
            _cell(sex, age, how_many)
            for sex, age in told
            if (how_many := counts.cells[sex, age].get(key)) is not None
        ]
        yield {"total": total if isinstance(total, int) else None, "cells": cells}


def _cell(sex: str, age: str, how_many: int | str) -> Record:
    if isinstance(how_many, int):
        return {"sex": sex, "age": age, "people": how_many, "fewer_than": None}
    return {"sex": sex, "age": age, "people": None, "fewer_than": SMALL_NUMBER}


def public_partners(batch: Batch) -> Iterator[Record]:
    """With whom: each kind, and a name when that may be told."""
    for key in batch.keys:
        partners = [
            {"kind": kind, "name": name if name and may_be_named else None}
            for kind, name, agreed, _contribution in batch.partners.get(key, ())
            for may_be_named in [agreed or kind not in COMMUNITY_PARTNERS]
        ]
        yield {"partners": partners}


def texts(batch: Batch, names: Iterable[str]) -> Iterator[Record]:
    """Texts in both languages."""

    def both(name: str) -> Iterator[Record]:
        pairs = zip(batch[f"{name}_es"], batch[f"{name}_en"], strict=True)
        return ({"es": es or None, "en": en or None} for es, en in pairs)

    return side_by_side({name: both(name) for name in names})


def public_texts(batch: Batch) -> Iterator[Record]:
    """What was told, where it was learnt and what is not known."""
    sources = (each.splitlines() for each in batch["sources"])
    told = zip(texts(batch, TEXTS), sources, strict=True)
    return (each | {"sources": lines} for each, lines in told)


def lists(batch: Batch, name: str) -> Iterator[list[Record]]:
    """The entries of a list that each activity names."""
    listed, (one, several) = batch.names.lists[name], batch.linked(name)
    for key in batch.keys:
        held = several.get(key) or ([one[key]] if key in one else [])
        entries = sorted(map(listed.__getitem__, held), key=_rank)
        yield [entry.both() for entry in entries]


def _rank(entry: Named) -> int:
    return entry.rank


def both_names(entry: Named | None) -> Record | None:
    """Key and names; nothing for nothing."""
    return entry.both() if entry else None


def or_null(code: Any) -> Any:
    """Null for what is empty; zero is not."""
    return None if code == "" else code


PUBLIC_JSON_FIELDS = (
    *PUBLIC_FIELDS,
    *(f"{name}_{code}" for name in TEXTS for code in LANGUAGES),
)
PUBLIC_PARTS: tuple[Part, ...] = (
    public_head,
    when,
    where,
    public_place,
    what,
    public_partners,
    public_texts,
)
