"""Removing a photo or document, with 30 days to bring it back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Evidence, User
from network.services import audit
from network.services.evidence.keeping import (
    forget_files_when_saved,
    lock_open,
    locked,
    refuse_full,
    same_file,
)
from network.services.refusals import Refused


@audit.keeps_refusals(Act.EVIDENCE_REMOVED, of="evidence")
@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Remove a piece; it can be brought back for 30 days, then it is gone.

    Raises Refused once the activity is closed; removed twice it stays removed.
    """
    lock_open(evidence.activity, by)
    piece = locked(evidence)
    if piece.removed_at is None:
        piece.removed_at, piece.removed_by = timezone.now(), by
        piece.save(update_fields=["removed_at", "removed_by"])
        audit.record(Act.EVIDENCE_REMOVED, by=by, of=piece)
    return piece


@audit.keeps_refusals(Act.EVIDENCE_RESTORED, of="evidence")
@transaction.atomic
def restore_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Bring a removed piece back as it was; raises Refused when there is no room."""
    activity = lock_open(evidence.activity, by)
    piece = locked(evidence)
    if piece.removed_at is None:
        return piece
    if same_file(piece) is not None:
        raise Refused(_("The same file was attached again: nothing is missing."))
    refuse_full(activity)
    piece.removed_at = piece.removed_by = None
    piece.save(update_fields=["removed_at", "removed_by"])
    audit.record(Act.EVIDENCE_RESTORED, by=by, of=piece)
    return piece


@transaction.atomic
def forget_removed_evidence() -> int:
    """Delete for good, with their files, the pieces whose days to undo are over."""
    gone = list(Evidence.objects.removed().past_undo("removed_at").select_for_update())
    for piece in gone:
        forget_files_when_saved(piece)
    Evidence.objects.filter(pk__in=[piece.pk for piece in gone]).delete()
    return len(gone)
