"""G1: the list of experiences as they grow, first and last page, with two filters."""

from io import StringIO
from itertools import islice

from django.conf import settings
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client

from bench.figure import Measured, Size
from bench.growth import fastest
from experiences import bits
from experiences.filters import ExperienceFilter
from experiences.listing import PAGE

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
        "experiences, all": fastest(reader, LIST),
    }
    found["experiences, last page by page 1"] = (
        found["experiences, two filters, last page"]
        / found["experiences, two filters, page 1"]
    )
    return found


def _last() -> str:
    """The page whose experiences are the oldest."""
    held = ExperienceFilter(QueryDict(FILTERS)).found.every
    lowest = list(islice(bits.lowest_first(held), PAGE + 1))
    return f"{LIST}?{FILTERS}&after=0-{lowest[-1]}"


def _town() -> str:
    towns = ExperienceFilter(QueryDict()).towns
    return next(slug for slug, town in towns.items() if town.country == "SV")
