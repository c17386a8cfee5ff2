import datetime
import io
import logging

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import workers
from amuprev.foundation.models import WorkerBeat
from tests.background import fail_with_words, note, work_off

MINUTE = datetime.timedelta(minutes=1)
SECRET = "https://portal.example/es/cuenta/invitacion/WzEsImE4:signed"

pytestmark = pytest.mark.django_db


def queued(path="somewhere") -> DBTaskResult:
    return DBTaskResult.objects.get(pk=note.enqueue(str(path)).id)


def running(*, since: datetime.timedelta, by: list[str]) -> DBTaskResult:
    task = queued()
    task.status = TaskResultStatus.RUNNING
    task.started_at = timezone.now() - since
    task.worker_ids = by
    task.save()
    return task


def failed(*, since: datetime.timedelta, tries: int) -> DBTaskResult:
    task = running(since=since, by=["one"] * tries)
    task.set_failed(ValueError())
    DBTaskResult.objects.filter(pk=task.pk).update(finished_at=timezone.now() - since)
    return task


def status(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return task.status


def test_what_a_dead_worker_left_is_queued_again_and_done(tmp_path):
    workers.beat("dead")
    WorkerBeat.objects.update(seen_at=timezone.now() - 3 * MINUTE)
    task = running(since=3 * MINUTE, by=["dead"])
    assert workers.repeat_interrupted() == 1
    assert status(task) == TaskResultStatus.READY
    assert workers.repeat_interrupted() == 0


def test_what_a_living_worker_does_is_left_to_it():
    workers.beat("alive")
    task = running(since=60 * MINUTE, by=["dead", "alive"])
    assert workers.repeat_interrupted() == 0
    assert status(task) == TaskResultStatus.RUNNING


def test_a_task_that_ends_every_worker_is_not_repeated_for_ever():
    task = running(since=3 * MINUTE, by=["dead"] * workers.MOST_TRIES)
    assert workers.repeat_interrupted() == 1
    assert status(task) == TaskResultStatus.FAILED
    assert task.exception_class_path == "builtins.InterruptedError"
    assert workers.repeat_failed() == 0


def test_what_failed_is_tried_again_with_growing_pauses():
    first, second = (
        failed(since=2 * MINUTE, tries=1),
        failed(since=2 * MINUTE, tries=2),
    )
    assert workers.repeat_failed() == 1
    assert status(first) == TaskResultStatus.READY
    assert status(second) == TaskResultStatus.FAILED
    DBTaskResult.objects.filter(pk=second.pk).update(
        finished_at=timezone.now() - 5 * MINUTE
    )
    assert workers.repeat_failed() == 1
    failed(since=300 * MINUTE, tries=workers.MOST_TRIES)
    assert workers.repeat_failed() == 0


def test_old_rows_are_forgotten_but_not_what_waits_or_runs():
    long_ago = 60 * 24 * 40 * MINUTE
    workers.beat("old")
    workers.beat("older")
    WorkerBeat.objects.update(seen_at=timezone.now() - long_ago)
    failed(since=long_ago, tries=1)
    recent = failed(since=MINUTE, tries=1)
    waits, runs = queued(), running(since=long_ago, by=["x"])
    assert workers.forget_finished() == 1
    assert set(DBTaskResult.objects.all()) == {recent, waits, runs}
    # The last sign of life is what the secretariat is told.
    assert WorkerBeat.objects.count() == 1
    assert workers.forget_finished() == 0


@pytest.fixture
def console(monkeypatch) -> io.StringIO:
    """What the portal's own log handler writes."""
    written = io.StringIO()
    for handler in logging.getLogger().handlers:
        if type(handler) is logging.StreamHandler:
            monkeypatch.setattr(handler, "stream", written)
    return written


def test_the_words_of_a_fault_reach_neither_log_nor_row(console):
    result = fail_with_words.enqueue(SECRET)
    with pytest.raises(AssertionError) as failure:
        work_off()
    task = DBTaskResult.objects.get(pk=result.id)
    assert task.exception_class_path == "builtins.ValueError"
    assert "fail_with_words" in task.traceback
    assert SECRET not in task.traceback
    assert SECRET not in str(failure.value)
    assert "fail_with_words failed: builtins.ValueError in " in console.getvalue()
    assert SECRET not in console.getvalue()
