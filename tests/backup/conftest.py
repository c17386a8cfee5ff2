"""A portal with odd texts and files of its own, to be kept and brought back."""

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from amuprev.backup.digests import digests
from amuprev.backup.saving import save_backup
from network.choices import Act, EvidenceKind
from network.models import Activity, Evidence
from network.services import audit
from tests.databases import only_restore
from tests.network.factories import ApprovedActivityFactory, staff_of

# What ends a line for some reader, what must be quoted, what has two forms.
ODD = "Él dijo: «¿ya?»\r\nA\u2028B\x85C\x0bD\x1cE \\ \" ' %s 👩‍👧 e\u0301 é"


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """Other processes restore before or after."""
    with only_restore():
        yield


@pytest.fixture
def state(settings, tmp_path) -> Path:
    """The folder of the portal's own state."""
    settings.STATE_DIR = tmp_path / "var"
    return settings.STATE_DIR


@pytest.fixture
def activity(transactional_db, state) -> Activity:
    """An activity with odd texts, money and two files."""
    activity = ApprovedActivityFactory(
        what_happened_es=ODD,
        title_en="",
        cost=Decimal("1234567.10"),
    )
    clerk = staff_of(activity.owner)
    for number in (1, 2):
        piece = Evidence(
            activity=activity,
            kind=EvidenceKind.DOCUMENT,
            content_type="application/pdf",
            size=6,
            sha256=f"{number}" * 64,
            uploaded_by=clerk,
        )
        piece.file.save(
            f"{number}.pdf", ContentFile(f"%PDF-{number}".encode()), save=False
        )
        piece.save()
    audit.record(Act.ACTIVITY_SAVED, by=clerk, of=activity, cells=2)
    audit.seal_all()
    activity.history.update(
        history_date=datetime.datetime(1999, 1, 1, tzinfo=datetime.UTC)
    )
    return activity


@pytest.fixture
def backup(activity, tmp_path) -> Path:
    """A backup of that portal."""
    path = tmp_path / "portal.backup"
    save_backup(path)
    return path


@pytest.fixture
def elsewhere(database_copy, settings, tmp_path) -> Callable[[], None]:
    """Makes this an empty portal: another database, another media folder."""

    def elsewhere() -> None:
        database_copy()
        settings.MEDIA_ROOT = str(tmp_path / "other-media")

    return elsewhere


def fingerprints() -> dict[str, str]:
    """Every table's and the media's."""
    return dict(digests())
