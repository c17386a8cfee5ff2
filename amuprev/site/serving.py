"""The home page and the areas by the shortest way: one question to the database each.

Wagtail finds a page by walking the tree from its site, seven questions for a record.
The addresses of home and areas are fixed in code, so the page is fetched at once and
given to Wagtail, whose hooks and rules for serving stay in force.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import register_converter
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from amuprev.foundation.addresses import AREAS, area_address, language_in_use
from amuprev.site.areas import AREA_PAGES
from amuprev.site.models import HomePage


class AreaWord:
    """An area's word in the address, in either language."""

    regex = "|".join(
        sorted({word for words in AREAS.values() for word in words.values()})
    )

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AreaWord, "area")


def _give_to_wagtail(
    request: HttpRequest, model: type[Page], parts: list[str], path: str
) -> HttpResponse:
    page = (
        model.objects.live()
        .filter(locale__language_code=language_in_use())
        .select_related("locale", "content_type")
        .first()
    )
    if page is None:
        raise Http404
    # Where Wagtail itself keeps what it found for a request.
    asked: Any = request
    asked._wagtail_route_for_request = page.route(request, parts)
    return serve(request, path)


@require_safe
def serve_home(request: HttpRequest) -> HttpResponse:
    """The home page of the active language."""
    return _give_to_wagtail(request, HomePage, [], "")


@require_safe
def serve_area(request: HttpRequest, word: str, rest: str = "") -> HttpResponse:
    """A page of an area; the other language's word leads to this language's."""
    area = next(key for key, words in AREAS.items() if word in words.values())
    if word != AREAS[area][language_in_use()]:
        query = request.META.get("QUERY_STRING", "")
        address = area_address(area) + rest + (f"?{query}" if query else "")
        return redirect(address, permanent=True)
    parts = [part for part in rest.split("/") if part]
    return _give_to_wagtail(request, AREA_PAGES[area], parts, f"{word}/{rest}")
