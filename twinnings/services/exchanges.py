"""Verbs of an exchange: open it before the trip, save it, report it, call it off."""

import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused, refuse_doubts, refuse_stale
from twinnings import rules
from twinnings.choices import CHECKLIST, ExchangeStatus
from twinnings.dating import lies_outside, span_of_exchange
from twinnings.models import Exchange, Twinning
from twinnings.services.follow_ups import plan_follow_ups
from twinnings.services.keeping import (
    Rows,
    held,
    held_to_edit,
    replace_rows,
    saved,
    write_values,
)
from twinnings.services.publication import told_openly
from twinnings.services.sight import keep_exchange_in_sight

# The relations of an exchange whose rows are saved with it.
ROWS = ("agenda", "places_seen", "delegation")
# A delegation so large is asked about once.
MANY_PEOPLE = 100
MOST_ROWS = 60


@audit.keeps_refusals(Act.EXCHANGE_STARTED, of="twinning")
@transaction.atomic
def open_exchange(
    *,
    twinning: Twinning,
    owner: Organisation,
    by: User,
    values: Mapping[str, Any],
    client_uuid: uuid.UUID,
    rows: Mapping[str, Rows] | None = None,
    sure: Collection[str] = (),
) -> tuple[Exchange, bool]:
    """Open an exchange of a twinning before its trip, or report one that was, once per
    form identifier.

    Returns it and whether it is new. Raises Refused for who neither tells of the
    twinning nor takes part in it, Doubtful for one outside the twinning's life.
    """
    current = held(twinning)
    if not rules.may_open_exchange(by, current, owner, organisations_of(current)):
        raise Refused(_("You cannot open exchanges of this twinning."))
    existing = Exchange.objects.filter(client_uuid=client_uuid).first()
    if existing is not None:
        return _already_begun(existing, owner), False
    exchange = Exchange(
        twinning=current, owner=owner, client_uuid=client_uuid, created_by=by
    )
    write_values(exchange, _plain(values))
    _refuse_faults(exchange, rows or {}, sure)
    try:
        with transaction.atomic():
            exchange.save()
    except IntegrityError:
        again = Exchange.objects.filter(client_uuid=client_uuid).first()
        if again is None:
            raise
        return _already_begun(again, owner), False
    _write_rest(exchange, values, rows)
    return saved(exchange, by, Act.EXCHANGE_STARTED, twinning=current.pk), True


@audit.keeps_refusals(Act.EXCHANGE_SAVED, of="exchange")
@transaction.atomic
def save_exchange(
    *,
    exchange: Exchange,
    by: User,
    version: int | None,
    values: Mapping[str, Any],
    rows: Mapping[str, Rows] | None = None,
    sure: Collection[str] = (),
) -> Exchange:
    """Save what is said of it and, by relation, its agenda, delegation and places seen.

    Raises Stale when somebody saved it since the given version, Refused when it is not
    open to this person or a commitment would fall before it, Doubtful for what is
    unlikely.
    """
    current = held_to_edit(exchange, by)
    refuse_stale(current, version)
    write_values(current, _plain(values))
    _refuse_faults(current, rows or {}, sure)
    _write_rest(current, values, rows)
    saved(current, by, Act.EXCHANGE_SAVED)
    if current.status == ExchangeStatus.HELD:
        plan_follow_ups(current)
    keep_exchange_in_sight(current)
    return current


@audit.keeps_refusals(Act.EXCHANGE_REPORTED, of="exchange")
@transaction.atomic
def report_exchange(
    *,
    exchange: Exchange,
    by: User,
    version: int | None,
    values: Mapping[str, Any],
    rows: Mapping[str, Rows] | None = None,
    sure: Collection[str] = (),
) -> Exchange:
    """Say that it took place and what came of it; its follow-ups are planned.

    The same as saving it otherwise. Raises Refused for one that still lies ahead or
    whose date nobody says.
    """
    current = held_to_edit(exchange, by)
    refuse_stale(current, version)
    write_values(current, {**_plain(values), "status": ExchangeStatus.HELD.value})
    _refuse_faults(current, rows or {}, sure)
    _write_rest(current, values, rows)
    saved(current, by, Act.EXCHANGE_REPORTED)
    plan_follow_ups(current)
    keep_exchange_in_sight(current)
    return current


