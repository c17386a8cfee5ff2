"""Who may download at the same time: a few turns for everybody, fewer for each.

A turn is a lock on a file, so it ends with its process, whatever ended that, and
counts for all the server processes of a machine.
"""

import fcntl
import hashlib
import logging
import os
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)


class NoTurn(Exception):  # noqa: N818  it is an answer, not an error
    """Too many are being served already; come back in a moment."""


class Turn:
    """One of the turns, until it is given back."""

    def __init__(self, handle: int | None) -> None:
        self.handle = handle

    def give_back(self) -> None:
        """Let somebody else in; doing it twice does no harm."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None

    # Nobody holds a turn that nobody knows of, as when a request failed after taking it.
    __del__ = give_back


def take_turn(who: str, *, most: int, most_each: int, room: str = "exports") -> Turn:
    """Take a free turn in the name of an address or a person; raises NoTurn."""
    try:
        return _take(who, most, most_each, room)
    except OSError:
        # A full disk must not close the door as well.
        logger.exception("No turns can be kept")
        return Turn(None)


def _take(who: str, most: int, most_each: int, room: str) -> Turn:
    folder = _folder(room)
    holder = hashlib.blake2b(who.encode(), digest_size=16).hexdigest().encode()
    with (folder / "door").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        own, free = 0, None
        for number in range(most):
            handle = os.open(folder / str(number), os.O_RDWR | os.O_CREAT, 0o600)
            if free is None and _lock(handle):
                free = handle
                continue
            own += _is_taken_by(handle, holder)
            os.close(handle)
        if free is None or own >= most_each:
            if free is not None:
                os.close(free)
            raise NoTurn
        os.ftruncate(free, 0)
        os.pwrite(free, holder, 0)
    return Turn(free)


def _folder(room: str) -> Path:
    # Two portals on one machine do not wait for each other.
    portal = hashlib.blake2b(settings.MEDIA_ROOT.encode(), digest_size=6).hexdigest()
    folder = Path(settings.STATE_DIR) / "turns" / portal / room
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_taken_by(handle: int, holder: bytes) -> bool:
    """True when somebody of that name holds it now; an old name in a free one is not."""
    if _lock(handle):
        return False
    return os.pread(handle, len(holder), 0) == holder
