"""The newest experiences of a municipality, of a country or of all, for other pages."""

from typing import Any
from urllib.parse import urlencode

from amuprev.foundation.addresses import area_address
from amuprev.foundation.near import forget, remembered
from experiences.lines import dates_of, form_of, title_of
from experiences.models import Experience
from network.lines import country_words
from network.offered import OF_COUNTRY, OF_MUNICIPALITY, Part

SHOWN = 3
# Most places have none: where there is one is known for some seconds, and what is
# shown is asked each time.
KNOWN = "experiences-where"
TEMPLATE = "experiences/public/told-here.html"


def latest_of(place_slug: str) -> Part | None:
    """Those of a municipality; nothing where there is none."""
    if place_slug not in _where():
        return None
    return _told(Experience.objects.filter(places__slug=place_slug), place=place_slug)


def latest_in(country: str) -> Part | None:
    """Those of a country."""
    if country not in _where():
        return None
    return _told(Experience.objects.filter(country=country), country=country)


def latest() -> Part | None:
    """Those of all."""
    return _told(Experience.objects.all())


def forget_where() -> None:
    """Ask anew in which places and countries there are any."""
    forget(KNOWN)


def _where() -> frozenset[str]:
    """The places and countries of which some experience tells."""
    return remembered(KNOWN, _ask_where)


def _ask_where() -> frozenset[str]:
    rows = Experience.objects.public().order_by()
    pairs = rows.values_list("places__slug", "country").distinct()
    return frozenset(each for pair in pairs for each in pair if each)


def _told(rows: Any, **filters: str) -> Part | None:
    newest = list(rows.public().select_related("owner").newest_first()[:SHOWN])
    if not newest:
        return None
    query = f"?{urlencode(filters)}" if filters else ""
    return {
        "template": TEMPLATE,
        "lines": [told_of(each) for each in newest],
        "url": area_address("experiences") + query,
    }


def told_of(experience: Any) -> dict[str, Any]:
    """What a line on another page says of one."""
    title, language = title_of(experience)
    where = f"{experience.owner.name}, {country_words(experience.country)}"
    return {
        "where": f"{where} · {dates_of(experience)}",
        "title": title,
        "lang": language,
        "url": experience.get_absolute_url(),
        "tags": [form_of(experience)],
    }


def offer() -> None:
    """Have the pages of municipalities and countries tell of them."""
    for tellers, tell in ((OF_MUNICIPALITY, latest_of), (OF_COUNTRY, latest_in)):
        if tell not in tellers:
            tellers.append(tell)
