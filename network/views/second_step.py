"""One's own second step: how it stands, adding and removing, the sheet of codes."""

from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network import steps
from network.models import User
from network.services import second_step


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def overview(request: HttpRequest) -> HttpResponse:
    """What the person has set up, what is asked of them and why."""
    return render(request, "mfa/index.html", _standing_of(request))


@never_cache
@reauthentication_required(app="allauth.mfa")
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """A new sheet of recovery codes, shown in the answer and nowhere else."""
    context = _standing_of(request)
    if not context["ready"]:
        return redirect("mfa_index")
    if request.method == "POST":
        return show_codes(request)
    return render(request, "mfa/recovery_codes/index.html", context)


def show_codes(request: HttpRequest, added: str = "") -> HttpResponse:
    """Make a sheet and show it: kept in the session, the codes would be stored."""
    made = second_step.make_codes(person=cast(User, request.user))
    if added:
        # The page says so itself.
        list(messages.get_messages(request))
    context = {"codes": made, "added": added, "digits": second_step.CODE_DIGITS}
    return render(request, "mfa/recovery_codes/sheet.html", context)


def _after_adding(request: HttpRequest, response: HttpResponse, added: str) -> Any:
    """The codes at once, for whoever has none."""
    if second_step.codes_left(cast(User, request.user)):
        return response
    return show_codes(request, added)


class AddApp(ActivateTOTPView):
    """An application of the telephone."""

    def form_valid(self, form: Any) -> HttpResponse:
        return _after_adding(self.request, super().form_valid(form), "app")


class AddKey(AddWebAuthnView):
    """A passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        return _after_adding(self.request, super().form_valid(form), "key")


class RemoveApp(DeactivateTOTPView):
    """Asks before the application is taken away."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _standing_of(self.request)


class RemoveKey(RemoveWebAuthnView):
    """Asks before a passkey is taken away."""

    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _standing_of(self.request)


def _standing_of(request: HttpRequest) -> dict[str, Any]:
    person = cast(User, request.user)
    found = list(Authenticator.objects.filter(user=person).order_by("pk"))
    app = next((each for each in found if each.type == Authenticator.Type.TOTP), None)
    keys = [each for each in found if each.type == Authenticator.Type.WEBAUTHN]
    ready = bool(app or keys)
    return {
        "app": app,
        "keys": keys,
        "ready": ready,
        "last_one": bool(app) + len(keys) == 1,
        "codes_left": second_step.codes_left(person),
        "codes_total": second_step.CODES,
        "required": steps.must_have(person),
        "must_now": bool(steps.missing(request.session, person)),
    }
