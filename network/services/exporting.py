"""Verbs of taking the log away: every file of staff's is in the trail before it leaves.

What anybody may download without signing in is not recorded: it is what the pages
show, and who reads public pages is nobody's business.
"""

import datetime
import uuid
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network import tasks
from network.choices import Act, PreparedKind, PreparedState
from network.file_rules import may_fetch_prepared
from network.models import PreparedFile, User
from network.models.prepared import private_storage
from network.own_log import OwnChoice
from network.services import audit
from network.services.refusals import Refused

COMING = (PreparedState.WAITING, PreparedState.MAKING)
# What failed, or waits for a worker that never came, is forgotten after this.
PATIENCE = datetime.timedelta(days=7)


@transaction.atomic
def begin_export(*, by: User, form: str, filters: list[str]) -> None:
    """Record that a person takes their activities away, and what they filtered by."""
    audit.record(Act.LOG_EXPORTED, by=by, step="begun", form=form, filters=filters)


@transaction.atomic
def end_export(*, by: User, form: str, rows: int, whole: bool) -> None:
    """Record how many activities left, and whether the file was whole."""
    audit.record(
        Act.LOG_EXPORTED, by=by, step="ended", form=form, rows=rows, whole=whole
    )


@audit.keeps_refusals(Act.LOG_EXPORTED)
def ask_for_file(
    *, by: User, choice: OwnChoice, words: list[tuple[str, str]], language: str
) -> PreparedFile:
    """Let the worker prepare a file; asking twice for the same one is asking once.

    Raises Refused while another file of this person is being prepared.
    """
    try:
        with transaction.atomic():
            asked = PreparedFile.objects.create(
                person=by,
                kind=PreparedKind.OWN_LOG,
                choice=choice.codes,
                words=words,
                language=language,
            )
            audit.record(
                Act.LOG_EXPORTED,
                by=by,
                step="asked",
                form="xlsx",
                filters=sorted(choice.codes),
            )
            tasks.prepare_file.enqueue(asked.pk)
            return asked
    except IntegrityError:
        other = PreparedFile.objects.filter(person=by, state__in=COMING).first()
        if other and other.choice == choice.codes and other.language == language:
            return other
        raise Refused(
            _("Another file of yours is being prepared. Ask again when it is ready."),
            code="one_at_a_time",
        ) from None


@transaction.atomic
def fetch_file(*, key: uuid.UUID, by: User) -> PreparedFile:
    """A file that is ready, for whoever asked for it; recorded before it leaves.

    Raises Refused when it is another's, expired, or holds what they may no longer see.
    """
    found = PreparedFile.objects.filter(
        key=key, state=PreparedState.READY, expires_at__gt=timezone.now()
    ).first()
    if found is None or not may_fetch_prepared(by, found):
        raise Refused(_("This file is not there any more."), code="not_there")
    audit.record(
        Act.LOG_EXPORTED,
        by=by,
        step="fetched",
        form="xlsx",
        filters=sorted(found.choice),
        rows=found.rows,
    )
    return found


def forget_prepared() -> int:
    """Delete prepared files that are too old, with their rows; how many."""
    now = timezone.now()
    too_old = Q(expires_at__lte=now)
    never_made = Q(expires_at__isnull=True, asked_at__lte=now - PATIENCE)
    old = list(PreparedFile.objects.filter(too_old | never_made))
    for file in old:
        name = file.file.name
        with transaction.atomic():
            file.delete()
            if name:
                transaction.on_commit(partial(private_storage().delete, name))
    return len(old)
