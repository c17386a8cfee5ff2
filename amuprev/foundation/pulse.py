"""What does not go on in the background, for whoever can see to it."""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import workers
from amuprev.foundation.figures import figure
from amuprev.foundation.models import OutgoingMail

WORKER_PATIENCE = datetime.timedelta(minutes=10)
MAIL_PATIENCE = datetime.timedelta(hours=1)
LATELY = datetime.timedelta(days=7)
ADDRESSES_SHOWN = 5


def worker_is_seen() -> bool:
    """True when a background worker gave a sign of life in the last ten minutes."""
    seen = workers.last_seen()
    return seen is not None and seen > timezone.now() - WORKER_PATIENCE


def late_mails() -> int:
    """How many mails have waited for longer than an hour."""
    since = timezone.now() - MAIL_PATIENCE
    waiting = OutgoingMail.objects.filter(finished_at__isnull=True)
    return waiting.filter(written_at__lt=since).count()


def notices() -> list[str]:
    """A plain sentence for each thing that stands still; none when all goes well."""
    # Without a worker mails wait too, but their server is not to blame.
    still = [*_late_mail()] if worker_is_seen() else [_no_worker()]
    return [*still, *_refused_mail(), *_failed_tasks()]


def _no_worker() -> str:
    return _(
        "The background work stands still: mails, reminders and files wait. Nothing "
        "is lost, but tell whoever looks after the server."
    )


def _late_mail() -> Iterator[str]:
    if late := late_mails():
        yield (
            ngettext(
                "%(count)s mail has waited for more than an hour: the mail server does "
                "not take it. It will be sent when the server answers.",
                "%(count)s mails have waited for more than an hour: the mail server does "
                "not take them. They will be sent when the server answers.",
                late,
            )
            % {"count": figure(late)}
        )


def _refused_mail() -> Iterator[str]:
    given_up = OutgoingMail.objects.filter(
        state=OutgoingMail.State.GIVEN_UP, finished_at__gt=timezone.now() - LATELY
    ).order_by("-finished_at")
    addresses = sorted({each for mail in given_up[:50] for each in mail.to})
    if addresses:
        shown = ", ".join(addresses[:ADDRESSES_SHOWN])
        more = "…" if len(addresses) > ADDRESSES_SHOWN else ""
        yield (
            _(
                "Mail could not be delivered in the last 7 days to: %(addresses)s. "
                "Check whether the address is right."
            )
            % {"addresses": shown + more}
        )


def _failed_tasks() -> Iterator[str]:
    failed = sum(
        len(task.worker_ids) >= workers.MOST_TRIES
        for task in DBTaskResult.objects.failed()
        .filter(finished_at__gt=timezone.now() - LATELY)
        .only("worker_ids")
    )
    if failed:
        yield (
            ngettext(
                "%(count)s background task failed for good in the last 7 days. Tell "
                "whoever looks after the server.",
                "%(count)s background tasks failed for good in the last 7 days. Tell "
                "whoever looks after the server.",
                failed,
            )
            % {"count": figure(failed)}
        )
