"""Verbs of the documents and photos of an experience: attach, remove, bring back."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown, faults_of_showing
from amuprev.foundation.uploads import (
    clean_document,
    clean_picture,
    small_copy,
    storage_name,
)
from experiences.models import (
    Experience,
    ExperienceDocument,
    ExperiencePhoto,
    RemovedPiece,
)
from experiences.models.parts import experience_storage
from experiences.services import meanwhile
from experiences.services.hidden_pictures import kept_from_public
from experiences.services.removing import put_back, take_out, taken_out_before
from experiences.services.stored import names_of
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

MOST_FILES = 20


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
def attach_document(
    *,
    experience: Experience,
    by: User,
    upload: UploadedFile | None,
    values: dict[str, Any],
) -> ExperienceDocument:
    """Keep a document, cleaned, or the address where it stands; the same file once.

    Raises ValidationError for a file that is not accepted, Refused when the person may
    not write it now or it holds too many.
    """
    _refuse_closed(experience, by)
    document = ExperienceDocument(experience=experience, **values)
    if upload is None:
        return _kept(document, by)
    cleaned = clean_document(upload)
    document.content_type, document.sha256 = cleaned.content_type, cleaned.sha256
    document.size = cleaned.file.size
    document.file.save(storage_name(cleaned.extension), cleaned.file, save=False)
    return _kept(document, by)


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
def attach_photo(
    *,
    experience: Experience,
    by: User,
    upload: UploadedFile,
    values: dict[str, Any],
) -> ExperiencePhoto:
    """Keep a photo drawn again without its metadata, large and small; once each.

    One that was taken down before stays out of the public, whatever is asked.

    Raises ValidationError for a file that is no photo, Refused when the person may not
    write it now or the world may never see it as it is described.
    """
    _refuse_closed(experience, by)
    refuse_unshowable(values)
    cleaned = clean_picture(upload)
    photo = ExperiencePhoto(
        experience=experience,
        content_type=cleaned.content_type,
        sha256=cleaned.sha256,
        size=cleaned.large.size,
        width=cleaned.width,
        height=cleaned.height,
        **values,
    )
    if photo.people_shown != PeopleShown.ADULTS:
        photo.consent_purpose, photo.consent_until = "", None
    photo.public = photo.public and not kept_from_public(photo, of=experience)
    # Drawn at once: its page would make telephones load the large one.
    small = small_copy(cleaned.large.read())
    cleaned.large.seek(0)
    photo.file.save(storage_name(cleaned.extension), cleaned.large, save=False)
    photo.small.save(storage_name("webp"), small, save=False)
    return _kept(photo, by)


@audit.keeps_refusals(Act.EXPERIENCE_FILE_REMOVED, of="experience")
@transaction.atomic
def remove_file(
    *, experience: Experience, by: User, piece: ExperienceDocument | ExperiencePhoto
) -> RemovedPiece | None:
    """Take a document or photo out; it can be brought back for its days.

    Removed by somebody meanwhile, it is in the trash once. Raises Refused while an outcome rests on it.
    """
    current = locked_open(experience, by)
    key = piece.pk
    standing = type(piece).objects.filter(pk=key, experience=current).first()
    if standing is None:
        return taken_out_before(piece, experience=current)
    try:
        with transaction.atomic():
            kept = take_out(standing, by=by, experience=current)
    except models.ProtectedError as error:
        raise Refused(
            _("An outcome rests on this evaluation: change the outcome first.")
        ) from error
    written(current, by, act=Act.EXPERIENCE_FILE_REMOVED, removed=key)
    return kept


@audit.keeps_refusals(Act.EXPERIENCE_FILE_RESTORED, of="experience")
@transaction.atomic
def restore_file(*, experience: Experience, by: User, kept: RemovedPiece) -> Any:
    """Put a removed document or photo back as it stood.

    Raises Refused when its days are over, the same was added again, or it is full.
    """
    current = locked_open(experience, by)
    _refuse_full(current)
    piece = put_back(kept, of=current)
    written(current, by, act=Act.EXPERIENCE_FILE_RESTORED, restored=piece.pk)
    return piece


def _kept(piece: Any, by: User) -> Any:
    """Its row, or the row of the same file kept before."""
    try:
        with transaction.atomic():
            current = locked_open(piece.experience, by)
            held = getattr(
                current,
                "photos" if isinstance(piece, ExperiencePhoto) else "documents",
            )
            same = held.filter(sha256=piece.sha256).first() if piece.sha256 else None
            if same is None:
                _refuse_full(current)
                piece.save()
                written(current, by, attached=piece.pk)
                return piece
    except BaseException:
        forget_files(piece)
        raise
    forget_files(piece)
    return same


def written(
    current: Experience, by: User, *, act: Act = Act.EXPERIENCE_SAVED, **told: Any
) -> None:
    """Note that its files changed, and by whom."""
    current.version += 1
    current.updated_by = by
    current.save()
    current.writers.add(by)
    audit.record(act, by=by, of=current, **told)


def locked_open(experience: Experience, by: User) -> Experience:
    """The experience, held while its files change; Refused where they may not now."""
    current = meanwhile.locked(experience)
    _refuse_closed(current, by)
    return current


def _refuse_closed(experience: Experience, by: User) -> None:
    meanwhile.refuse_closed(
        experience, by, unless=_("This experience can no longer be changed here.")
    )


def _refuse_full(experience: Experience) -> None:
    if experience.documents.count() + experience.photos.count() >= MOST_FILES:
        raise Refused(
            _("An experience holds at most %(most)d files. Remove one first.")
            % {"most": MOST_FILES}
        )


def refuse_unshowable(values: dict[str, Any]) -> None:
    """Raise Refused for what the world may never see as it is described."""
    faults = faults_of_showing(
        people_shown=values["people_shown"],
        public=values["public"],
        purpose=values["consent_purpose"],
        until=values["consent_until"],
    )
    for fault in faults.values():
        raise Refused(fault)


def forget_files(piece: Any) -> None:
    """Delete the files of a row that was not kept."""
    for name in names_of(piece):
        experience_storage().delete(name)
