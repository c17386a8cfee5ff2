"""Loads the help lines; what the secretariat edits there stays."""

from pathlib import Path

from django.core.exceptions import ValidationError

from amuprev.foundation.content import Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from network.models import HelpLine

SHAPE = Shape(
    texts=("who",),
    required=("country", "number", "source", "checked"),
    optional=("basis",),
)


def load_help_lines(this_load: Load, folder: Path) -> None:
    """Each number with who answers, where it was read and when."""
    for entry in read_entries(folder / "help_lines.yaml", SHAPE):
        values = {"key": entry.key, "basis": "official", **entry.values}
        try:
            HelpLine(**values).clean_fields()
        except ValidationError as error:
            raise entry.refuse("; ".join(error.messages)) from error
        this_load.put(
            writer=Writer(HelpLine),
            key=entry.key,
            values=values,
            policy=Policy.HISTORICAL,
            lookup={"key": entry.key},
        )
