"""The landing: the map, the equal table beside it, filters, pages by key."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from amuprev.foundation.narrowing import page_of
from twinnings.addresses import feed_address, landing_address
from twinnings.filters import TwinningFilter, key_written, written_key
from twinnings.lines import drawn_of, row_of
from twinnings.maps import twinning_map
from twinnings.reading import twinnings_of

LANGUAGES = ("es", "en")
PAGE_LENGTH = 20
# So many arcs can still be told apart, and weigh no more than the rest of the page.
MOST_ARCS = 60


def twinning_list(request: HttpRequest, page: Page) -> HttpResponse:
    """One page of what the filters leave, and a map of it that may show less."""
    asked = TwinningFilter(request.GET)
    after = key_written(request.GET.get("after", ""))
    positions, more = _one_page(asked, after)
    drawn = asked.overview.spread_over(asked.found.every, MOST_ARCS)
    number_at = asked.overview.number_at
    found = twinnings_of(
        {number_at(each) for each in (*positions, *drawn)},
        counted=map(number_at, positions),
    )
    pairs = asked.pairs()
    context: dict[str, Any] = {
        "page": page,
        "map": twinning_map(_in_order(found, asked, drawn, drawn_of)),
        "rows": _in_order(found, asked, positions, row_of),
        "count": asked.found.count,
        "of_all": asked.overview.count,
        "exchanges": asked.overview.exchanges,
        "places": len(asked.overview.places),
        "filters": asked.filters(),
        "in_use": asked.in_use(),
        "name": asked.words,
        "next_url": _older(asked, pairs, positions) if more else "",
        "first_url": f"?{urlencode(pairs)}" if after else "",
        "clear_url": landing_address(),
        "feed_url": feed_address(),
        "record_alternates": {
            code: landing_address(language=code) for code in LANGUAGES
        },
    }
    return render(request, "twinnings/public/list.html", context)


def _one_page(asked: TwinningFilter, after: Any) -> tuple[list[int], bool]:
    below = None if after is None else (0, asked.overview.position_after(after))
    keys, more = page_of([asked.found.every], after=below, size=PAGE_LENGTH)
    return [position for _which, position in keys], more


def _in_order(
    found: dict[int, Any], asked: TwinningFilter, positions: list[int], say: Any
) -> list[Any]:
    """What is said of each; what was hidden meanwhile is left out."""
    numbers = (asked.overview.number_at(position) for position in positions)
    return [say(found[number]) for number in numbers if number in found]


def _older(
    asked: TwinningFilter, pairs: list[tuple[str, str]], positions: list[int]
) -> str:
    last = asked.overview.keys[positions[-1]]
    return "?" + urlencode([*pairs, ("after", written_key(last))])
