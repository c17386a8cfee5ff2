"""When nothing can be saved, the disk being full: saying so, and keeping the text."""

import errno
import logging
import sys
from collections.abc import Iterator
from typing import Any

from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from network.views import held

logger = logging.getLogger("amuprev.no_room")

RETRY_SECONDS = 60
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OF_FILES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
# What the lowest byte of SQLite's codes says: read-only, input/output, full.
OF_SQLITE = frozenset({8, 10, 13})
# PostgreSQL's states for a full disk, a disk that fails and a server that only reads.
OF_POSTGRESQL = frozenset({"53100", "58030", "25006"})


def failed(request: HttpRequest) -> HttpResponse:
    """The answer to a fault: that nothing can be saved, or that something failed."""
    if not cannot_save(sys.exc_info()[1]):
        return server_error(request)
    logger.error("Nothing can be saved: no room left, or the disk only reads.")
    try:
        return not_saved(request)
    # Whatever else is wrong now, somebody waits for an answer.
    except Exception:  # noqa: BLE001
        return server_error(request)


def not_saved(request: HttpRequest) -> HttpResponse:
    """Says that nothing was saved, with what was typed and a button to send it again."""
    response: HttpResponse
    if held.wants_json(request):
        words = _("Not saved: the portal has no room. Your text stays on this page.")
        response = JsonResponse({"message": words}, status=503)
    else:
        response = render(request, "503.html", _what_was_sent(request), status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    add_never_cache_headers(response)
    return response


def cannot_save(fault: BaseException | None) -> bool:
    """True when a fault, or one that it came from, says that nothing can be written."""
    return any(_says_so(each) for each in _with_causes(fault))


class ReadingSessionMiddleware(SessionMiddleware):
    """Sessions, whose time of the last visit may go unnoted when there is no room.

    A page that was only read is still shown then.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        """Save the session; a page read does not fail because that cannot be done."""
        try:
            return super().process_response(request, response)
        except DatabaseError as fault:
            if request.method in READING and cannot_save(fault):
                return response
            raise


def _with_causes(fault: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or fault.__context__


def _says_so(fault: BaseException) -> bool:
    sqlite = getattr(fault, "sqlite_errorcode", None)
    return (
        (isinstance(fault, OSError) and fault.errno in OF_FILES)
        or (sqlite is not None and sqlite & 0xFF in OF_SQLITE)
        or getattr(fault, "sqlstate", None) in OF_POSTGRESQL
    )


def _what_was_sent(request: HttpRequest) -> dict[str, Any]:
    if request.method in READING:
        return {"sent": False}
    if not held.is_kept(request):
        return {"sent": True}
    return {
        "sent": True,
        "path": request.get_full_path(),
        **held.as_typed(request.POST),
        "attached": bool(request.FILES),
    }
