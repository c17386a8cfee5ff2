"""Where the content of the toolkit stands, and how its entries are put."""

from pathlib import Path
from typing import Any

from django.db import models

from amuprev.foundation.content import Entry
from amuprev.foundation.loading import Load, Policy, Writer

FOLDER = Path(__file__).resolve().parent


def put(
    this_load: Load,
    writer: Writer,
    key: str,
    values: dict[str, Any],
    lookup: dict[str, Any] | None = None,
) -> models.Model | None:
    """One entry, found by its key; what a person edited since stays."""
    return this_load.put(
        writer=writer,
        key=key,
        values=values,
        policy=Policy.HISTORICAL,
        lookup=lookup or {"key": key},
    )


def named(entry: Entry, model: Any, keys: list[str], what: str) -> list[Any]:
    """The records with these keys, in that order; refuses the entry when one is missing."""
    found = {row.key: row for row in model._default_manager.filter(key__in=keys)}
    for key in keys:
        if key not in found:
            raise entry.refuse(f"unknown {what} «{key}»")
    return [found[key] for key in keys]


def one(entry: Entry, model: Any, key: str, what: str) -> Any:
    """The record with this key."""
    return named(entry, model, [key], what)[0]


def code(entry: Entry, fixed: Any, value: str) -> str:
    """The code, if the list knows it."""
    if value not in fixed.values:
        raise entry.refuse(f"unknown code «{value}»")
    return value


def same_lines(entry: Entry, *names: str) -> None:
    """Refuse an entry whose list has not as many lines in one language as in the other."""
    for name in names:
        counts = {
            len((entry.values.get(f"{name}_{language}") or "").splitlines())
            for language in ("es", "en")
        }
        if len(counts) > 1:
            raise entry.refuse(f"«{name}» has not the same lines in both languages")
