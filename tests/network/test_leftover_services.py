"""A kill between a file and its row: no row without its file, leftovers swept."""

import datetime
import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.db import connections
from django.test import RequestFactory
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import private_files
from amuprev.foundation.uploads import Cut
from amuprev.foundation.uploads.incoming import UnnamedFileHandler
from network.models import Evidence
from network.services import evidence
from network.services.evidence import attaching, covering, keeping, leftovers
from tests.background import work_off
from tests.foundation import upload_samples as samples
from tests.network import factories
from tests.network.photos import attach, on_disk

LONG_AGO = time.time() - 2 * 24 * 60 * 60


def folder() -> Path:
    return Path(storages["evidence"].path("evidence"))


def names() -> set[str]:
    return {path.name for path in folder().glob("*")} if folder().exists() else set()


def known() -> set[str]:
    return {
        Path(stored.name).name
        for piece in Evidence.objects.all()
        for stored in piece.stored_files
    }


def age_everything() -> None:
    for path in folder().glob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def killed(act: Callable[[], object]) -> None:
    """Do it in a process of its own, which is killed on the way or at the end."""
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            act()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    _child, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def be_killed(*args: object, **kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("where", "name", "rows"),
    [
        (private_files, "put_on_disk", 0),
        (attaching, "_kept_once", 0),
        (attaching, "ask_for_small", 0),
        (None, "", 1),
    ],
    ids=["writing", "before-its-row", "before-commit", "after-commit"],
)
def test_killed_while_attaching(monkeypatch, where, name, rows):
    town = factories.reviewed_municipality()
    clerk, draft = factories.staff_of(town), factories.ActivityFactory(owner=town)
    if where:
        monkeypatch.setattr(where, name, be_killed)
    killed(lambda: attach(draft, clerk))
    monkeypatch.undo()
    assert Evidence.objects.count() == rows
    assert all(all(on_disk(piece)) for piece in Evidence.objects.all())
    assert len(names()) == 1
    # Who was killed asks for it again, and it is one piece.
    attach(draft, clerk)
    assert Evidence.objects.count() == 1
    age_everything()
    assert evidence.sweep_evidence_files() == 1 - rows
    assert names() == known()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("where", "name", "is_covered"),
    [
        (covering, "_swap", False),
        (covering, "ask_for_small", False),
        (keeping, "evidence_storage", True),
    ],
    ids=["before-its-row", "before-commit", "before-deleting"],
)
def test_killed_while_covering(monkeypatch, where, name, is_covered):
    town = factories.reviewed_municipality()
    clerk, draft = factories.staff_of(town), factories.ActivityFactory(owner=town)
    piece = attach(draft, clerk)
    small = storages["evidence"].save("evidence/0123.webp", samples.upload(b"small"))
    Evidence.objects.update(small=small)
    piece.refresh_from_db()
    monkeypatch.setattr(where, name, be_killed)
    killed(
        lambda: evidence.cover_evidence(
            evidence=piece, by=clerk, cut=Cut(left=50), seen=piece.sha256
        )
    )
    monkeypatch.undo()
    found = Evidence.objects.get()
    assert (found.width == 160) is is_covered
    assert bool(found.uncovered) is is_covered
    assert all(on_disk(found))
    age_everything()
    assert evidence.sweep_evidence_files() == 1
    assert names() == known()


