"""Verbs of writing: begin an experience, save one of its sections."""

import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import Section
from experiences.models import Experience, RemovedPiece, SectionState
from experiences.services.meanwhile import locked, refuse_closed
from experiences.services.origins import links_otherwise
from experiences.services.removing import put_back, take_out
from experiences.services.saving import (
    Rows,
    StaleSection,
    refuse_to_come,
    replace_rows,
    settled,
    would_change,
    write_values,
)
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.EXPERIENCE_STARTED)
@transaction.atomic
def start_experience(
    *, owner: Organisation, by: User, client_uuid: uuid.UUID, title: str
) -> tuple[Experience, bool]:
    """Begin an experience of the organisation, once per form identifier.

    Returns it and whether it is new. Raises Refused when the person may not write for
    the organisation, or the identifier belongs to another one.
    """
    if not rules.may_write_for(by, owner):
        raise Refused(_("You cannot write experiences of this organisation."))
    try:
        with transaction.atomic():
            experience = Experience.objects.create(
                client_uuid=client_uuid,
                owner=owner,
                association=who_answers(owner),
                country=owner.country,
                title_es=title,
                created_by=by,
                updated_by=by,
            )
    except IntegrityError:
        return _already_started(owner, client_uuid), False
    experience.writers.add(by)
    if owner.place_id:
        experience.places.add(owner.place_id)
    audit.record(Act.EXPERIENCE_STARTED, by=by, of=experience)
    return experience, True


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
@transaction.atomic
def save_section(
    *,
    experience: Experience,
    section: str,
    by: User,
    version: int,
    values: Mapping[str, Any],
    rows: Mapping[str, Rows] | None = None,
) -> Experience:
    """Save one section; `rows` replaces what belongs to it, by the name of the relation.

    The same content sent twice changes nothing. Raises StaleSection when somebody else
    saved it since; Refused when closed, of others' exchange or of a past still to come.
    """
    current = locked(experience)
    state = _state_of(current, section)
    rows = settled(current, rows)
    is_kept = current.discarded_at is None and rules.may_read(by, current)
    if is_kept and not would_change(current, values, rows):
        return current
    _refuse_closed(current, by)
    if version != state.version:
        raise StaleSection(current, state)
    refuse_to_come(values, rows)
    linked = links_otherwise(current, values)
    write_values(current, values)
    for name, wanted in rows.items():
        replace_rows(
            current, name, wanted, drop=partial(take_out, by=by, experience=current)
        )
    _keep_written(current, by)
    state.version += 1
    state.saved_by, state.saved_at = by, current.written_at
    state.save()
    told: dict[str, Any] = {"section": Section(section).value, "version": state.version}
    audit.record(Act.EXPERIENCE_SAVED, by=by, of=current, **told)
    if linked:
        exchange = current.exchange_id
        audit.record(Act.EXPERIENCE_LINKED, by=by, of=current, exchange=exchange)
    return current


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
@transaction.atomic
def restore_row(*, experience: Experience, by: User, kept: RemovedPiece) -> Any:
    """Put a removed row back among those of its section.

    Raises Refused when the person may not, its days are over or what it rests on is gone.
    """
    current = locked(experience)
    _refuse_closed(current, by)
    row = put_back(kept, of=current)
    _keep_written(current, by)
    audit.record(Act.EXPERIENCE_SAVED, by=by, of=current, restored=row.pk)
    return row


def _refuse_closed(experience: Experience, by: User) -> None:
    refuse_closed(
        experience, by, unless=_("This experience can no longer be changed here.")
    )


def _keep_written(experience: Experience, by: User) -> None:
    """Keep it as one more version written by this person."""
    experience.version += 1
    experience.updated_by, experience.written_at = by, timezone.now()
    experience.save()
    experience.writers.add(by)


def version_of(experience: Experience, section: str) -> int:
    """Which version of a section stands; 0 before anybody saved it."""
    found = experience.section_states.filter(section=section)
    return found.values_list("version", flat=True).first() or 0


def who_answers(owner: Organisation) -> Organisation | None:
    """The association itself, or the one that reviews the municipality today."""
    if owner.is_association:
        return owner
    reviewing = owner.affiliations.today().filter(reviews=True)
    found = reviewing.select_related("association").first()
    return found.association if found else None


def _already_started(owner: Organisation, client_uuid: uuid.UUID) -> Experience:
    existing = Experience.objects.get(client_uuid=client_uuid)
    if existing.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return existing


def _state_of(experience: Experience, section: str) -> SectionState:
    """The section's row; the experience is locked, so nobody makes a second one."""
    found, _made = SectionState.objects.get_or_create(
        experience=experience, section=Section(section)
    )
    return found
