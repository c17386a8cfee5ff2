"""The twinnings of a municipality or a country, and the exchange of an activity, for the
network's pages."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q

from amuprev.foundation.by_key import among
from network.offered import (
    OF_ACTIVITY,
    OF_COUNTRY,
    OF_MUNICIPALITY,
    PAGE_OF_PLACE,
    Part,
)
from twinnings.addresses import counterpart_address, landing_address
from twinnings.lines import exchange_line, row_of
from twinnings.models import Exchange, Twinning
from twinnings.overview import overview
from twinnings.reading import newest_in_country, newest_of_place

# All of a municipality: they are few. Of a country the newest.
MOST_OF_PLACE, MOST_OF_COUNTRY, MOST_OF_ACTIVITY = 30, 4, 12
CAME: Any = Exchange.activities.through
TEMPLATE = "twinnings/public/told-here.html"


def latest_of(place_slug: str) -> Part | None:
    """Those of a municipality; nothing, and no question, where there is none."""
    if place_slug not in overview().places:
        return None
    return _told(newest_of_place(place_slug, MOST_OF_PLACE), landing_address())


def latest_in(country: str) -> Part | None:
    """Those of a country."""
    if ("country", country) not in overview().stored:
        return None
    url = f"{landing_address()}?{urlencode({'country': country})}"
    return _told(newest_in_country(country, MOST_OF_COUNTRY), url)


def _told(twinnings: list[Any], url: str) -> Part | None:
    if not twinnings:
        return None
    return {
        "template": TEMPLATE,
        "rows": [row_of(twinning) for twinning in twinnings],
        "url": url,
    }


def exchanges_of(number: str) -> Part | None:
    """The public exchange that an activity tells of, and those it came of."""
    came = CAME.objects.filter(activity=number).values("exchange")
    rows = among(Exchange.objects.public(), Q(logged_as=number) | Q(pk__in=came))
    related = rows.select_related("place", "twinning").order_by("pk")
    every = list(related[:MOST_OF_ACTIVITY])
    if not every:
        return None
    own = [each for each in every if str(each.logged_as_id) == number]
    return {
        "template": "twinnings/public/logged-here.html",
        "own": [exchange_line(each) for each in own],
        "came": [exchange_line(each) for each in every if each not in own],
    }


def page_of(slug: str, language: str) -> tuple[str, str] | None:
    """The page of a place as a counterpart, with the names of its twinnings."""
    rows = among(Twinning.objects.public(), parties__place__slug=slug).newest_first()
    pairs = rows.values_list("title_es", "title_en")[:MOST_OF_PLACE]
    titles = [
        (english if language == "en" else None) or spanish for spanish, english in pairs
    ]
    if not titles:
        return None
    return counterpart_address(slug, language), ". ".join(filter(None, titles))


def offer() -> None:
    """Have the pages of municipalities and countries, and the search, tell of them."""
    if page_of not in PAGE_OF_PLACE:
        PAGE_OF_PLACE.append(page_of)
    for tellers, tell in (
        (OF_MUNICIPALITY, latest_of),
        (OF_COUNTRY, latest_in),
        (OF_ACTIVITY, exchanges_of),
    ):
        if tell not in tellers:
            tellers.append(tell)
