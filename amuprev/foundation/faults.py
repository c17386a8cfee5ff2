"""Saying what failed without repeating what it said.

The words of an exception may hold what somebody wrote, an address or a link; its
kind and its place in the code never do.
"""

import traceback
from pathlib import Path

from django.conf import settings


def kind_and_place(error: BaseException) -> str:
    """The exception's class and the last line of ours it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames[-1:]
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if not ours:
        return kind
    last = ours[-1]
    return f"{kind} in {last.name} ({Path(last.filename).name}:{last.lineno})"


def _is_ours(filename: str) -> bool:
    path = Path(filename)
    return path.is_relative_to(settings.BASE_DIR) and "site-packages" not in path.parts
