"""The scene of the tests that crawl: two municipalities and everyone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import TestCase

from tests.security.scene import Scene


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Scene]:
    """Made once and taken away at the end."""
    media = str(tmp_path_factory.mktemp("media"))
    with (
        django_db_blocker.unblock(),
        TestCase().settings(
            MEDIA_ROOT=media, EMAIL_BACKEND="amuprev.foundation.mail_queue.QueueBackend"
        ),
    ):
        outer = transaction.atomic()
        outer.__enter__()
        try:
            yield Scene(media)
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)


@pytest.fixture
def stage(scene: Scene, settings: pytest.FixtureRequest) -> Scene:
    """The scene, with its files in place."""
    settings.MEDIA_ROOT = scene.media
    return scene
