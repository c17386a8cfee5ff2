"""A file that came with a form in which something else was wrong: kept for the next try.

It waits in the folder of what is held, which is swept of what nobody took in a day.
"""

import logging
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from network.models import HeldFile, User
from network.models.evidence import evidence_storage
from network.services.held_posts import FOLDER, MOST_BYTES_IN_ALL, OWN, bytes_of

logger = logging.getLogger(__name__)

SALT = "network.kept-upload"
A_DAY = 24 * 60 * 60
# A larger one is sent by itself; of one person no more than these wait.
MOST_BYTES = 16 * 1024 * 1024
MOST_WAITING = 5


def keep_upload(upload: UploadedFile, *, by: User, where: str) -> str:
    """Keep the file of this person and place; the word with which it is asked for again.

    Empty for one that is too large, and where there is no room for it.
    """
    if not upload.size or upload.size > MOST_BYTES:
        return ""
    storage = evidence_storage()
    folder = _folder(by)
    try:
        _make_room(storage, folder)
        if _is_full(storage, upload.size):
            return ""
        upload.seek(0)
        name = storage.save(f"{folder}/{uuid4().hex}", upload)
    except OSError:
        # A full disk, or another press that took one of them away.
        logger.exception("A file could not be kept for the next try")
        return ""
    told = [name, upload.name, upload.content_type or "", where]
    return signing.dumps(told, salt=SALT, compress=True)


def kept_upload(word: str, *, by: User, where: str) -> UploadedFile | None:
    """The file that waits under that word, for the person and place that left it."""
    told = _told(word)
    if told is None or told[3] != where or not _is_theirs(told[0], by):
        return None
    storage = evidence_storage()
    if not storage.exists(told[0]):
        return None
    with storage.open(told[0], "rb") as stored:
        content = stored.read()
    return UploadedFile(
        file=BytesIO(content),
        name=told[1],
        content_type=told[2],
        size=len(content),
    )


def forget_upload(word: str, *, by: User) -> None:
    """It went through, or another took its place."""
    told = _told(word)
    if told is not None and _is_theirs(told[0], by):
        evidence_storage().delete(told[0])


def _told(word: str) -> list[str] | None:
    try:
        found: list[str] = signing.loads(word, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        return None
    return found


def _folder(by: User) -> str:
    return f"{FOLDER}/{OWN}{by.pk}"


def _is_theirs(name: str, by: User) -> bool:
    return str(PurePosixPath(name).parent) == _folder(by)


def _is_full(storage: Any, size: int) -> bool:
    """True when all people together left as much waiting as there is room for."""
    here = storage.listdir(FOLDER)[0] if storage.exists(FOLDER) else []
    folders = [each for each in here if each.startswith(OWN)]
    kept = sum(
        storage.size(f"{FOLDER}/{folder}/{name}")
        for folder in folders
        for name in storage.listdir(f"{FOLDER}/{folder}")[1]
    )
    return bytes_of(HeldFile.objects.all()) + kept + size > MOST_BYTES_IN_ALL


def _make_room(storage: Any, folder: str) -> None:
    """The oldest give way, so that nobody fills the disk with what is never sent."""
    if not storage.exists(folder):
        return
    held = [f"{folder}/{name}" for name in storage.listdir(folder)[1]]
    held.sort(key=storage.get_modified_time)
    for name in held[: max(0, len(held) - MOST_WAITING + 1)]:
        storage.delete(name)
