"""Stored files of experiences and films that no row, kept or removed, leads to any more.

A correction and what it corrects lead to the same files: one of them may go.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from experiences.models import (
    ExperienceDocument,
    ExperiencePhoto,
    Film,
    FilmFile,
    RemovedPiece,
    Rendition,
)
from experiences.models.parts import experience_storage


def names_of(piece: Any) -> list[str]:
    """The stored files of a document or photo."""
    held = (getattr(piece, name, None) for name in ("file", "small"))
    return [str(each.name) for each in held if each]


def forget_unused(names: Iterable[str]) -> None:
    """Delete these files, once the rows are really gone, unless another row has them."""
    wanted = set(names)

    def forget() -> None:
        for name in wanted - set(_used(wanted)):
            experience_storage().delete(name)

    transaction.on_commit(forget)


def _used(names: set[str]) -> Iterator[str]:
    for model, fields in (
        (ExperienceDocument, ("file",)),
        (ExperiencePhoto, ("file", "small")),
        (Film, ("poster",)),
        (FilmFile, ("file",)),
        (Rendition, ("file",)),
    ):
        for field in fields:
            held: Any = model._default_manager.filter(**{f"{field}__in": names})
            yield from held.values_list(field, flat=True)
    yield from names_kept()


def names_kept() -> Iterator[str]:
    """The stored files of what was removed and can still come back."""
    for kept in RemovedPiece.objects.values_list("files", flat=True):
        yield from kept
