"""Photos of exchanges and documents: the only door to them for people not signed in."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.models import Page

from twinnings.models import Exchange, ExchangePhoto, Twinning
from twinnings.reading import shown_documents, shown_photos
from twinnings.small_photos import small_photo

SMALL_TYPE = "image/webp"
SIZES = ("small", "large")
# Hiding must work everywhere within a minute.
KEPT = "public, max-age=60"


def twinning_piece(
    request: HttpRequest, page: Page, slug: str, key: str, size: str
) -> HttpResponseBase:
    """A document of a twinning the world may read now."""
    public = Twinning.objects.public().filter(slug=slug)
    rows = shown_documents().filter(twinning__in=public, exchange=None)
    return _sent(rows.exclude(file="").filter(uuid=key).first(), slug, size)


def exchange_piece(
    request: HttpRequest, page: Page, number: int, key: str, size: str
) -> HttpResponseBase:
    """A photo or document of an exchange the world may read now."""
    public = Exchange.objects.public().filter(pk=number if number < 2**63 else 0)
    row = (
        shown_photos().filter(uuid=key, exchange__in=public).first()
        or shown_documents()
        .exclude(file="")
        .filter(uuid=key, exchange__in=public)
        .first()
    )
    return _sent(row, str(number), size)


def _sent(row: Any, name: str, size: str) -> HttpResponseBase:
    if row is None or size not in SIZES:
        raise Http404
    picture = isinstance(row, ExchangePhoto)
    try:
        if picture and size == "small":
            answer: HttpResponseBase = HttpResponse(
                small_photo(row), content_type=SMALL_TYPE
            )
        else:
            answer = FileResponse(
                row.file.open("rb"),
                as_attachment=not picture,
                filename=f"{name}-{str(row.uuid)[:8]}{Path(row.file.name or '').suffix}",
                content_type=row.content_type,
            )
    except FileNotFoundError:
        raise Http404 from None
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = KEPT
    return answer
