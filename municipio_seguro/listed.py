"""The assessments of a municipality or of a country, for the network's pages."""

from typing import Any
from urllib.parse import urlencode

from amuprev.foundation.near import forget, remembered
from municipio_seguro.addresses import assessment_address, landing_address
from municipio_seguro.models import Assessment
from municipio_seguro.reports.titles import title_of
from network.offered import OF_COUNTRY, OF_MUNICIPALITY, Part

SHOWN = 4
# What is shown too is known for some seconds: hidden, it is gone within a minute.
KNOWN = "assessments-where"
TEMPLATE = "municipio_seguro/public/told-here.html"


def latest_of(place_slug: str) -> Part | None:
    """Those of a municipality; nothing, and no question, where there is none."""
    if place_slug not in _where():
        return None
    rows = Assessment.objects.filter(municipality__place__slug=place_slug)
    return _told(place_slug, rows.public(), landing_address())


def latest_in(country: str) -> Part | None:
    """The ones that stand in a country; no list of scores."""
    if country not in _where():
        return None
    rows = Assessment.objects.filter(municipality__country=country)
    url = f"{landing_address()}?{urlencode({'country': country})}"
    return _told(country, rows.current(), url)


def forget_where() -> None:
    """Ask anew in which places and countries there are any."""
    forget(KNOWN)


def _where() -> frozenset[str]:
    return remembered(KNOWN, _ask_where)


def _ask_where() -> frozenset[str]:
    rows = Assessment.objects.public().filter(fictitious=False).order_by()
    names = ("municipality__place__slug", "municipality__country")
    pairs = rows.values_list(*names).distinct()
    return frozenset(each for pair in pairs for each in pair if each)


def _told(at: str, rows: Any, url: str) -> Part | None:
    kept = rows.filter(fictitious=False).select_related("municipality")
    newest = remembered(
        f"{KNOWN}-{at}", lambda: list(kept.order_by("-published_at", "-pk")[:SHOWN])
    )
    if not newest:
        return None
    lines = [
        {"title": title_of(each), "url": assessment_address(str(each.slug))}
        for each in newest
    ]
    return {"template": TEMPLATE, "lines": lines, "url": url}


def offer() -> None:
    """Have the pages of municipalities and countries tell of them."""
    for tellers, tell in ((OF_MUNICIPALITY, latest_of), (OF_COUNTRY, latest_in)):
        if tell not in tellers:
            tellers.append(tell)
