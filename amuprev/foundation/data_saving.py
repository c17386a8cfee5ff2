"""Whether a reader spares data: by the address, else by what the browser asks for."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# By this word of the address a reader asks for links in the place of pictures, or for
# the pictures although the browser asks to save.
SAVING = "data"
SAVES, FULL = "saving", "full"
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


def with_choice(address: str, kept: str) -> str:
    """An address that leads on with the reader's choice; without one, as it is."""
    if not kept:
        return address
    path, mark, at = address.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode({SAVING: kept})}{mark}{at}"


def switch_address(request: HttpRequest, *, saving: bool) -> str:
    """The same page with the other choice."""
    asked = request.GET.copy()
    asked[SAVING] = FULL if saving else SAVES
    return f"?{asked.urlencode()}"


def told_apart(response: HttpResponse) -> HttpResponse:
    """The answer, with what caches must know: it differs by that header."""
    patch_vary_headers(response, (HEADER,))
    return response


def picture_told(request: HttpRequest) -> None:
    """Note that the page of this request tells of a picture: it differs by that header."""
    request.tells_of_pictures = True  # type: ignore[attr-defined]  # read just below


def tells_of_pictures(request: HttpRequest) -> bool:
    """Whether the page that was made for this request tells of a picture."""
    return getattr(request, "tells_of_pictures", False)
