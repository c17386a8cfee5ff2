"""What every test may rely on: a database, Spanish, files of its own."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.cache import cache, caches
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoDbBlocker, Settings

from tests import databases
from tests.background import Outbox
from tests.network.listed import listed_as_written  # noqa: F401  a fixture

# What runs again on PostgreSQL, besides the tests that are marked one by one.
POSTGRES_FILES = ("test_models", "test_queries", "services", "concurren", "search")
# Begun first, so that no core is left with one of them alone at the end.
LONGEST = (
    "test_forward", "test_backup_under_load", "test_killed", "test_told_to_end",
    "test_many_at_once", "test_full_disk", "test_crawl", "test_experience_story",
    "test_axe_workspace", "test_axe_public",
)  # fmt: skip

# The collector of cycles looks this seldom: at its usual 700 new things it took from a
# fourteenth to a fifth of the processor's time of the files that were measured.
NEW_THINGS = 50_000


def pytest_collection_finish() -> None:
    """What stands by now stays to the end; the collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_THINGS)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    left_out = [item for item in items if not belongs(config, item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: item.path.stem not in LONGEST)
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
        elif any(part in item.path.stem for part in POSTGRES_FILES):
            item.add_marker(pytest.mark.postgres)


def belongs(config: pytest.Config, item: pytest.Item) -> bool:
    """What takes long is run by its name only, `make soak`; what is one database's own
    is run on that one."""
    if item.get_closest_marker("soak") and "soak" not in config.option.markexpr:
        return False
    only = item.get_closest_marker("only_on")
    return only is None or connection.vendor in only.args


@pytest.fixture(scope="session")
def database_copy(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., None]]:
    """Gives this process a database of its own; calling it again starts afresh."""
    if connection.vendor == "postgresql":
        server = os.environ["DATABASE_URL"]
        name = f"{databases.PREFIX}copy_{os.getpid()}"

        def make(**what: Any) -> None:
            databases.copy_postgres(server, name, **what)
    else:
        path = tmp_path_factory.mktemp("database") / "test.sqlite3"
        name = str(path)

        def make(**what: Any) -> None:
            databases.copy_sqlite(path, **what)

    def copy(**what: Any) -> None:
        connection.close()
        make(**what)
        connection.settings_dict["NAME"] = name
        # What it left to a worker is no business of the tests.
        DBTaskResult.objects.all().delete()
        ContentType.objects.clear_cache()

    yield copy
    connection.close()
    if connection.vendor == "postgresql":
        databases.drop_postgres(server, name)


@pytest.fixture(scope="session")
def django_db_setup(
    database_copy: Callable[..., None], django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Copies a database, and again after each test that commits: Django's own flush
    would also take away the pages and locales that migrations made."""
    with django_db_blocker.unblock():
        database_copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda case: database_copy()
        )
        yield


@pytest.fixture(scope="module")
def initial_content(
    django_db_setup: None,
    database_copy: Callable[..., None],
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Path]:
    """What `load_portal` loads, there from the first test of this module that asks for
    it until the module's end; none of its tests may commit. Gives the folder of its
    files, which each test gets for its own."""
    files = tmp_path_factory.mktemp("content")
    with django_db_blocker.unblock():
        database_copy(files=files)
    yield files
    with django_db_blocker.unblock():
        database_copy()


@pytest.fixture(scope="module", autouse=True)
def planted_pages(request: pytest.FixtureRequest) -> Iterator[None]:
    """For a module whose tests plant pages, they stand there from its first test on:
    planting them takes half a second. Where a test commits, the next ones plant anew."""
    if not hasattr(request.module, "plant_pages"):
        yield
        return
    request.getfixturevalue("django_db_setup")
    copy = request.getfixturevalue("database_copy")
    blocker = request.getfixturevalue("django_db_blocker")
    with blocker.unblock():
        copy(planted=True)
    yield
    with blocker.unblock():
        copy()


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    """Starts each test in Spanish and leaves no other language behind."""
    before = translation.get_language()
    translation.activate("es")
    yield
    if before is None:
        translation.deactivate()
    else:
        translation.activate(before)


@pytest.fixture(autouse=True)
def own_files(
    request: pytest.FixtureRequest, settings: Settings, tmp_path: Path
) -> None:
    """Uploads in a folder of this test, and counters that start at zero."""
    settings.STATIC_ROOT = str(tmp_path)
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STATE_DIR = tmp_path / "state"
    if "initial_content" in request.fixturenames:
        files = request.getfixturevalue("initial_content")
        shutil.copytree(files, settings.MEDIA_ROOT)
    for each in (cache, caches["near"]):
        each.clear()


DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.fixture(autouse=True)
def mail_queue(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Mails go through the queue, as on a server; Django's own test set-up would let
    them out at once, also those of an act that is undone. Each is read on its way."""
    settings.EMAIL_BACKEND = "tests.mail_numbers.ReadBackend"
    if request.node.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(
        request.fixturenames
    ):
        mail.outbox = Outbox()
