"""G5: the landing of the twinnings with its map as they grow: 8, 500, 5,000."""

import gzip
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.clock import Clock
from bench.figure import Measured, Size
from bench.growth import fastest
from twinnings.models import Exchange, Twinning
from twinnings.overview import forget_overview, overview

# The initial content has eight; so many are added to them.
ROWS = {"some": 492, "large": 4_992}
LIST = "/es/hermanamientos/"
FILTERS = f"{LIST}?country=SV&status=unknown"
NAMES = (
    "landing with its map",
    "landing, two filters",
    "landing, last page",
    "page of a twinning",
    "page of an exchange",
)


def measure(size: Size) -> Measured:
    """Of eight; of 500 too where there are many after them."""
    settings.ALLOWED_HOSTS = ["testserver"]
    reader = Client()
    if size == "small":
        found = _measured(reader)
        return found | {f"{name}, 500": value for name, value in found.items()}
    _seed(ROWS["some"])
    some = {f"{name}, 500": value for name, value in _measured(reader).items()}
    _seed(ROWS["large"])
    return some | _measured(reader)


def _seed(twinnings: int) -> None:
    seeding = {"activities": 0, "twinnings": twinnings, "seed": 1}
    call_command("seed_bulk", stdout=StringIO(), **seeding)
    forget_overview()


def _measured(reader: Client) -> Measured:
    addresses = dict(zip(NAMES, (LIST, FILTERS, _last(), *_records()), strict=True))
    found: Measured = {}
    for name, address in addresses.items():
        found[name] = fastest(reader, address)
        with CaptureQueriesContext(connection) as asked:
            answer = reader.get(address)
        found[f"{name}: queries"] = len(asked)
        found[f"{name}: weight"] = len(gzip.compress(answer.content))
    return found | {"landing, read anew": _anew(reader), "twinnings": overview().count}


def _anew(reader: Client) -> float:
    """What the first reader of each half minute waits for: all of them are read."""
    forget_overview()
    clock = Clock().now
    began = clock()
    reader.get(LIST)
    return (clock() - began) * 1000


def _last() -> str:
    """The page of the oldest ones."""
    keys = overview().keys
    day, number = keys[min(20, len(keys) - 1)]
    return f"{LIST}?after={day.isoformat()}.{number}"


def _records() -> tuple[str, str]:
    """The newest twinning and exchange."""
    twinning = Twinning.objects.public().order_by("-pk")[0]
    exchange = Exchange.objects.public().order_by("-pk")[0]
    return twinning.get_absolute_url(), exchange.get_absolute_url()
