"""G3, G4: lists and their filters as the log grows, asked in one process, one by one."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from bench.clock import Clock
from bench.figure import Measured, Size
from network.models import (
    Activity,
    ActivityKind,
    Affiliation,
    Listing,
    Organisation,
    PopulationGroup,
    Theme,
    User,
)

TIMES = 7
LOG, OWN, ADMIN = (
    "/es/bitacora/",
    "/es/espacio/actividades/",
    "/admin/network/activity/",
)


def measure(_size: Size) -> Measured:
    """Milliseconds of each page: the best of some, so that a busy machine says little."""
    settings.ALLOWED_HOSTS = ["testserver"]
    reader, office, reviewer = Client(), Client(), Client()
    office.force_login(User.objects.get(email="secretaria@demo.example"))
    reviewer.force_login(User.objects.get(email="asociacion@demo.example"))
    found = {}
    for client, addresses in (
        (reader, public_addresses()),
        (office, own_addresses("secretariat's list")),
        (reviewer, own_addresses("reviewer's list")),
        (office, admin_addresses()),
    ):
        for name, address in addresses.items():
            found[name] = fastest(client, address)
    return found


def fastest(client: Client, address: str) -> float:
    """Of several times, the shortest; a first one is not counted.

    Processor time, a database server's included where it may be looked at: a busy
    machine does not change it. What parallel workers of a server do is left out.
    """
    clock = Clock().now
    took = []
    for _each in range(TIMES + 1):
        began = clock()
        answer = client.get(address)
        took.append(clock() - began)
        if answer.status_code != 200:
            message = f"{address} answered {answer.status_code}"
            raise RuntimeError(message)
    return min(took[1:]) * 1000


def busiest(rows: Any, field: str) -> Any:
    """The value that most rows have."""
    return rows.values(field).annotate(many=Count("pk")).order_by("-many")[0][field]


def public_addresses() -> dict[str, str]:
    """The public list by each filter, each with its busiest value."""
    some = Activity.objects.public().order_by("-pk")[:5_000].values("pk")
    rows = Activity.objects.filter(pk__in=list(some.values_list("pk", flat=True)))
    town = Organisation.objects.get(pk=busiest(rows, "owner"))
    kind = ActivityKind.objects.get(pk=busiest(rows, "kind"))
    theme = Theme.objects.get(pk=busiest(rows.exclude(themes=None), "themes"))
    group = PopulationGroup.objects.get(pk=busiest(rows.exclude(groups=None), "groups"))
    association = Organisation.objects.get(
        pk=busiest(Affiliation.objects.today(), "association")
    )
    place = Listing.objects.filter(facet=0).order_by("-day", "-activity")[1_000]
    after = f"{place.day:%Y-%m-%d}.{place.activity}"
    year = timezone.localdate().year - 3
    asked: dict[str, dict[str, Any]] = {
        "": {},
        ", page 50": {"after": after},
        " by country": {"country": "SV"},
        " by association": {"association": association.slug},
        " by municipality": {"place": town.slug},
        " by kind": {"kind": kind.key},
        " by theme": {"theme": theme.key},
        " by level": {"level": "primary"},
        " by group": {"group": group.key},
        " by year": {"since": year, "until": year},
        " by period of days": {"since": f"{year}-03-11", "until": f"{year}-05-20"},
        " by country, kind and level": {
            "country": "SV", "kind": kind.key, "level": kind.prevention_level,
        },
    }  # fmt: skip
    return {
        **{f"public list{name}": f"{LOG}?{urlencode(q)}" for name, q in asked.items()},
        "home": "/es/",
        "page of a municipality": f"/es/red/municipios/{town.slug}/",
        "page of a country": "/es/red/paises/el-salvador/",
        "page of an association": f"/es/red/asociaciones/{association.slug}/",
    }


def own_addresses(whose: str) -> dict[str, str]:
    """The list of staff by each filter."""
    newest = Activity.objects.order_by("-pk")[0]
    # One reviewer's municipalities have no whole page of what was returned in a small log.
    state = "returned" if whose.startswith("secretariat") else "approved"
    kind, year = ActivityKind.objects.order_by("pk")[0].key, timezone.localdate().year
    asked: dict[str, dict[str, Any]] = {
        "": {},
        " by word": {"q": "ceiba"},
        " by state": {"state": state},
        " by kind": {"kind": kind},
    }
    if whose.startswith("secretariat"):
        asked |= {
            ", far down": {"before": newest.pk - 5_000},
            " by rare word": {"q": "quezaltepeque"},
            " by organisation": {"owner": newest.owner.slug},
            " by period": {"since": f"{year - 3}-02", "until": f"{year - 3}-03"},
        }
    return {f"{whose}{name}": f"{OWN}?{urlencode(q)}" for name, q in asked.items()}


def admin_addresses() -> dict[str, str]:
    """The list of the secretariat's screens, by its search box and each filter."""
    newest = Activity.objects.order_by("-pk")[0]
    today = timezone.localdate()
    kind = ActivityKind.objects.order_by("pk")[0].pk
    # A small log has no whole page of what was sent today.
    every = Activity.objects.exclude(submitted_at=None).order_by("-submitted_at")
    sent: Any = every.values_list("submitted_at", flat=True)[200]
    asked: dict[str, dict[str, Any]] = {
        "": {},
        " by word": {"q": "ceiba"},
        " by rare word": {"q": "quezaltepeque"},
        " by number": {"q": newest.pk},
        " by what is overdue": {"waiting": "overdue"},
        " by what is hidden": {"waiting": "hidden"},
        " by state": {"review_state__exact": "returned"},
        " by country": {"country__exact": "PA"},
        " by kind": {"kind__id__exact": kind},
        " by this month": {
            "started__gte": today.replace(day=1), "started__lt": today.isoformat(),
        },
        " by when it was sent": {"submitted_at__gte": sent.isoformat(" ")},
    }  # fmt: skip
    return {f"admin list{name}": f"{ADMIN}?{urlencode(q)}" for name, q in asked.items()}
