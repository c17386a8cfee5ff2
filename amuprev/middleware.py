"""What every answer of the portal must carry."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

Handler = Callable[[HttpRequest], HttpResponse]

EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}


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
    """Keeps signed-in pages out of every cache, and other sites out of the portal."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        )
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        signed_in = request.session.accessed and request.user.is_authenticated
        # A page with a form's token is one person's page too.
        if signed_in or "CSRF_COOKIE" in request.META:
            add_never_cache_headers(response)
        return response


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
