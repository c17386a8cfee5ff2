"""The public activity log: the filtered list and one activity."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from amuprev.foundation.data_saving import saves_data, switch_address, told_apart
from amuprev.foundation.together import complete, related_to
from network.addresses import (
    activity_address,
    country_address,
    country_feed_address,
    download_address,
    feed_address,
    organisation_address,
)
from network.choices import EvidenceKind, PublicKind
from network.exports.files import FORMS
from network.filters import ActivityFilter
from network.help_lines import safety_of, safety_of_list
from network.lines import line_of
from network.linked import activity_linked
from network.listing import (
    Choice,
    Key,
    in_order,
    key_written,
    look,
    look_back,
    written_key,
)
from network.models import Activity, ActivityCount, Evidence
from network.offered import OF_ACTIVITY, offered
from network.questions import questions_about
from network.totals import figure_rows, sums_table, totals_of

PAGE_LENGTH = 20
LANGUAGES = ("es", "en")


def one_page(
    choice: Choice, asked: QueryDict
) -> tuple[list[Activity], Key | None, Key | None]:
    """The page asked for, and the places before which newer ones stand and after which
    older ones may."""
    before = key_written(asked.get("before", ""))
    after = key_written(asked.get("after", ""))
    lines = Activity.objects.all().for_public_lists()
    if before:
        found = look_back(choice, PAGE_LENGTH + 1, before)
        keys = found.keys[:PAGE_LENGTH][::-1]
        full = len(found.keys) > PAGE_LENGTH
        newer = keys[0] if full else found.stopped
        return in_order(lines, keys), newer, keys[-1] if keys else None
    found = look(choice, PAGE_LENGTH + 1, after=after)
    keys = found.keys[:PAGE_LENGTH]
    full = len(found.keys) > PAGE_LENGTH
    newer = keys[0] if after and keys else None
    return in_order(lines, keys), newer, keys[-1] if full else found.stopped


def _page_links(
    newer: Key | None, older: Key | None, asked: QueryDict
) -> dict[str, str]:
    filters = _filters_of(asked)

    def link(way: str, place: Key | None) -> str:
        return "?" + urlencode([*filters, (way, written_key(place))]) if place else ""

    return {"previous_url": link("before", newer), "next_url": link("after", older)}


def _filters_of(asked: QueryDict) -> list[tuple[str, str]]:
    """The filters of an address, without where in the list the reader stands."""
    return [
        (name, str(value))
        for name, value in asked.items()
        if value and name not in ("after", "before")
    ]


def download_links(asked: QueryDict) -> list[dict[str, str]]:
    """The same list in each form of file."""
    query = urlencode(_filters_of(asked))
    return [
        {
            "form": form,
            "url": download_address(form) + (f"?{query}" if query else ""),
        }
        for form in FORMS
    ]


def _feed_of(form: ActivityFilter) -> str:
    """The feed of a list: of the country it is narrowed to, or of the whole log."""
    codes = form.codes()
    if set(codes) == {"country"}:
        return country_feed_address(codes["country"])
    return feed_address()


def activity_list(request: HttpRequest, page: Page, status: int = 200) -> HttpResponse:
    """The filtered list and its totals."""
    form = ActivityFilter(request.GET)
    choice = form.choice()
    totals = totals_of(choice)
    rows, newer, older = one_page(choice, request.GET)
    context = {
        "page": page,
        "form": form,
        "in_use": form.in_use(request.GET),
        "activities": rows,
        "totals": totals,
        "table": sums_table(totals.cells, totals.withheld),
        "first_page": newer is None,
        "record_alternates": {
            code: area_address("activities", language=code) for code in LANGUAGES
        },
        "clear_url": area_address("activities"),
        "downloads": download_links(request.GET),
        "feed_url": _feed_of(form),
        "safety": safety_of_list(form.codes()),
        **_page_links(newer, older, request.GET),
    }
    return render(request, "network/public/activity_list.html", context, status=status)


def public_activity(number: int) -> Any:
    """An activity the world may read now, or not found without a hint."""
    activity: Any = (
        Activity.objects.public()
        .filter(pk=number if number < 2**63 else 0)
        .select_related("owner__place", "venue", "kind", "setting")
        .first()
    )
    if activity is None:
        raise Http404
    beside = complete(
        activity,
        "themes",
        "groups",
        "partners",
        "counts",
        places=related_to(activity, "places").select_related("organisation"),
        evidence=Evidence.objects.showable().filter(activity=activity),
        questions=questions_about(PublicKind.ACTIVITY, activity.pk),
    )
    activity.shown_evidence = beside["evidence"]
    activity.shown_questions = beside["questions"]
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
    owner, line = activity.owner, line_of(activity)
    saving = saves_data(request)
    address = request.build_absolute_uri(activity_address(activity.pk))
    others = [p for p in activity.places.all() if p.pk != owner.place_id]
    context = {
        "safety": safety_of(activity),
        "offered": offered(OF_ACTIVITY, str(activity.pk)),
        "questions": activity.shown_questions,
        "page": page,
        "activity": activity,
        "line": line,
        "linked": activity_linked(activity, line["title"]),
        "owner_url": organisation_address(owner.kind, owner.slug)
        if owner.shown
        else "",
        "country_url": country_address(activity.country),
        "other_places": others,
        "figures": _figures(list(activity.counts.all())),
        "pictures": _of_kind(activity, EvidenceKind.PICTURE),
        "saving": saving,
        "switch_url": switch_address(request, saving=saving),
        "documents": _of_kind(activity, EvidenceKind.DOCUMENT),
        "record_alternates": {
            code: activity_address(activity.pk, code) for code in LANGUAGES
        },
        "crumbs": [
            {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
            {"title": page.title, "url": area_address("activities")},
        ],
        "address": address,
    }
    return told_apart(render(request, "network/public/activity.html", context))


def _of_kind(activity: Any, kind: str) -> list[Evidence]:
    return [row for row in activity.shown_evidence if row.kind == kind]
