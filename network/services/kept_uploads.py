"""A file that came with a form in which something else was wrong: kept for the next try.

It waits in the folder of what is held, which is swept of what nobody took in a day.
"""

import logging
from collections.abc import Iterator
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
# Of one person no more than these wait; of those above this size, such as films, one;
# all of these leave half the room to the small ones.
MOST_BYTES = 16 * 1024 * 1024
MOST_WAITING = 5
MOST_LARGE_IN_ALL = MOST_BYTES_IN_ALL // 2


def keep_upload(
    upload: UploadedFile, *, by: User, where: str, most: int = MOST_BYTES
) -> str:
    """Keep the file of this person and place; the word with which it is asked for again.

    Empty for one that is larger than `most`, and where there is no room for it.
    """
    if not upload.size or upload.size > most:
        return ""
    storage = evidence_storage()
    folder = _folder(by)
    try:
        large = upload.size > MOST_BYTES
        _make_room(storage, folder, large=large)
        if _is_full(storage, upload.size, large=large):
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
    """The file that waits under that word, for the person and place that left it.

    A large one is read from the disk as it is used, and closed by whoever asked for it.
    """
    told = _told(word)
    if told is None or told[3] != where or not _is_theirs(told[0], by):
        return None
    storage = evidence_storage()
    if not storage.exists(told[0]):
        return None
    size = storage.size(told[0])
    opened: Any = storage.open(told[0], "rb")
    if size <= MOST_BYTES:
        with opened as stored:
            opened = BytesIO(stored.read())
    return UploadedFile(file=opened, name=told[1], content_type=told[2], size=size)


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


def _waiting(storage: Any) -> Iterator[str]:
    """What waits of everybody, by its stored name."""
    here = storage.listdir(FOLDER)[0] if storage.exists(FOLDER) else []
    for folder in here:
        if folder.startswith(OWN):
            for name in storage.listdir(f"{FOLDER}/{folder}")[1]:
                yield f"{FOLDER}/{folder}/{name}"


def _is_full(storage: Any, size: int, *, large: bool) -> bool:
    """True when all people together left as much waiting as there is room for."""
    sizes = [storage.size(name) for name in _waiting(storage)]
    heavy = sum(each for each in sizes if each > MOST_BYTES)
    if large and heavy + size > MOST_LARGE_IN_ALL:
        return True
    kept = bytes_of(HeldFile.objects.all()) + sum(sizes)
    return kept + size > MOST_BYTES_IN_ALL


def _make_room(storage: Any, folder: str, *, large: bool) -> None:
    """The oldest of the same person give way, so that nobody fills the disk with what is
    never sent; what a colleague left waiting stays."""
    own = [name for name in _waiting(storage) if name.startswith(f"{folder}/")]
    own.sort(key=storage.get_modified_time)
    going = set(own[: max(0, len(own) - MOST_WAITING + 1)])
    if large:
        going |= {name for name in own if storage.size(name) > MOST_BYTES}
    for name in going:
        storage.delete(name)
