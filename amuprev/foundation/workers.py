"""Background workers: their signs of life, and the tasks that a dead one left.

Nothing is queued here that may not run twice: each task of ours says so in its
docstring, and Wagtail's (index, files) can be repeated. So what a worker was doing
when it was killed is simply done again, and what failed is tried again with growing
pauses.
"""

import datetime

from django.db.models import Max
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from amuprev.foundation.models import WorkerBeat

# A worker beats every few seconds; without a beat for this long it is dead.
DEAD_AFTER = datetime.timedelta(minutes=2)
FORGOTTEN_AFTER = datetime.timedelta(days=7)
KEPT_DONE = datetime.timedelta(days=7)
KEPT_FAILED = datetime.timedelta(days=30)
MOST_TRIES = 5


# What a task failed of that ended its worker time and again.
INTERRUPTED = "builtins.InterruptedError"


def beat(worker: str) -> None:
    """A sign of life of this worker."""
    WorkerBeat.objects.update_or_create(
        worker=worker, defaults={"seen_at": timezone.now()}
    )


def last_seen() -> datetime.datetime | None:
    """When any worker last gave a sign of life."""
    return WorkerBeat.objects.aggregate(last=Max("seen_at"))["last"]


def repeat_interrupted() -> int:
    """Queue again what dead workers were doing; the number of tasks.

    A task that was interrupted too often has failed: it may be what kills them.
    """
    alive = set(
        WorkerBeat.objects.filter(seen_at__gte=timezone.now() - DEAD_AFTER).values_list(
            "worker", flat=True
        )
    )
    left = [
        task
        for task in DBTaskResult.objects.running().filter(
            started_at__lt=timezone.now() - DEAD_AFTER
        )
        if not alive.intersection(task.worker_ids[-1:])
    ]
    return sum(_queue_again(task, from_status=task.status) for task in left)


def repeat_failed() -> int:
    """Queue failed tasks again, a few times, with growing pauses; the number of tasks."""
    failed = DBTaskResult.objects.failed().filter(
        finished_at__gte=timezone.now() - datetime.timedelta(days=1)
    )
    ripe = [
        task
        for task in failed
        if len(task.worker_ids) < MOST_TRIES
        and task.finished_at + _pause(len(task.worker_ids)) <= timezone.now()
    ]
    return sum(_queue_again(task, from_status=task.status) for task in ripe)


def forget_finished() -> int:
    """Remove the rows of old tasks and the beats of old workers; how many tasks."""
    now = timezone.now()
    newest = WorkerBeat.objects.order_by("-seen_at").values_list("pk", flat=True)
    WorkerBeat.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).exclude(
        pk__in=list(newest[:1])
    ).delete()
    done, _kinds = (
        DBTaskResult.objects.successful()
        .filter(finished_at__lt=now - KEPT_DONE)
        .delete()
    )
    failed, _kinds = (
        DBTaskResult.objects.failed().filter(finished_at__lt=now - KEPT_FAILED).delete()
    )
    return done + failed


def _pause(tries: int) -> datetime.timedelta:
    """1, 4, 16, 64 minutes."""
    return datetime.timedelta(minutes=4 ** (tries - 1))


def _queue_again(task: DBTaskResult, *, from_status: str) -> int:
    # Only if nobody else has done so meanwhile.
    same = DBTaskResult.objects.filter(
        pk=task.pk, status=from_status, worker_ids=task.worker_ids
    )
    if from_status == TaskResultStatus.RUNNING and len(task.worker_ids) >= MOST_TRIES:
        return same.update(
            status=TaskResultStatus.FAILED,
            finished_at=timezone.now(),
            exception_class_path=INTERRUPTED,
        )
    return same.update(
        status=TaskResultStatus.READY,
        started_at=None,
        finished_at=None,
        exception_class_path="",
        traceback="",
    )
