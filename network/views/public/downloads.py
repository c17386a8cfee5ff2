"""The public log to take away: what the filter shows, as CSV, XLSX or JSON."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.exports.sending import send_file
from amuprev.foundation.exports.turns import NoTurn, Turn, take_turn
from network.addresses import DOWNLOAD_WORDS, download_address
from network.exports.files import Selection, file_name, log_file
from network.filters import ActivityFilter
from network.models import Activity
from network.views.public.activities import activity_list

# Of the threads that answer, most stay free for pages.
MOST_AT_ONCE = 4
MOST_OF_ONE_ADDRESS = 2
WAIT_SECONDS = 60


def activity_download(request: HttpRequest, page: Page, name: str) -> HttpResponseBase:
    """The file of a form; a filter that makes no sense gives the list with its error."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    word, _dot, extension = name.partition(".")
    if word != DOWNLOAD_WORDS[language_in_use()]:
        query = request.META.get("QUERY_STRING", "")
        address = download_address(extension) + (f"?{query}" if query else "")
        return redirect(address, permanent=True)
    form = ActivityFilter(request.GET)
    if not form.is_valid():
        return activity_list(request, page, status=422)
    try:
        turn = download_turn(request)
    except NoTurn:
        return busy(request, page, _list_address(request))
    chosen = form.narrow(Activity.objects.public()).newest_first()
    pieces = log_file(extension, Selection(chosen, form.codes(), form.words()))
    told = file_name(extension, timezone.localdate())
    return send_file(request, pieces, told, turn.give_back)


def download_turn(request: HttpRequest) -> Turn:
    """One of the few places for a download; raises NoTurn when they are taken."""
    return take_turn(
        get_adapter().get_client_ip(request),
        most=MOST_AT_ONCE,
        most_each=MOST_OF_ONE_ADDRESS,
    )


def busy(request: HttpRequest, page: Page, list_url: str) -> HttpResponse:
    """Too many downloads at once: what to do, and the way back to the list."""
    context = {"page": page, "list_url": list_url}
    answer = render(request, "network/public/busy.html", context, status=429)
    answer["Retry-After"] = str(WAIT_SECONDS)
    return answer


def _list_address(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return area_address("activities") + (f"?{query}" if query else "")
