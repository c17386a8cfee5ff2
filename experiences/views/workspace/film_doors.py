"""How the workspace views of films fetch: through the person's standing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Film
from experiences.views.workspace.doors import original_of
from network.choices import ReviewState
from network.views.workspace.doors import StaffRequest


def film_leads_on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view: a correction published meanwhile leads to where it stands."""

    @wraps(view)
    def led(request: StaffRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, pk, *args, **kwargs)
        except Http404:
            original = original_of(Film, request, pk)
            if original is None:
                raise
        if request.method == "POST" and not Film.objects.filter(pk=pk).exists():
            messages.info(request, _("It was published meanwhile."))
        return redirect("films:film", pk=original)

    return led


def visible_film(request: StaffRequest, pk: int) -> Film:
    """The film, if this person may read it; otherwise it is not found."""
    readable = Film.objects.visible_to(request.user).for_lists()
    return get_object_or_404(readable.select_related("updated_by", "corrects"), pk=pk)


def film_in_trash(request: StaffRequest, pk: int) -> Film:
    """One that was thrown away, or that was brought back meanwhile."""
    rows = Film.objects.in_trash_of(request.user)
    rows = rows | Film.objects.written_by_organisations_of(request.user)
    return get_object_or_404(rows.select_related("owner", "corrects"), pk=pk)


def film_to_write(request: StaffRequest, pk: int) -> Film:
    """The film that is opened or sent by who writes it.

    What is sent finds it also in the trash and, for a correction published meanwhile,
    what is published: nothing is written there, and the page keeps what was typed.
    """
    if request.method != "POST":
        return own_film(request, pk)
    try:
        film = film_in_trash(request, pk)
    except Http404:
        original = original_of(Film, request, pk)
        if original is None:
            raise
        film = film_in_trash(request, original)
    if not rules.writes(request.user, film):
        raise Http404
    return film


def own_film(request: StaffRequest, pk: int) -> Film:
    """The film, if the person writes it."""
    film = visible_film(request, pk)
    if not rules.writes(request.user, film):
        raise Http404
    return film


def why_closed(film: Film) -> str:
    """Why its record does not open now, and what to press."""
    if film.review_state == ReviewState.APPROVED:
        return _(
            "It is published: press «Correct what is published» below. The public goes "
            "on seeing it meanwhile."
        )
    if film.review_state == ReviewState.WITHDRAWN:
        return _("It was withdrawn: take it back below to correct it.")
    return _("It was sent: take it back below to correct it.")


def published_meanwhile() -> str:
    """Said where somebody sends what a publication was quicker than."""
    return _(
        "It was published meanwhile, and this was not saved. Copy what you wrote, and "
        "begin a new correction from the page of the video, above."
    )
