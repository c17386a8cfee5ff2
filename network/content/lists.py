"""Loads the lists the secretariat keeps; what it edits there stays."""

from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import PreventionLevel
from network.models import ActivityKind, PopulationGroup, Setting, Theme
from network.services.decisions import protect_what_became_sensitive

STEP = 10
KIND = Shape(
    texts=("name",), required=("position", "level"), optional=("quick", "sensitive")
)
ENTRY = Shape(texts=("name",), optional=("sensitive",))
LISTS = (
    ("themes.yaml", Theme),
    ("groups.yaml", PopulationGroup),
    ("settings.yaml", Setting),
)


class CarefulWriter(Writer):
    """Writes an entry; what bears one that is now sensitive gets its protection."""

    def write(
        self, instance: models.Model | None, values: dict[str, Any]
    ) -> models.Model:
        """Save the entry and protect the activities it was given to."""
        entry: Any = super().write(instance, values)
        protect_what_became_sensitive(entry=entry, by=None)
        return entry


def load_lists(this_load: Load, folder: Path) -> None:
    """Kinds of activity, themes, population groups and settings."""
    for entry in read_entries(folder / "kinds.yaml", KIND):
        if entry.values["level"] not in PreventionLevel.values:
            raise entry.refuse("«level» is not a level of prevention")
        values = {
            **entry.only("name_es", "name_en", "position"),
            "prevention_level": entry.values["level"],
            "quick": entry.values.get("quick", False),
            "sensitive": entry.values.get("sensitive", False),
        }
        _put(this_load, ActivityKind, entry.key, values)
    for name, model in LISTS:
        for place, entry in enumerate(read_entries(folder / name, ENTRY), start=1):
            values = {"sensitive": False, **entry.values, "position": place * STEP}
            _put(this_load, model, entry.key, values)


def _put(this_load: Load, model: type, key: str, values: dict) -> None:
    this_load.put(
        writer=CarefulWriter(model),
        key=key,
        values={"key": key, **values},
        policy=Policy.HISTORICAL,
        lookup={"key": key},
    )
