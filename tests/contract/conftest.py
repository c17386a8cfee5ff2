"""The people and records of the contract's tests, made once for all of them."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import TestCase

from tests.contract.cast import Cast, gather


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Cast]:
    """Everybody and everything, made once and taken away at the end."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), TestCase().settings(MEDIA_ROOT=str(media)):
        outer = transaction.atomic()
        outer.__enter__()
        try:
            everybody = gather()
            everybody.media = str(media)
            yield everybody
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)
