"""What every test may rely on: a database, Spanish, files of its own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from tests import databases

# What runs again on PostgreSQL, besides the tests that are marked one by one.
POSTGRES_FILES = ("test_models", "test_queries", "services", "concurren", "search")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
        elif any(part in item.path.stem for part in POSTGRES_FILES):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture(scope="session")
def database_copy(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[], None]]:
    """Gives this process a database of its own; calling it again starts afresh."""
    if connection.vendor == "postgresql":
        server = os.environ["DATABASE_URL"]
        name = f"{databases.PREFIX}copy_{os.getpid()}"

        def make() -> None:
            databases.copy_postgres(server, name)
    else:
        path = tmp_path_factory.mktemp("database") / "test.sqlite3"
        name = str(path)

        def make() -> None:
            databases.copy_sqlite(path)

    def copy() -> None:
        connection.close()
        make()
        connection.settings_dict["NAME"] = name

    yield copy
    connection.close()
    if connection.vendor == "postgresql":
        databases.drop_postgres(server, name)


@pytest.fixture(scope="session")
def django_db_setup(
    database_copy: Callable[[], None], django_db_blocker: DjangoDbBlocker
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
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Uploads in a folder of this test, and counters that start at zero."""
    settings.STATIC_ROOT = str(tmp_path)
    settings.MEDIA_ROOT = str(tmp_path / "media")
    cache.clear()
