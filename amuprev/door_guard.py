"""The door on the roof: the second step, and what somebody is told who tried too often."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from network import steps
from network.services import entrance
from network.tries import ACCOUNT_SECONDS, Slowed

Handler = Callable[[HttpRequest], HttpResponse]
TYPED = ("login", "email")
# For anybody, signed in or not.
PASSING = frozenset(
    {
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
    }
)
# All that a session is good for whose person has no second step yet and needs one.
SETTING_UP = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "account_logout",
        "account_reauthenticate",
    }
)
ADMINISTRATIONS = ("/admin/", "/cms/")


class SecondStepMiddleware:
    """Who lacks their second step is nobody, but where they set it up.

    So no page, not even one that is forgotten here, can be reached with the password
    alone. Like whoever is signed in, it is asked late: public pages do not ask.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person: Any = request.user
        whole: Any = SimpleLazyObject(lambda: _nobody_by_half(request, person))
        setattr(request, "half_signed_in", person)  # noqa: B010  untyped
        request.user = whole
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Leads them to where they set it up, or to sign in again."""
        name = _name_of(request)
        if name in PASSING or not _is_private(request):
            return None
        lacking = _lacking(request, name, getattr(request, "half_signed_in"))  # noqa: B009
        if lacking == steps.SET_UP and name not in SETTING_UP:
            return redirect("mfa_index")
        if lacking == steps.TAKE:
            logout(request)
            messages.info(request, _("Sign in once more, with your second step."))
            onward = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_login')}?{onward}")
        return None


class TooManyTriesMiddleware:
    """Answers 429 with the time to wait and the way in that is still open."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Turns Slowed into an answer; anything else is somebody else's."""
        if not isinstance(exception, Slowed):
            return None
        if exception.first:
            entrance.note_slowed(account=exception.account)
        return wait(request, exception.seconds, door=exception.door)


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to whoever opens the library's pages too often."""
    return wait(request, ACCOUNT_SECONDS, door="")


def wait(request: HttpRequest, seconds: int, *, door: str) -> HttpResponse:
    """Says how long to wait; whoever typed an address can have a link mailed to it."""
    typed = next((request.POST[name] for name in TYPED if request.POST.get(name)), "")
    context = {"minutes": -(-seconds // 60), "door": door, "typed": typed[:254]}
    response = render(request, "429.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


def _nobody_by_half(request: HttpRequest, person: Any) -> Any:
    name = _name_of(request)
    lacking = _lacking(request, name, person)
    whole = not lacking or (lacking == steps.SET_UP and name in SETTING_UP)
    return person if whole else AnonymousUser()


def _lacking(request: HttpRequest, name: str, person: Any) -> str:
    return steps.missing(request.session, person, surely=name in SETTING_UP)


def _name_of(request: HttpRequest) -> str:
    """The name of the account page that was asked for; empty for any other page."""
    match = request.resolver_match
    if match is None:
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return ""
    return "" if match.namespaces else match.url_name or ""


def _is_private(request: HttpRequest) -> bool:
    """True for what only somebody who is signed in has any business with."""
    match = request.resolver_match
    own = match is not None and bool({"network", "workspace"} & set(match.namespaces))
    account = request.path.startswith(reverse("account_front"))
    return own or account or request.path.startswith(ADMINISTRATIONS)
