"""Verbs of a twinning's life: its status and its ratifications, each dated."""

import datetime
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import clean_document, storage_name
from network.choices import Act, DatePrecision
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from twinnings.choices import EndedBy, Ratification, TwinningStatus
from twinnings.dating import coarsest, end_of
from twinnings.models import Party, Twinning
from twinnings.models.storage import twinning_storage
from twinnings.services.keeping import held_to_follow, saved
from twinnings.services.parties import refused_twice
from twinnings.services.sight import keep_twinning_in_sight


@dataclass(frozen=True)
class When:
    """A date, as exactly as it is known; nobody may know it."""

    day: datetime.date | None = None
    precision: str = DatePrecision.DAY
    uncertain: bool = False


UNKNOWN = When(uncertain=True)


@audit.keeps_refusals(Act.TWINNING_MOVED, of="twinning")
@transaction.atomic
def change_status(
    *,
    twinning: Twinning,
    by: User,
    status: str,
    when: When,
    ended_by: str = "",
    note_es: str = "",
    note_en: str = "",
    version: int | None = None,
) -> Twinning:
    """Say how the twinning stands from a date on; its history keeps how it stood before.

    The same status with the same date and note is one. Its life begins with the first
    letter or agreement, and ends with its end. Raises Refused for an end without its
    way, for an end before the beginning, and for one that begins again while its
    parties have another.
    """
    current = held_to_follow(twinning, by)
    status = TwinningStatus(status).value
    said = (when.day, when.precision, when.uncertain, note_es, note_en)
    ends = status == TwinningStatus.ENDED
    if current.status == status and _noted_so(current, ended_by if ends else "", said):
        return current
    refuse_stale(current, version)
    if status != TwinningStatus.EXPLORING:
        _refuse_ahead(when, _("That day lies ahead: note it when it has come."))
    if ends and ended_by not in EndedBy.values:
        raise Refused(_("Say how the twinning ended."), code="ended_by")
    _set_life(current, status, when)
    current.status, current.ended_by = status, ended_by if ends else ""
    _note(current, when, by, note_es, note_en)
    try:
        with transaction.atomic():
            saved(current, by, Act.TWINNING_MOVED, status=status)
    except IntegrityError as taken:
        raise refused_twice() from taken
    keep_twinning_in_sight(current)
    return current


def _noted_so(twinning: Twinning, ended_by: str, said: tuple) -> bool:
    """True when the last that was noted of it says the same; one without a word or a
    date says nothing new."""
    day, _precision, _uncertain, *notes = said
    if twinning.ended_by != ended_by:
        return False
    last = twinning.status_entries.order_by("-pk").first()
    if last is None or not (day or any(notes)):
        return not (day or any(notes))
    return said == (
        last.started,
        last.date_precision,
        last.date_uncertain,
        last.note_es or "",
        last.note_en or "",
    )


def _note(twinning: Twinning, when: When, by: User, note_es: str, note_en: str) -> None:
    twinning.status_entries.create(
        status=twinning.status,
        started=when.day,
        date_precision=when.precision,
        date_uncertain=when.uncertain,
        note_es=note_es,
        note_en=note_en,
        by=by,
    )


def _set_life(twinning: Twinning, status: str, when: When) -> None:
    if status == TwinningStatus.ENDED:
        _end(twinning, when)
        return
    twinning.ended = None
    begins = status in (TwinningStatus.LETTER, TwinningStatus.ACTIVE)
    if begins and when.day and twinning.started is None:
        twinning.started, twinning.date_precision = when.day, when.precision
        twinning.date_uncertain = when.uncertain
    if status == TwinningStatus.ACTIVE and when.day and twinning.signed_on is None:
        twinning.signed_on, twinning.signed_precision = when.day, when.precision
        twinning.signed_uncertain = when.uncertain


def _end(twinning: Twinning, when: When) -> None:
    """Its last day, no more exactly than the less exact of its two; an end that nobody
    can date leaves its beginning as it was."""
    began = twinning.started
    if when.day is None:
        if twinning.status != TwinningStatus.ENDED:
            twinning.ended = None
        return
    both = (twinning.date_precision, when.precision) if began else (when.precision,)
    if began and end_of(when.day, when.precision) < began:
        raise Refused(_("It cannot end before it begins."), code="when")
    twinning.date_precision = coarsest(*both)
    # In the same year or month, of which nobody knows the day, it is the first there is.
    twinning.ended = max(when.day, began or when.day)
    twinning.date_uncertain = twinning.date_uncertain or when.uncertain


@audit.keeps_refusals(Act.TWINNING_RATIFIED, of="party")
def ratify(
    *,
    party: Party,
    by: User,
    when: When,
    act: str = "",
    upload: UploadedFile | None = None,
    ratification: str = Ratification.RATIFIED,
) -> Party:
    """Note that the governing body of a party ratified the twinning, with its act.

    Another `ratification` takes it back: pending, not needed, not recorded. Raises
    Refused for a day to come, ValidationError for a file that is not accepted.
    """
    stored, kind = "", ""
    if upload is not None:
        cleaned = clean_document(upload)
        kind = cleaned.content_type
        name = f"twinnings/{storage_name(cleaned.extension)}"
        stored = twinning_storage().save(name, cleaned.file)
    try:
        return _ratified(party, by, when, act.strip(), stored, kind, ratification)
    except BaseException:
        if stored:
            twinning_storage().delete(stored)
        raise


@transaction.atomic
def _ratified(
    party: Party, by: User, when: When, act: str, stored: str, kind: str, state: str
) -> Party:
    twinning = held_to_follow(party.twinning, by)
    current = Party.objects.select_for_update(of=("self",)).get(pk=party.pk)
    state = Ratification(state).value
    if act != current.ratified_act:
        current.act_public = False
    if state == Ratification.RATIFIED:
        _refuse_ahead(when, _("A ratification cannot lie ahead."))
        current.ratified_on, current.ratified_precision = when.day, when.precision
        current.ratified_uncertain, current.ratified_act = when.uncertain, act
        if stored:
            _forget_later(current)
            current.ratified_file, current.ratified_type = stored, kind
    else:
        _forget_later(current)
        current.ratified_on, current.ratified_act = None, ""
        current.ratified_file, current.ratified_type = "", ""
    current.ratification = state
    current.save()
    saved(twinning, by, Act.TWINNING_RATIFIED, party=current.pk, ratification=state)
    return current


def _refuse_ahead(when: When, said: str) -> None:
    """Where people will meet is told to nobody before they have met."""
    if when.day is not None and when.day > timezone.localdate():
        raise Refused(said, code="when")


def _forget_later(party: Party) -> None:
    if name := str(party.ratified_file.name or ""):
        transaction.on_commit(lambda: twinning_storage().delete(name))
