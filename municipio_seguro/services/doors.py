"""The door of a consultation: many go through at once, and one closes it behind all.

On PostgreSQL a shared lock lets responses in side by side, and the closing waits for
those inside; SQLite lets one write at a time anyway.
"""

from django.db import connection

from municipio_seguro.models import Consultation

# Of locks of ours, apart from those of others.
SPACE = 8_202
SHARED = "SELECT pg_advisory_xact_lock_shared(%s, %s)"
ALONE = "SELECT pg_advisory_xact_lock(%s, %s)"


def go_through(consultation: Consultation) -> None:
    """Hold the door with all the others until the transaction ends."""
    _lock(SHARED, consultation)


def stand_alone(consultation: Consultation) -> None:
    """Wait until everybody is through, and let nobody in until the transaction ends."""
    _lock(ALONE, consultation)


def _lock(statement: str, consultation: Consultation) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement, [SPACE, consultation.pk])
