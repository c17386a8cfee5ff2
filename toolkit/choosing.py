"""For which country the guide is read: as the address says, else as this browser was
told when a reader asked for it. Nothing is kept unless they did."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers

from amuprev.foundation.addresses import language_in_use
from toolkit.addresses import COUNTRY_WORDS
from toolkit.choices import GUIDE_COUNTRIES

KEEP = "keep"
A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Chosen:
    """A country of the guide, or none; and whether this browser keeps it."""

    country: str = ""
    kept: bool = False


def chosen(request: HttpRequest) -> Chosen:
    """The country of the address; without one, that which the browser keeps."""
    kept = _known(request.COOKIES.get(settings.COUNTRY_COOKIE_NAME, ""))
    asked = _asked(request.GET)
    if asked is None:
        return Chosen(kept, kept=bool(kept))
    return Chosen(asked, kept=bool(asked) and asked == kept)


def read_for_a_country(view: Callable[..., HttpResponseBase]) -> Callable[..., Any]:
    """Keep the choice where the form of countries asks for it; tell caches of it."""

    @wraps(view)
    def read(request: HttpRequest, *args: Any) -> HttpResponseBase:
        if KEEP in request.GET and request.method in ("GET", "HEAD"):
            return _kept(request)
        response = view(request, *args)
        patch_vary_headers(response, ("Cookie",))
        return response

    return read


def _asked(data: QueryDict) -> str | None:
    """The country that an address names; empty for all of them, None for no word."""
    words = [str(data[word]) for word in COUNTRY_WORDS.values() if word in data]
    return _known(words[0]) if words else None


def _known(text: str) -> str:
    code = text.upper()
    return code if code in set(GUIDE_COUNTRIES) else ""


def _kept(request: HttpRequest) -> HttpResponse:
    """To the same page with the country in its address, remembered or forgotten."""
    country = _asked(request.GET) or ""
    left = request.GET.copy()
    for word in (KEEP, *COUNTRY_WORDS.values()):
        left.pop(word, None)
    if country:
        left[COUNTRY_WORDS[language_in_use()]] = country.lower()
    query = left.urlencode()
    response = redirect(f"{request.path}?{query}" if query else request.path)
    name = settings.COUNTRY_COOKIE_NAME
    if country:
        response.set_cookie(
            name,
            country,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    elif name in request.COOKIES:
        response.delete_cookie(name, samesite="Lax")
    response["Cache-Control"] = "no-store"
    return response
