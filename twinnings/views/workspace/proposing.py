"""Proposing a twinning in two steps: the problem, then with whom."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from network.models import Organisation
from network.services.refusals import Doubtful, Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only
from twinnings.forms.proposing import PartnersForm, ProblemForm
from twinnings.models import Twinning
from twinnings.services.parties import PartyTold
from twinnings.services.writing import propose_twinning
from twinnings.suggesting import suggestions
from twinnings.views.workspace.doors import chosen_owner, proposing


@staff_only
def start(request: StaffRequest) -> HttpResponse:
    """The problem; then suggestions with their reasons, or a name that is looked for."""
    owner = chosen_owner(request)
    problem = ProblemForm(posted(request), initial={"client_uuid": uuid.uuid4()})
    if request.method != "POST" or not problem.is_valid():
        return _first(request, owner, problem)
    suggested = suggestions(
        owner,
        themes=problem.cleaned_data["themes"],
        managed=problem.cleaned_data["management_themes"],
    )
    if request.POST.get("step") != "partners":
        return _second(request, owner, problem, PartnersForm(suggested=suggested))
    partners = PartnersForm(request.POST, suggested=suggested)
    if request.POST.get("action") == "look":
        return _second(request, owner, problem, partners, looks=True)
    doubts: dict[str, Any] = {}
    if partners.is_valid():
        try:
            return _propose(request, owner, problem, partners)
        except Doubtful as doubtful:
            doubts = doubtful.doubts
        except Refused as refusal:
            partners.add_error("parties", str(refusal))
    return _second(request, owner, problem, partners, doubts=doubts)


def _propose(
    request: StaffRequest, owner: Organisation, problem: Any, partners: Any
) -> HttpResponse:
    others = [PartyTold(place=place) for place in partners.places]
    made, _new = propose_twinning(
        owner=owner,
        by=request.user,
        parties=[PartyTold(organisation=owner), *others],
        values=problem.values(),
        client_uuid=problem.cleaned_data["client_uuid"],
        sure=request.POST.getlist("sure"),
    )
    return _begun(request, made)


def _begun(request: StaffRequest, made: Twinning) -> HttpResponse:
    """On to its page; to the list when that same form's was discarded since."""
    if made.discarded_at is None:
        messages.success(
            request,
            _("It is a draft: only your organisation and its association read it."),
        )
        return redirect("twinnings:twinning", pk=made.pk)
    messages.info(request, _("You began it and it was discarded: bring it back below."))
    return redirect("twinnings:twinnings")


def _first(
    request: StaffRequest, owner: Organisation, problem: ProblemForm
) -> HttpResponse:
    context = {"form": problem, "owner": owner, "owners": proposing(request)}
    status = 422 if problem.is_bound else 200
    return render(request, "twinnings/workspace/start.html", context, status=status)


def _second(
    request: StaffRequest,
    owner: Organisation,
    problem: ProblemForm,
    partners: PartnersForm,
    *,
    doubts: dict[str, Any] | None = None,
    looks: bool = False,
) -> HttpResponse:
    if looks:
        # Nothing is decided yet: what is not chosen is no mistake.
        partners.errors.clear()
    context = {
        "form": partners,
        "problem": problem,
        "owner": owner,
        "doubts": doubts or {},
        "looks": looks,
    }
    status = 422 if partners.is_bound and not looks else 200
    return render(request, "twinnings/workspace/partners.html", context, status=status)
