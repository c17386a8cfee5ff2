"""What every answer of the portal must carry."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from amuprev.foundation.data_saving import tells_of_pictures, told_apart
from network.choices import Act
from network.knocks import too_many_for
from network.models import User
from network.services import audit

Handler = Callable[[HttpRequest], HttpResponse]

EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}


# What a page may ask of the computer it is read on: nothing.
NO_PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


class LanguageMiddleware(LocaleMiddleware):
    """Finds the reader's language, and leaves what programs are told as it is.

    Anything else that is not found is looked for under a language.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith("/api/"):
            return response
        return super().process_response(request, response)


class OwnSiteMiddleware:
    """Keeps other sites out of the portal, and pages from asking the computer for more."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Instead of the name of the program that serves it.
        response.setdefault("Server", "amuprev")
        response.setdefault("Permissions-Policy", NO_PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return response


class OwnPagesMiddleware:
    """Says in a page of ours what the server would answer without a word."""

    longest_address = 8_000

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if len(request.get_full_path()) > self.longest_address:
            return _own_page(request, 414)
        # No address of ours holds this sign, and PostgreSQL takes it in no text.
        if "\x00" in request.path_info:
            return _own_page(request, 404)
        response = self.get_response(request)
        if (
            response.status_code == 405
            and not response.content
            and _reads_pages(request)
        ):
            page = _own_page(request, 405)
            page["Allow"] = response["Allow"]
            return page
        return response


def _own_page(request: HttpRequest, status: int) -> HttpResponse:
    """The page for this status, which does not repeat what was asked for."""
    request.path, request.META["QUERY_STRING"] = "/", ""
    return render(request, f"{status}.html", status=status)


def _reads_pages(request: HttpRequest) -> bool:
    """True when a person sees the answer, not a script."""
    return "text/html" in request.headers.get("Accept", "")


class EditorPolicyMiddleware:
    """Loosens the content policy under /cms/ only.

    Wagtail's editor sets inline scripts and styles:
    https://github.com/wagtail/wagtail/issues/1288
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/cms/"):
            # django-csp's own hook, which its decorators set in the same way.
            setattr(response, "_csp_replace", EDITOR_POLICY)  # noqa: B010  untyped
        return response


class PrivatePagesMiddleware:
    """Keeps signed-in pages out of every cache."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        signed_in = request.session.accessed and request.user.is_authenticated
        # A page with a form's token is one person's page too.
        if signed_in or "CSRF_COOKIE" in request.META:
            add_never_cache_headers(response)
        return response


class SparedPicturesMiddleware:
    """Tells caches that a page with an editor's pictures differs for who spares data."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        return told_apart(response) if tells_of_pictures(request) else response


class RefusedAccessMiddleware:
    """Tells the audit trail which pages a signed-in person asked for and did not get.

    Not more often than anybody errs, so that a script cannot fill the trail.
    """

    closed = frozenset({403, 404})
    doors = ("/admin/", "/cms/")
    most_an_hour = 60

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in self.closed and self._is_private(request):
            self._tell(request, response.status_code)
        return response

    def _is_private(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        of_workspace = match is not None and bool(
            {"network", "workspace"} & set(match.namespaces)
        )
        return of_workspace or request.path.startswith(self.doors)

    def _tell(self, request: HttpRequest, status: int) -> None:
        user = request.user
        if not isinstance(user, User):
            return
        try:
            if too_many_for("refused", str(user.pk), self.most_an_hour):
                return
        except OSError:  # nothing can be kept: there is no room
            return
        match = request.resolver_match
        asked = (
            {name: str(value)[:80] for name, value in match.kwargs.items()}
            if match
            else {}
        )
        route = match.view_name if match else ""
        audit.refused(
            Act.ACCESS_REFUSED, by=user, route=route, asked=asked, status=status
        )


class OwnLanguageMiddleware:
    """Shows the two administrations in the person's own language, Spanish by default.

    Their addresses carry no language, so the browser's would be taken otherwise.
    """

    doors = ("/admin/", "/cms/")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.doors):
            language = getattr(request.user, "language", "") or settings.LANGUAGE_CODE
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)
