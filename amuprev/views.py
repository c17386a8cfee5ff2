"""The project's own views: health, and the page for a form that grew stale."""

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """Database, migrations, cache and storage are in order, or 503 naming which is not."""
    checks = {
        "database": _database_answers(),
        "migrations": _nothing_to_migrate(),
        "cache": _cache_keeps(),
        "storage": _storage_writes(),
    }
    return JsonResponse(checks, status=200 if all(checks.values()) else 503)


def favicon(request: HttpRequest) -> HttpResponse:
    """The portal's mark, under the static name it has today."""
    return redirect(static("img/favicon.svg"), permanent=True)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token expired: says so, and how to go on without losing the text."""
    return render(request, "403_csrf.html", status=403)


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


def _storage_writes() -> bool:
    """Writes and removes an empty file where evidence is kept."""
    storage = storages["evidence"]
    try:
        storage.delete(storage.save("readyz", ContentFile(b"")))
    except OSError:
        return False
    return True
