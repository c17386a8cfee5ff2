"""The project's own views: health, and the page for a form that grew stale."""

from collections.abc import Callable
from contextlib import suppress

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from django.views.defaults import bad_request

from amuprev.foundation import pulse
from amuprev.foundation.exports.turns import NoTurn, take_turn
from network.views import held

PART = 1024 * 1024
MOST_PARTS = 64
MOST_LOOKING = 4
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Database, migrations, cache and storage are in order, or 503 naming which is not.

    A missing worker or mails that wait are named too, without turning 503: pages
    and forms go on, and what waits is done later. Anybody may ask, and each answer
    writes: one at a time for each address, so that nobody's saving waits for it.
    """
    try:
        turn = take_turn(
            get_adapter().get_client_ip(request),
            most=MOST_LOOKING,
            most_each=1,
            room="readiness",
        )
    except NoTurn:
        return JsonResponse({}, status=429, headers={"Retry-After": "1"})
    try:
        return _readiness()
    finally:
        turn.give_back()


def _readiness() -> JsonResponse:
    checks = {
        "database": _database_answers(),
        "migrations": _nothing_to_migrate(),
        "cache": _cache_keeps(),
        "storage": _storage_writes(),
    }
    status = 200 if all(checks.values()) else 503
    in_background = {
        "worker": _in_background(pulse.worker_is_seen),
        "mail": _in_background(lambda: not pulse.late_mails()),
    }
    return JsonResponse(checks | in_background, status=status)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The portal's mark, under the static name it has today."""
    return redirect(static("img/favicon.svg"), permanent=True)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token expired: kept for its writer, or told how to save the text."""
    return held.stale(request) or render(request, "403_csrf.html", status=403)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request nobody can read: 413 with what to do when it was only too long."""
    if not isinstance(exception, TOO_MUCH):
        return bad_request(request, exception)
    _read_to_the_end(request)
    most = {"megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2}
    return render(request, "413.html", most, status=413)


def _read_to_the_end(request: HttpRequest) -> None:
    """A browser that is still sending when it is answered shows a broken connection."""
    with suppress(OSError):
        for _part in range(MOST_PARTS):
            if not request.read(PART):
                return


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False


def _nothing_to_migrate() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _cache_keeps() -> bool:
    try:
        cache.set("readyz", "kept", 10)
        return cache.get("readyz") == "kept"
    except (DatabaseError, OSError):
        return False


def _in_background(goes_on: Callable[[], bool]) -> bool:
    try:
        return goes_on()
    except DatabaseError:
        return False


def _storage_writes() -> bool:
    """Writes and removes an empty file where evidence is kept."""
    storage = storages["evidence"]
    try:
        storage.delete(storage.save("readyz", ContentFile(b"")))
    except OSError:
        return False
    return True
