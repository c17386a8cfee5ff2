"""Whether the world sees how far a municipality has come."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from network.views.workspace.doors import StaffRequest, staff_only
from toolkit import rules
from toolkit.services.bodies import share_progress
from toolkit.views.workspace.asking import Asked, ask_first
from toolkit.views.workspace.doors import address_of, body_or_none_found, town_of


@staff_only
def share(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    """Ask, then show it to the public, or no longer."""
    town = town_of(request, pk)
    body = body_or_none_found(town)
    if not rules.may_share_progress(request.user, town):
        raise Http404
    back = address_of(town)
    if act == "show":
        asked = Asked(
            lambda: share_progress(body=body, by=request.user, shared=True),
            _("Show the progress to the public"),
            _(
                "Everybody reads how many steps of each phase are done. Nothing of the "
                "body, its meetings or its evidence is shown. It can be taken back."
            ),
            _("The progress is public."),
            back,
        )
    else:
        asked = Asked(
            lambda: share_progress(body=body, by=request.user, shared=False),
            _("No longer show the progress"),
            _("It leaves every public page. It can be shown again."),
            _("The progress is no longer public."),
            back,
        )
    return ask_first(request, town, asked)
