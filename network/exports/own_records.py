"""Activities as JSON for those whose they are: the same keys, and what is theirs."""

import datetime
from collections.abc import Iterator

from network.exports import reading
from network.exports.batches import Batch
from network.exports.names import LANGUAGES
from network.exports.own import OWN_FIELDS, OWN_TEXTS
from network.exports.reading import note_of_review
from network.exports.records import (
    Part,
    Record,
    exact_place,
    or_null,
    side_by_side,
    texts,
    what,
    when,
    where,
)


def own_head(batch: Batch) -> Iterator[Record]:
    """Its number, where it is worked on, and where it stands."""
    return side_by_side(
        {
            "number": batch.keys,
            "address": reading.addresses(batch),
            "state": batch["review_state"],
            "review_note": map(or_null, note_of_review(batch)),
            "submitted_at": map(_moment, batch["submitted_at"]),
            "written_at": map(_moment, batch["written_at"]),
            "publish_from": batch["publish_from"],
            "hidden": (at is not None for at in batch["hidden_at"]),
        }
    )


def own_partners(batch: Batch) -> Iterator[Record]:
    """With whom it was done, and what each did."""
    for key in batch.keys:
        partners = [
            {"kind": kind, "name": name or None, "contribution": did or None}
            for kind, name, _agreed, did in batch.partners.get(key, ())
        ]
        yield {"partners": partners}


def money_and_codes(batch: Batch) -> Iterator[Record]:
    """What it cost, and how it is reported."""
    return side_by_side(
        {
            "cost": (None if cost is None else float(cost) for cost in batch["cost"]),
            "currency": map(or_null, batch["currency"]),
            "funding_source": map(or_null, batch["funding_source"]),
            "regional_axis": map(or_null, batch["regional_axis"]),
            "inspire_strategies": batch["inspire_strategies"],
            "violence_types": batch["violence_types"],
            "links": (links.split() for links in batch["links"]),
        }
    )


def own_texts(batch: Batch) -> Iterator[Record]:
    """What was told."""
    return texts(batch, OWN_TEXTS)


def _moment(at: datetime.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


OWN_JSON_FIELDS = (
    *OWN_FIELDS,
    *(f"{name}_{code}" for name in OWN_TEXTS for code in LANGUAGES),
)
OWN_PARTS: tuple[Part, ...] = (
    own_head,
    when,
    where,
    exact_place,
    what,
    own_partners,
    money_and_codes,
    own_texts,
)
