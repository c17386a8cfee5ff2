"""Loads norms, what they do to each other, the steps they support, and policies."""

from collections.abc import Iterable
from typing import Any

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Writer
from network.choices import Country
from network.content.organisations import organisation
from toolkit.choices import (
    GUIDE_COUNTRIES,
    ChangeKind,
    InstrumentStatus,
    InstrumentType,
    PolicyKind,
)
from toolkit.content.folder import FOLDER, code, one, put, same_lines
from toolkit.content.guide import steps
from toolkit.models import (
    CountryBody,
    Instrument,
    MunicipalPolicy,
    Step,
    StepNorm,
)
from toolkit.services.history import record_instrument, record_policy, record_step_norms

PLAIN = (
    "number",
    "adopted",
    "gazette",
    "gazette_number",
    "published",
    "in_force_from",
    "in_force_to",
    "address",
)
INSTRUMENT = Shape(
    texts=("title", "body", "relevance"),
    optional_texts=("doubts",),
    required=("country", "type", "status", "slug"),
    optional=(*PLAIN, "precision", "articles", "amends", "repeals"),
    sourced=True,
)
BODY = Shape(
    texts=("members", "missing"),
    optional_texts=("doubts",),
    required=("country", "name", "position"),
    optional=("acronym", "basis"),
    sourced=True,
)
POLICY = Shape(
    texts=("title",),
    optional_texts=("act", "doubts"),
    required=("place", "kind"),
    optional=("from_year", "to_year", "address"),
    sourced=True,
)
ARTICLE = frozenset({"number", "es", "en"})
SUPPORT = frozenset({"country", "norm", "es", "en"})
NORM_COLUMNS = ("country", "instrument_id", "articles", "note_es", "note_en")


class InstrumentWriter(Writer):
    """Writes a norm with its articles and what it does to others."""

    def __init__(self) -> None:
        super().__init__(Instrument)

    def current(self, instance: Any, names: Iterable[str]) -> dict[str, Any]:
        """Its values now, articles and changes as plain lines."""
        wanted = set(names)
        found = super().current(instance, wanted - {"articles", "changes"})
        if "articles" in wanted:
            rows = instance.articles.all()
            found["articles"] = [[r.number, r.summary_es, r.summary_en] for r in rows]
        if "changes" in wanted:
            rows = instance.changes_made.all()
            found["changes"] = [[row.kind, row.of_id] for row in rows]
        return found

    def write(self, instance: Any, values: dict[str, Any]) -> Instrument:
        """Record it as it is known from before the portal."""
        return record_instrument(instrument=instance, values=values)


class PolicyWriter(Writer):
    """Writes a policy of a municipality as published."""

    def write(self, instance: Any, values: dict[str, Any]) -> MunicipalPolicy:
        """Record it as it is known from before the portal."""
        return record_policy(policy=instance, values=values)


class StepNormsWriter(Writer):
    """Writes the norms of one step, one line per country and norm."""

    def __init__(self, step: Step) -> None:
        super().__init__(StepNorm)
        self.step = step

    def find(self, lookup: dict[str, Any]) -> Step | None:
        """The step, once it has norms."""
        return self.step if self.step.norms.exists() else None

    def get(self, pk: str) -> Step | None:
        """The same."""
        return self.find({})

    def current(self, instance: Any, names: Iterable[str]) -> dict[str, Any]:
        """The norms of the step now."""
        rows = self.step.norms.all()
        return {"norms": [[getattr(r, name) for name in NORM_COLUMNS] for r in rows]}

    def write(self, instance: Any, values: dict[str, Any]) -> Step:
        """Put them in the place of those that stood there."""
        rows = [dict(zip(NORM_COLUMNS, row, strict=True)) for row in values["norms"]]
        record_step_norms(step=self.step, rows=rows)
        return self.step


def load(this_load: Load, sources: dict[str, str]) -> None:
    """Norms, bodies, what supports each step, and the register of policies."""
    for entry in read_entries(FOLDER / "instruments.yaml", INSTRUMENT, sources):
        put(this_load, InstrumentWriter(), entry.key, _instrument(entry))
    for entry in read_entries(FOLDER / "country_bodies.yaml", BODY, sources):
        values = _body(entry)
        lookup = {"country": values["country"]}
        put(this_load, Writer(CountryBody), entry.key, values, lookup)
    for entry in steps(sources):
        step = one(entry, Step, entry.key, "step")
        values = {"norms": _support(entry)}
        put(this_load, StepNormsWriter(step), entry.key, values)
    for entry in read_entries(FOLDER / "policies.yaml", POLICY, sources):
        put(this_load, PolicyWriter(MunicipalPolicy), entry.key, _policy(entry))


def _instrument(entry: Entry) -> dict[str, Any]:
    said = entry.values
    changes = [
        [kind.value, one(entry, Instrument, key, "norm").pk]
        for kind in ChangeKind
        for key in said.get(kind.value, [])
    ]
    return {
        **entry.only(*PLAIN, "title_es", "title_en", "body_es", "body_en", "slug"),
        **entry.only("relevance_es", "relevance_en", "doubts_es", "doubts_en"),
        "key": entry.key,
        "country": code(entry, Country, said["country"]),
        "type": code(entry, InstrumentType, said["type"]),
        "status": code(entry, InstrumentStatus, said["status"]),
        "date_precision": said.get("precision", "day"),
        "sources": said["sources"],
        "articles": [_article(entry, part) for part in said.get("articles", [])],
        "changes": changes,
    }


def _article(entry: Entry, part: dict[str, str]) -> list[str]:
    if set(part) != ARTICLE:
        raise entry.refuse("an article says number, es and en")
    return [part["number"], part["es"], part["en"]]


def _body(entry: Entry) -> dict[str, Any]:
    same_lines(entry, "members")
    values = {"acronym": "", **entry.values}
    code(entry, Country, values["country"])
    basis = values.get("basis")
    values["basis"] = one(entry, Instrument, basis, "norm") if basis else None
    return values


def _support(entry: Entry) -> list[list[Any]]:
    """The norms that a step names; «falta» in every other country of the guide."""
    rows = [_named(entry, part) for part in entry.values.get("norms", [])]
    known = {row[0] for row in rows}
    absent = [entry.values["missing_es"], entry.values["missing_en"]]
    missing = [
        [country.value, None, "", *absent]
        for country in GUIDE_COUNTRIES
        if country not in known
    ]
    return rows + missing


def _named(entry: Entry, part: dict[str, str]) -> list[Any]:
    if set(part) - {"articles"} != SUPPORT:
        raise entry.refuse("a norm of a step says country, norm, es and en")
    found = one(entry, Instrument, part["norm"], "norm")
    if found.country != part["country"] or part["country"] not in GUIDE_COUNTRIES:
        raise entry.refuse(f"«{part['norm']}» is no norm of {part['country']}")
    return [
        part["country"],
        found.pk,
        part.get("articles", ""),
        part["es"],
        part["en"],
    ]


def _policy(entry: Entry) -> dict[str, Any]:
    values = {k: v for k, v in entry.values.items() if k != "place"}
    values["kind"] = code(entry, PolicyKind, values["kind"])
    values["owner"] = organisation(entry, entry.values["place"])
    # What a source no longer tells is taken back.
    unsaid = {"act_es": None, "act_en": None, "from_year": None, "to_year": None}
    return {**unsaid, **values, "key": entry.key}
