"""The workspace's people: who has which role, invitations, letters, endings."""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from amuprev.foundation.together import read_together
from network import rules
from network.forms.people import EndForm, InviteForm, NewAddressForm
from network.models import Appointment, Invitation, Organisation, User
from network.services import people as services
from network.services import second_step
from network.services.refusals import Refused
from network.views.workspace.doors import staff_only, tell

MOST_LISTED = 60
MOST_LETTERS = 80
forms_only = require_http_methods(["GET", "HEAD", "POST"])


def person_of(request: HttpRequest) -> User:
    """The signed-in person; the door in front of each view saw to it."""
    return cast(User, request.user)


@require_safe
@staff_only
def people(request: HttpRequest) -> HttpResponse:
    """The organisations whose people this person manages; a single one opens at once."""
    managed = Organisation.objects.managed_by(person_of(request)).with_staff()
    words = request.GET.get("q", "").replace("\x00", "").strip()[:MOST_LETTERS]
    if not words:
        only = list(managed[:2])
        if not only:
            raise PermissionDenied
        if len(only) == 1:
            return redirect("network:organisation_people", pk=only[0].pk)
    found = managed.named(words).with_people_counts().by_kind()
    rows = list(found[: MOST_LISTED + 1])
    context = {
        "rows": rows[:MOST_LISTED],
        "more": len(rows) > MOST_LISTED,
        "words": words,
    }
    return render(request, "network/people/organisations.html", context)


@require_safe
@staff_only
def organisation_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has which role since when, and the invitations still open."""
    organisation = _managed(request, pk)
    in_force = (
        Appointment.objects.today()
        .filter(organisation=organisation, ended_at__isnull=True)
        .select_related("person")
        .order_by("person__name", "pk")
    )
    replacements: Any = organisation.replacements
    found = read_together(
        in_force=in_force,
        invitations=Invitation.objects.waiting().filter(organisation=organisation),
        replacements=replacements.undoable(),
        ended=services.lately_ended(organisation),
    )
    rows = found["in_force"]
    context = {
        "organisation": organisation,
        "appointments": rows,
        "invitations": found["invitations"],
        "restorable": _restorable(person_of(request), rows),
        "with_second_step": second_step.set_up_among(rows),
        "now": timezone.now(),
        "may_replace": rules.may_replace_staff(person_of(request), organisation),
        "replacements": found["replacements"],
        "ended": found["ended"],
        "days": settings.TRASH_DAYS,
        "others": _manages_others(person_of(request)),
    }
    return render(request, "network/people/organisation.html", context)


def _manages_others(user: User) -> bool:
    standing = user.standing
    managing = standing.administered | standing.holding(rules.PEOPLE_MANAGERS)
    return standing.secretariat or len(managing) > 1


@forms_only
@staff_only
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody; the answer is the letter, whose code is shown this once."""
    organisation = _managed(request, pk)
    roles = rules.roles_offered(person_of(request), organisation)
    form = InviteForm(
        request.POST or None, roles=roles, initial={"language": request.LANGUAGE_CODE}
    )
    if request.method == "POST" and form.is_valid():
        try:
            issued = services.invite(
                **form.cleaned_data, organisation=organisation, by=person_of(request)
            )
        except Refused as refusal:
            if same := services.offer_made(organisation, **form.cleaned_data):
                tell(request, refusal)
                return redirect("network:invitation_letter", pk=same.pk)
            form.add_error(_field_of(refusal, form), str(refusal))
        else:
            return _letter(request, *issued)
    context = {"organisation": organisation, "form": form}
    return render(request, "network/people/invite.html", context)


@forms_only
@staff_only
def invitation_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """A new letter for an open invitation; the earlier link and code stop working."""
    found = _managed_invitation(request, pk)
    if request.method == "POST":
        try:
            return _letter(
                request,
                *services.renew_invitation(invitation=found, by=person_of(request)),
            )
        except Refused as refusal:
            tell(request, refusal)
            return redirect("network:organisation_people", pk=found.organisation_id)
    return render(request, "network/people/letter_again.html", {"invitation": found})


