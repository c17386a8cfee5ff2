"""Attaching a photo or document to an activity, and saying what it shows."""

import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from amuprev.foundation.uploads import (
    CleanDocument,
    CleanPicture,
    clean_upload,
    storage_name,
)
from network.choices import Act, EvidenceKind
from network.models import Activity, Evidence, User
from network.services import audit
from network.services.evidence.keeping import (
    StalePiece,
    ask_for_small,
    forget_files,
    lock_open,
    locked_to_change,
    refuse_closed,
    refuse_full,
    refuse_unshowable,
    same_file,
    say_who_is_shown,
)


@audit.keeps_refusals(Act.EVIDENCE_ATTACHED, of="activity")
def attach_evidence(
    *,
    activity: Activity,
    by: User,
    upload: UploadedFile,
    caption: str = "",
    people_shown: str,
    public: bool,
    consent_purpose: str = "",
    consent_until: datetime.date | None = None,
) -> Evidence:
    """Clean a file and attach it; the same file twice is one piece, as said last.

    Raises ValidationError for a file that is not accepted, Refused when the person
    may not, the activity is full, or the public may never see it.
    """
    refuse_closed(activity, by)
    refuse_unshowable(people_shown, public, consent_purpose, consent_until)
    piece = _described(activity, clean_upload(upload))
    piece.caption, piece.uploaded_by = caption, by
    say_who_is_shown(piece, people_shown, public, consent_purpose, consent_until)
    try:
        return _kept_once(piece, by)
    except BaseException:
        forget_files(piece)
        raise


@audit.keeps_refusals(Act.EVIDENCE_DESCRIBED, of="evidence")
@transaction.atomic
def describe_evidence(
    *,
    evidence: Evidence,
    by: User,
    caption: str,
    people_shown: str,
    public: bool,
    consent_purpose: str = "",
    consent_until: datetime.date | None = None,
    seen: str | None = None,
) -> Evidence:
    """Change what is said of a piece; raises Refused as attaching does, StalePiece when
    something else was said since `seen`, and changes nothing when it is said already."""
    refuse_unshowable(people_shown, public, consent_purpose, consent_until)
    piece = locked_to_change(evidence, by)
    before = piece.said
    piece.caption = caption
    say_who_is_shown(piece, people_shown, public, consent_purpose, consent_until)
    if seen not in (None, before) and piece.said != before:
        raise StalePiece(Evidence.objects.get(pk=piece.pk))
    piece.save()
    audit.record(
        Act.EVIDENCE_DESCRIBED,
        by=by,
        of=piece,
        people_shown=people_shown,
        public=public,
        consent_purpose=piece.consent_purpose,
    )
    return piece


def _described(activity: Activity, cleaned: CleanPicture | CleanDocument) -> Evidence:
    """A piece with its cleaned files written to the private storage."""
    piece = Evidence(
        activity=activity,
        content_type=cleaned.content_type,
        sha256=cleaned.sha256,
        attached_sha256=cleaned.sha256,
    )
    if isinstance(cleaned, CleanPicture):
        piece.kind = EvidenceKind.PICTURE
        piece.width, piece.height = cleaned.width, cleaned.height
        piece.size = cleaned.large.size
        piece.file.save(storage_name(cleaned.extension), cleaned.large, save=False)
    else:
        piece.kind = EvidenceKind.DOCUMENT
        piece.pages = cleaned.pages
        piece.size = cleaned.file.size
        piece.file.save(storage_name(cleaned.extension), cleaned.file, save=False)
    return piece


def _kept_once(piece: Evidence, by: User) -> Evidence:
    """Its row, or the row of the same file kept before; one at a time per activity."""
    with transaction.atomic():
        activity = lock_open(piece.activity, by)
        kept = same_file(piece)
        if kept is None:
            refuse_full(activity)
            piece.save()
            audit.record(Act.EVIDENCE_ATTACHED, by=by, of=piece, kind=piece.kind)
            ask_for_small(piece)
            return piece
    forget_files(piece)
    return _said_again(piece, kept, by)


def _said_again(piece: Evidence, kept: Evidence, by: User) -> Evidence:
    """The copy kept before, with what is said of it now."""
    return describe_evidence(
        evidence=kept,
        by=by,
        caption=piece.caption or kept.caption,
        people_shown=piece.people_shown,
        public=piece.public,
        consent_purpose=piece.consent_purpose,
        consent_until=piece.consent_until,
    )
