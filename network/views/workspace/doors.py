"""How workspace views fetch: through the person's standing, or not at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amuprev.foundation.together import complete
from network import rules
from network.choices import PublicKind
from network.forms.fields import MOST_DIGITS
from network.models import (
    Activity,
    Evidence,
    Organisation,
    ReviewStep,
    TakeDown,
    User,
)
from network.services.marks import marks_of
from network.services.refusals import Refused
from network.services.review import unanswered_note

View = Callable[..., HttpResponseBase]


class ClosedActivity(Exception):  # noqa: N818  it is an answer, not an error
    """The activity was sent or decided: it is read, and taken back to correct it."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(activity.pk)
        self.activity = activity


class StaffRequest(HttpRequest):
    """A request that passed the door: its user is signed in."""

    user: User


def staff_only(view: View) -> View:
    """Signed-in people with a standing; strangers sign in, others are told why not."""

    @login_required
    @wraps(view)
    def guarded(
        request: StaffRequest, *args: object, **kwargs: object
    ) -> HttpResponseBase:
        if not rules.may_enter_workspace(request.user):
            raise PermissionDenied(begins_later(request.user))
        try:
            return view(request, *args, **kwargs)
        except ClosedActivity as closed:
            messages.info(
                request,
                _(
                    "It was already sent. To correct it, take it back below, or ask "
                    "your association to return it."
                ),
            )
            return redirect("network:activity", pk=closed.activity.pk)

    return guarded


def begins_later(person: User) -> str:
    """When an appointment that is not in force yet begins; empty without one."""
    coming = person.appointments.filter(
        approved_at__isnull=False,
        ended_at__isnull=True,
        valid_from__gt=timezone.localdate(),
    )
    first = coming.order_by("valid_from").values_list("valid_from", flat=True).first()
    if first is None:
        return ""
    day = date_format(first, "DATE_FORMAT")
    return _("Your appointment begins on %(day)s: come back on that day.") % {
        "day": day
    }


def visible_activity(request: StaffRequest, pk: int) -> Activity:
    """The activity, if this person may read it; otherwise it is not found."""
    readable = Activity.objects.visible_to(request.user).select_related(
        "owner__place", "kind", "setting", "updated_by", "reviewed_by"
    )
    return get_object_or_404(readable, pk=pk)


def with_its_parts(activity: Activity) -> list[ReviewStep]:
    """All that its page shows read with it; the steps of its review are answered."""
    steps: Any = activity.steps.select_related("by")
    parts = ("counts", "groups", "themes", "partners", "evidence")
    return complete(activity, *parts, steps=steps)["steps"]


def kept_evidence(activity: Activity) -> list[Evidence]:
    """Its photos and documents that nobody removed, of those read with it."""
    return [piece for piece in activity.evidence.all() if piece.removed_at is None]


def own_activity(request: StaffRequest, pk: int) -> Activity:
    """The activity, if it belongs to an organisation the person writes for."""
    activity = visible_activity(request, pk)
    if not rules.may_record(request.user, activity.owner):
        raise Http404
    return activity


def written_activity(request: StaffRequest, pk: int) -> Activity:
    """The activity a sent form is about, also when somebody discarded it meanwhile:
    the service refuses, and what was typed comes back with the reason."""
    discarded = Activity.objects.in_trash_of(request.user).filter(pk=pk)
    return discarded.select_related("owner__place").first() or own_activity(request, pk)


def open_activity(request: StaffRequest, pk: int) -> Activity:
    """The activity, if it can be written now; raises ClosedActivity when it cannot."""
    activity = own_activity(request, pk)
    if not rules.may_edit_activity(request.user, activity):
        raise ClosedActivity(activity)
    return activity


def recordable(request: StaffRequest) -> list[Organisation]:
    """The organisations for which the person may log."""
    mine = request.user.organisations_today
    return [each for each in mine if rules.may_record(request.user, each)]


def chosen_owner(request: StaffRequest) -> Organisation:
    """The organisation named in the request, or the only one; never a foreign one."""
    mine = recordable(request)
    if not mine:
        raise PermissionDenied
    slug = request.POST.get("owner") or request.GET.get("owner")
    if not slug:
        return mine[0]
    for organisation in mine:
        if organisation.slug == slug:
            return organisation
    raise Http404


def is_it_right(request: StaffRequest, activity: Activity) -> HttpResponse | None:
    """«¿Está bien así?»: asked of whoever may send it, when its texts should be looked
    at, or when nothing was done about what the review asked."""
    if not rules.may_submit_activity(request.user, activity):
        return None
    marks, note = marks_of(activity), unanswered_note(activity)
    if not marks and not note:
        return None
    context = {"activity": activity, "marks": marks, "note": note}
    return render(request, "network/workspace/is_it_right.html", context)


def to_its_reason(kind: PublicKind, key: str) -> HttpResponse:
    """After hiding something: why, on the next page."""
    made = TakeDown.objects.filter(kind=kind, key=key).order_by("-decided_at").first()
    if made is None:
        return redirect("workspace:home")
    return redirect("network:take_down_reason", pk=made.pk)


def number_in(text: str) -> int | None:
    """A whole number the database can hold; None for anything else."""
    plain = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if plain else None


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, even if nothing; None when it is only opened."""
    return request.POST if request.method == "POST" else None


def tell(request: HttpRequest, refusal: Refused) -> None:
    """Show a service's refusal on the next page."""
    messages.error(request, str(refusal))
