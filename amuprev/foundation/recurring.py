"""Running verbs that recur: each when its time has come, by one process at a time."""

import datetime
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from amuprev.foundation.faults import kind_and_place
from amuprev.foundation.models import RecurringRun

logger = logging.getLogger("amuprev.due")

# A process that was killed in the middle holds its claim no longer than this; a verb
# that takes longer may meet itself, which it must bear.
CLAIM = datetime.timedelta(minutes=5)
# What failed is tried again after this, or sooner if it recurs sooner.
PAUSE_AFTER_FAULT = datetime.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Verb:
    """A service that recurs: idempotent, and it returns how much it changed."""

    name: str
    do: Callable[[], int]
    every: datetime.timedelta


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one verb: how much it changed, or its fault."""

    name: str
    changed: int = 0
    fault: str = ""


def run(verbs: Iterable[Verb], *, now: bool = False) -> list[Ran]:
    """Run the verbs whose time has come, or all of them at once.

    A verb that another process is running is left to it. One that fails does not
    stop the others. Whatever changed something is one line in the log.
    """
    waiting = RecurringRun.objects.filter(next_at__gt=timezone.now())
    not_yet = set() if now else set(waiting.values_list("name", flat=True))
    return [
        _do(verb)
        for verb in verbs
        if verb.name not in not_yet and _claim(verb, now=now)
    ]


def _claim(verb: Verb, *, now: bool) -> bool:
    moment = timezone.now()
    RecurringRun.objects.get_or_create(name=verb.name, defaults={"next_at": moment})
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=moment - CLAIM)
    due = Q() if now else Q(next_at__lte=moment)
    row = RecurringRun.objects.filter(free, due, name=verb.name)
    return row.update(claimed_at=moment) == 1


def _do(verb: Verb) -> Ran:
    try:
        ran = Ran(verb.name, changed=verb.do())
    except Exception as error:  # noqa: BLE001  the others must go on
        ran = Ran(verb.name, fault=kind_and_place(error))
        logger.error("%s failed: %s", verb.name, ran.fault)
    pause = min(verb.every, PAUSE_AFTER_FAULT) if ran.fault else verb.every
    moment = timezone.now()
    RecurringRun.objects.filter(name=verb.name).update(
        claimed_at=None,
        ran_at=moment,
        next_at=moment + pause,
        changed=ran.changed,
        fault=ran.fault[:200],
    )
    if ran.changed:
        logger.info("%s: %d", ran.name, ran.changed)
    return ran
