"""The roof's views: what the home page tells, the workspace's front, the gallery."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amuprev.site.models import HomePage


def home_context(request: HttpRequest, page: HomePage) -> dict:
    """What the home page shows beside the editor's text."""
    return {}


@login_required
def workspace_home(request: HttpRequest) -> HttpResponse:
    """What waits for the person, what they may start, what they did."""
    return render(request, "site/workspace_home.html", {})


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states; development only."""
    if settings.AMUPREV_PROFILE != "development":
        raise Http404
    return render(request, "site/gallery.html", {})