@audit.keeps_refusals(Act.EXCHANGE_CANCELLED, of="exchange")
@transaction.atomic
def cancel_exchange(*, exchange: Exchange, by: User) -> Exchange:
    """Call a planned exchange off; pressed again it stays so. It is saved to plan it anew."""
    current = held_to_edit(exchange, by)
    if current.status == ExchangeStatus.CANCELLED:
        return current
    if current.status != ExchangeStatus.PLANNED:
        raise Refused(_("Only what is planned can be called off."))
    current.status = ExchangeStatus.CANCELLED
    return saved(current, by, Act.EXCHANGE_CANCELLED)


def organisations_of(twinning: Twinning) -> frozenset[int]:
    """The organisations that take part in a twinning."""
    rows = twinning.parties.filter(organisation__isnull=False).order_by()
    return frozenset(rows.values_list("organisation", flat=True))


def _already_begun(exchange: Exchange, owner: Organisation) -> Exchange:
    if exchange.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return exchange


LISTS = ("themes", "activities")


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in LISTS}


def _write_rest(
    exchange: Exchange, values: Mapping[str, Any], rows: Mapping[str, Rows] | None
) -> None:
    for name in LISTS:
        if name in values:
            getattr(exchange, name).set(values[name])
    for name in ROWS:
        if name in (rows or {}):
            if name == "delegation":
                told_openly(exchange)
            replace_rows(getattr(exchange, name), (rows or {})[name])
    if exchange.pk:
        first = span_of_exchange(exchange).first
        exchange.commitments.exclude(not_before=first).update(not_before=first)


def _refuse_faults(
    exchange: Exchange, rows: Mapping[str, Rows], sure: Collection[str]
) -> None:
    if exchange.started and exchange.ended and exchange.ended < exchange.started:
        raise Refused(_("The last day cannot be before the first."), code="ended")
    if exchange.cost is not None and not exchange.currency:
        raise Refused(_("Choose the currency of the cost."), code="currency")
    known = {code for stage in CHECKLIST.values() for code in stage}
    if not set(exchange.checked) <= known:
        raise Refused(_("Choose from the list."), code="checked")
    for name, wanted in rows.items():
        if name not in ROWS or len(wanted) > MOST_ROWS:
            raise Refused(
                _("Write at most %(most)d lines.") % {"most": MOST_ROWS}, code=name
            )
    when = span_of_exchange(exchange)
    if exchange.status == ExchangeStatus.HELD:
        _refuse_untold(exchange)
    if when.first and exchange.pk:
        _refuse_before_commitments(exchange, when.first)
    _refuse_unlikely(exchange, rows.get("delegation"), sure)


def _refuse_untold(exchange: Exchange) -> None:
    if exchange.started is None and not exchange.date_uncertain:
        raise Refused(
            _("Write when it was, or say that the date is uncertain."), code="started"
        )
    first = span_of_exchange(exchange).first
    if first is not None and first > timezone.localdate():
        raise Refused(
            _("What still lies ahead is planned: report it when it is over."),
            code="started",
        )


def _refuse_before_commitments(exchange: Exchange, first: Any) -> None:
    if exchange.commitments.filter(due__lt=first).exists():
        raise Refused(
            _("A commitment would be due before the exchange: change its day first."),
            code="started",
        )


def _people_in(exchange: Exchange, delegation: Rows) -> int:
    """How many they are; a row that nobody touched counts as it is stored."""
    rows = exchange.delegation.values_list("pk", "people") if exchange.pk else ()
    stored: dict[Any, int | None] = dict(rows)
    told = [
        each["people"] if "people" in each else stored.get(each.get("pk"))
        for each in delegation
    ]
    return sum(each or 0 for each in told)


def _refuse_unlikely(
    exchange: Exchange, delegation: Rows | None, sure: Collection[str]
) -> None:
    doubts: dict[str, str | Promise] = {}
    outside = lies_outside(exchange, exchange.twinning)
    if outside and not exchange.outside_confirmed:
        doubts["outside"] = _(
            "These dates are before or after the life of the twinning. Is it so?"
        )
    people = _people_in(exchange, delegation or ())
    if people > MANY_PEOPLE:
        said = _("You wrote %(count)d people. Is it so?")
        doubts["many"] = said % {"count": people}
    refuse_doubts(doubts, sure)
    exchange.outside_confirmed = outside
