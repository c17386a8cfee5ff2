"""Databases for tests: migrated once per state of the migrations, then copied.

Migrating takes half a minute, copying a few milliseconds.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg import sql

FOLDER = settings.BASE_DIR / "var" / "tests"
PREFIX = "amuprev_test_"


def state_of_migrations() -> str:
    """A short digest that changes with any migration of ours or of a package."""
    digest = hashlib.sha256()
    for path in sorted(settings.BASE_DIR.glob("**/migrations/*.py")):
        if ".venv" not in path.parts:
            digest.update(path.read_bytes())
    digest.update((settings.BASE_DIR / "requirements.txt").read_bytes())
    return digest.hexdigest()[:12]


def copy_sqlite(target: Path) -> None:
    """Put a freshly migrated SQLite database at the target, whatever was there."""
    template = FOLDER / f"{state_of_migrations()}.sqlite3"
    with only_one_process():
        if not template.exists():
            for old in FOLDER.glob("*.sqlite3*"):
                old.unlink()
            unfinished = template.with_suffix(".new")
            unfinished.unlink(missing_ok=True)
            migrate({"DB_PATH": str(unfinished), "DATABASE_URL": ""})
            unfinished.rename(template)
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    target.unlink(missing_ok=True)
    shutil.copyfile(template, target)


def copy_postgres(address: str, name: str) -> None:
    """Make a freshly migrated PostgreSQL database of that name on the same server."""
    template = f"{PREFIX}{state_of_migrations()}"
    with only_one_process(), psycopg.connect(address, autocommit=True) as server:
        if template not in postgres_names(server):
            drop_idle(server)
            unfinished = f"{template}_new"
            drop_postgres(address, unfinished)
            server.execute(
                sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished))
            )
            migrate({"DATABASE_URL": beside(address, unfinished)})
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(unfinished), sql.Identifier(template)
                )
            )
        drop_postgres(address, name)
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )


def drop_postgres(address: str, name: str) -> None:
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(name)
            )
        )


def beside(address: str, name: str) -> str:
    """The address of another database on the same server."""
    return urlsplit(address)._replace(path=f"/{name}").geturl()


def postgres_names(server: psycopg.Connection) -> set[str]:
    rows = server.execute("SELECT datname FROM pg_database").fetchall()
    return {name for (name,) in rows}


def drop_idle(server: psycopg.Connection) -> None:
    """Remove what earlier runs left: test databases that nobody is connected to."""
    rows = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        " AND datname NOT IN (SELECT datname FROM pg_stat_activity"
        " WHERE datname IS NOT NULL)",
        [PREFIX],
    ).fetchall()
    for (name,) in rows:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
        )


def migrate(place: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=settings.BASE_DIR,
        env={**os.environ, **place},
        check=True,
    )


@contextmanager
def only_one_process() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
