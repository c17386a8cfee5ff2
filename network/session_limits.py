"""How long a session lasts, by what the person may do and by whose computer it is.

The session itself holds when it began, when it was last used and whether the
computer is shared; whoever asks for the signed-in person is held to the limits.
"""

import datetime
from collections.abc import MutableMapping
from dataclasses import asdict, dataclass
from typing import Any

SITTING = "sitting"
SHARED_COMPUTER = "shared_computer"
# The last use is written once a minute at most, not with every page.
WRITE_EVERY = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class Limits:
    """The longest pause, and the longest session however busy."""

    idle: datetime.timedelta
    whole: datetime.timedelta


STAFF = Limits(datetime.timedelta(minutes=60), datetime.timedelta(hours=12))
SECRETARIAT = Limits(datetime.timedelta(minutes=30), datetime.timedelta(hours=8))
SHARED = Limits(datetime.timedelta(minutes=20), datetime.timedelta(hours=8))
SHARED_SECRETARIAT = Limits(datetime.timedelta(minutes=15), datetime.timedelta(hours=4))


def limits_for(*, secretariat: bool, shared: bool) -> Limits:
    """The limits of a person's session."""
    if secretariat:
        return SHARED_SECRETARIAT if shared else SECRETARIAT
    return SHARED if shared else STAFF


@dataclass(frozen=True)
class Sitting:
    """What a session knows of its own time; both times in seconds since 1970."""

    since: int
    seen: int
    shared: bool

    def broken(self, limits: Limits, now: datetime.datetime) -> str:
        """Which limit is passed: idle, whole, or empty while it holds."""
        at = now.timestamp()
        if at - self.seen > limits.idle.total_seconds():
            return "idle"
        if at - self.since > limits.whole.total_seconds():
            return "whole"
        return ""

    def is_old_news(self, now: datetime.datetime) -> bool:
        """True when the last use is worth writing again."""
        return now.timestamp() - self.seen >= WRITE_EVERY.total_seconds()


def sitting_of(session: Any) -> Sitting | None:
    """What the session says of its time; nothing just after signing in."""
    kept = session.get(SITTING)
    return Sitting(**kept) if isinstance(kept, dict) else None


def remember_computer(session: MutableMapping[str, Any], *, shared: bool) -> None:
    """Keep what was ticked while signing in, until the session begins."""
    session[SHARED_COMPUTER] = shared


def begin(session: Any, *, secretariat: bool, now: datetime.datetime) -> Sitting:
    """Start counting; unless somebody said otherwise the computer is shared."""
    shared = session.pop(SHARED_COMPUTER, True)
    seconds = int(now.timestamp())
    sitting = Sitting(since=seconds, seen=seconds, shared=bool(shared))
    session[SITTING] = asdict(sitting)
    whole = limits_for(secretariat=secretariat, shared=sitting.shared).whole
    # Zero: the cookie goes with the browser. Else it outlives it, up to the limit.
    session.set_expiry(0 if sitting.shared else now + whole)
    return sitting


def touch(session: Any, sitting: Sitting, now: datetime.datetime) -> None:
    """Write that the session was used now."""
    session[SITTING] = {**asdict(sitting), "seen": int(now.timestamp())}
