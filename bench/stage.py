"""A portal of its own with so many sample activities, gone when it was measured."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
Surroundings = dict[str, str]


@contextmanager
def stage(rows: int, server: str) -> Iterator[Surroundings]:
    """The variables of a portal with so many activities: in a file, or on a server."""
    with tempfile.TemporaryDirectory(prefix="amuprev-bench-") as folder:
        own = {
            **os.environ,
            "AMUPREV_PROFILE": "development",
            "DEMO_PASSWORD": "cuatro-palabras-para-medir",
            "MEDIA_ROOT": f"{folder}/media",
            "STATIC_ROOT": f"{folder}/static",
        }
        with database(Path(folder), server) as place:
            own |= place
            for command in (
                ("prepare",),
                ("collectstatic", "--noinput", "--verbosity", "0"),
                # What is measured of the search has it filled as far as it needs.
                ("seed_bulk", "--activities", str(rows), "--seed=1", "--leave-search"),
            ):
                manage(own, *command)
            if server:
                vacuum(own["DATABASE_URL"])
            yield own


@contextmanager
def database(folder: Path, server: str) -> Iterator[Surroundings]:
    """An empty database."""
    if not server:
        yield {"DB_PATH": str(folder / "bench.sqlite3"), "DATABASE_URL": ""}
        return
    name = sql.Identifier(f"amuprev_bench_{os.getpid()}")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
        beside = urlunsplit(
            urlsplit(server)._replace(path=f"/amuprev_bench_{os.getpid()}")
        )
        try:
            yield {"DATABASE_URL": beside}
        finally:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name)
            )


def vacuum(database_url: str) -> None:
    """What PostgreSQL does by itself in the minutes after."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")


def manage(own: Surroundings, *command: str) -> None:
    """Run a command of the portal on the stage."""
    subprocess.run(  # noqa: S603  commands of ours
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=own,
        check=True,
        stdout=subprocess.DEVNULL,
    )
