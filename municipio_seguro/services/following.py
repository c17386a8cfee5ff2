"""Verbs of how a measure goes: move it along its path, tell of it; only added to."""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import (
    BEFORE,
    DONE_STATUSES,
    LIVE_STATUSES,
    STANDING_STATUSES,
    STATUS_PATH,
    MeasureStatus,
)
from municipio_seguro.models import Measure, MeasureEntry
from municipio_seguro.models.base import private_storage
from municipio_seguro.services.evidence import Stored, store
from municipio_seguro.services.measures import (
    MOVED,
    TOLD,
    locked,
    refuse_stranger,
    saved,
)
from municipio_seguro.services.moving import office_of
from municipio_seguro.services.risk_targets import free_targets
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

STATUS = MeasureStatus
PROOF = 2
ASIDE = (STATUS.SUSPENDED, STATUS.CANCELLED)


@dataclass(frozen=True)
class Told:
    """What somebody tells of a measure, with what shows it."""

    text_es: str = ""
    text_en: str = ""
    progress: int | None = None
    spent: Decimal | None = None
    strength: int = 0
    address: str = ""
    public: bool = False
    upload: UploadedFile | None = None
    # Of the form: sent twice over a bad line it is told once.
    client_uuid: uuid.UUID | None = None


@audit.keeps_refusals(Act.MEASURE_MOVED, of="measure")
def move_measure(
    *, measure: Measure, by: User, to: str, told: Told | None = None, reason: str = ""
) -> Measure:
    """Move it forward, aside with a reason, or back to its path; followers of the log
    read it in its entries.

    Verified only from finished, by a second person, with evidence of strength 2 in what
    they tell. Raises Refused.
    """
    told = told or Told()
    return _with_file(told, lambda file: _moved(measure, by, to, told, reason, file))


@audit.keeps_refusals(Act.MEASURE_TOLD, of="measure")
def tell_measure(*, measure: Measure, by: User, told: Told) -> MeasureEntry:
    """Add how it goes; nothing that was told is changed. Raises Refused."""
    return _with_file(told, lambda file: _added(measure, by, told, file))


def _with_file(told: Told, act: Any) -> Any:
    """Keep the file while its row is kept, and not otherwise."""
    stored = store(told.upload)
    done = False
    try:
        with transaction.atomic():
            result = act(stored)
        done = True
    finally:
        if stored.name and not done:
            private_storage().delete(stored.name)
    return result


def _moved(
    measure: Measure, by: User, to: str, told: Told, reason: str, file: Stored
) -> Measure:
    current = locked(measure)
    if _told_before(current, told, file) is not None:
        # The same press came again; what happened since stands.
        return current
    _refuse_move(current, by, to, told, reason, file)
    before = current.status
    current.status, current.status_reason = to, reason.strip()
    if to == STATUS.FINISHED:
        current.finished_by, current.progress = by, 100
    elif to == STATUS.VERIFIED:
        current.verified_by, current.verified_at = by, timezone.now()
    elif before in DONE_STATUSES and to in LIVE_STATUSES:
        current.finished_by, current.progress = None, 99
    elif told.progress is not None and to in LIVE_STATUSES:
        current.progress = min(99, told.progress)
    _entry(current, by, told, file, before=before, after=to)
    saved(current, by, Act.MEASURE_MOVED, MOVED, before=before, after=to)
    if to not in STANDING_STATUSES:
        free_targets(current.risks.all(), by)
    return current


def _refuse_move(
    current: Measure, by: User, to: str, told: Told, reason: str, file: Stored
) -> None:
    status = current.status
    if to == STATUS.VERIFIED:
        if status != STATUS.FINISHED:
            raise Refused(_("Only a finished measure is verified."))
        if not rules.may_verify(by, current):
            raise Refused(_("A second person verifies it."), code="second")
        if told.strength < PROOF or not (file.name or told.address):
            raise Refused(_("Attach evidence of strength 2 at least."), code="strength")
        return
    refuse_stranger(by, current.municipality)
    if to in ASIDE and not reason.strip():
        raise Refused(_("Write why it is set aside."), code="reason")
    # The path may be told late, several steps at once; what was set aside comes back
    # by one door.
    forward = status in STATUS_PATH and to in STATUS_PATH[STATUS_PATH.index(status) :]
    if status not in BEFORE.get(to, ()) and not (forward and to != status):
        raise Refused(_("A measure does not go from there to there."), code="path")


def _added(measure: Measure, by: User, told: Told, file: Stored) -> MeasureEntry:
    current = locked(measure)
    refuse_stranger(by, current.municipality)
    before = _told_before(current, told, file)
    if before is not None:
        return before
    if not told.text_es.strip():
        raise Refused(_("Write what was done."), code="text")
    if told.progress is not None and not 0 <= told.progress <= 100:
        raise Refused(_("Progress goes from 0 to 100."), code="progress")
    if told.progress == 100 and current.status not in DONE_STATUSES:
        raise Refused(_("Say that it is finished: then it is at 100."), code="progress")
    if told.progress is not None and current.is_live:
        current.progress = told.progress
    made = _entry(current, by, told, file)
    saved(current, by, Act.MEASURE_TOLD, TOLD, entry=made.pk)
    return made


def _told_before(current: Measure, told: Told, file: Stored) -> MeasureEntry | None:
    """What the same form told already; the measure is held meanwhile, and the file that
    came again is not kept twice."""
    if told.client_uuid is None:
        return None
    found = current.entries.filter(client_uuid=told.client_uuid).first()
    if found is not None and file.name:
        private_storage().delete(file.name)
    return found


def _entry(
    current: Measure,
    by: User,
    told: Told,
    file: Stored,
    *,
    before: str = "",
    after: str = "",
) -> MeasureEntry:
    return MeasureEntry.objects.create(
        measure=current,
        office=office_of(by, current) or current.responsible_office,
        text_es=told.text_es.strip() or None,
        text_en=told.text_en.strip() or None,
        from_status=before,
        to_status=after,
        progress=current.progress,
        spent=told.spent,
        strength=told.strength,
        file=file.name,
        content_type=file.content_type,
        address=told.address,
        public=told.public,
        client_uuid=told.client_uuid,
        by=by,
    )
