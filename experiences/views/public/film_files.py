"""The only door to the files of films: each reading asks whether they may be seen."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from experiences import rules
from experiences.film_lines import SMALL_STILL, file_name, mark_of_words, still_name
from experiences.media.ranges import Part, Unsatisfiable, part_asked
from experiences.models import Film, Rendition
from experiences.small_stills import small_still

CHUNK = 64 * 1024
PICTURE = "image/webp"
TRACK = re.compile(
    r"(captions|subtitles|chapters|descriptions)\.(es|en)(?:-([0-9a-f]{8}))?\.vtt"
)
# Hiding must work everywhere within a minute.
PUBLIC_FOR = "public, max-age=60"
FOR_NOBODY_ELSE = "private, no-store"


@require_safe
def film_file(request: HttpRequest, film: UUID, name: str) -> HttpResponseBase:
    """A copy, the still picture or a track of a film, whole or the part asked for.

    Of what is not public only to those who may read the film in the workspace.
    """
    row = Film.objects.filter(uuid=film).select_related("owner", "current").first()
    if row is None:
        raise Http404
    public = row.is_public
    if not public and not _may_read(request, row):
        raise Http404
    caching = PUBLIC_FOR if public else FOR_NOBODY_ELSE
    if found := TRACK.fullmatch(name):
        return _track(request, row, *found.groups())
    opened, content_type, tag = _opened(row, name)
    response = _sent(request, opened, content_type, tag, head=request.method == "HEAD")
    if "audio" in content_type or "save" in request.GET:
        told = content_disposition_header(
            "save" in request.GET, f"amuprev-{row.slug or row.pk}-{name}"
        )
        response["Content-Disposition"] = told or "inline"
    return _guarded(response, caching)


def _may_read(request: HttpRequest, film: Film) -> bool:
    user = request.user
    return user.is_authenticated and rules.may_read(user, film)


def _track(
    request: HttpRequest, film: Film, kind: str, language: str, mark: str | None
) -> HttpResponse:
    """What was not read together with its file is for its own people alone.

    With a mark only those very words: others would not be those of the page.
    """
    track = film.tracks.filter(kind=kind, language=language).first()
    if track is None or mark not in (None, mark_of_words(track)):
        raise Http404
    public = film.is_public and track.is_served
    if not public and not _may_read(request, film):
        raise Http404
    response = HttpResponse(track.text, content_type="text/vtt; charset=utf-8")
    return _guarded(response, PUBLIC_FOR if public else FOR_NOBODY_ELSE)


def _opened(film: Film, name: str) -> tuple[IO[bytes], str, str]:
    """The file of this name, its type, and what tells it from any other."""
    small = name.startswith(SMALL_STILL)
    stored, content_type, tag = _stored(film, name.removeprefix(SMALL_STILL))
    try:
        if not small:
            return stored.open("rb"), content_type, tag
        if content_type != PICTURE:
            raise Http404
        return BytesIO(small_still(stored.name)), content_type, f"{SMALL_STILL}{tag}"
    except FileNotFoundError as missing:
        raise Http404 from missing


def _stored(film: Film, name: str) -> tuple[Any, str, str]:
    if film.poster and name == still_name(film):
        return film.poster, PICTURE, film.poster.name or ""
    rows = Rendition.objects.ready().filter(original=film.current_id)
    row = rows.filter(kind=name.partition("-")[0]).first()
    if row is None or name != file_name(row):
        raise Http404
    return row.file, row.content_type, row.sha256


def _sent(
    request: HttpRequest, file: IO[bytes], content_type: str, tag: str, *, head: bool
) -> HttpResponseBase:
    size = file.seek(0, 2)
    etag = f'"{tag}"'
    if request.headers.get("If-None-Match") == etag:
        file.close()
        return _with(HttpResponse(status=304), etag)
    try:
        part = _part(request, size, etag)
    except Unsatisfiable:
        file.close()
        response = HttpResponse(status=416, content_type=content_type)
        response["Content-Range"] = f"bytes */{size}"
        return _with(response, etag)
    sent = part or Part(0, size - 1)
    if head:
        file.close()
        answer: HttpResponseBase = HttpResponse(content_type=content_type)
    else:
        answer = StreamingHttpResponse(_Reading(file, sent), content_type=content_type)
    if part is not None:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {part.first}-{part.last}/{size}"
    answer["Content-Length"] = str(sent.length)
    return _with(answer, etag)


def _part(request: HttpRequest, size: int, etag: str) -> Part | None:
    """The part that is asked for; the whole where the file is no longer the same."""
    same = request.headers.get("If-Range", etag)
    if same != etag:
        return None
    return part_asked(request.headers.get("Range", ""), size)


class _Reading:
    """The bytes of a part, some at a time; closes its file, read or not."""

    def __init__(self, file: IO[bytes], part: Part) -> None:
        self.file, self.left = file, part.length
        file.seek(part.first)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        some = self.file.read(min(CHUNK, self.left)) if self.left else b""
        if not some:
            raise StopIteration
        self.left -= len(some)
        return some

    def close(self) -> None:
        """Called by whoever serves, also when the reader left in the middle."""
        self.file.close()


def _with(response: Any, etag: str) -> Any:
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    # Compressed it could not be cut into parts.
    response["Content-Encoding"] = "identity"
    return response


def _guarded(response: Any, caching: str) -> Any:
    response["Cache-Control"] = caching
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
