"""Making the files that people asked for: in the background, a row at a time."""

import datetime
import time
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amuprev.foundation.exports.sending import CONTENT_TYPES
from network import letters, rules
from network.choices import PreparedState
from network.exports.files import Selection, Tally, file_name, log_file
from network.file_rules import reach_of
from network.models import PreparedFile
from network.own_log import OwnChoice

FORM = "xlsx"
KEPT = datetime.timedelta(days=7)
TELL_EVERY_SECONDS = 1.0


class NoLongerAsked(Exception):  # noqa: N818  it is an answer, not an error
    """Whoever asked for it is gone, or does not wait for it any more."""


def prepare(key: int) -> int:
    """Make the file and say so by mail; how many rows, 0 when nobody waits for it."""
    asked = PreparedFile.objects.filter(pk=key).select_related("person").first()
    if asked is None or not asked.is_coming:
        return 0
    if not (asked.person.is_active and rules.may_enter_workspace(asked.person)):
        _change(asked, state=PreparedState.FAILED)
        return 0
    _change(
        asked, state=PreparedState.MAKING, rows=0, reach=reach_of(asked.person.standing)
    )
    try:
        with override(asked.language):
            return _make(asked)
    except NoLongerAsked:
        return 0
    except Exception:
        # They may ask again; the task's own fault is told where faults are told.
        PreparedFile.objects.filter(pk=key).update(state=PreparedState.FAILED)
        raise


def _make(asked: PreparedFile) -> int:
    chosen = Selection(
        OwnChoice.of(asked.choice).of_person(asked.person),
        codes=asked.choice,
        words=[(label, words) for label, words in asked.words],
        own=True,
    )
    name = file_name(FORM, timezone.localdate(), own=True)
    tally = Tally(tell=_Progress(asked))
    with TemporaryUploadedFile(name, CONTENT_TYPES[FORM], 0, None) as whole:
        for piece in log_file(FORM, chosen, tally):
            whole.write(piece)
        whole.size = whole.tell()
        whole.seek(0)
        with transaction.atomic():
            current = (
                PreparedFile.objects.select_for_update().filter(pk=asked.pk).first()
            )
            if current is None or not current.is_coming:
                raise NoLongerAsked
            current.name, current.size, current.rows = name, whole.size, tally.rows
            current.state, current.ready_at = PreparedState.READY, timezone.now()
            current.expires_at = current.ready_at + KEPT
            current.file.save(name, whole, save=False)
            current.save()
            link = letters.link("network:files", language=asked.person.language)
            letters.write_to(asked.person, "file_ready", file=current, link=link)
    return tally.rows


class _Progress:
    """Writes down how far a file has come, now and then."""

    def __init__(self, asked: PreparedFile) -> None:
        self.asked = asked
        self.told_at = time.monotonic()

    def __call__(self, rows: int) -> None:
        if time.monotonic() - self.told_at >= TELL_EVERY_SECONDS:
            self.told_at = time.monotonic()
            _change(self.asked, rows=rows)


def _change(asked: PreparedFile, **values: Any) -> None:
    coming = (PreparedState.WAITING, PreparedState.MAKING)
    same = PreparedFile.objects.filter(pk=asked.pk, state__in=coming)
    if not same.update(**values):
        raise NoLongerAsked
