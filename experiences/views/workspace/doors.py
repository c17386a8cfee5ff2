"""How the workspace views of experiences fetch: through the person's standing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from amuprev.foundation.together import complete
from experiences import rules
from experiences.models import Adaptation, Experience, Film
from network.choices import OrganisationKind
from network.models import Organisation
from network.rules import WRITERS
from network.views.workspace.doors import StaffRequest

# What is told of an experience beside its own columns.
PARTS = (
    "milestones", "outcomes", "voices", "partners", "documents", "photos", "places",
    "groups", "themes", "settings", "guide_steps",
)  # fmt: skip


def visible_experience(
    request: StaffRequest, pk: int, *, whole: bool = True
) -> Experience:
    """The experience, if this person may read it; otherwise it is not found.

    When it is only read, with its parts, in one question for all of them.
    """
    found = _readable(request, pk)
    if whole and request.method in ("GET", "HEAD"):
        complete(found, *PARTS)
    return found


def _readable(request: StaffRequest, pk: int) -> Experience:
    readable = Experience.objects.visible_to(request.user).select_related(
        "owner__place",
        "association",
        "updated_by",
        "reviewed_by",
        "corrects",
        "exchange",
    )
    return get_object_or_404(readable, pk=pk)


def experience_in_trash(request: StaffRequest, pk: int) -> Experience:
    """One that was thrown away, or that was brought back meanwhile."""
    rows = Experience.objects.in_trash_of(request.user)
    rows = rows | Experience.objects.written_by_organisations_of(request.user)
    return get_object_or_404(rows.select_related("owner__place"), pk=pk)


def original_of(
    model: type[Experience] | type[Film], request: StaffRequest, pk: int
) -> int | None:
    """Where the correction that once had this number is published now."""
    rows: Any = model.objects
    if rows.kept().filter(pk=pk).exists():
        return None
    history: Any = model.history  # type: ignore[union-attr]  # made by simple-history
    told = history.filter(id=pk, corrects__isnull=False).values("corrects_id")
    readable = rows.visible_to(request.user).filter(pk__in=told)
    found: int | None = readable.values_list("pk", flat=True).first()
    return found


def leads_on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view: a correction published meanwhile leads to where it stands."""

    @wraps(view)
    def led(request: StaffRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, pk, *args, **kwargs)
        except Http404:
            original = original_of(Experience, request, pk)
            if original is None:
                raise
        if request.method == "POST" and not Experience.objects.filter(pk=pk).exists():
            messages.info(request, _("It was published meanwhile."))
        return redirect("experiences:experience", pk=original)

    return led


def experience_to_write(request: StaffRequest, pk: int) -> Experience:
    """The experience for which a section is opened or sent.

    What is sent finds it also in the trash and, for a correction published meanwhile,
    what is published: nothing is written there, and the page keeps what was typed.
    """
    try:
        return own_experience(request, pk)
    except Http404:
        if request.method != "POST":
            raise
    thrown_away = Experience.objects.in_trash_of(request.user)
    found = thrown_away.select_related("owner__place", "corrects").filter(pk=pk).first()
    if found is not None:
        return found
    original = original_of(Experience, request, pk)
    if original is None:
        raise Http404
    return own_experience(request, original)


def own_experience(request: StaffRequest, pk: int) -> Experience:
    """The experience, if the person writes for its organisation."""
    experience = _readable(request, pk)
    if not rules.writes(request.user, experience):
        raise Http404
    return experience


def tellable(request: StaffRequest) -> list[Organisation]:
    """The organisations whose experiences the person may write, its own first."""
    standing = request.user.standing
    held = Organisation.objects.filter(
        pk__in=standing.organisation_ids | standing.reviewed
    )
    found = [
        each
        for each in held.select_related("place").in_order()
        if rules.may_write_for(request.user, each)
    ]
    return sorted(found, key=lambda each: each.pk not in standing.organisation_ids)


def chosen_owner(request: StaffRequest) -> Organisation:
    """The organisation named in the request, or the first; never a foreign one."""
    mine = tellable(request)
    if not mine:
        raise PermissionDenied
    slug = request.POST.get("owner") or request.GET.get("owner")
    if not slug:
        return mine[0]
    for organisation in mine:
        if organisation.slug == slug:
            return organisation
    raise Http404


def visible_plan(request: StaffRequest, pk: int) -> Adaptation:
    """The plan, if this person may read it; otherwise it is not found."""
    readable = Adaptation.objects.of_people(request.user).select_related(
        "owner__place", "origin__owner", "updated_by", "reviewed_by", "said_by"
    )
    return get_object_or_404(readable, pk=pk)


def kept_plan(request: StaffRequest, pk: int) -> Adaptation:
    """The same, unless somebody threw it away."""
    plan = visible_plan(request, pk)
    if plan.discarded_at is not None:
        raise Http404
    return plan


def adapting(request: StaffRequest) -> list[Organisation]:
    """The municipalities for which the person may begin a plan."""
    held = Organisation.objects.filter(pk__in=request.user.standing.holding(WRITERS))
    towns = held.filter(kind=OrganisationKind.MUNICIPALITY).select_related("place")
    return list(towns.in_order())
