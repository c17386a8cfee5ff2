"""«Planes que adaptamos»: the list, and the one press with which a plan begins."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.addresses import area_address
from experiences.forms.plans import StartPlanForm
from experiences.lines import place_of, title_of
from experiences.models import Adaptation, Experience
from experiences.plan_rules import adapts
from experiences.services.plans import start_plan, why_not
from experiences.views.workspace.doors import adapting
from network.models import Organisation
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only

PAGE = 20
MOST = 50


@require_safe
@staff_only
def plans(request: StaffRequest) -> HttpResponse:
    """What one's municipalities adapt, what waits to be decided, what was thrown away."""
    rows = (
        Adaptation.objects.of_people(request.user)
        .kept()
        .with_progress()
        .select_related("owner", "updated_by")
        .order_by("-pk")
    )
    if before := number_in(request.GET.get("before", "")):
        rows = rows.filter(pk__lt=before)
    page = list(rows[: PAGE + 1])
    waiting = Adaptation.objects.decidable_by(request.user).select_related("owner")
    trash = Adaptation.objects.in_trash_of(request.user).select_related("discarded_by")
    thrown_away: list[Any] = list(trash.order_by("-discarded_at")[:MOST])
    for each in thrown_away:
        each.until = each.discarded_at + trash_days()
    context = {
        "rows": page[:PAGE],
        "next": f"?before={page[PAGE - 1].pk}" if len(page) > PAGE else "",
        "later": bool(before),
        "waiting": waiting.order_by("submitted_at", "pk")[:MOST],
        "thrown_away": thrown_away,
        "may_start": bool(adapting(request)),
        "ours": adapts(request.user.organisations_today)
        or not request.user.standing.reviewed,
        "experiences_url": area_address("experiences"),
    }
    return render(request, "experiences/plans/list.html", context)


@login_required
def adapt(request: StaffRequest, slug: str) -> HttpResponse:
    """Begin a plan from an experience; where it cannot be, one sentence says why."""
    origin = Experience.objects.select_related("owner__place").filter(slug=slug).first()
    if origin is None or origin.position is None:
        raise Http404
    towns = adapting(request)
    if not towns:
        return _not_open(request, origin)
    owner = _chosen(request, towns)
    form = StartPlanForm(posted(request), initial={"client_uuid": uuid.uuid4()})
    reason = why_not(origin, owner)
    if request.method == "POST" and form.is_valid():
        try:
            plan, _new = start_plan(
                owner=owner,
                origin=origin,
                by=request.user,
                client_uuid=form.cleaned_data["client_uuid"],
            )
        except Refused as refusal:
            reason = str(refusal)
        else:
            return _begun(request, plan)
    context = {
        **_told(origin),
        "form": form,
        "towns": towns,
        "owner": owner,
        "existing": Adaptation.objects.kept()
        .filter(origin=origin, owner__in=towns)
        .select_related("owner")
        .order_by("pk"),
        "reason": reason,
        # With another of one's municipalities it may begin.
        "may_start": origin.is_public and (not reason or len(towns) > 1),
    }
    status = 422 if form.is_bound else 200
    return render(request, "experiences/plans/start.html", context, status=status)


def _begun(request: StaffRequest, plan: Adaptation) -> HttpResponse:
    """On to the plan; to the list when that same form's plan was discarded since."""
    if plan.discarded_at is None:
        return redirect("experiences:plan", pk=plan.pk)
    messages.info(request, _("You began it and it was discarded: bring it back below."))
    return redirect("experiences:plans")


def _told(origin: Experience) -> dict[str, Any]:
    """What is said of the original: nothing once it is no longer public."""
    if not origin.is_public:
        return {"origin": None}
    title, language = title_of(origin)
    return {
        "origin": origin,
        "title": title,
        "title_language": language,
        "where": place_of(origin),
    }


def _not_open(request: StaffRequest, origin: Experience) -> HttpResponse:
    """Who may begin one, for somebody who writes for no municipality."""
    context = _told(origin)
    return render(request, "experiences/plans/not_open.html", context, status=403)


def _chosen(request: StaffRequest, towns: list[Organisation]) -> Organisation:
    """The municipality named in the request, or the first; never a foreign one."""
    slug = request.POST.get("owner") or request.GET.get("owner")
    found = [each for each in towns if each.slug == slug] if slug else towns
    if not found:
        raise Http404
    return found[0]
