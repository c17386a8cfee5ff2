"""Verbs of evidence: attach a file, an address or where it is kept; confirm; remove."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import clean_document, clean_picture, storage_name
from amuprev.foundation.uploads.kinds import is_picture, kind_of
from municipio_seguro import rules, typed
from municipio_seguro.choices import Visibility
from municipio_seguro.messages import say
from municipio_seguro.models import Answer, AnswerEvidence, Assessment
from municipio_seguro.models.base import FOLDER, private_storage
from municipio_seguro.services.answering import (
    find_answer,
    held_to_answer,
    indicator_of,
)
from municipio_seguro.services.moving import held
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days

MOST = 12
HEAD = 4096
DATED_AND_FILED, SEEN_BY_OTHERS = 2, 3


@dataclass(frozen=True)
class Stored:
    """A cleaned file in the private storage."""

    name: str = ""
    content_type: str = ""
    size: int = 0
    sha256: str = ""


def store(upload: UploadedFile | None) -> Stored:
    """Clean a photo or document as the activity log does, and keep it.

    Raises Refused (G-E09) with what is wrong with it. Whoever calls deletes it when
    its row is not kept.
    """
    if upload is None:
        return Stored()
    try:
        cleaned: Any
        head = upload.read(HEAD)
        upload.seek(0)
        if is_picture(kind_of(head)):
            cleaned = clean_picture(upload)
            content, kind = cleaned.large, cleaned.content_type
        else:
            cleaned = clean_document(upload)
            content, kind = cleaned.file, cleaned.content_type
    except ValidationError as wrong:
        reason = " ".join(wrong.messages).rstrip(".")
        said = say("G-E09", name=upload.name or "", reason=reason)
        raise Refused(said, code="G-E09") from wrong
    name = f"{FOLDER}/{storage_name(cleaned.extension)}"
    return Stored(
        private_storage().save(name, content), kind, content.size or 0, cleaned.sha256
    )


@audit.keeps_refusals(Act.ANSWER_PROVED, of="assessment")
def attach_evidence(
    *,
    assessment: Assessment,
    by: User,
    code: str,
    values: dict[str, Any],
    upload: UploadedFile | None = None,
) -> AnswerEvidence:
    """Keep what shows an answer: its file, its address, or where it is on paper.

    Raises Refused for a file that is not accepted, for a strength that it cannot have,
    and when answers may not change now; typed.Wrong for a day that cannot be (G-E08).
    """
    stored = store(upload)
    kept = False
    try:
        made = _attached(assessment, by, code, values, stored)
        kept = True
    finally:
        if stored.name and not kept:
            private_storage().delete(stored.name)
    return made


@transaction.atomic
def _attached(
    assessment: Assessment,
    by: User,
    code: str,
    values: dict[str, Any],
    stored: Stored,
) -> AnswerEvidence:
    current = held_to_answer(assessment, by)
    answer = find_answer(current, indicator_of(current, code))
    if not answer.pk:
        answer.version = 1
        answer.save()
    if answer.evidence.filter(removed_at=None).count() >= MOST:
        raise Refused(_("An answer has at most 12 pieces of evidence."), code="many")
    piece = AnswerEvidence(answer=answer, added_by=by, **values)
    if stored.name:
        piece.file = stored.name
        piece.content_type, piece.size = stored.content_type, stored.size
        piece.sha256 = stored.sha256
    _check(piece)
    piece.save()
    _told(current, answer, by)
    return piece


@audit.keeps_refusals(Act.ANSWER_PROVED, of="assessment")
@transaction.atomic
def describe_evidence(
    *, assessment: Assessment, by: User, piece: AnswerEvidence, values: dict[str, Any]
) -> AnswerEvidence:
    """Say anew what it is, its day, its strength and who may open it. Refused as above."""
    current = held_to_answer(assessment, by)
    row = _piece_of(current, piece)
    for name, value in values.items():
        setattr(row, name, value)
    _check(row)
    row.save()
    _told(current, row.answer, by)
    return row


@audit.keeps_refusals(Act.ANSWER_PROVED, of="assessment")
@transaction.atomic
def confirm_evidence(
    *, assessment: Assessment, by: User, piece: AnswerEvidence
) -> AnswerEvidence:
    """The network confirms a dated, filed document from outside: strength 3."""
    current = held(assessment)
    if not (current.is_editable and rules.is_network(by, current.municipality)):
        raise Refused(_("Only the network confirms evidence, before it is validated."))
    row = _piece_of(current, piece)
    if row.dated is None or not (row.file or row.address):
        raise Refused(_("Only a dated and filed document can be confirmed."))
    row.strength = SEEN_BY_OTHERS
    row.save(update_fields=["strength"])
    audit.record(
        Act.ANSWER_PROVED, by=by, of=row, owner=current.municipality, confirmed=True
    )
    return row


@audit.keeps_refusals(Act.ANSWER_PROVED, of="assessment")
@transaction.atomic
def remove_evidence(
    *, assessment: Assessment, by: User, piece: AnswerEvidence
) -> AnswerEvidence:
    """Take a piece out; it can be brought back for its days."""
    return _set_removed(assessment, by, piece, removed=True)


@audit.keeps_refusals(Act.ANSWER_PROVED, of="assessment")
@transaction.atomic
def restore_evidence(
    *, assessment: Assessment, by: User, piece: AnswerEvidence
) -> AnswerEvidence:
    """Put a removed piece back."""
    return _set_removed(assessment, by, piece, removed=False)


def empty_removed_evidence() -> int:
    """Delete for good what was removed when its days are over; how many.

    A file that another assessment's evidence names stays.
    """
    gone = 0
    rows = AnswerEvidence.objects.filter(removed_at__lt=timezone.now() - trash_days())
    for row in rows:
        name = str(row.file.name or "")
        row.delete()
        gone += 1
        if name and not AnswerEvidence.objects.filter(file=name).exists():
            private_storage().delete(name)
    return gone


def _set_removed(
    assessment: Assessment, by: User, piece: AnswerEvidence, *, removed: bool
) -> AnswerEvidence:
    current = held_to_answer(assessment, by)
    row = _piece_of(current, piece)
    if (row.removed_at is not None) != removed:
        row.removed_at = timezone.now() if removed else None
        row.save(update_fields=["removed_at"])
        _told(current, row.answer, by)
    return row


def _piece_of(assessment: Assessment, piece: AnswerEvidence) -> AnswerEvidence:
    rows = AnswerEvidence.objects.select_related("answer")
    row = rows.filter(pk=piece.pk, answer__assessment=assessment).first()
    if row is None:
        raise Refused(_("It was deleted meanwhile."), code="gone")
    return row


def _check(piece: AnswerEvidence) -> None:
    typed.document_date(piece.dated, timezone.localdate())
    if not (piece.title_es or "").strip():
        raise Refused(_("Write what the document is."), code="title")
    filed = bool(piece.file or piece.address)
    if not (filed or piece.kept_at):
        raise Refused(
            _("Attach the file, or write its address or where it is kept."),
            code="file",
        )
    if piece.strength >= DATED_AND_FILED and (piece.dated is None or not filed):
        raise Refused(
            _("Strength 2 or 3 needs the document's date, and its file or address."),
            code="strength",
        )
    seen = piece.address or piece.visibility == Visibility.PUBLIC
    if piece.strength == SEEN_BY_OTHERS and not seen:
        raise Refused(
            _("Strength 3 needs a public document, or that the network confirms it."),
            code="strength",
        )


def _told(assessment: Assessment, answer: Answer, by: User) -> None:
    assessment.writers.add(by)
    audit.record(
        Act.ANSWER_PROVED,
        by=by,
        of=answer,
        owner=assessment.municipality,
        indicator=answer.code,
    )
