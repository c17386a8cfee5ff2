"""Verbs of meetings: open, minute, call off. Two people minuting overwrite nothing."""

import datetime
import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from toolkit.choices import MeetingState
from toolkit.models import Agreement, BodyMember, Meeting, PreventionBody
from toolkit.services.bodies import held_body, refuse_stranger
from toolkit.services.keeping import refuse_names, saved, write_values

# A body that did not meet for a century did not exist.
EARLIEST = datetime.date(1970, 1, 1)


@audit.keeps_refusals(Act.MEETING_SAVED)
@transaction.atomic
def open_meeting(
    *,
    body: PreventionBody,
    by: User,
    values: Mapping[str, Any],
    client_uuid: uuid.UUID | None = None,
    present: Collection[BodyMember] | None = None,
    sure: Collection[str] = (),
) -> Meeting:
    """Plan or minute a meeting; the same form sent twice is one.

    It takes the next number of its body. Raises as saving does.
    """
    current = held_body(body, by)
    if client_uuid is not None:
        same = Meeting.objects.filter(client_uuid=client_uuid, body=current).first()
        if same is not None:
            return same
    last = current.meetings.aggregate(last=Max("number"))["last"] or 0
    meeting = Meeting(body=current, number=last + 1, created_by=by)
    meeting.client_uuid = client_uuid or uuid.uuid4()
    return _written(meeting, by, values, present, sure)


@audit.keeps_refusals(Act.MEETING_SAVED, of="meeting")
@transaction.atomic
def save_meeting(
    *,
    meeting: Meeting,
    by: User,
    version: int | None,
    values: Mapping[str, Any],
    present: Collection[BodyMember] | None = None,
    sure: Collection[str] = (),
) -> Meeting:
    """Write a meeting's agenda, what was said and which seats were there.

    Raises Stale with the other's version where two people minute it; Doubtful for a
    person's name; Refused for a meeting called off, one held in the future, a seat
    that had left by then, or hours that run backwards.
    """
    current = held_meeting(meeting, by)
    refuse_stale(current, version)
    return _written(current, by, values, present, sure)


@audit.keeps_refusals(Act.MEETING_CANCELLED, of="meeting")
@transaction.atomic
def cancel_meeting(
    *, meeting: Meeting, by: User, version: int | None = None
) -> Meeting:
    """Call off a meeting that was planned. Raises Refused for one that was held."""
    current = held_meeting(meeting, by, called_off=True)
    if current.state == MeetingState.CANCELLED:
        return current
    refuse_stale(current, version)
    if current.state == MeetingState.HELD:
        raise Refused(_("It was held: it cannot be called off."), code="held")
    current.state = MeetingState.CANCELLED
    return saved(current, by, Act.MEETING_CANCELLED, owner=current.body.organisation)


@audit.keeps_refusals(Act.MEETING_SAVED, of="meeting")
@transaction.atomic
def resume_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """Take back that a meeting was called off: it is planned again."""
    current = held_meeting(meeting, by, called_off=True)
    if current.state != MeetingState.CANCELLED:
        return current
    current.state = MeetingState.PLANNED
    return saved(current, by, Act.MEETING_SAVED, owner=current.body.organisation)


def held_meeting(meeting: Meeting, by: User, *, called_off: bool = False) -> Meeting:
    """The meeting as it stands now, held, for whoever keeps it. Raises Refused."""
    rows = Meeting.objects.select_for_update(of=("self",))
    current = rows.select_related("body__organisation").get(pk=meeting.pk)
    refuse_stranger(current.body.organisation, by)
    if current.state == MeetingState.CANCELLED and not called_off:
        raise Refused(_("This meeting was called off."), code="cancelled")
    return current


def _written(
    meeting: Meeting,
    by: User,
    values: Mapping[str, Any],
    present: Collection[BodyMember] | None,
    sure: Collection[str],
) -> Meeting:
    write_values(meeting, values)
    _refuse_wrong_times(meeting)
    refuse_names(sure, agenda=meeting.agenda, notes=meeting.notes, place=meeting.place)
    if present is not None:
        # As they stand now: one may have left since the form was shown.
        present = BodyMember.objects.filter(pk__in=[seat.pk for seat in present])
        _refuse_absent(meeting, present)
        meeting.seats_present = len(present)
    if meeting.state == MeetingState.HELD and meeting.quorum_needed is None:
        # What made a quorum that day: a later change of the rule leaves it.
        meeting.quorum_needed = meeting.body.quorum
    owner = meeting.body.organisation
    agreed = _agreed_then(meeting)
    meeting = saved(meeting, by, Act.MEETING_SAVED, owner=owner)
    for agreement in agreed:
        agreement.agreed_on = meeting.held_on
        saved(agreement, by, Act.AGREEMENT_SAVED, owner=owner)
    if present is not None:
        meeting.present.set(present)
    return meeting


def _agreed_then(meeting: Meeting) -> list[Agreement]:
    """The agreements of a meeting that moves to another day, which move with it.

    Raises Refused where one would be due or settled before its meeting.
    """
    if meeting.pk is None:
        return []
    rows = meeting.agreements.select_for_update().exclude(agreed_on=meeting.held_on)
    moving = list(rows)
    for each in moving:
        known = [day for day in (each.due, each.settled_on) if day is not None]
        if any(day < meeting.held_on for day in known):
            said = _("The agreement “%(text)s” would be older than its meeting.")
            raise Refused(said % {"text": each.text}, code="day")
    return moving


def _refuse_wrong_times(meeting: Meeting) -> None:
    if meeting.held_on is None or meeting.held_on < EARLIEST:
        raise Refused(_("Write the day of the meeting."), code="day")
    if meeting.state == MeetingState.HELD and meeting.held_on > timezone.localdate():
        raise Refused(
            _("A meeting that has not come yet cannot have been held."), code="ahead"
        )
    if meeting.starts and meeting.ends and meeting.ends < meeting.starts:
        raise Refused(_("It cannot end before it begins."), code="hours")
    if meeting.next_on and meeting.next_on <= meeting.held_on:
        raise Refused(_("The next meeting comes after this one."), code="next")


def _refuse_absent(meeting: Meeting, present: Iterable[BodyMember]) -> None:
    """A seat of another body, or one that had left, was not there."""
    for seat in present:
        if seat.body_id != meeting.body_id:
            raise Refused(_("That seat is of another body."))
        if not seat.sits_on(meeting.held_on):
            said = _("“%(seat)s” was not a seat of the body on that day.")
            raise Refused(said % {"seat": seat}, code="left")
