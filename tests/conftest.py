"""What every test may rely on: Spanish, quick passwords, files of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_django import Settings

QUICK_HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PLAIN_STATIC = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}


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
def quick_settings(settings: Settings, tmp_path: Path) -> None:
    """Cheap password hashes, unhashed static names, files and counters of this test."""
    settings.PASSWORD_HASHERS = QUICK_HASHER
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": PLAIN_STATIC,
        "evidence": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None},
        },
    }
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "tests",
        }
    }
    cache.clear()