@pytest.mark.django_db
def test_swept_is_only_what_no_row_knows(settings):
    town = factories.reviewed_municipality()
    clerk, draft = factories.staff_of(town), factories.ActivityFactory(owner=town)
    kept = attach(draft, clerk)
    removed = attach(draft, clerk, size=(60, 40))
    evidence.remove_evidence(evidence=removed, by=clerk)
    covered = attach(draft, clerk, size=(64, 64))
    evidence.cover_evidence(
        evidence=covered, by=clerk, squares={0}, seen=covered.sha256
    )
    storage = storages["evidence"]
    others = [
        storage.save(name, samples.upload(b"x"))
        for name in ("held/0123.jpg", "0123.jpg", "evidence/deeper/0123.jpg")
    ]
    for path in Path(storage.location).rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    recent = storage.save("evidence/0456.jpg", samples.upload(b"x"))
    lost = storage.save("evidence/0789.jpg", samples.upload(b"x"))
    os.utime(storage.path(lost), (LONG_AGO, LONG_AGO))
    assert evidence.sweep_evidence_files() == 1
    assert evidence.sweep_evidence_files() == 0
    assert not storage.exists(lost)
    assert all(storage.exists(name) for name in [*others, recent])
    assert all(on_disk(kept) + on_disk(Evidence.objects.get(pk=covered.pk)))


def test_what_is_on_its_way_has_no_name(monkeypatch, tmp_path):
    """A photo of 4 MB, which memory does not take: killed now, nothing is left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    handler = UnnamedFileHandler()
    handler.new_file("photo", "foto.jpg", "image/jpeg", 4_000_000)
    for start in range(0, 4_000_000, 1_000_000):
        assert handler.receive_data_chunk(b"x" * 1_000_000, start) is None
    assert list(tmp_path.iterdir()) == []
    handler.upload_interrupted()
    assert handler.file.closed


def test_a_large_upload_arrives_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    content = os.urandom(MemoryFileUploadHandler().chunk_size) * 50
    request = RequestFactory().post("/", {"photo": samples.upload(content)})
    (arrived,) = request.FILES.values()
    assert arrived.name == "evidence.jpg"
    assert arrived.size == len(content)
    assert arrived.read() == content
    assert list(tmp_path.iterdir()) == []
    request.close()


def test_a_full_disk_keeps_no_half_of_a_file(monkeypatch):
    def full(path: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_files, "put_on_disk", full)
    with pytest.raises(OSError, match="No space"):
        storages["evidence"].save("evidence/0123.jpg", samples.upload(b"x"))
    assert names() == set()


@pytest.mark.django_db
def test_a_small_copy_whose_task_is_lost_is_asked_for_again():
    """As after a restore, which brings the photo back but not the queue."""
    town = factories.reviewed_municipality()
    clerk, draft = factories.staff_of(town), factories.ActivityFactory(owner=town)
    late, recent, gone = (
        attach(draft, clerk, size=(width, 40)) for width in (60, 64, 68)
    )
    DBTaskResult.objects.all().delete()
    hours_ago = timezone.now() - datetime.timedelta(hours=2)
    Evidence.objects.update(small="")
    Evidence.objects.exclude(pk=recent.pk).update(uploaded_at=hours_ago)
    storages["evidence"].delete(gone.file.name)
    assert evidence.ask_for_missing_small() == 1
    work_off()
    assert evidence.ask_for_missing_small() == 0
    drawn = Evidence.objects.exclude(small="")
    assert [piece.pk for piece in drawn] == [late.pk]


@pytest.mark.django_db
def test_photos_that_cannot_be_drawn_keep_no_other_waiting(monkeypatch):
    monkeypatch.setattr(leftovers, "AT_ONCE", 2)
    town = factories.reviewed_municipality()
    clerk, draft = factories.staff_of(town), factories.ActivityFactory(owner=town)
    gone = [attach(draft, clerk, size=(width, 40)) for width in (60, 64)]
    late = attach(draft, clerk, size=(68, 40))
    DBTaskResult.objects.all().delete()
    hours_ago = timezone.now() - datetime.timedelta(hours=2)
    Evidence.objects.update(small="", uploaded_at=hours_ago)
    for piece in gone:
        storages["evidence"].delete(piece.file.name)
    assert [evidence.ask_for_missing_small() for _hour in range(4)] == [0, 1, 0, 1]
    work_off()
    assert Evidence.objects.exclude(small="").get() == late
