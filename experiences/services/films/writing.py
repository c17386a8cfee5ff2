"""Verbs of writing a film's record: begin it, say what it tells and who is in it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, Film
from experiences.services.meanwhile import locked, refuse_closed
from experiences.services.saving import refuse_to_come
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused


class StaleFilm(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody saved the record meanwhile; carries the film as it now stands."""

    def __init__(self, film: Film) -> None:
        super().__init__(film.pk)
        self.film = film


@audit.keeps_refusals(Act.FILM_STARTED)
@transaction.atomic
def start_film(
    *,
    owner: Organisation,
    by: User,
    client_uuid: uuid.UUID,
    title: str,
    experience: Experience | None = None,
) -> tuple[Film, bool]:
    """Begin the record of a film, once per form identifier; the film and whether it is new.

    Raises Refused when the person may not write for the organisation, the experience is
    another's, or the identifier belongs to another film.
    """
    if not rules.may_write_for(by, owner):
        raise Refused(_("You cannot write videos of this organisation."))
    if experience is not None and experience.owner_id != owner.pk:
        raise Refused(_("That experience belongs to another organisation."))
    try:
        with transaction.atomic():
            film = Film.objects.create(
                client_uuid=client_uuid,
                owner=owner,
                experience=experience,
                place=owner.place,
                country=owner.country,
                title_es=title,
                created_by=by,
                updated_by=by,
            )
    except IntegrityError:
        return _already_started(owner, client_uuid), False
    film.writers.add(by)
    audit.record(Act.FILM_STARTED, by=by, of=film)
    return film, True


@audit.keeps_refusals(Act.FILM_SAVED, of="film")
@transaction.atomic
def save_film(*, film: Film, by: User, version: int, values: Mapping[str, Any]) -> Film:
    """Save what is said of a film; the same content sent twice changes nothing.

    Raises StaleFilm when somebody saved it since the given version, Refused when it is
    no longer open, its year has not come or another organisation's experience is named.
    """
    current = locked(film)
    same = all(
        (getattr(current, name) or "") == (value or "")
        for name, value in values.items()
    )
    if same and current.discarded_at is None and rules.may_read(by, current):
        return current
    refuse_closed(current, by, unless=_("This video can no longer be changed here."))
    if version != current.version:
        raise StaleFilm(current)
    _refuse_strange(current, values)
    refuse_to_come(values)
    for name, value in values.items():
        setattr(current, name, value)
    if current.provider and current.current_id:
        raise Refused(
            _("This video was uploaded here: it cannot stand on another site too.")
        )
    keep_written(current, by)
    audit.record(Act.FILM_SAVED, by=by, of=current, version=current.version)
    return current


def keep_written(film: Film, by: User) -> None:
    """Keep the film as one more version written by this person."""
    film.version += 1
    film.updated_by, film.written_at = by, timezone.now()
    film.save()
    film.writers.add(by)


def _refuse_strange(film: Film, values: Mapping[str, Any]) -> None:
    experience = values.get("experience")
    if experience is not None and experience.owner_id != film.owner_id:
        raise Refused(_("That experience belongs to another organisation."))


def _already_started(owner: Organisation, client_uuid: uuid.UUID) -> Film:
    existing = Film.objects.get(client_uuid=client_uuid)
    if existing.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return existing
