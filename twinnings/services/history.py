"""Records of what was done before the portal: published from the start."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.choices import ReviewState
from twinnings.choices import ExchangeStatus
from twinnings.models import Exchange, ReviewMove, Twinning
from twinnings.services.keeping import Rows, replace_rows, write_values
from twinnings.services.parties import PartyTold, put_parties
from twinnings.services.publication import told_openly
from twinnings.services.review import open_to_the_public
from twinnings.services.sight import keep_in_sight

LISTS = ("themes", "facilitators", "activities")
SURE = ("pair", "outside", "many")


@transaction.atomic
def record_twinning(
    *,
    twinning: Twinning | None,
    values: Mapping[str, Any],
    parties: Sequence[PartyTold],
    rows: Mapping[str, Rows],
) -> Twinning:
    """Make or rewrite a published twinning of the past; its address is given once."""
    twinning = twinning or Twinning()
    write_values(twinning, {k: v for k, v in values.items() if k not in LISTS})
    twinning.review_state = ReviewState.DRAFT
    twinning.save()
    put_parties(twinning, parties, sure=SURE)
    _finish(twinning, values, rows)
    return twinning


@transaction.atomic
def record_exchange(
    *,
    exchange: Exchange | None,
    values: Mapping[str, Any],
    rows: Mapping[str, Rows],
) -> Exchange:
    """Make or rewrite a published exchange of the past. Nobody is asked how it went on."""
    exchange = exchange or Exchange()
    write_values(exchange, {k: v for k, v in values.items() if k not in LISTS})
    exchange.status = ExchangeStatus.HELD
    exchange.review_state = ReviewState.DRAFT
    exchange.save()
    told_openly(exchange)
    _finish(exchange, values, rows)
    return exchange


def _finish(
    record: Twinning | Exchange, values: Mapping[str, Any], rows: Mapping[str, Rows]
) -> None:
    write_values(record, {k: v for k, v in values.items() if k in LISTS})
    for name, wanted in rows.items():
        replace_rows(getattr(record, name), _with_their_keys(record, name, wanted))
    record.reviewed_at = record.reviewed_at or timezone.now()
    open_to_the_public(record)
    record.review_state = ReviewState.APPROVED
    record.save()
    if not record.steps.exists():
        kind = "twinning" if isinstance(record, Twinning) else "exchange"
        ReviewMove.objects.create(**{kind: record}, to_state=ReviewState.APPROVED)
    keep_in_sight(record)


def _with_their_keys(record: Any, name: str, wanted: Rows) -> Rows:
    """A row in the place of the one that stood there: what is loaded twice is once."""
    stored = list(getattr(record, name).order_by("pk").values_list("pk", flat=True))
    keys = [*stored, *[None] * len(wanted)]
    # What is loaded is told by its source; one that somebody hid since stays hidden.
    new = {"public": True} if name == "documents" else {}
    return [
        {"pk": key, **({} if key else new), **each}
        for key, each in zip(keys, wanted, strict=False)
    ]
