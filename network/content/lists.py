"""Loads the lists the secretariat keeps; what it edits there stays."""

from pathlib import Path

from amuprev.foundation.content import Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.choices import PreventionLevel
from network.models import ActivityKind, PopulationGroup, Setting, Theme

STEP = 10
KIND = Shape(
    texts=("name",), required=("position", "level"), optional=("quick", "sensitive")
)
LISTS = (
    ("themes.yaml", Theme, Shape(texts=("name",))),
    ("groups.yaml", PopulationGroup, Shape(texts=("name",), optional=("sensitive",))),
    ("settings.yaml", Setting, Shape(texts=("name",))),
)


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
    for name, model, shape in LISTS:
        for place, entry in enumerate(read_entries(folder / name, shape), start=1):
            values = {**entry.values, "position": place * STEP}
            if model is PopulationGroup:
                values.setdefault("sensitive", False)
            _put(this_load, model, entry.key, values)


def _put(this_load: Load, model: type, key: str, values: dict) -> None:
    this_load.put(
        writer=Writer(model),
        key=key,
        values={"key": key, **values},
        policy=Policy.HISTORICAL,
        lookup={"key": key},
    )
