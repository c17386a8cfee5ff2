"""Files sent while they are made: their headers, their compression, their end."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header

# Text shrinks to a sixth at the first level, and at three times the speed of the last.
LEVEL = 1
GZIP = 16 + zlib.MAX_WBITS
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Sending:
    """The pieces of a file, and what must be done when the last one was sent or none is
    wanted any more."""

    def __init__(self, pieces: Iterator[bytes], at_end: Callable[[], None]) -> None:
        self.pieces = pieces
        self.at_end = at_end
        self.ended = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.pieces
        finally:
            self.close()

    def close(self) -> None:
        """Called by the server in any case, also for a download that was cut."""
        if self.ended:
            return
        self.ended = True
        close = getattr(self.pieces, "close", None)
        if close is not None:
            close()
        self.at_end()


def send_file(
    request: HttpRequest,
    pieces: Iterable[bytes],
    name: str,
    at_end: Callable[[], None],
) -> HttpResponseBase:
    """An answer that is sent while it is made, and kept by no cache."""
    extension = name.rpartition(".")[2]
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "",
        # What is hidden must not come back from a cache.
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    }
    stream = iter(pieces)
    if extension != "xlsx" and _takes_gzip(request):
        headers["Content-Encoding"] = "gzip"
        stream = _compressed(stream)
    else:
        # Already compressed, or not wanted: the middleware must leave it alone.
        request.META.pop("HTTP_ACCEPT_ENCODING", None)
    if request.method == "HEAD":
        at_end()
        answer: HttpResponseBase = HttpResponse(headers=headers)
    else:
        answer = StreamingHttpResponse(Sending(stream, at_end), headers=headers)
    answer["Content-Type"] = CONTENT_TYPES[extension]
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def _takes_gzip(request: HttpRequest) -> bool:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "").lower()
    for each in accepted.split(","):
        coding, _semicolon, quality = (part.strip() for part in each.partition(";"))
        if coding in ("gzip", "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _compressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    first = True
    for piece in pieces:
        packed = packer.compress(piece)
        if first:
            # The headings leave at once, so that the reader sees that it began.
            packed += packer.flush(zlib.Z_SYNC_FLUSH)
            first = False
        if packed:
            yield packed
    yield packer.flush()
