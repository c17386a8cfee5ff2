"""The weekly question whether official addresses still answer."""

from django.utils import timezone

from toolkit.choices import LinkState
from toolkit.models import Instrument
from toolkit.trying import PUBLIC, Door, answers

# More than a country of norms has; the rest comes the week after.
AT_ONCE = 200


def try_addresses(*, door: Door = PUBLIC) -> int:
    """Ask each official address; how many do not answer. Holds no lock meanwhile.

    What is broken is listed for the secretariat with the day since when.
    """
    rows = Instrument.objects.with_address().order_by("tried_at", "pk")
    asked: dict[str, bool] = {}
    broken = 0
    for key, address in list(rows.values_list("pk", "address")[:AT_ONCE]):
        if address not in asked:
            asked[address] = answers(address, door=door)
        broken += not asked[address]
        _note(key, address, there=asked[address])
    return broken


def _note(key: int, address: str, *, there: bool) -> None:
    """Only of the address that was asked: it may have been changed meanwhile."""
    now = timezone.now()
    same = Instrument.objects.filter(pk=key, address=address)
    if there:
        same.update(link_state=LinkState.ANSWERS, tried_at=now, broken_since=None)
        return
    same.filter(broken_since__isnull=True).update(broken_since=now)
    same.update(link_state=LinkState.BROKEN, tried_at=now)
