"""G1: the list of experiences as they grow, first and last page, with two filters; and
the desk of its staff over so many."""

import math
from io import StringIO
from itertools import islice
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client

from amuprev.foundation import bits
from amuprev.foundation.narrowing import PAGE
from bench.figure import Measured, Size
from bench.growth import fastest
from experiences.filters import ExperienceFilter
from experiences.models import Experience
from network.choices import ReviewState
from network.models import User

ROWS: dict[Size, int] = {"small": 1_000, "large": 100_000}
LIST = "/es/experiencias/"
FILTERS = "country=SV&level=primary"


def measure(size: Size) -> Measured:
    """Milliseconds of each page over so many experiences."""
    settings.ALLOWED_HOSTS = ["testserver"]
    seeding = {"activities": 0, "experiences": ROWS[size], "seed": 1}
    call_command("seed_bulk", stdout=StringIO(), **seeding)
    reader = Client()
    first = f"{LIST}?{FILTERS}"
    found = {
        "experiences, two filters, page 1": fastest(reader, first),
        "experiences, two filters, last page": fastest(reader, _last()),
        "experiences, like mine": fastest(reader, f"{LIST}?sort=like&from={_town()}"),
        "experiences, near": fastest(reader, f"{LIST}?sort=near&from={_town()}"),
        "experiences, all": fastest(reader, LIST),
        "experiences, varied, p95": slow_of(reader, varied()),
        "experiences, staff, p95": slow_of(*_desk()),
    }
    found["experiences, last page by page 1"] = (
        found["experiences, two filters, last page"]
        / found["experiences, two filters, page 1"]
    )
    return found


def slow_of(client: Client, addresses: list[str]) -> float:
    """The time that 95 of 100 of these pages keep; each asked for several times."""
    took = sorted(fastest(client, address) for address in addresses)
    return took[math.ceil(len(took) * 0.95) - 1]


def varied() -> list[str]:
    """Fifty pages as readers ask for them: orders, filters, towns, and single records."""
    towns = sorted(ExperienceFilter(QueryDict()).towns)
    some = towns[:: max(1, len(towns) // 10)][:10]
    slugs: Any = Experience.objects.public().order_by("-position")
    countries = ("SV", "GT", "HN", "PA", "CR")
    return [
        *(f"{LIST}?sort=near&from={town}" for town in some),
        *(f"{LIST}?sort=like&from={town}" for town in some),
        *(f"{LIST}?country={code}&sort=near&from={some[0]}" for code in countries),
        *(f"{LIST}?country={code}" for code in countries),
        *(f"{LIST}?country={code}&level=secondary" for code in countries),
        *(f"{LIST}?country={code}&evidence=none" for code in countries),
        *(f"{LIST}{slug}/" for slug in slugs.values_list("slug", flat=True)[:10]),
    ]


def _desk() -> tuple[Client, list[str]]:
    """What the association of a town opens: its list, its states, records, sections."""
    person = User.objects.get(email="asociacion@demo.example")
    client = Client()
    client.force_login(person)
    rows: Any = Experience.objects.visible_to(person).order_by("-pk")
    keys = list(rows.values_list("pk", flat=True)[:10])
    own = "/es/espacio/experiencias/"
    return client, [
        own,
        *(f"{own}?state={state}" for state in ReviewState.values),
        *(f"{own}{key}/" for key in keys),
        *(f"{own}{key}/versiones/" for key in keys),
    ]


def _last() -> str:
    """The page whose experiences are the oldest."""
    held = ExperienceFilter(QueryDict(FILTERS)).found.every
    lowest = list(islice(bits.lowest_first(held), PAGE + 1))
    return f"{LIST}?{FILTERS}&after=0-{lowest[-1]}"


def _town() -> str:
    towns = ExperienceFilter(QueryDict()).towns
    return next(slug for slug, town in towns.items() if town.country == "SV")
