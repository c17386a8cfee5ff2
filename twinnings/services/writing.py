"""Verbs of writing a twinning: propose it, save its texts, its parties."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from twinnings import rules
from twinnings.choices import TwinningStatus
from twinnings.models import Twinning
from twinnings.services.keeping import held_to_edit, saved, write_values
from twinnings.services.parties import PartyTold, put_parties
from twinnings.services.sight import keep_twinning_in_sight

Parties = Sequence[PartyTold]


@audit.keeps_refusals(Act.TWINNING_STARTED)
@transaction.atomic
def propose_twinning(
    *,
    owner: Organisation,
    by: User,
    parties: Parties,
    values: Mapping[str, Any],
    client_uuid: uuid.UUID,
    sure: Collection[str] = (),
) -> tuple[Twinning, bool]:
    """Begin a twinning as a draft that is being explored, once per form identifier.

    The problem comes first: Refused without it. Returns it and whether it is new.
    Raises Refused when the person may not write for the owner, for a municipality with
    itself and for the same parties twice; Doubtful for what «it is so» confirms.
    """
    if not rules.may_propose(by, owner):
        raise Refused(_("You cannot propose twinnings of this organisation."))
    existing = Twinning.objects.filter(client_uuid=client_uuid).first()
    if existing is not None:
        return _already_begun(existing, owner), False
    if not (values.get("problem_es") or "").strip():
        raise Refused(
            _("Begin with the problem: write what you want to solve."), code="problem"
        )
    _refuse_strangers(owner, by, parties)
    twinning = Twinning(owner=owner, client_uuid=client_uuid, created_by=by)
    try:
        with transaction.atomic():
            twinning.save()
    except IntegrityError:
        again = Twinning.objects.get(client_uuid=client_uuid)
        return _already_begun(again, owner), False
    write_values(twinning, values)
    _refuse_dates(twinning)
    put_parties(twinning, parties, sure=sure)
    saved(twinning, by, Act.TWINNING_STARTED, parties=len(parties))
    twinning.status_entries.create(status=TwinningStatus.EXPLORING, by=by)
    return twinning, True


@audit.keeps_refusals(Act.TWINNING_SAVED, of="twinning")
@transaction.atomic
def save_twinning(
    *,
    twinning: Twinning,
    by: User,
    version: int | None,
    values: Mapping[str, Any],
    parties: Parties | None = None,
    sure: Collection[str] = (),
) -> Twinning:
    """Save its texts and lists and, where given, its parties.

    Raises Stale when somebody saved it since the given version, Refused when it is no
    longer open to this person or its parties cannot be so, Doubtful for what is unlikely.
    """
    current = held_to_edit(twinning, by)
    refuse_stale(current, version)
    write_values(current, values)
    _refuse_dates(current)
    if parties is not None:
        _refuse_strangers(current.owner, by, parties)
        put_parties(current, parties, sure=sure)
    saved(current, by, Act.TWINNING_SAVED)
    keep_twinning_in_sight(current)
    return current


def _refuse_strangers(owner: Organisation, by: User, parties: Parties) -> None:
    """Who proposes a twinning takes part in it; the secretariat writes for others."""
    if by.standing.secretariat:
        return
    if owner.pk not in {each.town_hall.pk for each in parties if each.town_hall}:
        raise Refused(
            _("%(owner)s has to be one of the parties.") % {"owner": owner},
            code="parties",
        )


def _already_begun(twinning: Twinning, owner: Organisation) -> Twinning:
    if twinning.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return twinning


def _refuse_dates(twinning: Twinning) -> None:
    if twinning.started and twinning.ended and twinning.ended < twinning.started:
        raise Refused(_("The last day cannot be before the first."), code="ended")
    for name in ("started", "ended", "signed_on"):
        day = getattr(twinning, name)
        if day is not None and day > timezone.localdate():
            raise Refused(
                _("That day lies ahead: note it when it has come."), code=name
            )
