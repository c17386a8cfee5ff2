"""One's own activities to take away: at once, or prepared in the background."""

import uuid
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amuprev.foundation.exports.sending import send_file
from amuprev.foundation.exports.turns import NoTurn, take_turn
from network.exports.files import Selection, Tally, file_name, log_file
from network.file_rules import may_fetch_prepared
from network.forms.own_log import OwnLogFilter
from network.services import exporting
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell
from network.views.workspace.own_list import activities

# Of the threads that answer, most stay free for pages.
MOST_AT_ONCE = 4
# A workbook of more than this is prepared by the worker.
LONG = 5_000
WAIT_SECONDS = 60


@require_safe
@staff_only
def activities_file(request: StaffRequest, form: str) -> HttpResponseBase:
    """The list as a file; a filter that makes no sense gives the list with its error."""
    asked = OwnLogFilter(request.GET, request.user)
    if not asked.is_valid():
        return activities(request, status=422)
    chosen = asked.choice().of_person(request.user)
    if form == "xlsx" and chosen.values("pk")[LONG : LONG + 1].exists():
        query = urlencode(asked.choice().codes)
        return redirect(f"{reverse('network:activities_prepare')}?{query}")
    try:
        who = f"person {request.user.pk}"
        turn = take_turn(who, most=MOST_AT_ONCE, most_each=1, room="own-exports")
    except NoTurn:
        return _busy(request)
    tally = Tally()

    def end() -> None:
        turn.give_back()
        exporting.end_export(
            by=request.user, form=form, rows=tally.rows, whole=tally.whole
        )

    selection = Selection(chosen, asked.choice().codes, asked.words(), own=True)
    pieces = log_file(form, selection, tally)
    filters = sorted(asked.choice().codes)
    exporting.begin_export(by=request.user, form=form, filters=filters)
    return send_file(
        request, pieces, file_name(form, timezone.localdate(), own=True), end
    )


@staff_only
def activities_prepare(request: StaffRequest) -> HttpResponseBase:
    """Ask, then let the worker prepare a long workbook."""
    asked = OwnLogFilter(request.GET, request.user)
    if not asked.is_valid():
        return redirect(f"{reverse('network:activities')}?{request.GET.urlencode()}")
    if request.method == "POST":
        try:
            exporting.ask_for_file(
                by=request.user,
                choice=asked.choice(),
                words=asked.words(),
                language=get_language() or "es",
            )
        except Refused as refusal:
            tell(request, refusal)
        return redirect("network:files")
    query = urlencode(asked.choice().codes)
    csv = reverse("network:activities_file", args=["csv"])
    context = {
        "words": asked.words(),
        "csv_url": f"{csv}?{query}" if query else csv,
        "mail": request.user.email,
    }
    return render(request, "network/workspace/prepare.html", context)


@require_safe
@staff_only
def files(request: StaffRequest) -> HttpResponse:
    """One's own prepared files, and how far they have come."""
    mine = [
        file
        for file in request.user.prepared_files.all()
        if not file.is_ready or may_fetch_prepared(request.user, file)
    ]
    context = {"files": mine, "coming": any(file.is_coming for file in mine)}
    return render(request, "network/workspace/files.html", context)


@require_safe
@staff_only
def file(request: StaffRequest, key: uuid.UUID) -> HttpResponseBase:
    """A prepared file, for whoever asked for it."""
    try:
        found = exporting.fetch_file(key=key, by=request.user)
        opened = found.file.open("rb")
    except (Refused, FileNotFoundError):
        raise Http404 from None
    # Compressed as it is: the middleware must leave it alone.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    answer = FileResponse(opened, as_attachment=True, filename=found.name)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _busy(request: StaffRequest) -> HttpResponse:
    context = {"list_url": f"{reverse('network:activities')}?{request.GET.urlencode()}"}
    answer = render(request, "network/workspace/busy.html", context, status=429)
    answer["Retry-After"] = str(WAIT_SECONDS)
    return answer
