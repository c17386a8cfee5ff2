"""Loads what Municipio Seguro begins with: its instrument and its catalogue of threats."""

from pathlib import Path

from amuprev.foundation.content import ContentError, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from municipio_seguro import content
from municipio_seguro.choices import ThreatCategory
from municipio_seguro.instrument import InstrumentRefused
from municipio_seguro.models import Threat
from municipio_seguro.services.instruments import load_instrument

THREATS = content.HERE / "threats.yaml"
THREAT = Shape(texts=("name",), required=("category",), optional=("close",))


def files() -> list[Path]:
    """The files whose change makes a load worth while."""
    return [*content.INSTRUMENTS, content.PROGRAMME, THREATS]


def load(this_load: Load) -> None:
    """Every version of the instrument, the oldest first, then the threats."""
    for path in content.INSTRUMENTS:
        try:
            load_instrument(text=path.read_text(encoding="utf-8"))
        except InstrumentRefused as refused:
            raise ContentError(path, "", str(refused)) from refused
    for position, entry in enumerate(read_entries(THREATS, THREAT)):
        said = entry.values
        if said["category"] not in ThreatCategory.values:
            raise entry.refuse(f"unknown category «{said['category']}»")
        this_load.put(
            writer=Writer(Threat),
            key=entry.key,
            values={
                "key": entry.key,
                "category": said["category"],
                "name_es": said["name_es"],
                "name_en": said["name_en"],
                "close": bool(said.get("close")),
                "position": position,
            },
            policy=Policy.REFERENCE,
            lookup={"key": entry.key},
        )
