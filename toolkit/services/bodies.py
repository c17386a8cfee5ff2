"""Verbs of a municipality's prevention body: its seats, sub-commissions, what it shows."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from toolkit import rules
from toolkit.models import BodyMember, PreventionBody, SubCommission
from toolkit.services.keeping import refuse_names, saved, write_values

MOST_SEATS = 80
MOST_COMMISSIONS = 20


@audit.keeps_refusals(Act.BODY_SAVED)
@transaction.atomic
def save_body(
    *,
    organisation: Organisation,
    by: User,
    values: Mapping[str, Any],
    version: int | None = None,
) -> PreventionBody:
    """Make or change the body of a municipality: it has one.

    Raises Stale, and Refused for a stranger, a body without a name, one founded ahead,
    or a quorum larger than its seats.
    """
    refuse_stranger(organisation, by)
    _held(organisation)
    current = PreventionBody.objects.filter(organisation=organisation).first()
    if current is not None:
        refuse_stale(current, version)
    body = current or PreventionBody(organisation=organisation)
    write_values(body, values)
    if not body.name:
        raise Refused(_("Write what the body is called."), code="name")
    if body.founded and body.founded > timezone.localdate():
        raise Refused(_("It cannot be founded in the future."), code="founded")
    seats = body.members.sitting().count() if body.pk else 0
    if body.quorum and seats and body.quorum > seats:
        raise Refused(
            _("The quorum asks for more seats than the body has."), code="quorum"
        )
    return saved(body, by, Act.BODY_SAVED, owner=organisation)


@audit.keeps_refusals(Act.BODY_SEAT)
@transaction.atomic
def save_member(
    *,
    body: PreventionBody,
    by: User,
    values: Mapping[str, Any],
    member: BodyMember | None = None,
    commissions: Collection[SubCommission] | None = None,
    version: int | None = None,
    sure: Collection[str] = (),
) -> BodyMember:
    """Add or change a seat: its institution and office, never a name.

    Raises Stale, Doubtful where they seem to name a person; Refused for a stranger, a
    seat without institution or office, or one that ends before it begins.
    """
    current = held_body(body, by)
    if member is None and current.members.count() >= MOST_SEATS:
        said = _("A body has at most %(most)d seats.")
        raise Refused(said % {"most": MOST_SEATS})
    seat = _seat_of(current, member)
    if member is not None:
        refuse_stale(seat, version)
    write_values(seat, values)
    if not (seat.institution and seat.office):
        raise Refused(_("Write the institution and the office."), code="seat")
    _refuse_wrong_days(seat)
    refuse_names(sure, institution=seat.institution, office=seat.office)
    saved(seat, by, Act.BODY_SEAT, owner=current.organisation)
    if commissions is not None:
        seat.commissions.set([c for c in commissions if c.body_id == current.pk])
    return seat


@audit.keeps_refusals(Act.BODY_SEAT)
@transaction.atomic
def end_member(
    *, body: PreventionBody, member: BodyMember, by: User, on: datetime.date
) -> BodyMember:
    """Say that somebody left the seat; what it attended and owes stays.

    Raises Refused for a day to come or before it was taken.
    """
    current = held_body(body, by)
    seat = _seat_of(current, member)
    if on > timezone.localdate():
        raise Refused(_("Write the day when it has come."), code="ahead")
    seat.left_on = on
    _refuse_wrong_days(seat)
    return saved(seat, by, Act.BODY_SEAT, owner=current.organisation)


@audit.keeps_refusals(Act.BODY_SEAT)
@transaction.atomic
def bring_member_back(
    *, body: PreventionBody, member: BodyMember, by: User
) -> BodyMember:
    """Take back that somebody left the seat. Raises Refused for a stranger."""
    current = held_body(body, by)
    seat = _seat_of(current, member)
    if seat.left_on is None:
        return seat
    seat.left_on = None
    return saved(seat, by, Act.BODY_SEAT, owner=current.organisation)


@audit.keeps_refusals(Act.BODY_COMMISSION)
@transaction.atomic
def save_commission(
    *,
    body: PreventionBody,
    by: User,
    values: Mapping[str, Any],
    commission: SubCommission | None = None,
    version: int | None = None,
    sure: Collection[str] = (),
) -> SubCommission:
    """Add or change a sub-commission. Raises Stale, Doubtful for a person's name,
    Refused without its own name or for too many."""
    current = held_body(body, by)
    if commission is None and current.commissions.count() >= MOST_COMMISSIONS:
        said = _("A body has at most %(most)d sub-commissions.")
        raise Refused(said % {"most": MOST_COMMISSIONS})
    group = _group_of(current, commission)
    if commission is not None:
        refuse_stale(group, version)
    write_values(group, values)
    if not group.name:
        raise Refused(_("Write what the sub-commission is called."), code="name")
    if group.ended_on and group.ended_on > timezone.localdate():
        raise Refused(_("Write the day when it has come."), code="ended_on")
    refuse_names(sure, coordinator=group.coordinator)
    return saved(group, by, Act.BODY_COMMISSION, owner=current.organisation)


@audit.keeps_refusals(Act.BODY_SHARED)
@transaction.atomic
def share_progress(*, body: PreventionBody, by: User, shared: bool) -> PreventionBody:
    """Let the world see how far the municipality has come, or no longer.

    Raises Refused for whoever does not answer for it.
    """
    current = PreventionBody.objects.select_for_update().get(pk=body.pk)
    if not rules.may_share_progress(by, current.organisation):
        raise Refused(_("Only who answers for the municipality decides that."))
    if current.shares_progress == shared:
        return current
    current.shares_progress = shared
    current.shared_at, current.shared_by = timezone.now(), by
    owner = current.organisation
    return saved(current, by, Act.BODY_SHARED, owner=owner, shared=shared)


def refuse_stranger(organisation: Organisation, by: User) -> None:
    """Raise Refused for whoever does not keep this municipality's work."""
    if not rules.may_work(by, organisation):
        raise Refused(_("Only staff of this municipality keep its work here."))


def held_body(body: PreventionBody, by: User) -> PreventionBody:
    """The body as it stands now, held, for whoever keeps it. Raises Refused."""
    rows = PreventionBody.objects.select_for_update(of=("self",))
    current = rows.select_related("organisation").get(pk=body.pk)
    refuse_stranger(current.organisation, by)
    return current


def _held(organisation: Organisation) -> None:
    """Two people founding one body wait for each other."""
    rows = Organisation.objects.select_for_update().filter(pk=organisation.pk)
    list(rows.values_list("pk", flat=True))


def _seat_of(body: PreventionBody, member: BodyMember | None) -> BodyMember:
    if member is None:
        return BodyMember(body=body)
    if member.body_id != body.pk:
        raise Refused(_("That seat is of another body."))
    return BodyMember.objects.select_for_update().get(pk=member.pk)


def _group_of(body: PreventionBody, group: SubCommission | None) -> SubCommission:
    if group is None:
        return SubCommission(body=body)
    if group.body_id != body.pk:
        raise Refused(_("That sub-commission is of another body."))
    return SubCommission.objects.select_for_update().get(pk=group.pk)


def _refuse_wrong_days(seat: BodyMember) -> None:
    if seat.joined_on and seat.left_on and seat.left_on < seat.joined_on:
        raise Refused(_("The end cannot be before the start."), code="days")
