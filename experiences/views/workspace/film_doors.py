"""How the workspace views of films fetch: through the person's standing."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from experiences import rules
from experiences.models import Film
from network.views.workspace.doors import StaffRequest


def visible_film(request: StaffRequest, pk: int) -> Film:
    """The film, if this person may read it; otherwise it is not found."""
    readable = Film.objects.visible_to(request.user).for_lists()
    return get_object_or_404(readable.select_related("updated_by"), pk=pk)


def film_in_trash(request: StaffRequest, pk: int) -> Film:
    """One that was thrown away, or that was brought back meanwhile."""
    rows = Film.objects.in_trash_of(request.user)
    rows = rows | Film.objects.written_by_organisations_of(request.user)
    return get_object_or_404(rows.select_related("owner"), pk=pk)


def film_to_write(request: StaffRequest, pk: int) -> Film:
    """The film that is opened or sent by who writes it.

    What is sent finds it also in the trash: nothing is written there, and the page
    keeps what was typed.
    """
    if request.method != "POST":
        return own_film(request, pk)
    film = film_in_trash(request, pk)
    if not rules.may_write_for(request.user, film.owner):
        raise Http404
    return film


def own_film(request: StaffRequest, pk: int) -> Film:
    """The film, if the person writes for its organisation."""
    film = visible_film(request, pk)
    if not rules.may_write_for(request.user, film.owner):
        raise Http404
    return film
