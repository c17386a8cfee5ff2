"""Accepting an invitation, by the link of a mail or the code of a letter."""

from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from network import steps, tries
from network.forms.account import AcceptForm, LetterCodeForm, OwnDetailsForm
from network.models import Invitation, User
from network.services import people
from network.services.accounts import change_own_details
from network.services.people.secrets import token_of
from network.services.refusals import Refused

GONE = 410


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def front(request: HttpRequest) -> HttpResponse:
    """One's own account: name, language, and the way to a new password."""
    person = cast(User, request.user)
    form = OwnDetailsForm(
        request.POST or None,
        initial={"name": person.name, "language": person.language},
    )
    if request.method == "POST" and form.is_valid():
        change_own_details(person=person, **form.cleaned_data)
        messages.success(request, _("The changes were saved."))
        return redirect("account_front")
    context = {"form": form, "second_step": steps.is_set_up(person)}
    return render(request, "network/account/front.html", context)


def closed(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """An address of the sign-in library that the portal does not offer."""
    raise Http404


def signup_closed(request: HttpRequest) -> HttpResponse:
    """Nobody joins without an invitation."""
    return render(request, "account/signup_closed.html")


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_by_code(request: HttpRequest) -> HttpResponse:
    """E-mail and code of a letter."""
    form = LetterCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, code = form.cleaned_data["email"], form.cleaned_data["code"]
        attempt = tries.begin(
            account=tries.letter_account(email),
            address=get_adapter().get_client_ip(request),
        )
        opened = people.open_by_code(email=email, code=code)
        if opened.is_open and opened.invitation:
            attempt.succeeded()
            return redirect("invitation", token=token_of(opened.invitation))
        form.add_error("code", _wrong_code(opened.state))
    return render(request, "network/account/letter_code.html", {"form": form})


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation opened by its link: the form, one button, or what to do instead."""
    opened = people.open_by_token(token)
    if not opened.is_open or opened.invitation is None:
        return _not_open(request, opened.state)
    found = opened.invitation
    if request.user.is_authenticated:
        return _as_signed_in(request, found)
    if found.recovers is None and _has_account(found):
        return render(request, "network/account/sign_in_first.html", _about(found))
    return _with_password(request, found)


def _as_signed_in(request: HttpRequest, found: Invitation) -> HttpResponse:
    person = cast(User, request.user)
    own = found.email.lower() == person.email.lower()
    if not own or found.recovers is not None:
        return render(request, "network/account/other_address.html", _about(found))
    if request.method != "POST":
        return render(request, "network/account/accept_role.html", _about(found))
    try:
        people.accept_invitation(invitation=found, person=person)
    except Refused as refusal:
        return _refused(request, refusal)
    messages.success(request, _("You accepted the invitation."))
    return redirect("workspace:home")


def _with_password(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = AcceptForm(
        request.POST or None,
        email=found.email,
        recovers=found.recovers is not None,
        initial={"name": found.name},
    )
    if request.method == "POST" and form.is_valid():
        try:
            person = people.accept_invitation(
                invitation=found,
                name=form.cleaned_data.get("name", ""),
                password=form.cleaned_data["password1"],
            )
        except Refused as refusal:
            return _refused(request, refusal)
        return _enter(request, person)
    return render(
        request, "network/account/accept.html", {**_about(found), "form": form}
    )


def _enter(request: HttpRequest, person: User) -> HttpResponse:
    """Sign the person in, past the second step if they have one."""
    home = reverse("workspace:home")
    response = perform_login(request, person, redirect_url=home)
    messages.success(
        request, _("Welcome, %(name)s. Your access is ready.") % {"name": person.name}
    )
    return response


def _has_account(found: Invitation) -> bool:
    return User.objects.filter(email__iexact=found.email).exists()


def _about(found: Invitation) -> dict[str, object]:
    return {
        "invitation": found,
        "organisation": found.organisation,
        "sign_in_url": reverse("account_login"),
    }


def _not_open(request: HttpRequest, state: str) -> HttpResponse:
    status = 404 if state == "unknown" else GONE
    context = {"state": state}
    return render(request, "network/account/not_open.html", context, status=status)


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    if refusal.code in {"used", "revoked", "expired"}:
        return _not_open(request, refusal.code)
    context = {"state": "refused", "sentence": str(refusal)}
    return render(request, "network/account/not_open.html", context, status=409)


def _wrong_code(state: str) -> str:
    if state == "expired":
        return _("This letter has expired. Ask whoever gave it to you for a new one.")
    return _(
        "This address and this code do not belong together. Check both; after five "
        "wrong codes a new letter is needed."
    )
