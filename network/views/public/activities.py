"""The public activity log: the filtered list and one activity."""

import datetime
import re
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from network.addresses import activity_address, country_address, organisation_address
from network.choices import EvidenceKind
from network.filters import ActivityFilter
from network.lines import line_of
from network.models import Activity, ActivityCount, Evidence
from network.queries import ActivityQuerySet
from network.totals import figure_rows, public_totals, sums_table

PAGE_LENGTH = 20
CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})")
LANGUAGES = ("es", "en")


def cursor(activity: Activity) -> str:
    """Where in the list an activity stands, for the address."""
    return f"{activity.started:%Y-%m-%d}.{activity.pk}"


def _position(text: str) -> tuple[datetime.date, int] | None:
    """What a cursor says; None for anything else."""
    found = CURSOR.fullmatch(text)
    if not found:
        return None
    try:
        return datetime.date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None


def one_page(
    activities: ActivityQuerySet, asked: QueryDict
) -> tuple[list[Activity], bool, bool]:
    """The page asked for, whether newer ones stand before it and older ones after."""
    before = _position(asked.get("before", ""))
    after = _position(asked.get("after", ""))
    if before:
        day, pk = before
        later = activities.filter(Q(started__gt=day) | Q(started=day, pk__gt=pk))
        rows = list(later.order_by("started", "pk")[: PAGE_LENGTH + 1])
        return rows[:PAGE_LENGTH][::-1], len(rows) > PAGE_LENGTH, True
    if after:
        day, pk = after
        activities = activities.filter(Q(started__lt=day) | Q(started=day, pk__lt=pk))
    rows = list(activities.newest_first()[: PAGE_LENGTH + 1])
    return rows[:PAGE_LENGTH], bool(after), len(rows) > PAGE_LENGTH


def _page_links(
    rows: list[Activity], newer: bool, older: bool, asked: QueryDict
) -> dict[str, str]:
    kept = asked.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    filters = [(name, value) for name, value in kept.items() if value]
    links = {"previous_url": "", "next_url": ""}
    if rows and newer:
        links["previous_url"] = "?" + urlencode([*filters, ("before", cursor(rows[0]))])
    if rows and older:
        links["next_url"] = "?" + urlencode([*filters, ("after", cursor(rows[-1]))])
    return links


def activity_list(request: HttpRequest, page: Page) -> HttpResponse:
    """The filtered list and its totals."""
    form = ActivityFilter(request.GET)
    chosen = form.narrow(Activity.objects.public())
    totals = public_totals(chosen)
    rows, newer, older = one_page(chosen.for_public_lists(), request.GET)
    context = {
        "page": page,
        "form": form,
        "in_use": form.in_use(request.GET),
        "activities": rows,
        "totals": totals,
        "table": sums_table(totals.cells, totals.withheld),
        "first_page": not newer,
        "record_alternates": {
            code: area_address("activities", language=code) for code in LANGUAGES
        },
        "clear_url": area_address("activities"),
        **_page_links(rows, newer, older, request.GET),
    }
    return render(request, "network/public/activity_list.html", context)


def public_activity(number: int) -> Any:
    """An activity the world may read now, or not found without a hint."""
    shown_evidence = Evidence.objects.filter(public=True)
    activity = (
        Activity.objects.public()
        .filter(pk=number if number < 2**63 else 0)
        .select_related("owner__place", "venue", "kind", "setting")
        .prefetch_related(
            "places__organisation",
            "themes",
            "groups",
            "partners",
            "counts",
            Prefetch("evidence", shown_evidence, to_attr="shown_evidence"),
        )
        .first()
    )
    if activity is None:
        raise Http404
    return activity


def _figures(counts: list[ActivityCount]) -> dict[str, Any]:
    """The table of participants; a total only where nothing is hidden."""
    cells = {(row.sex, row.age_band): row.people for row in counts}
    hidden = frozenset((row.sex, row.age_band) for row in counts if row.hidden)
    return {
        "table": figure_rows(cells, hidden),
        "people": None if hidden else sum(row.people for row in counts),
        "has_hidden": bool(hidden),
    }


def activity_detail(request: HttpRequest, page: Page, number: int) -> HttpResponse:
    """One approved activity: place and date, story, figures, sources and doubts."""
    activity = public_activity(number)
    owner = activity.owner
    address = request.build_absolute_uri(activity_address(activity.pk))
    others = [p for p in activity.places.all() if p.pk != owner.place_id]
    context = {
        "page": page,
        "activity": activity,
        "line": line_of(activity),
        "owner_url": organisation_address(owner.kind, owner.slug)
        if owner.shown
        else "",
        "country_url": country_address(activity.country),
        "other_places": others,
        "figures": _figures(list(activity.counts.all())),
        "pictures": _of_kind(activity, EvidenceKind.PICTURE),
        "documents": _of_kind(activity, EvidenceKind.DOCUMENT),
        "record_alternates": {
            code: activity_address(activity.pk, code) for code in LANGUAGES
        },
        "crumbs": [
            {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
            {"title": page.title, "url": area_address("activities")},
        ],
        "address": address,
        "share_url": "https://wa.me/?" + urlencode({"text": address}),
    }
    return render(request, "network/public/activity.html", context)


def _of_kind(activity: Any, kind: str) -> list[Evidence]:
    return [row for row in activity.shown_evidence if row.kind == kind]
