"""What is thrown away of films: a draft whole, or captions; and how it comes back."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from amuprev.foundation.figures import weight
from experiences import rules
from experiences.models import Film
from experiences.services import films
from experiences.services.discarding import discard_film
from experiences.services.meanwhile import PUBLISHED
from experiences.views.workspace.film_doors import (
    film_in_trash,
    film_leads_on,
    own_film,
    visible_film,
)
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, number_in, staff_only, tell

# What is asked about before it is done: the rule, its question, what follows.
ASKED: dict[str, tuple[Any, Any, Any]] = {
    "correct": (
        rules.may_correct,
        gettext_lazy("Correct what is published"),
        gettext_lazy(
            "A corrected version begins with all that is published. The public goes on "
            "seeing the published one until the editors publish yours."
        ),
    ),
    "withdraw": (
        rules.may_withdraw,
        gettext_lazy("Withdraw this video"),
        gettext_lazy(
            "It leaves every public page. If you only want to correct it, press "
            "«Correct what is published» instead: the public goes on seeing it meanwhile."
        ),
    ),
    "hide": (
        rules.may_withdraw,
        gettext_lazy("Hide this video from the public"),
        gettext_lazy(
            "It leaves every public page within a minute. It can be shown again."
        ),
    ),
    "drop": (
        rules.may_edit,
        gettext_lazy("Remove these captions"),
        gettext_lazy(
            "They leave the video; what is said in it stays. They can be brought back "
            "for 30 days from its page."
        ),
    ),
}


@require_safe
@staff_only
@film_leads_on
def film_ask(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """Ask before a press, saying what goes and what follows."""
    if name not in ASKED:
        raise Http404
    row = visible_film(request, pk)
    rule, title, consequence = ASKED[name]
    if not rule(request.user, row):
        raise PermissionDenied
    track = number_in(request.GET.get("track", ""))
    captions = row.tracks.filter(pk=track).first() if name == "drop" and track else None
    if name == "drop" and captions is None:
        return redirect("films:film", pk=pk)
    context = {"film": row, "name": name, "title": title, "consequence": consequence}
    context["track"] = captions
    return render(request, "experiences/films/workspace/ask.html", context)


@staff_only
@film_leads_on
def film_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask, naming what goes, then throw a draft away."""
    if request.method != "POST":
        row = visible_film(request, pk)
        if not rules.may_discard(request.user, row):
            raise PermissionDenied
        context = {
            "film": row,
            "goes": list(_what_goes(row)),
            "days": trash_days().days,
        }
        return render(request, "experiences/films/workspace/discard.html", context)
    row = film_in_trash(request, pk)
    try:
        discard_film(film=row, by=request.user)
    except Refused as refusal:
        if refusal.code == PUBLISHED:
            raise Http404 from refusal
        tell(request, refusal)
        return redirect("films:film", pk=pk)
    messages.success(
        request, _("It was discarded. You can bring it back for 30 days, below.")
    )
    return redirect("films:films")


@require_POST
@staff_only
@film_leads_on
def film_bring_back(request: StaffRequest, pk: int, kept: int) -> HttpResponse:
    """Put removed captions or a still picture back; a second press changes nothing."""
    row = own_film(request, pk)
    try:
        films.restore_piece(film=row, by=request.user, kept=kept)
    except Refused as refusal:
        if refusal.code == PUBLISHED:
            raise Http404 from refusal
        tell(request, refusal)
    else:
        messages.success(request, _("It is back."))
    return redirect("films:film", pk=pk)


def _what_goes(row: Film) -> Iterator[str]:
    """What leaves with a film, each by its name."""
    if row.current is not None:
        yield _("The uploaded video and its copies: %(weight)s") % {
            "weight": weight(row.current.size)
        }
    if row.poster:
        yield _("Its still picture")
    for track in row.tracks.all():
        yield str(track)
    if row.transcript.exists():
        yield _("What is said in it")
