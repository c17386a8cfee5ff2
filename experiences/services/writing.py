"""Verbs of writing: begin an experience, save one of its sections."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import Section
from experiences.models import Experience, SectionState
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused

MANY = ("places", "themes", "groups", "settings")
Rows = Sequence[Mapping[str, Any]]


class StaleSection(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody saved the section meanwhile; carries the experience as it now stands."""

    def __init__(self, experience: Experience, state: SectionState) -> None:
        super().__init__(experience.pk)
        self.experience = experience
        self.state = state


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
                association=_who_answers(owner),
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
    rows: "Mapping[str, Rows] | None" = None,
) -> Experience:
    """Save one section; `rows` replaces what belongs to it, by the name of the relation.

    The same content sent twice changes nothing. Raises StaleSection when somebody else
    saved that section since the given version, Refused when it is no longer open.
    """
    current = Experience.objects.select_for_update().get(pk=experience.pk)
    state = _state_of(current, section)
    if rules.may_read(by, current) and not _would_change(current, values, rows or {}):
        return current
    if not rules.may_edit(by, current):
        raise Refused(_("This experience can no longer be changed here."))
    if version != state.version:
        raise StaleSection(current, state)
    _write(current, values)
    for name, wanted in (rows or {}).items():
        _replace_rows(current, name, wanted)
    current.version += 1
    current.updated_by, current.written_at = by, timezone.now()
    current.save()
    current.writers.add(by)
    state.version += 1
    state.saved_by, state.saved_at = by, current.written_at
    state.save()
    audit.record(
        Act.EXPERIENCE_SAVED,
        by=by,
        of=current,
        section=Section(section).value,
        version=state.version,
    )
    return current


def version_of(experience: Experience, section: str) -> int:
    """Which version of a section stands; 0 before anybody saved it."""
    found = experience.section_states.filter(section=section)
    return found.values_list("version", flat=True).first() or 0


def _who_answers(owner: Organisation) -> Organisation | None:
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


def _write(experience: Experience, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name in MANY:
            getattr(experience, name).set(value)
        else:
            setattr(experience, name, value)


def _replace_rows(experience: Experience, name: str, wanted: Rows) -> None:
    """Keep the rows whose key comes again, change them, add the new, drop the rest."""
    kept = {row.pk: row for row in getattr(experience, name).all()}
    for given in wanted:
        values = {key: value for key, value in given.items() if key != "pk"}
        row = kept.pop(given.get("pk"), None)
        if row is None:
            getattr(experience, name).create(**values)
            continue
        for key, value in values.items():
            setattr(row, key, value)
        row.save()
    for row in kept.values():
        row.delete()


def _would_change(
    current: Experience, values: Mapping[str, Any], rows: "Mapping[str, Rows]"
) -> bool:
    for name, value in values.items():
        stored = getattr(current, name)
        if name in MANY:
            if set(stored.values_list("pk", flat=True)) != {each.pk for each in value}:
                return True
        elif _plain(stored) != _plain(value):
            return True
    return any(_rows_differ(current, name, wanted) for name, wanted in rows.items())


def _rows_differ(experience: Experience, name: str, wanted: Rows) -> bool:
    stored: list[models.Model] = list(getattr(experience, name).all())
    if len(stored) != len(wanted):
        return True
    by_key = {row.pk: row for row in stored}
    return any(
        (row := by_key.get(given.get("pk"))) is None
        or any(
            _plain(getattr(row, key)) != _plain(value) for key, value in given.items()
        )
        for given in wanted
    )


def _plain(value: Any) -> Any:
    return "" if value is None else value