@forms_only
@staff_only
def revoke_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back, after asking."""
    found = _managed_invitation(request, pk)
    if request.method != "POST":
        return render(request, "network/people/revoke.html", {"invitation": found})
    try:
        services.revoke_invitation(invitation=found, by=person_of(request))
        messages.success(request, _("The invitation no longer works."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("network:organisation_people", pk=found.organisation_id)


@forms_only
@staff_only
def end_appointment(request: HttpRequest, pk: int) -> HttpResponse:
    """End somebody's role, after asking."""
    found = get_object_or_404(
        Appointment.objects.select_related("person", "organisation"), pk=pk
    )
    if not rules.may_manage_people(person_of(request), found.organisation):
        raise Http404
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.end_appointment(
                appointment=found,
                by=person_of(request),
                reason=form.cleaned_data["reason"],
            )
            said = _("%(name)s no longer has this role.") % {"name": found.person}
            messages.success(request, said)
        except Refused as refusal:
            tell(request, refusal)
        return redirect("network:people")
    context = {
        "appointment": found,
        "form": form,
        "own": found.person == person_of(request),
    }
    return render(request, "network/people/end.html", context)


@forms_only
@staff_only
def new_address(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """A letter that moves the account of someone who lost their mailbox."""
    organisation = _managed(request, pk)
    person = _helped(request, organisation, person_pk)
    form = NewAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            issued = services.reissue_for_lost_mailbox(
                person=person,
                new_email=form.cleaned_data["email"],
                organisation=organisation,
                by=person_of(request),
            )
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            return _letter(request, *issued)
    context = {"organisation": organisation, "person": person, "form": form}
    return render(request, "network/people/new_address.html", context)


@forms_only
@staff_only
def reset_second_step(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """Let someone who lost their telephone set up another second step, after asking."""
    organisation = _managed(request, pk)
    person = _helped(request, organisation, person_pk)
    if request.method != "POST":
        context = {"organisation": organisation, "person": person}
        return render(request, "network/people/second_step.html", context)
    try:
        second_step.reset_second_step(person=person, by=person_of(request))
        said = _("%(name)s sets up a new second step when they sign in again.")
        messages.success(request, said % {"name": person})
    except Refused as refusal:
        tell(request, refusal)
    return redirect("network:organisation_people", pk=organisation.pk)


def _letter(
    request: HttpRequest, invitation: Invitation, token: str, code: str
) -> HttpResponse:
    # Shown in the answer itself: kept in the session, the code would be stored.
    with override(invitation.language):
        code_page = settings.SITE_URL + reverse("invitation_by_code")
    context = {
        "invitation": invitation,
        "organisation": invitation.organisation,
        "code": code,
        "code_page": code_page,
        "hours": settings.INVITATION_HOURS,
    }
    return render(request, "network/people/letter.html", context)


def _managed(request: HttpRequest, pk: int) -> Organisation:
    organisation: Organisation = get_object_or_404(
        Organisation.objects.select_related("place"), pk=pk
    )
    if not rules.may_manage_people(person_of(request), organisation):
        raise Http404
    return organisation


def _helped(request: HttpRequest, organisation: Organisation, pk: int) -> User:
    """Somebody of the organisation whose access this person may restore."""
    staff = Appointment.objects.in_force().filter(organisation=organisation)
    person: User = get_object_or_404(
        User.objects.filter(pk__in=staff.values("person")), pk=pk
    )
    if not rules.may_restore_access(person_of(request), person):
        raise Http404
    return person


def _managed_invitation(request: HttpRequest, pk: int) -> Invitation:
    found = get_object_or_404(
        Invitation.objects.waiting().select_related("organisation", "recovers"), pk=pk
    )
    if not rules.may_manage_people(person_of(request), found.organisation):
        raise Http404
    return found


def _restorable(user: User, appointments: list[Appointment]) -> set[int]:
    if not (user.standing.secretariat or user.standing.administered):
        return set()
    people_here = {row.person_id: row.person for row in appointments}
    held: dict[int, set[int]] = {pk: set() for pk in people_here}
    links = Appointment.objects.in_force().filter(person__in=people_here)
    for person_pk, organisation_pk in links.values_list("person", "organisation"):
        held[person_pk].add(organisation_pk)
    return {
        pk
        for pk, person in people_here.items()
        if rules.may_restore_access(user, person, frozenset(held[pk]))
    }


def _field_of(refusal: Refused, form: InviteForm) -> str | None:
    field = {"role": "role", "self": "email", "repeated": "email", "address": "email"}
    name = field.get(refusal.code)
    return name if name in form.fields else None
