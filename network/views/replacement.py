"""The workspace's page for replacing a whole staff: form, review, letters, undo."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, override
from django.views.decorators.http import require_http_methods

from network import rules
from network.choices import Role
from network.forms.replacement import NOT_YET, ReplacementForm
from network.models import Organisation, StaffReplacement, User
from network.services import people as services
from network.services.people.invitations import Issued
from network.services.refusals import Refused
from network.views.workspace.doors import number_in, staff_only, tell

forms_only = require_http_methods(["GET", "HEAD", "POST"])


@forms_only
@staff_only
def replace_staff(request: HttpRequest, pk: int) -> HttpResponse:
    """Write who leaves and who comes, look at it once more, confirm, print the letters."""
    organisation, by = _organisation(request, pk), cast(User, request.user)
    form = _form(request, organisation, by)
    action = request.POST.get("action", "")
    if form.data is None or action in NOT_YET:
        return _show(request, form)
    if not form.is_valid() or form.tell(_problems(form, by)):
        return _show(request, form, status=422)
    if action != "confirm":
        return _review(request, form)
    try:
        done, issued = services.replace_staff(
            key=form.identifier,
            organisation=organisation,
            by=by,
            seen=_numbers(request.POST.get("seen", "")),
            leaving=frozenset(each.pk for each in form.going),
            newcomers=form.coming,
            language=form.leaving.cleaned_data["language"],
            last_day=form.leaving.cleaned_data["last_day"],
        )
    except Refused as refusal:
        return _refused(request, form, refusal)
    return _letters(request, done, issued)


@forms_only
@staff_only
def replacement(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What a replacement did, new letters for who has not come in, and undoing it."""
    organisation, by = _organisation(request, pk), cast(User, request.user)
    done = get_object_or_404(
        StaffReplacement.objects.select_related("organisation", "made_by", "undone_by"),
        pk=number,
        organisation=organisation,
    )
    try:
        if request.method == "POST" and request.POST.get("action") == "letters":
            issued = services.reissue_letters(replacement=done, by=by)
            return _letters(request, done, issued)
        if request.method == "POST":
            undone = services.undo_replacement(replacement=done, by=by)
            messages.success(request, _said(undone))
            return redirect("network:organisation_people", pk=pk)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("network:replacement", pk=pk, number=number)
    until = services.undoable_until(done)
    context = {
        "done": done,
        "organisation": organisation,
        "ended": done.ended.select_related("appointment__person"),
        "invitations": done.invitations.order_by("pk"),
        "until": until,
        "may_undo": done.undone_at is None and timezone.now() <= until,
        "waiting": done.invitations.waiting().count(),
    }
    return render(request, "network/people/replacement.html", context)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    found: Organisation = get_object_or_404(
        Organisation.objects.select_related("place"), pk=pk
    )
    if not rules.may_replace_staff(cast(User, request.user), found):
        raise Http404
    return found


def _form(
    request: HttpRequest, organisation: Organisation, by: User
) -> ReplacementForm:
    staff = services.current_staff(organisation)
    return ReplacementForm(
        request.POST if request.POST else None,
        organisation=organisation,
        staff=[each for each in staff if each.person_id != by.pk],
        roles=rules.roles_offered(by, organisation),
        language=request.LANGUAGE_CODE,
    )


def _problems(form: ReplacementForm, by: User) -> list[services.Problem]:
    return list(
        services.problems_of(
            newcomers=form.coming,
            organisation=form.organisation,
            by=by,
            staff=services.current_staff(form.organisation),
            leaving=frozenset(each.pk for each in form.going),
        )
    )


def _show(
    request: HttpRequest, form: ReplacementForm, status: int = 200
) -> HttpResponse:
    context = {
        "draft": form,
        "organisation": form.organisation,
        "form": form.leaving,
        "formsets": [form.rows],
    }
    return render(request, "network/people/replace.html", context, status=status)


def _review(request: HttpRequest, form: ReplacementForm) -> HttpResponse:
    leaving = frozenset(each.pk for each in form.going)
    going = {each.pk for each in form.going}
    context = {
        "draft": form,
        "organisation": form.organisation,
        "going": form.going,
        "staying": [each for each in form.staff if each.pk not in going],
        "coming": [
            {"name": each.name, "email": each.email, "role": Role(each.role).label}
            for each in form.coming
        ],
        "offers": services.open_offers(form.organisation, leaving),
        "last_day": form.leaving.cleaned_data["last_day"],
        "days": settings.TRASH_DAYS,
    }
    return render(request, "network/people/replace_review.html", context)


def _refused(
    request: HttpRequest, form: ReplacementForm, refusal: Refused
) -> HttpResponse:
    """The form again with everything typed, or what the same form did before."""
    made = StaffReplacement.objects.filter(
        key=form.identifier, organisation=form.organisation
    ).first()
    if made is not None:
        messages.info(request, str(refusal))
        return redirect("network:replacement", pk=made.organisation_id, number=made.pk)
    if isinstance(refusal, services.RowsRefused):
        form.tell(refusal.problems)
    else:
        form.leaving.add_error(None, str(refusal))
    return _show(request, form, status=409)


def _letters(
    request: HttpRequest, done: StaffReplacement, issued: list[Issued]
) -> HttpResponse:
    # Shown in the answer itself: kept in the session, the codes would be stored.
    letters = []
    for invitation, _token, code in issued:
        with override(invitation.language):
            code_page = settings.SITE_URL + reverse("invitation_by_code")
        letters.append({"invitation": invitation, "code": code, "code_page": code_page})
    context = {"done": done, "organisation": done.organisation, "letters": letters}
    return render(request, "network/people/letters.html", context)


def _numbers(text: str) -> frozenset[int]:
    return frozenset(number for word in text.split() if (number := number_in(word)))


def _said(undone: services.Undone) -> str:
    said = ngettext(
        "%(count)d role was put back.",
        "%(count)d roles were put back.",
        undone.restored,
    ) % {"count": undone.restored}
    if undone.revoked:
        said += " " + ngettext(
            "%(count)d invitation no longer works.",
            "%(count)d invitations no longer work.",
            undone.revoked,
        ) % {"count": undone.revoked}
    if undone.left:
        said += " " + ngettext(
            "%(count)d role had been given again and was left alone.",
            "%(count)d roles had been given again and were left alone.",
            undone.left,
        ) % {"count": undone.left}
    return said
