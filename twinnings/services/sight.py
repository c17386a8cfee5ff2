"""Keep what the world finds in step with a twinning or exchange that changed."""

from amuprev.foundation.search import keeping
from amuprev.foundation.search.documents import Source
from network.search import PLACES
from twinnings import search
from twinnings.models import Exchange, Twinning
from twinnings.overview import forget_overview


def keep_in_sight(record: Twinning | Exchange) -> None:
    """Find it as it stands now, in the transaction of the act."""
    if isinstance(record, Twinning):
        keep_twinning_in_sight(record)
    else:
        keep_exchange_in_sight(record)


def keep_twinning_in_sight(twinning: Twinning) -> None:
    """Find a twinning and its exchanges, which are public only with it."""
    forget_overview()
    _find(search.TWINNINGS, [twinning.pk])
    _find(search.EXCHANGES, list(twinning.exchanges.values_list("pk", flat=True)))
    # A counterpart without a page in the network has one here while this is public.
    parties = twinning.parties.filter(place__organisation=None, place__isnull=False)
    keeping.find_again(PLACES, list(parties.values_list("place", flat=True)))


def keep_exchange_in_sight(exchange: Exchange) -> None:
    """Find an exchange as it stands now."""
    forget_overview()
    _find(search.EXCHANGES, [exchange.pk])


def find_what_is_due() -> int:
    """Find the exchanges whose delay is over since yesterday; how much changed."""
    keys = list(Exchange.objects.newly_public().values_list("pk", flat=True))
    return _find(search.EXCHANGES, keys)


def _find(source: Source, keys: list[int]) -> int:
    return keeping.find_again(source, keys) if source in search.SOURCES and keys else 0
