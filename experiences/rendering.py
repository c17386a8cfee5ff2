"""Making one copy of a film: claim it, run the maker apart, keep what it made."""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from PIL import Image

from amuprev.foundation.uploads import storage_name
from experiences.choices import RenditionKind, RenditionState
from experiences.film_limits import is_interrupted
from experiences.media import running
from experiences.media.probe import Measured
from experiences.models import FilmFile, Rendition
from experiences.models.films import FOLDER, film_storage

TYPES = {
    RenditionKind.POSTER: ("webp", "image/webp"),
    RenditionKind.AUDIO: ("m4a", "audio/mp4"),
    RenditionKind.SMALL: ("mp4", "video/mp4"),
    RenditionKind.LARGE: ("mp4", "video/mp4"),
}
# What a row says of the copy that it leads to.
MADE = (
    "state",
    "progress",
    "fault",
    "file",
    "content_type",
    "size",
    "sha256",
    "width",
    "height",
)
# Progress is written no oftener than every so many hundredths.
STEP = 5


def render(key: int) -> bool:
    """Make this copy; True when it was made now.

    Idempotent: one that is ready, or that somebody is making, is left alone; one that
    was interrupted is made again. What goes wrong stands in its row as a code.
    """
    row = Rendition.objects.select_related("original").filter(pk=key).first()
    if row is None or not _claim(row):
        return False
    kind = RenditionKind(row.kind)
    extension, content_type = TYPES[kind]
    source = Path(row.original.file.path)
    if not source.exists():
        return _fail(row, "lost")
    try:
        with tempfile.TemporaryDirectory(prefix="film-", dir=_room(source)) as folder:
            target = Path(folder) / f"made.{extension}"
            running.encode(kind.value, str(source), str(target), _teller(row))
            return _keep(row, target, extension, content_type)
    except running.Failed as failed:
        return _fail(row, failed.code)
    except OSError:
        return _fail(row, "no_room")


def _alike(row: Rendition) -> Any:
    """This same copy of the same stored file: a correction has it too, and one is made."""
    stored = row.original.file.name
    return Rendition.objects.filter(kind=row.kind, original__file=stored)


@transaction.atomic
def _claim(row: Rendition) -> bool:
    alike = list(_alike(row).select_for_update(of=("self",)).order_by("pk"))
    mine = Rendition.objects.filter(pk=row.pk).exclude(state=RenditionState.DONE)
    made = next((each for each in alike if each.state == RenditionState.DONE), None)
    if made is not None:
        mine.update(**{name: getattr(made, name) for name in MADE})
        return False
    for each in alike:
        running = each.state == RenditionState.RUNNING
        if running and not is_interrupted(each.tried_at):
            return False
    now = timezone.now()
    return bool(
        mine.update(state=RenditionState.RUNNING, progress=0, fault="", tried_at=now)
    )


def _room(source: Path) -> str:
    """Beside the films, on their disk: what is made is moved, and a full one shows."""
    return str(source.parent)


def _teller(row: Rendition) -> Callable[[int], None]:
    told = 0

    def tell(part: int) -> None:
        nonlocal told
        if part - told >= STEP:
            told = part
            mine = Rendition.objects.filter(pk=row.pk, state=RenditionState.RUNNING)
            mine.update(progress=min(part, 99), tried_at=timezone.now())

    return tell


def _keep(row: Rendition, made: Path, extension: str, content_type: str) -> bool:
    width, height = _measures(row, made)
    storage = film_storage()
    with made.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        name = storage.save(f"{FOLDER}/{storage_name(extension)}", File(file))
    lacking = _alike(row).exclude(state=RenditionState.DONE)
    kept = Rendition.objects.filter(pk__in=lacking.values("pk")).update(
        state=RenditionState.DONE,
        progress=100,
        fault="",
        tried_at=timezone.now(),
        file=name,
        content_type=content_type,
        size=made.stat().st_size,
        sha256=digest,
        width=width,
        height=height,
    )
    if not kept:
        storage.delete(name)
    return bool(kept)


def _measures(row: Rendition, made: Path) -> tuple[int | None, int | None]:
    if row.kind == RenditionKind.AUDIO:
        return None, None
    if row.kind == RenditionKind.POSTER:
        with Image.open(made) as picture:
            return picture.width, picture.height
    found = running.probe(str(made)).get("film")
    if not found:
        raise running.Failed("broken")
    return Measured(**found).width, Measured(**found).height


def _fail(row: Rendition, code: str) -> bool:
    lacking = _alike(row).exclude(state=RenditionState.DONE)
    Rendition.objects.filter(pk__in=lacking.values("pk")).update(
        state=RenditionState.FAILED, fault=code, tried_at=timezone.now()
    )
    return False


def queue_missing(original: FilmFile) -> list[int]:
    """Rows for all that is to be made of a file; the keys of those that wait."""
    for kind in original.wanted:
        Rendition.objects.get_or_create(original=original, kind=kind)
    waiting = original.renditions.filter(state=RenditionState.QUEUED)
    return list(waiting.values_list("pk", flat=True))
