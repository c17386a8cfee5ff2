"""Sessions on the roof: their limits, what waits for their end, what one leaves behind."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from network import session_limits, typist
from network.models import User
from network.services.sessions import expire_session
from network.session_limits import Sitting
from network.views import held

Handler = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]

# Not "cookies": it would also sign the person out of other services of their domain.
FORGET = '"cache", "storage"'
WAYS_OUT = frozenset({"account_logout", "admin:logout", "wagtailadmin_logout"})


class SessionLimitsMiddleware:
    """Holds the signed-in person to the limits of their session.

    The check waits until somebody asks who is signed in: public pages do not ask,
    so they neither read nor write a session.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person: Any = SimpleLazyObject(lambda: _person_within_limits(request))
        request.user = person
        response = self.get_response(request)
        if request.session.accessed and isinstance(request.user, User):
            sitting = _keep_time(request, request.user)
            typist.remember(request, response, request.user, shared=sitting.shared)
        return response


class HeldPostMiddleware:
    """Keeps what was typed when a form arrives without a session, and sends it on.

    By now the token was checked: no other site can leave anything here.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        post = getattr(request, "held_post", None)
        return held.after_sending(request, response, post) if post else response

    def process_view(
        self, request: HttpRequest, view: View, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Answers in place of the view when there is nobody to send the form."""
        if not held.is_kept(request):
            return None
        if not request.user.is_authenticated:
            return held.session_over(request)
        if held.HELD in request.POST:
            setattr(request, "held_post", held.bring_files(request))  # noqa: B010  untyped
        return None


class SignOutMiddleware:
    """Leaves nothing of the person on the computer after they press «Sign out»."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        shared = getattr(request, "leaves_shared", None)
        if shared is not None and not request.user.is_authenticated:
            response.delete_cookie(settings.CSRF_COOKIE_NAME, samesite="Lax")
            typist.forget(response)
            if shared:
                response["Clear-Site-Data"] = FORGET
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: tuple, kwargs: dict
    ) -> None:
        """Notes whose computer it is, while the session still knows."""
        match = request.resolver_match
        if request.method == "POST" and match and match.view_name in WAYS_OUT:
            sitting = session_limits.sitting_of(request.session)
            setattr(request, "leaves_shared", sitting is None or sitting.shared)  # noqa: B010  untyped


def _person_within_limits(request: HttpRequest) -> User | AnonymousUser:
    person = get_user(request)
    sitting = session_limits.sitting_of(request.session)
    if not isinstance(person, User) or sitting is None:
        return person
    limits = session_limits.limits_for(
        secretariat=person.standing.secretariat, shared=sitting.shared
    )
    if limit := sitting.broken(limits, timezone.now()):
        expire_session(session=request.session, person=person, limit=limit)
        return AnonymousUser()
    return person


def _keep_time(request: HttpRequest, person: User) -> Sitting:
    now = timezone.now()
    sitting = session_limits.sitting_of(request.session)
    if sitting is None:
        secretariat = person.standing.secretariat
        return session_limits.begin(request.session, secretariat=secretariat, now=now)
    if sitting.is_old_news(now):
        session_limits.touch(request.session, sitting, now)
    return sitting
