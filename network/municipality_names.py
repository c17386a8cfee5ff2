"""Finds municipalities by the names people write: now or before, accents ignored."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amuprev.foundation.collation import bare
from network.models import Organisation

TITLES = re.compile(
    r"^(municipio|municipalidad|alcaldia( municipal)?|ayuntamiento|district|"
    r"municipality|distrito|canton)( of | de | del )"
)


@dataclass(frozen=True)
class Match:
    """A written line and the municipalities it may mean."""

    line: str
    found: tuple[Organisation, ...]

    @property
    def state(self) -> str:
        """found, ambiguous or missing."""
        if not self.found:
            return "missing"
        return "found" if len(self.found) == 1 else "ambiguous"

    @property
    def field_name(self) -> str:
        """Where a form asks which one is meant."""
        return f"choice-{folded(self.line).replace(' ', '-')}"


def folded(text: str) -> str:
    """The text without accents, capitals, signs or double spaces."""
    return " ".join(re.sub(r"[^\w]+", " ", bare(text)).replace("_", " ").split())


def match_municipalities(*, lines: Iterable[str], country: str) -> list[Match]:
    """What each line means among a country's municipalities, each line once."""
    known = _names_of(country)
    matches, seen = [], set()
    for line in lines:
        name = folded(line)
        if not name or name in seen:
            continue
        seen.add(name)
        ids = known.get(name) or known.get(TITLES.sub("", name)) or {}
        matches.append(Match(line=line.strip(), found=tuple(ids.values())))
    return matches


def _names_of(country: str) -> dict[str, dict[int, Organisation]]:
    known: dict[str, dict[int, Organisation]] = defaultdict(dict)
    municipalities = (
        Organisation.objects.municipalities()
        .filter(country=country)
        .select_related("place")
        .prefetch_related("place__names", "place__parents__parent")
        .order_by("key")
    )
    for municipality in municipalities:
        for name in _written_names(municipality, country):
            if name:
                known[folded(name)][municipality.pk] = municipality
    return known


def _written_names(municipality: Any, country: str) -> set[str]:
    place = municipality.place
    prefix = f"{country.lower()}-"
    names = {
        municipality.name_es,
        municipality.name_en,
        municipality.acronym,
        municipality.slug,
        municipality.slug.removeprefix(prefix),
    }
    if place is not None:
        names |= {place.name_es, place.name_en, place.official_code}
        names |= {other.text for other in place.names.all()}
    bare = {TITLES.sub("", folded(name)) for name in names if name}
    return {name for name in names if name} | bare
