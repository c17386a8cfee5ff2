"""Keeps the listing in step with what a test writes straight into the database.

Services list what they change; a test that writes rows by itself, as nobody else
may, asks for `listed_as_written`. Tests of services never do.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.signals import m2m_changed, post_delete, post_save

from network.models import Activity, ActivityCount, Affiliation, Organisation
from network.services.listing import keep_in_step, relist


def _list_again(instance: Any, **_rest: Any) -> None:
    if isinstance(instance, Activity):
        relist([instance.pk])
    elif isinstance(instance, ActivityCount):
        relist([instance.activity_id])
    elif isinstance(instance, Affiliation | Organisation):
        keep_in_step(instance)


@pytest.fixture
def listed_as_written() -> Iterator[None]:
    """Rows that this test saves or links are listed at once."""
    signals = (post_save, post_delete, m2m_changed)
    for signal in signals:
        signal.connect(_list_again)
    yield
    for signal in signals:
        signal.disconnect(_list_again)
