"""What the public pages tell of places: today's level, the past, where lamps shine."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.collation import bare
from amuprev.foundation.together import keep_related, read_together, related_to_all
from network.addresses import country_address, organisation_address
from network.choices import (
    LOCAL_LEVELS,
    REGION_COUNTRIES,
    Country,
    OrganisationKind,
)
from network.dates import one_day
from network.facets import Dimension, Measure, facet
from network.maps import Lamp, MapCountry
from network.models import Affiliation, Listing, ListingSum, Place, PlaceLevel

LAMP_DAYS = 30


@dataclass
class Town:
    """A line of the table of municipalities."""

    place: Place
    url: str
    level: str
    past: str
    associations: list[str]
    lit: bool = False
    told: int = 0
    matched: list[str] = field(default_factory=list)


def fold(text: str) -> str:
    """Without accents or capitals, for finding names however they are typed."""
    return " ".join(bare(text).split())


def _told_lately() -> Exists:
    """Whether something of a place became public in the last days."""
    since = timezone.localdate() - datetime.timedelta(days=LAMP_DAYS)
    told = Listing.objects.filter(
        facet=facet_of(Dimension.TOLD_IN, OuterRef("pk")), day__gte=since
    )
    return Exists(told)


def lit_places() -> set[int]:
    """Places of which something became public in the last days."""
    return set(Place.objects.filter(_told_lately()).values_list("pk", flat=True))


def facet_of(dimension: Dimension, key: Any) -> Any:
    """The facet of each row of a question."""
    return Value(facet(dimension, 0)) + key


def level_sentence(place: Place) -> str:
    """What it was and what it is today, when it changed; empty otherwise."""
    past, now = place.past_levels, place.level
    if not past or past[-1].valid_to is None:
        return ""
    words = {
        "past": past[-1].get_level_display().lower(),
        "date": one_day(past[-1].valid_to),
    }
    if now is None:
        return _("It was a %(past)s until %(date)s.") % words
    words["now"] = now.get_level_display().lower()
    return _("It was a %(past)s until %(date)s; today it is a %(now)s.") % words


def _town(place: Place, lit: set[int]) -> Town:
    organisation: Any = getattr(place, "organisation", None)
    shown = organisation is not None and organisation.shown
    affiliations = organisation.today if shown else []
    level = place.level or next(reversed(place.past_levels), None)
    return Town(
        place=place,
        url=organisation_address(organisation.kind, organisation.slug) if shown else "",
        level=str(level.get_level_display()) if level else "",
        past=level_sentence(place),
        associations=[str(row.association) for row in affiliations],
        lit=place.pk in lit,
        told=getattr(place, "told", 0),
    )


def _activities_told() -> Coalesce:
    """How many public activities a place has."""
    sums = ListingSum.objects.filter(
        facet=facet_of(Dimension.PLACE, OuterRef("pk")),
        month=0,
        measure=Measure.ACTIVITIES,
    )
    return Coalesce(Subquery(sums.values("amount")), 0)


def towns(*, lit: set[int], country: str = "", every: bool = False) -> list[Town]:
    """The municipalities the portal knows; with every, also places without a page."""
    places = Place.objects.in_order().select_related("organisation")
    if every:
        places = places.prefetch_related("names").filter(
            pk__in=PlaceLevel.objects.filter(level__in=LOCAL_LEVELS).values("place")
        )
    else:
        places = places.filter(
            organisation__kind=OrganisationKind.MUNICIPALITY, organisation__shown=True
        )
    if country:
        places = places.filter(country=country)
    places = places.annotate(told=_activities_told())
    return [_town(place, lit) for place in _with_facts_of_today(list(places))]


def _with_facts_of_today(places: list[Place]) -> list[Place]:
    """With their levels and the associations of today, in one question."""
    if not places:
        return []
    today = Affiliation.objects.today().filter(association__shown=True)
    found = read_together(
        levels=related_to_all(places, "levels"),
        today=today.filter(municipality__place__in=places).select_related(
            "association"
        ),
    )
    keep_related(places, "levels", found["levels"])
    gathered = defaultdict(list)
    for row in found["today"]:
        gathered[row.municipality_id].append(row)
    for place in places:
        if organisation := getattr(place, "organisation", None):
            organisation.today = gathered[organisation.pk]
    return places


def shining() -> list[Town]:
    """The municipalities as the map alone needs them: one question, no levels."""
    places = (
        Place.objects.in_order()
        .select_related("organisation")
        .filter(
            organisation__kind=OrganisationKind.MUNICIPALITY, organisation__shown=True
        )
        .annotate(told=_activities_told(), lit=_told_lately())
    )
    return [
        Town(
            place=place,
            url=organisation_address(place.organisation.kind, place.organisation.slug),
            level="",
            past="",
            associations=[],
            lit=place.lit,
            told=place.told,
        )
        for place in places
    ]


def found_by(listed: Iterable[Town], words: str) -> list[Town]:
    """Those whose name, of today or of before, holds the words."""
    sought = fold(words)
    found = []
    for town in listed:
        others = [row.text for row in town.place.names.all()]
        town.matched = [name for name in others if sought in fold(name)]
        names = [getattr(town.place, f"name_{code}") or "" for code in ("es", "en")]
        if town.matched or any(sought in fold(name) for name in names):
            found.append(town)
    return found


def lamps(listed: Iterable[Town]) -> list[Lamp]:
    """The municipalities of the region as points of light.

    The lit ones carry their name, and in a country without any, the one that has
    told most, so that the map can be read.
    """
    points, named = [], set()
    for town in sorted(listed, key=lambda town: (not town.lit, -town.told)):
        place = town.place
        if not town.url or place.latitude is None or place.longitude is None:
            continue
        label = town.lit or place.country not in named
        named.add(place.country)
        latitude, longitude = float(place.latitude), float(place.longitude)
        points.append(Lamp(place.name, town.url, latitude, longitude, town.lit, label))
    return points


def map_countries() -> list[MapCountry]:
    """The countries of the region, linked to their pages."""
    return [
        MapCountry(code, str(Country(code).label), country_address(code))
        for code in REGION_COUNTRIES
    ]
