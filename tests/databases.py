"""Databases for tests: migrated once per state of the migrations, then copied; and two
more, one with bare pages and one with the initial content, made once per state of the
portal's code.

Migrating takes half a minute, loading the content ten seconds, copying a few
milliseconds.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

FOLDER = settings.BASE_DIR / "var" / "tests"
PREFIX = "amuprev_test_"
TASKS = ("--queue-name=*", "--batch", "--no-startup-delay", "--no-reload")
PLANT = "import django; django.setup(); from tests.public_pages import plant_pages; plant_pages()"
# Where the content and what loads it stand.
CODE = ("amuprev", "experiences", "municipio_seguro", "network", "toolkit", "twinnings")


@cache
def state_of_migrations() -> str:
    """A short digest that changes with any migration of ours or of a package; asked for
    before each test that commits, worked out once."""
    digest = hashlib.sha256()
    for app in CODE:
        for path in sorted((settings.BASE_DIR / app).glob("**/migrations/*.py")):
            digest.update(path.read_bytes())
    digest.update((settings.BASE_DIR / "requirements.txt").read_bytes())
    return digest.hexdigest()[:12]


@cache
def state_of_content() -> str:
    """A short digest that changes with any line of the portal, its content included."""
    digest = hashlib.sha256(state_of_migrations().encode())
    planted = settings.BASE_DIR / "tests" / "public_pages.py"
    files = (sorted((settings.BASE_DIR / app).glob("**/*")) for app in CODE)
    for path in (planted, *chain.from_iterable(files)):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def copy_sqlite(
    target: Path, *, files: Path | None = None, planted: bool = False
) -> None:
    """Put a freshly migrated SQLite database at the target, whatever was there; or one
    with the initial content, whose files go into that folder, or with bare pages."""
    with only_one_process("sqlite"):
        template = sqlite_with("content" if files else "pages" if planted else "")
        if files:
            shutil.copytree(files_of(template.stem), files, dirs_exist_ok=True)
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    target.unlink(missing_ok=True)
    shutil.copyfile(template, target)


def sqlite_with(what: str) -> Path:
    """The template with this besides its migrations; made where there is none."""
    name = name_of(what)
    template = FOLDER / f"{name}.sqlite3"
    if not template.exists():
        migrated = sqlite_with("") if what else None
        with made_sqlite(template, what) as unfinished:
            if migrated:
                shutil.copyfile(migrated, unfinished)
            fill(what, name, DB_PATH=str(unfinished), DATABASE_URL="")
    return template


def name_of(what: str) -> str:
    """What a template is called; another one when what it is made of has changed."""
    if not what:
        return state_of_migrations()
    return f"{state_of_migrations()}_{what}_{state_of_content()}"


@contextmanager
def made_sqlite(template: Path, what: str) -> Iterator[Path]:
    """A file that becomes the template when it is finished, in the place of older ones."""
    for old in FOLDER.glob(f"*_{what}_*.sqlite3*" if what else "*.sqlite3*"):
        old.unlink()
    unfinished = template.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    yield unfinished
    unfinished.rename(template)


def copy_postgres(
    address: str, name: str, *, files: Path | None = None, planted: bool = False
) -> None:
    """Make a freshly migrated PostgreSQL database of that name on the same server; or
    one with the initial content, whose files go into that folder, or with bare pages."""
    what = "content" if files else "pages" if planted else ""
    with (
        only_one_process("postgres"),
        psycopg.connect(address, autocommit=True) as server,
    ):
        template = postgres_with(what, address, server)
        if files:
            shutil.copytree(files_of(template), files, dirs_exist_ok=True)
        drop_postgres(address, name)
        copied(server, name, template)


def postgres_with(what: str, address: str, server: psycopg.Connection) -> str:
    """The template with this besides its migrations; made where there is none."""
    template = f"{PREFIX}{name_of(what)}"
    # The server may know it from another copy of the code, which has its files.
    lost = what == "content" and not files_of(template).exists()
    if template not in postgres_names(server) or lost:
        if not what:
            drop_idle(server)
        drop_postgres(address, template)
        begun = postgres_with("", address, server) if what else "template1"
        with made_postgres(address, server, template, begun) as unfinished:
            fill(what, template, DATABASE_URL=beside(address, unfinished))
    return template


def files_of(template: str) -> Path:
    """Where the files of the initial content of this database are kept."""
    return FOLDER / f"{template}.files"


def fill(what: str, template: str, **place: str) -> None:
    """Give a database what it is a template for."""
    if not what:
        manage("migrate", **place)
    elif what == "pages":
        run(["-c", PLANT], DJANGO_SETTINGS_MODULE="tests.settings", **place)
    else:
        load(template, **place)


def load(template: str, **place: str) -> None:
    """Load the initial content there and do what it leaves to the worker, such as the
    copies of its film; its files take the place of older ones."""
    for old in FOLDER.glob("*.files"):
        if old.name.startswith(PREFIX) == template.startswith(PREFIX):
            shutil.rmtree(old)
    files_of(template).mkdir()
    place["MEDIA_ROOT"] = str(files_of(template))
    manage("load_portal", **place)
    manage("db_worker", *TASKS, **place)


@contextmanager
def made_postgres(
    address: str, server: psycopg.Connection, template: str, begun: str
) -> Iterator[str]:
    """A database that gets the template's name when it is finished."""
    unfinished = f"{template}_new"
    drop_postgres(address, unfinished)
    copied(server, unfinished, begun)
    yield unfinished
    names = map(sql.Identifier, (unfinished, template))
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*names))


def copied(server: psycopg.Connection, name: str, template: str) -> None:
    names = map(sql.Identifier, (name, template))
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))


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


def manage(command: str, *options: str, **place: str) -> None:
    run(["manage.py", command, *options, "--verbosity=0"], **place)


def run(words: list[str], **place: str) -> None:
    subprocess.run(
        [sys.executable, *words],
        cwd=settings.BASE_DIR,
        env={**os.environ, **place},
        stdout=subprocess.DEVNULL,
        check=True,
    )


@contextmanager
def only_restore() -> Iterator[None]:
    """No two restores at a time on one PostgreSQL server: making all tables anew holds
    ten thousand locks and more, most of what a server as it comes has room for."""
    if connection.vendor != "postgresql":
        yield
        return
    with only_one_process("restore"):
        yield


@contextmanager
def only_one_process(of: str) -> Iterator[None]:
    """One at a time of each kind; one kind does not wait for the other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{of}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
