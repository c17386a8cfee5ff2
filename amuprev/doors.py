"""Who may enter the editors' admin: decided here, before Wagtail's own check."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def editors_only(view: View) -> View:
    """Refuses signed-in people who do not edit.

    Wagtail would send them to sign in, which sends them back: a loop.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
