"""Verbs of evidence: attach, describe, remove."""

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import (
    CleanDocument,
    CleanPicture,
    clean_upload,
    storage_name,
)
from network import rules
from network.choices import PUBLISHABLE_PEOPLE, EvidenceKind
from network.models import Activity, Evidence, User
from network.services.refusals import Refused

MOST_PIECES = 12


def attach_evidence(
    *,
    activity: Activity,
    by: User,
    upload: UploadedFile,
    caption: str = "",
    people_shown: str,
    public: bool,
) -> Evidence:
    """Clean a file and attach it; the same file twice is one piece, as said last.

    Raises ValidationError for a file that is not accepted, Refused when the person
    may not, the activity is full, or the public may never see it.
    """
    _refuse_closed(activity, by)
    _refuse_unpublishable(people_shown, public)
    if activity.evidence.count() >= MOST_PIECES:
        raise Refused(
            _("An activity holds at most %(most)d files. Remove one first.")
            % {"most": MOST_PIECES}
        )
    piece = _described(activity, clean_upload(upload))
    piece.caption, piece.people_shown, piece.public = caption, people_shown, public
    piece.uploaded_by = by
    return _kept_once(piece, by)


@transaction.atomic
def describe_evidence(
    *, evidence: Evidence, by: User, caption: str, people_shown: str, public: bool
) -> Evidence:
    """Change what is said of a piece; raises Refused as attaching does."""
    _refuse_unpublishable(people_shown, public)
    _still_open(evidence.activity, by)
    evidence.caption, evidence.people_shown = caption, people_shown
    evidence.public = public
    evidence.save(update_fields=["caption", "people_shown", "public"])
    return evidence


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: User) -> None:
    """Remove a piece and its files; raises Refused once the activity is closed."""
    _still_open(evidence.activity, by)
    evidence.delete()
    transaction.on_commit(lambda: _forget_files(evidence))


def _refuse_closed(activity: Activity, by: User) -> None:
    if not rules.may_edit_activity(by, activity):
        raise Refused(_("This activity can no longer be changed here."))


def _still_open(activity: Activity, by: User) -> None:
    """Refuse what was closed meanwhile; whoever changes a piece wrote part of it."""
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    _refuse_closed(current, by)
    current.writers.add(by)


def _refuse_unpublishable(people_shown: str, public: bool) -> None:
    if public and people_shown not in PUBLISHABLE_PEOPLE:
        raise Refused(
            _(
                "It can be public only if nobody can be recognised, or if they are "
                "adults who agreed. Photos of minors are never public."
            )
        )


def _described(activity: Activity, cleaned: CleanPicture | CleanDocument) -> Evidence:
    """A piece with its cleaned files written to the private storage."""
    piece = Evidence(
        activity=activity,
        content_type=cleaned.content_type,
        sha256=cleaned.sha256,
    )
    if isinstance(cleaned, CleanPicture):
        piece.kind = EvidenceKind.PICTURE
        piece.width, piece.height = cleaned.width, cleaned.height
        piece.size = cleaned.large.size
        piece.file.save(storage_name(cleaned.extension), cleaned.large, save=False)
        piece.small.save(storage_name("webp"), cleaned.small, save=False)
    else:
        piece.kind = EvidenceKind.DOCUMENT
        piece.pages = cleaned.pages
        piece.size = cleaned.file.size
        piece.file.save(storage_name(cleaned.extension), cleaned.file, save=False)
    return piece


def _kept_once(piece: Evidence, by: User) -> Evidence:
    try:
        with transaction.atomic():
            _still_open(piece.activity, by)
            piece.save()
    except IntegrityError:
        _forget_files(piece)
        return _said_again(piece, by)
    except Refused:
        _forget_files(piece)
        raise
    return piece


def _said_again(piece: Evidence, by: User) -> Evidence:
    """The copy kept before, with what is said of it now."""
    kept = Evidence.objects.get(activity=piece.activity, sha256=piece.sha256)
    return describe_evidence(
        evidence=kept,
        by=by,
        caption=piece.caption or kept.caption,
        people_shown=piece.people_shown,
        public=piece.public,
    )


def _forget_files(piece: Evidence) -> None:
    for stored in (piece.file, piece.small):
        if stored.name:
            stored.storage.delete(stored.name)
