"""Verbs of documents and photos: attach, describe, remove, bring back."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown, faults_of_showing
from amuprev.foundation.uploads import clean_document, clean_picture, storage_name
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_described_anew
from network.services.trash import trash_days
from twinnings.models import Exchange, ExchangePhoto, Twinning, TwinningDocument
from twinnings.models.storage import twinning_storage
from twinnings.services.keeping import held_to_edit, saved, write_values

MOST_FILES = 20
Piece = ExchangePhoto | TwinningDocument


@audit.keeps_refusals(Act.TWINNING_FILED, of="record")
def attach_document(
    *,
    record: Twinning | Exchange,
    by: User,
    upload: UploadedFile | None,
    values: dict[str, Any],
) -> TwinningDocument:
    """Keep a document, cleaned, or the address where it stands; the same file once.

    Raises ValidationError for a file that is not accepted, Refused when the person may
    not change it now or it holds too many.
    """
    held_to_edit_now(record, by)
    document = TwinningDocument(**values)
    if isinstance(record, Twinning):
        document.twinning = record
    else:
        document.exchange, document.twinning = record, record.twinning
    if upload is not None:
        cleaned = clean_document(upload)
        document.content_type, document.sha256 = cleaned.content_type, cleaned.sha256
        document.size = cleaned.file.size or 0
        document.file.save(storage_name(cleaned.extension), cleaned.file, save=False)
    elif not document.address:
        raise Refused(_("Attach the file or write its address."), code="file")
    return _kept(document, record, by, values)


@audit.keeps_refusals(Act.TWINNING_FILED, of="exchange")
def attach_photo(
    *, exchange: Exchange, by: User, upload: UploadedFile, values: dict[str, Any]
) -> ExchangePhoto:
    """Keep a photo drawn again without its metadata; the same photo once.

    Raises ValidationError for a file that is no photo, Refused when the person may not
    change it now or the world may never see it as it is described.
    """
    held_to_edit_now(exchange, by)
    refuse_unshowable(values)
    cleaned = clean_picture(upload)
    photo = ExchangePhoto(
        exchange=exchange,
        content_type=cleaned.content_type,
        sha256=cleaned.sha256,
        size=cleaned.large.size or 0,
        width=cleaned.width,
        height=cleaned.height,
        **values,
    )
    no_consent_of_nobody(photo)
    photo.file.save(storage_name(cleaned.extension), cleaned.large, save=False)
    return _kept(photo, exchange, by, values)


@audit.keeps_refusals(Act.TWINNING_FILED, of="photo")
@transaction.atomic
def describe_photo(
    *,
    photo: ExchangePhoto,
    by: User,
    values: dict[str, Any],
    stands: Mapping[str, Any] | None = None,
) -> ExchangePhoto:
    """Say what it shows, who can be recognised and whether it may be public. Refused
    as attaching is, or when no longer is said of it what `stands`."""
    current = held_piece(photo, by)
    refuse_unshowable(values)
    refuse_described_anew(current, stands)
    for name, value in values.items():
        setattr(current, name, value)
    no_consent_of_nobody(current)
    current.save()
    saved(held_to_edit(current.exchange, by), by, Act.TWINNING_FILED, photo=current.pk)
    return current


@audit.keeps_refusals(Act.TWINNING_FILE_REMOVED, of="piece")
@transaction.atomic
def remove_file(*, piece: Piece, by: User) -> Piece:
    """Take a document or photo out; it can be brought back for its days."""
    current = held_piece(piece, by)
    if current.removed_at is None:
        current.removed_at = timezone.now()
        current.save(update_fields=["removed_at"])
        _told(current, by, Act.TWINNING_FILE_REMOVED)
    return current


@audit.keeps_refusals(Act.TWINNING_FILE_RESTORED, of="piece")
@transaction.atomic
def restore_file(*, piece: Piece, by: User) -> Piece:
    """Put a removed document or photo back. Raises Refused when its days are over."""
    current = held_piece(piece, by)
    if current.removed_at is not None:
        current.removed_at = None
        current.save(update_fields=["removed_at"])
        _told(current, by, Act.TWINNING_FILE_RESTORED)
    return current


def empty_removed_files() -> int:
    """Delete for good what was removed, and photos as they were before they were
    covered, when their days are over; how many."""
    before = timezone.now() - trash_days()
    gone = 0
    for model in (ExchangePhoto, TwinningDocument):
        rows: Any = model._default_manager.filter(removed_at__lt=before)
        for row in rows:
            names = [str(row.file.name or ""), str(getattr(row, "uncovered", "") or "")]
            row.delete()
            forget_later([name for name in names if name])
            gone += 1
    return gone + _forget_uncovered(before)


def _forget_uncovered(before: datetime.datetime) -> int:
    rows = ExchangePhoto.objects.exclude(uncovered="").filter(covered_at__lt=before)
    names = [str(row.uncovered.name) for row in rows]
    rows.update(uncovered="")
    forget_later(names)
    return len(names)


def held_to_edit_now(record: Twinning | Exchange, by: User) -> None:
    """Raise Refused before a file is read for nothing."""
    with transaction.atomic():
        held_to_edit(record, by)


def refuse_unshowable(values: dict[str, Any]) -> None:
    """Raise Refused for a photo that the world may not see as it is described."""
    faults = faults_of_showing(
        people_shown=values["people_shown"],
        public=values.get("public", False),
        purpose=values.get("consent_purpose", ""),
        until=values.get("consent_until"),
    )
    for name, fault in faults.items():
        raise Refused(fault, code=name)


def no_consent_of_nobody(photo: ExchangePhoto) -> None:
    if photo.people_shown != PeopleShown.ADULTS:
        photo.consent_purpose, photo.consent_until = "", None


def _described_again(piece: Any, values: dict[str, Any]) -> bool:
    """Say of a file what is said now, also whether it may be public; whether it is new."""
    told = {**values, "removed_at": None}
    new = any(getattr(piece, name) != value for name, value in told.items())
    write_values(piece, told)
    if isinstance(piece, ExchangePhoto):
        no_consent_of_nobody(piece)
    return new


def _kept(piece: Any, record: Any, by: User, values: dict[str, Any]) -> Any:
    """Its row, or the row of the same file kept before, as it is described now."""
    try:
        with transaction.atomic():
            current: Any = held_to_edit(record, by)
            is_photo = isinstance(piece, ExchangePhoto)
            held = current.photos if is_photo else current.documents
            same = held.filter(sha256=piece.sha256).first() if piece.sha256 else None
            if same is None:
                _refuse_full(current)
                piece.save()
                saved(current, by, Act.TWINNING_FILED, attached=piece.pk)
                return piece
            if _described_again(same, values):
                same.save()
                saved(current, by, Act.TWINNING_FILED, attached=same.pk)
    except BaseException:
        _forget(piece)
        raise
    _forget(piece)
    return same


def _refuse_full(record: Any) -> None:
    pieces = record.documents.filter(removed_at__isnull=True).count()
    if isinstance(record, Exchange):
        pieces += record.photos.filter(removed_at__isnull=True).count()
    if pieces >= MOST_FILES:
        said = _("A record holds at most %(most)d files. Remove one first.")
        raise Refused(said % {"most": MOST_FILES}, code="full")


def held_piece(piece: Any, by: User) -> Any:
    record: Any = _record_of(piece)
    held_to_edit(record, by)
    rows = type(piece)._default_manager.select_for_update(of=("self",))
    current = rows.filter(pk=piece.pk).first()
    if current is None:
        raise Refused(_("This file no longer exists."), code="gone")
    return current


def _record_of(piece: Any) -> Twinning | Exchange:
    exchange: Exchange | None = piece.exchange
    return exchange if exchange is not None else piece.twinning


def _told(piece: Any, by: User, act: Act) -> None:
    record: Any = held_to_edit(_record_of(piece), by)
    saved(record, by, act, file=piece.pk)


def _forget(piece: Any) -> None:
    if name := str(piece.file.name or ""):
        twinning_storage().delete(name)


def forget_later(names: list[str]) -> None:
    def forget() -> None:
        for name in names:
            twinning_storage().delete(name)

    transaction.on_commit(forget)
