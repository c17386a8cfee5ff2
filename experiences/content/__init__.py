"""Loads the experiences that the sources tell, as published short records, and films."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import Entry, Shape, read_entries, read_sources
from amuprev.foundation.loading import Load, Policy, Writer
from experiences.choices import EvidenceDesign, Problem
from experiences.content import films
from experiences.content.held import is_being_changed, is_held
from experiences.models import Experience
from experiences.services.history import (
    MilestoneTold,
    OutcomeTold,
    record_experience,
)
from network.choices import Approach, InspireStrategy, PreventionLevel, ViolenceType
from network.content import FOLDER as NETWORK
from network.content.institutional import texts, when
from network.content.organisations import organisation
from network.models import PopulationGroup, Setting, Theme
from toolkit.models import Step

FOLDER = Path(__file__).resolve().parent
TEXTS = (
    "title",
    "problem",
    "what_was_done",
    "what_changed",
    "what_did_not_work",
    "what_we_do_not_know",
)
EXPERIENCE = Shape(
    texts=(*TEXTS, "summary"),
    optional_texts=("doubts",),
    required=("owner", "slug", "started", "level"),
    optional=(
        "ended",
        "date_precision",
        "date_uncertain",
        "goes_on",
        "approach",
        "violence",
        "inspire",
        "problems",
        "themes",
        "groups",
        "settings",
        "guide_steps",
        "milestones",
        "outcomes",
    ),
    sourced=True,
)
LISTS: dict[str, type[models.Model]] = {
    "themes": Theme,
    "groups": PopulationGroup,
    "settings": Setting,
    "guide_steps": Step,
}
CODES = {
    "inspire_strategies": ("inspire", InspireStrategy),
    "violence_types": ("violence", ViolenceType),
    "problems": ("problems", Problem),
}


class ExperienceWriter(Writer):
    """Writes an experience through the one service that records history."""

    def __init__(self) -> None:
        super().__init__(Experience)

    def current(self, instance: Any, names: Iterable[str]) -> dict[str, Any]:
        """Its values now, with milestones and outcomes as plain lines."""
        parts: dict[str, Any] = {"milestones": MilestoneTold, "outcomes": OutcomeTold}
        wanted = set(names)
        found = super().current(instance, wanted - set(parts))
        for name, told in parts.items():
            if name in wanted:
                rows = getattr(instance, name).all()
                found[name] = [told.of(row) for row in rows]
        return found

    def is_held(self, instance: Any) -> bool:
        """For ever once it was taken out of the public."""
        return is_held(instance)

    def is_being_changed(self, instance: Any) -> bool:
        """While it is corrected."""
        return is_being_changed(instance)

    def write(self, instance: Any, values: dict[str, Any]) -> Experience:
        """Record it as published history."""
        return record_experience(experience=instance, values=values)


def files() -> list[Path]:
    """What a load depends on: the entries and the code that reads them."""
    return [*FOLDER.glob("*.yaml"), *FOLDER.glob("*.py"), *films.FOLDER.iterdir()]


def load(this_load: Load) -> None:
    """Every experience of the file; the sources are those of the network's register."""
    sources = read_sources(NETWORK / "sources.yaml")
    for entry in read_entries(FOLDER / "experiences.yaml", EXPERIENCE, sources):
        this_load.put(
            writer=ExperienceWriter(),
            key=entry.key,
            values=_values(entry),
            policy=Policy.HISTORICAL,
            lookup={"content_key": entry.key},
        )
    films.load(this_load, sources)


def _values(entry: Entry) -> dict[str, Any]:
    said = entry.values
    return {
        "content_key": entry.key,
        "owner": organisation(entry, said["owner"]),
        "slug": said["slug"],
        "goes_on": said.get("goes_on", False),
        "prevention_level": _code(entry, PreventionLevel, said["level"]),
        "approach": _code(entry, Approach, said.get("approach", "")),
        **{
            name: [_code(entry, fixed, code) for code in said.get(key, [])]
            for name, (key, fixed) in CODES.items()
        },
        **{name: _named(entry, name, model) for name, model in LISTS.items()},
        "milestones": [_milestone(entry, part) for part in said.get("milestones", [])],
        "outcomes": [_outcome(entry, part) for part in said.get("outcomes", [])],
        "sources": said["sources"],
        **when(entry),
        **texts(entry, *TEXTS, "summary", "doubts"),
    }


def _code(entry: Entry, fixed: Any, code: str) -> str:
    if code and code not in fixed.values:
        raise entry.refuse(f"unknown code «{code}»")
    return code


def _named(entry: Entry, name: str, model: type[models.Model]) -> list[Any]:
    keys = entry.values.get(name, [])
    found = {row.key: row for row in model._default_manager.filter(key__in=keys)}  # type: ignore[attr-defined]  # every list has keys
    for key in keys:
        if key not in found:
            raise entry.refuse(f"unknown entry «{key}» of {name}")
    return [found[key] for key in keys]


def _milestone(entry: Entry, part: dict) -> MilestoneTold:
    if set(part) != {"on", "precision", "es", "en"}:
        raise entry.refuse("a milestone says on, precision, es and en")
    return MilestoneTold(part["on"], part["precision"], part["es"], part["en"])


def _outcome(entry: Entry, part: dict) -> OutcomeTold:
    if set(part) - {"es", "en", "evidence"} or not {"es", "en"} <= set(part):
        raise entry.refuse("an outcome says es, en and, where known, evidence")
    evidence = part.get("evidence", EvidenceDesign.NONE.value)
    return OutcomeTold(part["es"], part["en"], _code(entry, EvidenceDesign, evidence))
