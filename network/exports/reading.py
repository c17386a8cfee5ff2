"""How a column is read from a batch: small functions that columns are made of."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.utils import timezone

from amuprev.foundation.exports.columns import NOTHING, Read, Sparse
from network.choices import (
    COMMUNITY_PARTNERS,
    DatePrecision,
    PartnerKind,
    PreventionLevel,
    ReviewState,
)
from network.exports.batches import Batch

# How many signs of an ISO day are known.
KNOWN_SIGNS = {
    DatePrecision.YEAR.value: 4,
    DatePrecision.MONTH.value: 7,
    DatePrecision.DAY.value: 10,
}


def plain(field: str) -> Read:
    """The value as it is stored."""
    return lambda batch: batch[field]


def choice(field: str, fixed: Any) -> Read:
    """The word of a code; nothing for a code that is empty."""
    return lambda batch: map(batch.names.choices(fixed).get, batch[field])


def sure_level(batch: Batch) -> Iterable[Any]:
    """The level of prevention; nothing where its author was not sure."""
    words = dict(batch.names.choices(PreventionLevel))
    words.pop(PreventionLevel.NOT_SURE.value)
    return map(words.get, batch["prevention_level"])


def choices(field: str, fixed: Any) -> Read:
    """The words of several codes."""

    def read(batch: Batch) -> Iterable[Any]:
        words = batch.names.choices(fixed)
        return [
            "; ".join(words[code] for code in codes if code in words)
            for codes in batch[field]
        ]

    return read


def entry(field: str, listed: str) -> Read:
    """The name of an entry of a list."""
    return lambda batch: map(batch.names.words[listed].__getitem__, batch[field])


def entries(listed: str) -> Read:
    """The names of several entries of a list, in the list's order."""

    def read(batch: Batch) -> Iterable[Any]:
        words, ranks = batch.names.words[listed], batch.names.lists[listed]
        one, several = batch.linked(listed)
        found = dict(zip(one, map(words.__getitem__, one.values()), strict=True))

        @cache  # the same few are named together again and again
        def together(named: tuple[int, ...]) -> str:
            ordered = sorted(named, key=lambda pk: ranks[pk].rank)
            return "; ".join(words[entry] or "" for entry in ordered)

        for key, each in several.items():
            found[key] = together(tuple(each))
        return map(found.get, batch.keys)

    return read


def text(field: str) -> Read:
    """A text in the reader's language, or in Spanish where there is no other."""

    def read(batch: Batch) -> Iterable[Any]:
        spanish = batch[f"{field}_es"]
        if batch.names.language == "es":
            return spanish
        english = batch[f"{field}_en"]
        return [en or es for en, es in zip(english, spanish, strict=True)]

    return read


def day(field: str) -> Read:
    """A day with as many parts as are known: 2012-03-27, 2012-03, 2012."""

    def read(batch: Batch) -> Iterable[Any]:
        dated = zip(batch[field], batch["date_precision"], strict=True)
        return [day and day[: KNOWN_SIGNS[precision]] for day, precision in dated]

    return read


def year(batch: Batch) -> Iterable[Any]:
    """The year in which it began."""
    return [day and int(day[:4]) for day in batch["started"]]


def yes_no(field: str) -> Read:
    """Yes or no."""
    return lambda batch: map(batch.names.yes_no.__getitem__, batch[field])


def towns(batch: Batch) -> list[int | None]:
    """The municipality in which each activity was done."""
    owners = batch.names.lists["owners"]
    done = zip(batch["owner_id"], batch["venue_id"], strict=True)
    # In the venue, when it was another's; otherwise at home.
    return [venue or owners[owner].place for owner, venue in done]


def town(batch: Batch) -> Iterable[Any]:
    """Its name."""
    return map(batch.names.words["places"].__getitem__, towns(batch))


def addresses(batch: Batch) -> Iterable[Any]:
    """Where each activity is read."""
    before, after = batch.names.address
    return [f"{before}{number}{after}" for number in batch.keys]


def kind(batch: Batch) -> Iterable[Any]:
    """What kind of activity, in their own words when none of the list fitted."""
    names = map(batch.names.words["kinds"].__getitem__, batch["kind_id"])
    return [
        other or name for other, name in zip(batch["other_kind"], names, strict=True)
    ]


def sum_of(sex: str) -> Read:
    """How many people of one sex."""
    return lambda batch: _people(batch, batch.counts.sums.get(sex))


def total(batch: Batch) -> Iterable[Any]:
    """How many people in all."""
    return _people(batch, batch.counts.totals)


def cell(sex: str, age: str) -> Read:
    """How many people of one sex and age."""
    return lambda batch: _people(batch, batch.counts.cells.get((sex, age)))


def _people(batch: Batch, column: dict[int, Any] | None) -> Iterable[Any]:
    return Sparse(column, batch.keys) if column else NOTHING


def told_partners(batch: Batch) -> Iterable[Any]:
    """With whom it was done: a community partner by its kind unless it agreed."""
    kinds = batch.names.choices(PartnerKind)

    def told(kind: str, name: str, agreed: bool, _contribution: str) -> str:
        may_be_named = agreed or kind not in COMMUNITY_PARTNERS
        return name if name and may_be_named else kinds[kind]

    return _partners(batch, told)


def own_partners(batch: Batch) -> Iterable[Any]:
    """With whom it was done, and what each did."""
    kinds = batch.names.choices(PartnerKind)

    def told(kind: str, name: str, _agreed: bool, contribution: str) -> str:
        known = name or kinds[kind]
        return f"{known} ({contribution})" if contribution else known

    return _partners(batch, told)


def _partners(batch: Batch, told: Callable[..., str]) -> Iterable[Any]:
    found = {
        key: told(*each[0])
        if len(each) == 1
        else "; ".join(sorted(told(*partner) for partner in each))
        for key, each in batch.partners.items()
    }
    return map(found.get, batch.keys)


def note_of_review(batch: Batch) -> Iterable[Any]:
    """What the review asks, while it waits for an answer."""
    notes = zip(batch["review_note"], batch["review_state"], strict=True)
    return [note if state == ReviewState.RETURNED else None for note, state in notes]


def local_day(field: str) -> Read:
    """The day of a moment, where the network is."""

    def read(batch: Batch) -> Iterable[Any]:
        return [at and timezone.localdate(at).isoformat() for at in batch[field]]

    return read


def is_set(field: str) -> Read:
    """Yes where there is something, no where there is nothing."""

    def read(batch: Batch) -> Iterable[Any]:
        no, yes = batch.names.yes_no
        return [no if value is None else yes for value in batch[field]]

    return read


def unless_sensitive(read: Read) -> Read:
    """Nothing finer than the municipality where that could put people at risk."""

    def guarded(batch: Batch) -> Iterable[Any]:
        told = zip(read(batch), batch["is_sensitive"], strict=True)
        return [None if sensitive else value for value, sensitive in told]

    return guarded
