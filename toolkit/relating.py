"""What norms do to each other, as a graph: pure."""

import datetime
from collections.abc import Iterable, Mapping


def closes_a_circle(edges: Iterable[tuple[int, int]], by: int, of: int) -> bool:
    """True when, with this change, a norm would in the end change itself.

    `edges` are (the newer, the older).
    """
    older: dict[int, set[int]] = {}
    for newer, changed in edges:
        older.setdefault(newer, set()).add(changed)
    seen: set[int] = set()
    waiting = [of]
    while waiting:
        at = waiting.pop()
        if at == by:
            return True
        if at not in seen:
            seen.add(at)
            waiting.extend(older.get(at, ()))
    return False


def comes_too_early(
    on: datetime.date | None, dates: Mapping[str, datetime.date | None]
) -> bool:
    """True for a change before the older norm was issued or published."""
    known = [day for day in dates.values() if day is not None]
    return on is not None and any(on < day for day in known)
