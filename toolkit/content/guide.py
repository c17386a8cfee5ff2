"""Loads parts, phases, steps and the entries by who one is."""

from typing import Any

from amuprev.foundation.content import Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Writer
from amuprev.foundation.models import GlossaryTerm
from toolkit.content.folder import FOLDER, named, one, put, same_lines
from toolkit.models import Audience, ModelDocument, Part, Phase, Step

PLACED = ("position", "slug")
PART = Shape(texts=("title", "intro"), required=PLACED, sourced=True)
PHASE = Shape(texts=("title", "intro"), required=(*PLACED, "part"), sourced=True)
AUDIENCE = Shape(texts=("title", "intro"), required=(*PLACED, "steps"), sourced=True)
REVIEW = Shape(texts=("reviewed_by",), required=("reviewed_on",))
LISTS = ("how", "done", "evidence", "mistakes", "questions")
STEP = Shape(
    texts=("title", "why", "who", "how", "done", "evidence", "questions", "missing"),
    optional_texts=("time", "cost", "mistakes", "doubts"),
    required=(*PLACED, "phase"),
    optional=("terms", "documents", "norms"),
    sourced=True,
)
STEPS = FOLDER / "guide"


def load(this_load: Load, sources: dict[str, str]) -> None:
    """Parts, phases, steps, then who should read which."""
    for entry in read_entries(FOLDER / "parts.yaml", PART, sources):
        put(this_load, Writer(Part), entry.key, _with_key(entry))
    for entry in read_entries(FOLDER / "phases.yaml", PHASE, sources):
        values = _with_key(entry)
        values["part"] = one(entry, Part, values["part"], "part")
        put(this_load, Writer(Phase), entry.key, values)
    for entry in steps(sources):
        put(this_load, Writer(Step), entry.key, _step(entry))
    for entry in read_entries(FOLDER / "audiences.yaml", AUDIENCE, sources):
        values = _with_key(entry)
        values["steps"] = named(entry, Step, values["steps"], "step")
        put(this_load, Writer(Audience), entry.key, values)


def steps(sources: dict[str, str]) -> list[Entry]:
    """Every step of every phase, each with as many lines in one language as in the other."""
    found = []
    for path in sorted(STEPS.glob("*.yaml")):
        for entry in read_entries(path, STEP, sources):
            same_lines(entry, *LISTS)
            found.append(entry)
    return found


def _with_key(entry: Entry) -> dict[str, Any]:
    return {**entry.values, "key": entry.key}


def _step(entry: Entry) -> dict[str, Any]:
    plain = {k: v for k, v in entry.values.items() if k not in ("norms",)}
    return {
        **plain,
        **_review(),
        "key": entry.key,
        "phase": one(entry, Phase, entry.values["phase"], "phase"),
        "terms": named(entry, GlossaryTerm, entry.values.get("terms", []), "term"),
        "documents": named(
            entry, ModelDocument, entry.values.get("documents", []), "document"
        ),
    }


def _review() -> dict[str, Any]:
    (entry,) = read_entries(FOLDER / "review.yaml", REVIEW)
    return dict(entry.values)
