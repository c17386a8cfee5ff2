"""Processor time, which a busy machine does not change: ours and the database's."""

import time
from pathlib import Path

from django.db import connection


class Clock:
    """Seconds of processor time so far, the server's included where it is on this
    machine and may be looked at; elsewhere the time that passes."""

    def __init__(self) -> None:
        self.server: Path | None = None
        self.alone = connection.vendor == "sqlite"
        if not self.alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                server = Path(f"/proc/{cursor.fetchone()[0]}")
            name = server / "comm"
            if name.exists() and "postgres" in name.read_text():
                self.server = server / "schedstat"

    def now(self) -> float:
        """Only differences mean anything."""
        if self.alone:
            return time.process_time()
        if self.server is None:
            return time.perf_counter()
        spent = int(self.server.read_text().split()[0]) / 1e9
        return time.process_time() + spent
