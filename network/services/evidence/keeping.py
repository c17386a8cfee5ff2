"""What every verb of evidence begins with: locks, and what must not be said or kept."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown, faults_of_showing
from network import rules
from network.choices import EvidenceKind, ReviewState
from network.models import Activity, Evidence, User
from network.models.evidence import evidence_storage
from network.services.activities import why_closed
from network.services.refusals import Refused
from network.tasks import make_small

MOST_PIECES = 12


class StalePiece(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody said something else of the piece meanwhile; carries it as it now stands."""

    def __init__(self, piece: Evidence) -> None:
        super().__init__(piece.pk)
        self.piece = piece


def lock_open(activity: Activity, by: User) -> Activity:
    """Refuse what was closed meanwhile; whoever changes a piece wrote part of it."""
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    refuse_closed(current, by)
    current.writers.add(by)
    return current


def locked_to_change(evidence: Evidence, by: User) -> Evidence:
    """The piece as it stands, for somebody who may still change what it shows or says.

    While the activity waits for its review, whoever reads it must read it again.
    """
    activity = Activity.objects.select_for_update().get(pk=evidence.activity_id)
    piece = locked(evidence)
    if not rules.may_change_evidence(by, activity) or piece.removed_at is not None:
        raise Refused(_("This file can no longer be changed here."))
    activity.writers.add(by)
    if activity.review_state == ReviewState.SUBMITTED:
        activity.version += 1
        activity.save(update_fields=["version"])
    return piece


def locked(evidence: Evidence) -> Evidence:
    """The piece as it stands, for its change; raises Refused when it is gone."""
    found = Evidence.objects.select_for_update().filter(pk=evidence.pk).first()
    if found is None:
        raise Refused(_("This file no longer exists."))
    return found


def refuse_closed(activity: Activity, by: User) -> None:
    """Raise Refused when the person cannot write in the activity now."""
    if not rules.may_edit_activity(by, activity):
        raise Refused(why_closed(activity))


def refuse_full(activity: Activity) -> None:
    """Raise Refused when the activity holds as many files as it may."""
    if activity.evidence.kept().count() >= MOST_PIECES:
        raise Refused(
            _("An activity holds at most %(most)d files. Remove one first.")
            % {"most": MOST_PIECES}
        )


def same_file(piece: Evidence) -> Evidence | None:
    """The piece made before of the same attached file, if it was not removed."""
    return (
        Evidence.objects.kept()
        .filter(activity=piece.activity_id, attached_sha256=piece.attached_sha256)
        .exclude(attached_sha256="")
        .exclude(pk=piece.pk)
        .first()
    )


def refuse_unshowable(
    people_shown: str, public: bool, purpose: str, until: datetime.date | None
) -> None:
    """Raise Refused when the world may never see it as it is described."""
    faults = faults_of_showing(
        people_shown=people_shown, public=public, purpose=purpose, until=until
    )
    for fault in faults.values():
        raise Refused(fault)


def say_who_is_shown(
    piece: Evidence,
    people_shown: str,
    public: bool,
    purpose: str = "",
    until: datetime.date | None = None,
) -> None:
    """Write who can be recognised; only adults who agreed have a consent."""
    agreed = people_shown == PeopleShown.ADULTS
    piece.people_shown, piece.public = people_shown, public
    piece.consent_purpose = purpose if agreed else ""
    piece.consent_until = until if agreed else None
    piece.consent_told = None


def ask_for_small(piece: Evidence) -> None:
    """Have its small copy drawn in the background, if its row is kept."""
    if piece.kind == EvidenceKind.PICTURE:
        make_small.enqueue(piece.pk)


def forget_files(piece: Evidence) -> None:
    """Delete its files from the storage; whoever keeps its row must not."""
    for stored in piece.stored_files:
        stored.storage.delete(str(stored.name))


def forget_files_when_saved(piece: Evidence) -> None:
    """Delete its files once the transaction that forgets its row is kept."""
    forget_when_saved(str(stored.name) for stored in piece.stored_files)


def forget_when_saved(names: Iterable[str]) -> None:
    """Delete these files once the transaction that forgets them is kept."""
    gone = [name for name in names if name]

    def forget() -> None:
        for name in gone:
            evidence_storage().delete(name)

    transaction.on_commit(forget)
