"""Loads model documents and the programme's own publications."""

from typing import Any

from amuprev.foundation.content import LANGUAGES, Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Writer
from toolkit.content.folder import FOLDER, put
from toolkit.models import ModelDocument, Publication
from toolkit.papering import faults_of_model

DOCUMENT = Shape(
    texts=("title", "description", "body"),
    optional_texts=("doubts",),
    required=("position", "slug", "version", "fields"),
    sourced=True,
)
PUBLICATION = Shape(
    texts=("title", "description"),
    optional_texts=("doubts",),
    required=("position", "publisher"),
    optional=("year", "address"),
    sourced=True,
)


def load(this_load: Load, sources: dict[str, str]) -> None:
    """Every model document, then every publication."""
    for path in sorted((FOLDER / "documents").glob("*.yaml")):
        for entry in read_entries(path, DOCUMENT, sources):
            put(this_load, Writer(ModelDocument), entry.key, _document(entry))
    for entry in read_entries(FOLDER / "publications.yaml", PUBLICATION, sources):
        values = {**entry.values, "key": entry.key, "slug": entry.key}
        put(this_load, Writer(Publication), entry.key, values)


def _document(entry: Entry) -> dict[str, Any]:
    fields = [
        [name, *_labels(entry, name, said)]
        for name, said in entry.values["fields"].items()
    ]
    for language in LANGUAGES:
        body = entry.values[f"body_{language}"]
        for fault in faults_of_model(body, {row[0] for row in fields}):
            raise entry.refuse(f"{fault} ({language})")
    return {**entry.values, "key": entry.key, "fields": fields}


def _labels(entry: Entry, name: str, said: Any) -> list[str]:
    if not isinstance(said, dict) or set(said) != set(LANGUAGES):
        raise entry.refuse(f"give the place «{name}» in es and en")
    return [said[language] for language in LANGUAGES]
