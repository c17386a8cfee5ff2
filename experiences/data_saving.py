"""Whether a reader spares data: by the address, else by what the browser asks for."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from experiences.film_addresses import FULL, SAVES, SAVING

HEADER = "Save-Data"


def saves_data(request: HttpRequest) -> bool:
    """True when pictures are to become links that say what they weigh."""
    asked = request.GET.get(SAVING)
    if asked in (SAVES, FULL):
        return asked == SAVES
    return request.headers.get(HEADER, "").strip().lower() == "on"


def kept_choice(request: HttpRequest) -> str:
    """What the address says of it, for the links that lead on."""
    asked = request.GET.get(SAVING, "")
    return asked if asked in (SAVES, FULL) else ""


def told_apart(response: HttpResponse) -> HttpResponse:
    """The answer, with what caches must know: it differs by that header."""
    patch_vary_headers(response, (HEADER,))
    return response
