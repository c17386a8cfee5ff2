"""What was pressed twice comes one after the other."""

import hashlib

from django.db import connection


def wait_for_the_same(request: str) -> None:
    """Hold the transaction until the same request is kept; SQLite does so anyway."""
    if connection.vendor == "postgresql":
        key = int.from_bytes(
            hashlib.blake2b(request.encode(), digest_size=8).digest(), signed=True
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
