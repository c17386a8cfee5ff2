"""Loads the glossary and the synonyms; what the secretariat edits there stays."""

from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import LANGUAGES, Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Policy, Writer
from amuprev.foundation.models import (
    GlossaryCountryName,
    GlossaryTerm,
    SearchSynonyms,
)
from network.choices import Country

TERM = Shape(
    texts=("name", "definition"),
    optional_texts=("also", "doubts"),
    required=("slug",),
    optional=("countries", "about_close_violence"),
    sourced=True,
)
SYNONYMS = Shape(required=("words",))
SAID = {"country", "name", "acronym", "basis", "sources"}


class TermWriter(Writer):
    """Writes a term with the names that the countries give to it."""

    def current(self, instance: models.Model, names: Any) -> dict[str, Any]:
        """With the names of countries, as one value."""
        plain = [name for name in names if name != "countries"]
        found = super().current(instance, plain)
        if "countries" in names:
            rows = GlossaryCountryName.objects.filter(term=instance.pk)
            found["countries"] = [_told(row) for row in rows]
        return found

    def write(
        self, instance: models.Model | None, values: dict[str, Any]
    ) -> models.Model:
        """Save the term, then its names anew."""
        plain = {k: v for k, v in values.items() if k != "countries"}
        term = super().write(instance, plain)
        GlossaryCountryName.objects.filter(term=term.pk).delete()
        for row in values["countries"]:
            GlossaryCountryName.objects.create(term_id=term.pk, **dict(row))
        return term


def _told(row: GlossaryCountryName) -> tuple[tuple[str, str], ...]:
    columns = ("country", "name", "acronym", "basis_es", "basis_en", "sources")
    return tuple((name, getattr(row, name) or "") for name in columns)


def load_glossary(this_load: Load, folder: Path, sources: dict[str, str]) -> None:
    """The terms with their countries' names, then the other synonyms."""
    writer = TermWriter(GlossaryTerm)
    for entry in read_entries(folder / "glossary.yaml", TERM, sources):
        values = {
            "about_close_violence": False,
            **entry.values,
            "key": entry.key,
            "countries": [
                _country(entry, each, sources)
                for each in entry.values.get("countries", [])
            ],
        }
        _put(this_load, writer, entry.key, values)
    for entry in read_entries(folder / "synonyms.yaml", SYNONYMS):
        words = entry.values["words"]
        if not isinstance(words, list) or len(words) < 2:
            raise entry.refuse("«words» is a list of two or more")
        values = {"key": entry.key, "words": "\n".join(map(str, words))}
        _put(this_load, Writer(SearchSynonyms), entry.key, values)


def _country(
    entry: Entry, said: dict[str, Any], sources: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """A country's name for the term, checked."""
    if set(said) - SAID or not said.get("name"):
        raise entry.refuse("a country says its name, acronym, basis and sources")
    if said.get("country") not in Country.values:
        raise entry.refuse(f"«{said.get('country')}» is no country of the network")
    named = said.get("sources") or []
    if not named or any(name not in sources for name in named):
        raise entry.refuse("say a known source of each country's name")
    basis = said.get("basis") or {}
    if basis and set(basis) != set(LANGUAGES):
        raise entry.refuse("give «basis» in es and en")
    return (
        ("country", said["country"]),
        ("name", said["name"]),
        ("acronym", said.get("acronym", "")),
        ("basis_es", basis.get("es", "")),
        ("basis_en", basis.get("en", "")),
        ("sources", "\n".join(sources[name] for name in named)),
    )


def _put(this_load: Load, writer: Writer, key: str, values: dict[str, Any]) -> None:
    this_load.put(
        writer=writer,
        key=key,
        values=values,
        policy=Policy.HISTORICAL,
        lookup={"key": key},
    )
