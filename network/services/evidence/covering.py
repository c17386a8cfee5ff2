"""Cropping a photo and covering parts of it, with 30 days to have it back as it was."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import (
    CleanPicture,
    Cut,
    covered,
    measured,
    storage_name,
)
from network import rules
from network.choices import Act, EvidenceKind, PeopleShown
from network.models import Evidence, User
from network.models.evidence import FOLDER, evidence_storage
from network.services import audit
from network.services.evidence.keeping import (
    ask_for_small,
    forget_when_saved,
    locked_to_change,
    say_who_is_shown,
)
from network.services.refusals import Refused


@audit.keeps_refusals(Act.EVIDENCE_COVERED, of="evidence")
def cover_evidence(
    *,
    evidence: Evidence,
    by: User,
    squares: Collection[int] = (),
    cut: Cut | None = None,
    seen: str,
) -> Evidence:
    """Crop a photo and fill squares of it; who can be recognised is asked again.

    The photo as it was is kept for 30 days where nobody can open it. Raises Refused
    when the person may not, or when the photo is no longer the one that was seen.
    """
    cut = cut or Cut()
    if evidence.kind != EvidenceKind.PICTURE:
        raise Refused(_("Only a photo can be cropped or covered."))
    if not rules.may_change_evidence(by, evidence.activity):
        raise Refused(_("This file can no longer be changed here."))
    if not cut.leaves_enough or not (squares or cut):
        raise Refused(_("Choose what to cut, or the squares to cover."))
    try:
        with evidence.file.open("rb") as stored:
            cleaned = covered(stored.read(), squares=squares, cut=cut)
    except FileNotFoundError as missing:
        raise Refused(_("This file no longer exists.")) from missing
    storage = evidence_storage()
    name = storage.save(f"{FOLDER}/{storage_name('jpg')}", cleaned.large)
    try:
        return _swap(evidence, by, name, cleaned, seen, squares=len(squares))
    except BaseException:
        storage.delete(name)
        raise


@transaction.atomic
def _swap(
    evidence: Evidence,
    by: User,
    name: str,
    cleaned: CleanPicture,
    seen: str,
    squares: int,
) -> Evidence:
    piece = locked_to_change(evidence, by)
    if seen != piece.sha256 or piece.file.name != evidence.file.name:
        raise Refused(
            _("This photo changed since you opened it: look at it as it is now.")
        )
    before = str(piece.file.name)
    if piece.uncovered:
        forget_when_saved([before])
    else:
        piece.uncovered = before
    piece.covered_at = timezone.now()
    _show(piece, name, cleaned)
    audit.record(Act.EVIDENCE_COVERED, by=by, of=piece, squares=squares)
    return piece


@audit.keeps_refusals(Act.EVIDENCE_UNCOVERED, of="evidence")
@transaction.atomic
def uncover_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Put the photo back as it was; who can be recognised is asked again."""
    piece = locked_to_change(evidence, by)
    storage = evidence_storage()
    if not piece.uncovered or not storage.exists(str(piece.uncovered)):
        raise Refused(_("The photo as it was is no longer kept."))
    with piece.uncovered.open("rb") as stored:
        as_it_was = measured(stored.read())
    before, name = str(piece.file.name), str(piece.uncovered.name)
    piece.uncovered, piece.covered_at = "", None
    _show(piece, name, as_it_was)
    forget_when_saved([before])
    audit.record(Act.EVIDENCE_UNCOVERED, by=by, of=piece)
    return piece


@transaction.atomic
def forget_uncovered() -> int:
    """Delete for good the photos as they were before somebody covered them."""
    pieces = list(
        Evidence.objects.exclude(uncovered="")
        .past_undo("covered_at")
        .select_for_update()
    )
    forget_when_saved(str(piece.uncovered.name) for piece in pieces)
    Evidence.objects.filter(pk__in=[piece.pk for piece in pieces]).update(uncovered="")
    return len(pieces)


def _show(piece: Evidence, name: str, picture: CleanPicture) -> None:
    """Make a file the piece's own; what was said of the one before does not hold."""
    if piece.small:
        forget_when_saved([str(piece.small.name)])
    piece.file, piece.small = name, ""
    piece.sha256, piece.size = picture.sha256, picture.large.size
    piece.width, piece.height = picture.width, picture.height
    say_who_is_shown(piece, PeopleShown.NOT_SURE, False)
    piece.save()
    ask_for_small(piece)
