"""How the workspace views of twinnings fetch: through the person's standing."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from network.models import Organisation
from network.views.workspace.doors import StaffRequest
from twinnings import rules
from twinnings.models import Exchange, Party, Twinning

R = TypeVar("R", Twinning, Exchange)
OWNER = ("owner__place", "updated_by", "reviewed_by")
OF_EXCHANGE = (
    "twinning__owner", "place", "host__place", "host__organisation", "logged_as__owner",
)  # fmt: skip


def _related(model: type[R]) -> tuple[str, ...]:
    return OWNER if model is Twinning else (*OWNER, *OF_EXCHANGE)


def visible(model: type[R], request: StaffRequest, pk: int) -> R:
    """The record, if this person may read it; otherwise it is not found."""
    rows = model.objects.visible_to(request.user).select_related(*_related(model))
    return get_object_or_404(rows, pk=pk)


def inside(model: type[R], request: StaffRequest, pk: int) -> R:
    """The record, if this person may also open its files that are not public."""
    record = visible(model, request, pk)
    if not rules.may_read_inside(request.user, record):
        raise Http404
    return record


def own(model: type[R], request: StaffRequest, pk: int) -> R:
    """The record, if the person writes for the organisation that tells of it."""
    record = visible(model, request, pk)
    if not rules.may_write_for(request.user, record.owner):
        raise Http404
    return record


def to_write(model: type[R], request: StaffRequest, pk: int) -> R:
    """The same; what is sent finds it in the trash too, and keeps what was typed."""
    if request.method == "POST":
        thrown_away = model.objects.in_trash_of(request.user).filter(pk=pk)
        found = thrown_away.select_related(*_related(model)).first()
        if found is not None:
            return found
    return own(model, request, pk)


def in_trash(model: type[R], request: StaffRequest, pk: int) -> R:
    """One that was thrown away, or brought back meanwhile."""
    rows: Any = model.objects.in_trash_of(request.user).select_related("owner")
    return rows.filter(pk=pk).first() or own(model, request, pk)


def party_of(request: StaffRequest, twinning: Twinning, number: int) -> Party:
    """A party of this twinning."""
    rows = twinning.parties.select_related("place", "organisation")
    return get_object_or_404(rows, pk=number)


def proposing(request: StaffRequest) -> list[Organisation]:
    """The organisations for which the person may propose, its own first."""
    standing = request.user.standing
    held = Organisation.objects.filter(
        pk__in=standing.organisation_ids | standing.reviewed
    )
    found = [
        each
        for each in held.select_related("place").in_order()
        if each.kind in rules.TELLING and rules.may_propose(request.user, each)
    ]
    return sorted(found, key=lambda each: each.pk not in standing.organisation_ids)


def chosen_owner(request: StaffRequest) -> Organisation:
    """The organisation named in the request, or the first; never a foreign one."""
    mine = proposing(request)
    if not mine:
        raise PermissionDenied
    slug = request.POST.get("owner") or request.GET.get("owner")
    if not slug:
        return mine[0]
    for organisation in mine:
        if organisation.slug == slug:
            return organisation
    raise Http404


def address_of(record: Twinning | Exchange) -> str:
    """Its page in the workspace."""
    name = "twinning" if isinstance(record, Twinning) else "exchange"
    return reverse(f"twinnings:{name}", args=[record.pk])
