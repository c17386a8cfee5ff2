"""The person's own open sessions: where they are signed in, and ending them."""

from typing import cast

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from network.devices import device_name
from network.models import User
from network.services import entrance


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Every browser in which the person is signed in, this one first."""
    person = cast(User, request.user)
    here = request.session.session_key
    rows = [
        {
            "pk": each.pk,
            "device": device_name(each.user_agent),
            "since": each.created_at,
            "current": each.session_key == here,
            "network": each.ip,
        }
        for each in UserSession.objects.purge_and_list(person)
    ]
    rows.sort(key=lambda row: (row["current"], row["since"]), reverse=True)
    current = next((row["network"] for row in rows if row["current"]), None)
    for row in rows:
        row["same_place"] = row["network"] == current
    return render(
        request,
        "usersessions/usersession_list.html",
        {"rows": rows, "others": len(rows) - 1},
    )


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of them; one's own present session ends by signing out."""
    person = cast(User, request.user)
    found = get_object_or_404(
        UserSession.objects.filter(user=person).exclude(
            session_key=request.session.session_key
        ),
        pk=pk,
    )
    entrance.end_own_session(person=person, session=found)
    messages.success(request, _("That session was ended."))
    return redirect("usersessions_list")


@login_required
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """End every session but this one."""
    ended = entrance.end_other_sessions(
        person=cast(User, request.user), key=request.session.session_key or ""
    )
    said = ngettext(
        "%(count)d session was ended.", "%(count)d sessions were ended.", ended
    ) % {"count": ended}
    messages.success(request, said)
    return redirect("usersessions_list")
