"""What was left undone: files that no row knows, small copies that nobody drew."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, storages
from django.db.models import Q
from django.utils import timezone

from network.choices import EvidenceKind
from network.models import Evidence
from network.models.evidence import FOLDER
from network.services.evidence.keeping import ask_for_small

# Whoever is attaching right now has a file before its row.
OLD_ENOUGH = 24 * 60 * 60
NAMES = ("file", "small", "uncovered")
# Until then its own task may still be on its way.
LATE = datetime.timedelta(hours=1)
AT_ONCE = 200
LOOKED_AT = "small-copies-looked-at"
FIRST_LETTERS = "0123456789abcdef"


def sweep_evidence_files() -> int:
    """Delete the files of the evidence folder, older than a day, that no row knows.

    Only this folder: other records keep their files in folders of their own.
    """
    storage = storages["evidence"]
    if not isinstance(storage, FileSystemStorage):
        return 0
    folder = Path(storage.path(FOLDER))
    return sum(_sweep(folder, letter) for letter in FIRST_LETTERS)


def ask_for_missing_small() -> int:
    """Ask again for small copies that are late: after a restore no task waits.

    How many were asked for; a photo whose own file is gone is left alone. Each call
    goes on after those that the one before looked at, whatever came of them.
    """
    late = Evidence.objects.filter(
        kind=EvidenceKind.PICTURE, small="", uploaded_at__lt=timezone.now() - LATE
    )
    some = list(late.filter(pk__gt=cache.get(LOOKED_AT, 0)).order_by("pk")[:AT_ONCE])
    # After the last, or when this is forgotten, it begins again.
    cache.set(LOOKED_AT, some[-1].pk if len(some) == AT_ONCE else 0, timeout=None)
    asked = 0
    for piece in some:
        if piece.file.storage.exists(str(piece.file.name)):
            ask_for_small(piece)
            asked += 1
    return asked


def _sweep(folder: Path, letter: str) -> int:
    """The files that begin with one letter: a sixteenth of the names in memory."""
    before = time.time() - OLD_ENOUGH
    old = {path.name: path for path in _older(folder, letter, before)}
    if not old:
        return 0
    for name in _known(letter):
        old.pop(name, None)
    for path in old.values():
        path.unlink(missing_ok=True)
    return len(old)


def _older(folder: Path, letter: str, before: float) -> Iterator[Path]:
    for path in folder.glob(f"{letter}*"):
        if path.is_file() and path.stat().st_mtime < before:
            yield path


def _known(letter: str) -> Iterator[str]:
    start = f"{FOLDER}/{letter}"
    rows = Evidence.objects.filter(
        Q(file__startswith=start)
        | Q(small__startswith=start)
        | Q(uncovered__startswith=start)
    )
    for names in rows.values_list(*NAMES).iterator():
        for name in names:
            yield name.rpartition("/")[2]
