"""How the workspace views of the toolkit fetch: through the person's standing."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from network.models import Organisation
from network.views.workspace.doors import StaffRequest
from toolkit import rules
from toolkit.models import PreventionBody


def town_of(request: StaffRequest, pk: int) -> Organisation:
    """The municipality, if this person may see its work; otherwise it is not found."""
    rows = Organisation.objects.municipalities().select_related("place")
    town = get_object_or_404(rows.select_related("prevention_body__plan"), pk=pk)
    if not rules.may_see_work(request.user, town):
        raise Http404
    return town


def own_town(request: StaffRequest, pk: int) -> Organisation:
    """The same, if the person keeps its work."""
    town = town_of(request, pk)
    if not rules.may_work(request.user, town):
        raise Http404
    return town


def body_of(town: Organisation) -> PreventionBody | None:
    """Its body, if somebody wrote it down."""
    return getattr(town, "prevention_body", None)


def body_or_none_found(town: Organisation) -> PreventionBody:
    """Its body; without one there is nothing to be found."""
    body = body_of(town)
    if body is None:
        raise Http404
    # It knows whose it is: asking it costs no question.
    body.organisation = town
    return body


def address_of(town: Organisation, name: str = "town", *more: Any) -> str:
    """A page of the municipality's work."""
    return reverse(f"toolkit:{name}", args=[town.pk, *more])


def way_back(town: Organisation, name: str = "town", title: Any = "") -> dict[str, Any]:
    """Where a form leads back to, as its page names it."""
    return {
        "town": town,
        "back": address_of(town, name),
        "back_title": title or str(town),
    }
