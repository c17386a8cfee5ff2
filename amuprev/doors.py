"""Who may enter the editors' admin, and what leaves it: decided before Wagtail's own check."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from amuprev.site.desk_rights import is_closed

PAGE_ARGUMENTS = ("page_to_move_id",)
View = Callable[..., HttpResponse]


def nowhere(request: HttpRequest) -> HttpResponse:
    """A screen of Wagtail that the portal does not offer."""
    raise Http404


def editors_only(view: View) -> View:
    """Refuses signed-in people who do not edit, and authors what is not theirs.

    Wagtail would send them to sign in, which sends them back: a loop.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        if user.is_authenticated and _holds_nonsense(kwargs):
            raise Http404
        if user.is_authenticated and is_closed(request, kwargs):
            raise PermissionDenied
        if not (request.POST.get("next") or "/").startswith("/"):
            # Wagtail would take a word for the name of one of its views, and fail.
            raise BadRequest
        return view(request, *args, **kwargs)

    return guarded


def powerless(view: View) -> View:
    """Gives a file that editors uploaded without any power over who opens it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response

    return guarded


def _holds_nonsense(held: dict[str, object]) -> bool:
    """True for addresses at which Wagtail's screens fail instead of finding nothing.

    A file's number that is no number, and the root of the tree, which has no parent:
    it is never moved, ordered or translated.
    """
    number = held.get("pk")
    if isinstance(number, str) and not number.isdecimal():
        return True
    named = [held.get(name) for name in PAGE_ARGUMENTS]
    pages = [page for page in named if isinstance(page, int)]
    return bool(pages) and Page.objects.filter(pk__in=pages, depth=1).exists()
