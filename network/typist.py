"""Who types at this browser: a signed cookie, set when somebody signs in.

A form that arrives without a session is kept for the person who opened it. The
cookie names the last people who signed in here and did not sign out, each with a
mark of the token that their forms carry. It lets nobody in, shows nothing that
was typed, and is worth nothing to another site: it is sent from our own pages only.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

# Django offers no public way back from a form's token to its secret.
from django.middleware.csrf import (  # type: ignore[attr-defined]
    InvalidTokenFormat,
    _check_token_format,
    _unmask_cipher_token,
)
from django.utils.crypto import salted_hmac

from network.models import User

SALT = "network.typist"
MOST_PEOPLE = 3
DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Typist:
    """Somebody who signed in here, the mark of their forms, and whose computer it was."""

    person_id: int
    mark: str
    shared: bool


def typists(request: HttpRequest) -> list[Typist]:
    """Those who signed in at this browser, the last one first."""
    signed = request.COOKIES.get(settings.TYPIST_COOKIE_NAME, "")
    try:
        rows = signing.loads(signed, salt=SALT, max_age=settings.HELD_POST_DAYS * DAY)
        return [Typist(int(pk), str(mark), bool(shared)) for pk, mark, shared in rows]
    except (signing.BadSignature, TypeError, ValueError):
        return []


def typist_of_form(request: HttpRequest) -> Typist | None:
    """The person who opened the form that was posted, by its token."""
    token = request.POST.get("csrfmiddlewaretoken", "")
    try:
        _check_token_format(token)
    except InvalidTokenFormat:
        return None
    mark = _mark(_unmask_cipher_token(token))
    return next((each for each in typists(request) if each.mark == mark), None)


def person_of_form(request: HttpRequest) -> User | None:
    """The same, as somebody whose account is open."""
    typist = typist_of_form(request)
    if typist is None:
        return None
    return User.objects.filter(pk=typist.person_id, is_active=True).first()


def is_here(request: HttpRequest, person: User) -> bool:
    """True when the person signed in at this browser and did not sign out."""
    return any(each.person_id == person.pk for each in typists(request))


def was_shared(request: HttpRequest, person: User) -> bool:
    """What the person said of this computer when they last signed in; shared if unknown."""
    said = [each.shared for each in typists(request) if each.person_id == person.pk]
    return said[0] if said else True


def remember(
    request: HttpRequest, response: HttpResponse, person: User, *, shared: bool
) -> None:
    """Set the cookie unless it already names the person with the token of today."""
    secret = request.META.get("CSRF_COOKIE")
    if not secret:
        return
    typist, known = Typist(person.pk, _mark(secret), shared), typists(request)
    if typist in known[:1]:
        return
    earlier = [each for each in known if each.mark != typist.mark]
    rows = [typist, *earlier][:MOST_PEOPLE]
    response.set_cookie(
        settings.TYPIST_COOKIE_NAME,
        signing.dumps(
            [[each.person_id, each.mark, each.shared] for each in rows], salt=SALT
        ),
        max_age=None if shared else settings.HELD_POST_DAYS * DAY,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def forget(response: HttpResponse) -> None:
    """Drop the cookie: whoever signs out leaves no name behind."""
    response.delete_cookie(settings.TYPIST_COOKIE_NAME, samesite="Strict")


def _mark(secret: str) -> str:
    return salted_hmac(SALT, secret, algorithm="sha256").hexdigest()[:24]
