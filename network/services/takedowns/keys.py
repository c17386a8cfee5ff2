"""Which keys of take-downs can be those of a record: whatever was typed is asked about."""

import uuid
from contextlib import suppress


def numbers(keys: list[str]) -> list[int]:
    """The keys of rows among these."""
    return [
        int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) <= 18
    ]


def uuids(keys: list[str]) -> list[uuid.UUID]:
    """The same of those named by a UUID."""
    found = []
    for key in keys:
        with suppress(ValueError):
            found.append(uuid.UUID(key))
    return found
