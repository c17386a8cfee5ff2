"""Where assessments stand and where people may answer today, for the landing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.near import remembered
from municipio_seguro.addresses import assessment_address, landing_address
from municipio_seguro.choices import FICTITIOUS_KEY
from municipio_seguro.filters import AssessmentFilter
from municipio_seguro.models import Assessment, Consultation
from network.addresses import country_address
from network.choices import REGION_COUNTRIES, Country
from network.dates import one_day
from network.lines import country_words
from network.maps import Lamp, MapCountry, region_map

# More points than these are one stain on a telephone, and weigh; the table has them all.
LAMPS_SHOWN = 100
CONSULTATIONS_SHOWN = 20
ON_MAP = "assessments-on-map"


@dataclass(frozen=True)
class Placed:
    """A municipality with an assessment that stands, where it lies."""

    town: int
    country: str
    kind: str
    slug: str
    north: Decimal
    east: Decimal
    spanish: str
    english: str | None

    def lamp(self) -> Lamp:
        """Its point of light; no figure of it."""
        name = (language_in_use() == "en" and self.english) or self.spanish
        where = float(self.north), float(self.east)
        return Lamp(name, assessment_address(self.slug), *where, lit=True, label=True)


def on_map(asked: AssessmentFilter) -> dict[str, Any] | None:
    """What the filters leave, the newest as points; None where nothing is left.

    `map` is what templates/network/map.html draws, `shown` and `of` count its points
    and the municipalities that have a place."""
    everywhere = remembered(ON_MAP, _ask_placed)
    left = [row for row in everywhere if asked.lets_through(row.country, row.kind)]
    # A municipality may have a full one and a first look: the newest is its point.
    newest: dict[int, Placed] = {}
    for row in left:
        newest.setdefault(row.town, row)
    rows = list(newest.values())
    if not rows:
        return None
    shown = rows[:LAMPS_SHOWN]
    told = {row.country for row in everywhere}
    countries = [
        MapCountry(code, str(Country(code).label), _list_of(code, told))
        for code in REGION_COUNTRIES
    ]
    drawn = region_map([row.lamp() for row in shown], countries)
    return {"map": drawn, "shown": len(shown), "of": len(rows)}


def _list_of(country: str, told: set[str]) -> str:
    """What the landing lists of a country, or the country's page where it has none."""
    if country not in told:
        return country_address(country)
    return f"{landing_address()}?{urlencode({'country': country})}#assessments"


def _ask_placed() -> list[Placed]:
    placed = Assessment.objects.current().filter(
        fictitious=False, municipality__place__latitude__isnull=False
    )
    names = ("country", "place__latitude", "place__longitude", "name_es", "name_en")
    country, *more = (f"municipality__{name}" for name in names)
    rows = placed.order_by("-published_at", "-pk")
    first = ("municipality", country, "kind", "slug")
    return [Placed(*row) for row in rows.values_list(*first, *more)]


def open_consultations() -> tuple[list[dict[str, Any]], bool]:
    """Those in which people may answer today, the first to close first, and whether
    more follow; nothing of what was answered."""
    rows = Consultation.objects.public().select_related("assessment__municipality")
    found = list(rows.order_by("closes_on", "pk")[: CONSULTATIONS_SHOWN + 1])
    lines = [_line(each) for each in found[:CONSULTATIONS_SHOWN]]
    return lines, len(found) > CONSULTATIONS_SHOWN


def _line(consultation: Consultation) -> dict[str, Any]:
    town = consultation.assessment.municipality
    left = (consultation.closes_on - timezone.localdate()).days
    return {
        "url": reverse("opinion", args=[consultation.key]),
        "name": town.name,
        "country": country_words(town.country),
        "until": one_day(consultation.closes_on),
        "last_day": left == 0,
        "fictitious": town.key == FICTITIOUS_KEY,
    }
