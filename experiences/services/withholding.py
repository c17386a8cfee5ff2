"""Verbs of earlier versions: withhold what one of them said, tell it again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, WithheldVersion
from experiences.services.meanwhile import locked
from experiences.services.moving import step_of
from experiences.versions import versions_of
from network.choices import Act, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.VERSION_WITHHELD, of="experience")
@transaction.atomic
def withhold_version(
    *, experience: Experience, by: User, since: str, why: str, before: bool = False
) -> WithheldVersion:
    """Tell what an earlier version said no more, and what all before it said if wished;
    pressed again they stay withheld.

    Raises Refused when the person may not, or the public reads that version today.
    """
    current = _decidable(experience, by)
    every = versions_of(current, withheld_too=True)
    turns = [n for n, each in enumerate(every) if each.since.isoformat() == since]
    stands = current.review_state == ReviewState.APPROVED
    if not turns or (stands and turns[0] + 1 == len(every)):
        raise Refused(
            _(
                "Only a version that another one replaced is withheld. To stop showing "
                "the one that stands today, hide the experience or correct it."
            )
        )
    ends = [*(each.since for each in every[1:]), timezone.now()]
    added = False
    for turn in range(0 if before else turns[0], turns[0] + 1):
        row, new = WithheldVersion.objects.get_or_create(
            experience=current,
            since=every[turn].since,
            defaults={"until": ends[turn], "why": why, "by": by},
        )
        added = added or new
    if added:
        state, note = current.review_state, _("The words of a version were withheld")
        step_of(current, state, by=by, act=Act.VERSION_WITHHELD, note=note)
    return row


@audit.keeps_refusals(Act.VERSION_TOLD, of="experience")
@transaction.atomic
def tell_version_again(*, experience: Experience, by: User, withheld: int) -> None:
    """Let the public read again what a withheld version said.

    Raises Refused when the person may not.
    """
    current = _decidable(experience, by)
    gone, _each = current.withheld.filter(pk=withheld).delete()
    if gone:
        state, note = current.review_state, _("The words of a version are told again")
        step_of(current, state, by=by, act=Act.VERSION_TOLD, note=note)


def _decidable(experience: Experience, by: User) -> Experience:
    current = locked(experience)
    if not rules.may_withhold(by, current):
        raise Refused(_("Only whoever may hide this experience decides on this."))
    return current
