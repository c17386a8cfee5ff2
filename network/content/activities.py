"""Loads the activities that the sources date and describe, as approved records."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import AgeBand, PartnerKind, PreventionLevel, ReviewState, Sex
from network.content.institutional import texts, when
from network.content.organisations import organisation
from network.models import (
    Activity,
    ActivityKind,
    Organisation,
    Place,
    PopulationGroup,
    Setting,
    Theme,
)
from network.services.history import Count, Partner, record_history

ACTIVITY = Shape(
    texts=("title", "what_happened"),
    optional_texts=("result", "difficulty", "doubts"),
    required=("owner", "kind", "started"),
    optional=(
        "ended",
        "date_precision",
        "date_uncertain",
        "venue",
        "place_name",
        "places",
        "level",
        "setting",
        "themes",
        "groups",
        "counts",
        "partners",
    ),
    sourced=True,
)
TEXTS = ("title", "what_happened", "result", "difficulty", "doubts")


class HistoryWriter(Writer):
    """Writes an activity through the one service that records history."""

    def __init__(self) -> None:
        super().__init__(Activity)

    def current(self, instance: Any, names: Iterable[str]) -> dict[str, Any]:
        """Its values now, with counts and partners as plain lines."""
        wanted = set(names)
        found = super().current(instance, wanted - {"counts", "partners"})
        if "counts" in wanted:
            found["counts"] = [
                Count(row.sex, row.age_band, row.people)
                for row in instance.counts.all()
            ]
        if "partners" in wanted:
            found["partners"] = [
                Partner(row.kind, row.organisation, row.name)
                for row in instance.partners.all()
            ]
        return found

    def write(self, instance: Any, values: dict[str, Any]) -> Activity:
        """Record it as approved history."""
        return record_history(activity=instance, values=values)


def load_activities(this_load: Load, folder: Path, sources: dict[str, str]) -> None:
    """Every activity of the files under activities/, one file per country."""
    for path in sorted((folder / "activities").glob("*.yaml")):
        for entry in read_entries(path, ACTIVITY, sources):
            this_load.put(
                writer=HistoryWriter(),
                key=entry.key,
                values=_values(entry),
                policy=Policy.HISTORICAL,
                lookup={"content_key": entry.key},
            )


def _values(entry: Entry) -> dict[str, Any]:
    said = entry.values
    owner = organisation(entry, said["owner"])
    last_day = said.get("ended") or said["started"]
    if last_day > datetime.date.today():  # noqa: DTZ011  a day, whatever the zone
        raise entry.refuse("history cannot lie ahead")
    kind = _named(entry, ActivityKind, said["kind"])
    setting = said.get("setting")
    venue = said.get("venue")
    level = said.get("level", kind.prevention_level)
    if level not in PreventionLevel.values:
        raise entry.refuse(f"«level» cannot be «{level}»")
    return {
        "content_key": entry.key,
        "owner": owner,
        "kind": kind,
        "prevention_level": level,
        "setting": _named(entry, Setting, setting) if setting else None,
        "venue": _named(entry, Place, venue) if venue else None,
        "place_name": said.get("place_name", ""),
        "places": _places(entry, owner),
        "themes": [_named(entry, Theme, key) for key in said.get("themes", [])],
        "groups": [
            _named(entry, PopulationGroup, key) for key in said.get("groups", [])
        ],
        "counts": [_count(entry, part) for part in said.get("counts", [])],
        "partners": [_partner(entry, part) for part in said.get("partners", [])],
        "review_state": ReviewState.APPROVED.value,
        "sources": said["sources"],
        **when(entry),
        **texts(entry, *TEXTS),
    }


def _places(entry: Entry, owner: Organisation) -> list[Place]:
    places = [_named(entry, Place, key) for key in entry.values.get("places", [])]
    if owner.place and owner.place not in places:
        places.append(owner.place)
    return places


def _named(entry: Entry, model: type[models.Model], key: str) -> Any:
    found = model._default_manager.filter(key=key).first()
    if found is None:
        raise entry.refuse(f"unknown {model._meta.model_name} «{key}»")
    return found


def _count(entry: Entry, part: dict) -> Count:
    count = Count(
        part.get("sex", Sex.UNKNOWN.value),
        part.get("age", AgeBand.UNKNOWN.value),
        part.get("people", 0),
    )
    known = {"sex", "age", "people"}
    if (
        set(part) - known
        or count.sex not in Sex.values
        or count.age_band not in AgeBand.values
    ):
        raise entry.refuse("a count says sex, age and people")
    return count


def _partner(entry: Entry, part: dict) -> Partner:
    if set(part) - {"kind", "organisation", "name"}:
        raise entry.refuse("a partner says kind, and organisation or name")
    if part.get("kind") not in PartnerKind.values:
        raise entry.refuse(f"unknown kind of partner «{part.get('kind')}»")
    key = part.get("organisation")
    partner = organisation(entry, key) if key else None
    name = part.get("name", "") or (str(partner) if partner else "")
    return Partner(part["kind"], partner, name)
