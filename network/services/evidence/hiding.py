"""Hiding one photo or document of a public activity, and showing it again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules
from network.choices import Act, PublicKind
from network.models import Evidence, User
from network.services import audit
from network.services.evidence.keeping import locked
from network.services.hiding import note_hidden, note_shown
from network.services.refusals import Refused


@audit.keeps_refusals(Act.EVIDENCE_HIDDEN, of="evidence")
@transaction.atomic
def hide_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Hide one piece of an approved activity everywhere; pressed again it stays hidden."""
    piece = locked(evidence)
    if not rules.may_hide_evidence(by, piece):
        raise Refused(_("Only the photos of an approved activity can be hidden."))
    if piece.hidden_at is None:
        piece.hidden_at, piece.hidden_by = timezone.now(), by
        piece.save(update_fields=["hidden_at", "hidden_by"])
        audit.record(Act.EVIDENCE_HIDDEN, by=by, of=piece)
        note_hidden(
            kind=PublicKind.EVIDENCE,
            key=str(piece.uuid),
            title=str(piece),
            owner=piece.activity.owner,
            by=by,
            mark=piece.sha256,
        )
    return piece


@audit.keeps_refusals(Act.EVIDENCE_SHOWN, of="evidence")
@transaction.atomic
def show_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Show a hidden piece again, as far as what is said of it allows."""
    piece = locked(evidence)
    if not rules.may_hide_evidence(by, piece):
        raise Refused(_("Only the photos of an approved activity can be hidden."))
    if piece.hidden_at is not None:
        piece.hidden_at = piece.hidden_by = None
        piece.save(update_fields=["hidden_at", "hidden_by"])
        audit.record(Act.EVIDENCE_SHOWN, by=by, of=piece)
        note_shown(kind=PublicKind.EVIDENCE, key=str(piece.uuid))
    return piece
