"""Loads the network's memory: offices, secretariat, agreements, assemblies, milestones."""

from pathlib import Path
from typing import Any

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import DatePrecision
from network.content.organisations import organisation
from network.models import (
    Agreement,
    Assembly,
    Milestone,
    Office,
    SecretariatTerm,
)

WHEN = ("started", "ended", "date_precision", "date_uncertain")
MILESTONE = Shape(
    texts=("title",),
    optional_texts=("summary", "doubts"),
    required=("started",),
    optional=WHEN[1:],
    sourced=True,
)
ASSEMBLY = Shape(
    texts=("title",),
    optional_texts=("summary", "shown_there", "doubts"),
    required=("association", "started"),
    optional=("place_name", *WHEN[1:]),
    sourced=True,
)
AGREEMENT = Shape(
    texts=("title", "summary"),
    optional_texts=("doubts",),
    required=("parties",),
    optional=WHEN,
    sourced=True,
)
OFFICE = Shape(
    texts=("title",),
    required=("organisation", "source"),
    optional=("from", "until"),
)
TERM = Shape(
    texts=("holder",),
    optional_texts=("note", "doubts"),
    optional=("organisation", "from", "until"),
    sourced=True,
)


def load_institutional(this_load: Load, folder: Path, sources: dict[str, str]) -> None:
    """Everything the network remembers beside its activities."""
    for entry in read_entries(folder / "offices.yaml", OFFICE):
        _put_office(this_load, entry, sources)
    for entry in read_entries(folder / "secretariat.yaml", TERM, sources):
        _put_term(this_load, entry)
    for entry in read_entries(folder / "milestones.yaml", MILESTONE, sources):
        _put_happening(this_load, Milestone, entry, texts(entry, "title", "summary"))
    for entry in read_entries(folder / "assemblies.yaml", ASSEMBLY, sources):
        values = {
            **texts(entry, "title", "summary", "shown_there"),
            "association": organisation(entry, entry.values["association"]),
            "place_name": entry.values.get("place_name", ""),
        }
        _put_happening(this_load, Assembly, entry, values)
    for entry in read_entries(folder / "agreements.yaml", AGREEMENT, sources):
        parties = [organisation(entry, key) for key in entry.values["parties"]]
        values = {**texts(entry, "title", "summary"), "parties": parties}
        _put_happening(this_load, Agreement, entry, values)


def texts(entry: Entry, *names: str) -> dict[str, str]:
    """The named texts in both languages; empty where the entry says nothing."""
    columns = [f"{name}_{language}" for name in names for language in ("es", "en")]
    return {column: entry.values.get(column, "") for column in columns}


def when(entry: Entry) -> dict[str, Any]:
    """The dates of an entry, and how exactly they are known."""
    values = entry.values
    precision = values.get("date_precision", DatePrecision.DAY.value)
    if precision not in DatePrecision.values:
        raise entry.refuse(f"«date_precision» cannot be «{precision}»")
    return {
        "started": values.get("started"),
        "ended": values.get("ended"),
        "date_precision": precision,
        "date_uncertain": values.get("date_uncertain", False),
    }


def _put_happening(
    this_load: Load, model: type, entry: Entry, values: dict[str, Any]
) -> None:
    this_load.put(
        writer=Writer(model),
        key=entry.key,
        values={
            "key": entry.key,
            **when(entry),
            **texts(entry, "doubts"),
            **entry.only("sources"),
            **values,
        },
        policy=Policy.HISTORICAL,
        lookup={"key": entry.key},
    )


def _put_office(this_load: Load, entry: Entry, sources: dict[str, str]) -> None:
    values = entry.values
    if values["source"] not in sources:
        raise entry.refuse(f"unknown source «{values['source']}»")
    this_load.put(
        writer=Writer(Office),
        key=entry.key,
        values={
            "organisation": organisation(entry, values["organisation"]),
            "valid_from": values.get("from"),
            "valid_to": values.get("until"),
            "public": True,
            "source": sources[values["source"]],
            **entry.only("title_es", "title_en"),
        },
        policy=Policy.HISTORICAL,
    )


def _put_term(this_load: Load, entry: Entry) -> None:
    values = entry.values
    holder = values.get("organisation")
    this_load.put(
        writer=Writer(SecretariatTerm),
        key=entry.key,
        values={
            "organisation": organisation(entry, holder) if holder else None,
            "valid_from": values.get("from"),
            "valid_to": values.get("until"),
            **texts(entry, "holder", "note", "doubts"),
            **entry.only("sources"),
        },
        policy=Policy.HISTORICAL,
    )
