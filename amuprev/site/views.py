"""The roof's views: what the home page tells, the workspace's front, the gallery."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amuprev.site.gallery import gallery_context
from amuprev.site.workspace import front_of
from network.views.workspace.doors import StaffRequest, staff_only


@require_safe
@staff_only
def workspace_home(request: StaffRequest) -> HttpResponse:
    """What waits for the person, what they may start, what they did."""
    return render(request, "site/workspace_home.html", front_of(request.user))


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states; development only."""
    if settings.AMUPREV_PROFILE != "development":
        raise Http404
    return render(request, "site/gallery.html", gallery_context())
