"""One's own activities and those one reviews: the list and its filters."""

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.exports.files import FORMS
from network.forms.own_log import OwnLogFilter
from network.models import Activity
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    staff_only,
)

PAGE_SIZE = 20


@require_safe
@staff_only
def activities(request: StaffRequest, status: int = 200) -> HttpResponse:
    """One's own activities and those one reviews, newest first, page by page."""
    form = OwnLogFilter(request.GET, request.user)
    before = number_in(request.GET.get("before", ""))
    found = form.choice().page_of(request.user, PAGE_SIZE + 1, before)
    rows = list(found.select_related("owner", "kind", "updated_by"))
    query = filters_of(request.GET)
    more = rows[PAGE_SIZE - 1].pk if len(rows) > PAGE_SIZE else None
    context = {
        "form": form,
        "rows": rows[:PAGE_SIZE],
        "filtered": bool(form.choice().codes),
        "next_url": f"?{urlencode([*query, ('before', more)])}" if more else "",
        "first_url": f"?{urlencode(query)}" if before else "",
        "downloads": own_downloads(request.GET),
        "all_here": not before and not more,
        "may_record": form.may_record,
        "in_trash": Activity.objects.in_trash_of(request.user).exists(),
        "log_url": reverse("network:quick_log"),
    }
    return render(request, "network/workspace/activities.html", context, status=status)


def filters_of(asked: QueryDict) -> list[tuple[str, str]]:
    """The filters of an address, without where in the list the reader stands."""
    return [
        (name, str(value))
        for name, value in asked.items()
        if value and name != "before"
    ]


def own_downloads(asked: QueryDict) -> list[dict[str, str]]:
    """The same list in each form of file."""
    query = urlencode(filters_of(asked))
    return [
        {
            "form": form,
            "url": reverse("network:activities_file", args=[form])
            + (f"?{query}" if query else ""),
        }
        for form in FORMS
    ]
