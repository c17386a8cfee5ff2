"""Verbs of those who decide: hide now, leave it public, write the reason, show again."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules
from network.choices import Act, PublicKind, TakeDownOutcome
from network.models import TakeDown, User
from network.services import audit, takedown_mail
from network.services.hiding import note_hidden
from network.services.refusals import Refused
from network.services.takedowns.copies import hide_copies, wait_for_the_picture
from network.services.takedowns.kinds import HIDEABLE, hold_thing, thing_of


@audit.keeps_refusals(Act.TAKEDOWN_HIDDEN, of="take_down")
@transaction.atomic
def hide_now(*, take_down: TakeDown, by: User) -> TakeDown:
    """Hide what was asked about, everywhere; the reason is written afterwards.

    Every other request about it is answered too. A picture leaves every place of its
    people, also where the one asked about is no longer public. Pressed again it stays
    hidden.
    """
    wait_for_the_picture(take_down)
    current = _decidable(take_down, by)
    if current.outcome == TakeDownOutcome.HIDDEN and current.ended_at is None:
        return current
    way = HIDEABLE[PublicKind(current.kind)]
    if way.hide is None:
        raise Refused(
            _("This page is made of many records: correct or hide those, then answer.")
        )
    thing = thing_of(current)
    if thing is not None and thing.is_public:
        way.hide(thing.record, by)
    current.refresh_from_db()
    if current.outcome == TakeDownOutcome.WAITING:
        # It left the public's sight meanwhile, by another road.
        note_hidden(
            kind=PublicKind(current.kind),
            key=current.key,
            title=thing.title if thing else "",
            owner=current.owner,
            by=by,
            mark=thing.mark if thing else current.mark,
        )
        current.refresh_from_db()
    hide_copies(current, by)
    return current


@audit.keeps_refusals(Act.TAKEDOWN_KEPT, of="take_down")
@transaction.atomic
def keep_public(*, take_down: TakeDown, by: User, reason: str) -> TakeDown:
    """Leave it public and say why; the asker reads the reason."""
    current = _decidable(take_down, by)
    if not reason.strip():
        raise Refused(_("Write why it stays."), code="reason")
    if current.outcome != TakeDownOutcome.WAITING:
        raise Refused(_("Somebody decided on this request already."), code="decided")
    now = timezone.now()
    current.outcome = TakeDownOutcome.KEPT
    current.reason = reason.strip()
    current.decided_at = current.reasoned_at = now
    current.decided_by = current.reasoned_by = by
    current.save()
    audit.record(Act.TAKEDOWN_KEPT, by=by, of=current, kind=current.kind)
    thing = thing_of(current)
    takedown_mail.answer(current, thing.title if thing else "")
    return current


@audit.keeps_refusals(Act.TAKEDOWN_REASONED, of="take_down")
@transaction.atomic
def write_reason(*, take_down: TakeDown, by: User, reason: str) -> TakeDown:
    """Say why something was hidden; one reason serves all the requests about it, and
    about the same picture elsewhere."""
    current = _decidable(take_down, by)
    if not reason.strip():
        raise Refused(_("Write why it was hidden."), code="reason")
    if current.outcome != TakeDownOutcome.HIDDEN:
        raise Refused(_("Only what was hidden has a reason to write here."))
    about = Q(kind=current.kind, key=current.key)
    if current.mark:
        about |= Q(mark=current.mark, owner=current.owner)
    same = TakeDown.objects.select_for_update().filter(
        about, outcome=TakeDownOutcome.HIDDEN, reason=""
    )
    for each in [current, *same.exclude(pk=current.pk).order_by("pk")]:
        each.reason = reason.strip()
        each.reasoned_at, each.reasoned_by = timezone.now(), by
        each.save()
        audit.record(Act.TAKEDOWN_REASONED, by=by, of=each, kind=each.kind)
    return current


@transaction.atomic
def show_again(*, take_down: TakeDown, by: User) -> TakeDown:
    """Show what was hidden to the public again; its take-downs end with it."""
    current = _decidable(take_down, by)
    way, thing = HIDEABLE[PublicKind(current.kind)], thing_of(current)
    if way.show is None or thing is None:
        raise Refused(_("This can no longer be shown."))
    way.show(thing.record, by)
    current.refresh_from_db()
    return current


def _decidable(take_down: TakeDown, by: User) -> TakeDown:
    """The request as it stands, for its decision: first the thing, then the request.

    Whoever hides a thing answers all the requests about it; in the other order two who
    decide on two of them would wait for each other.
    """
    hold_thing(thing_of(take_down))
    current = TakeDown.objects.select_for_update(of=("self",)).get(pk=take_down.pk)
    if not rules.may_decide_take_down(by, current):
        raise Refused(_("You cannot decide on this request."))
    return current
