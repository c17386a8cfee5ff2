"""Verbs of the audit trail: record an act, record a refusal, seal, verify."""

import datetime
import hashlib
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from network import rules
from network.choices import Act, Outcome
from network.models import AuditEntry, AuditSeal, Organisation, User
from network.services.refusals import Refused

P = ParamSpec("P")
R = TypeVar("R")

BATCH = 1_000
# Never part of a fingerprint: what is secret, and what changes without an act.
LEFT_OUT = frozenset({"password", "last_login", "code_hash"})


def record(
    act: Act,
    *,
    by: User | None,
    of: models.Model | None = None,
    owner: Organisation | None = None,
    outcome: Outcome = Outcome.DONE,
    about: tuple[str, str] | None = None,
    **details: Any,
) -> AuditEntry:
    """Add an entry about the record `of` in the transaction of the act itself.

    `about` names by kind and key a record that is not at hand, or no longer there.
    The owner is the record's own `owner` or `organisation` unless given. Details
    are codes, counts and keys: never a text that somebody wrote, never a secret.
    """
    whose = owner or _owner_of(of)
    kind, key = about or _pointer(of)
    role, office = rules.acting_role(by, whose.pk if whose else None)
    return AuditEntry.objects.create(
        actor=by,
        role=role,
        office_id=office,
        act=act,
        outcome=outcome,
        record_kind=kind,
        record_key=key,
        owner=whose,
        digest=fingerprint(of) if of is not None else "",
        history=_version_of(of),
        details=details,
    )


def refused(
    act: Act,
    *,
    by: User | None,
    of: models.Model | None = None,
    owner: Organisation | None = None,
    **details: Any,
) -> AuditEntry:
    """Add an entry about an act that a rule refused."""
    return record(act, by=by, of=of, owner=owner, outcome=Outcome.REFUSED, **details)


def keeps_refusals(
    act: Act, of: str = ""
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a service: its Refused is recorded after its transaction is undone.

    `of` names the argument that holds the record. Stands outside @transaction.atomic.
    """

    def decorate(service: Callable[P, R]) -> Callable[P, R]:
        @wraps(service)
        def kept(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return service(*args, **kwargs)
            except Refused as refusal:
                about: Any = kwargs.get(of) if of else None
                by: Any = kwargs.get("by")
                owner: Any = kwargs.get("owner") or kwargs.get("organisation")
                refused(act, by=by, of=about, owner=owner, code=refusal.code)
                raise

        return kept

    return decorate


def fingerprint(of: models.Model) -> str:
    """SHA-256 (hex) of the record's own columns, in the order of the model.

    What the history leaves out stays out: it is erased in time, and so must its marks.
    """
    left_out = LEFT_OUT | _kept_out_of_history(of)
    values = {
        field.attname: _plain(field.value_from_object(of))
        for field in of._meta.concrete_fields
        if field.name not in left_out
    }
    return _sha256(json.dumps(values, sort_keys=True, cls=DjangoJSONEncoder))


@transaction.atomic
def seal_entries(*, most: int = BATCH) -> AuditSeal | None:
    """Seal the oldest unsealed entries into the next link; None when there are none."""
    last = AuditSeal.objects.select_for_update().order_by("-number").first()
    entries = list(AuditEntry.objects.filter(seal__isnull=True).order_by("pk")[:most])
    if not entries:
        return None
    previous = last.hash if last else ""
    seal = AuditSeal.objects.create(
        number=last.number + 1 if last else 1,
        entries_count=len(entries),
        previous=previous,
        hash=_link(previous, entries),
    )
    AuditEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(seal=seal)
    return seal


def seal_all() -> int:
    """Seal every entry in batches; the number of seals made."""
    made = 0
    while seal_entries() is not None:
        made += 1
    return made


def faults() -> Iterator[str]:
    """Walk the chain; one English sentence for each link that does not hold."""
    previous, expected = "", 1
    for seal in AuditSeal.objects.order_by("number").iterator():
        if seal.number != expected:
            yield f"Seal {expected} is missing."
        if seal.previous != previous:
            yield f"Seal {seal.number} does not follow the one before it."
        entries = list(seal.entries.order_by("pk"))
        if len(entries) != seal.entries_count:
            yield (
                f"Seal {seal.number} held {seal.entries_count} entries and now "
                f"holds {len(entries)}."
            )
        if _link(seal.previous, entries) != seal.hash:
            yield f"An entry of seal {seal.number} was changed."
        previous, expected = seal.hash, seal.number + 1


def _link(previous: str, entries: list[AuditEntry]) -> str:
    lines = [previous, *(_line(entry) for entry in entries)]
    return _sha256("\n".join(lines))


def _line(entry: AuditEntry) -> str:
    return json.dumps(
        [
            entry.pk,
            entry.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"),
            entry.actor_id,
            entry.role,
            entry.office_id,
            entry.act,
            entry.outcome,
            entry.record_kind,
            entry.record_key,
            entry.owner_id,
            entry.digest,
            entry.history,
            entry.details,
        ],
        sort_keys=True,
        ensure_ascii=False,
    )


def _owner_of(of: models.Model | None) -> Organisation | None:
    if of is None:
        return None
    if isinstance(of, Organisation):
        return of
    for name in ("owner", "organisation", "municipality", "association"):
        held = getattr(of, name, None)
        if isinstance(held, Organisation):
            return held
    activity = getattr(of, "activity", None)
    return _owner_of(activity) if activity is not None else None


def _pointer(of: models.Model | None) -> tuple[str, str]:
    if of is None:
        return "", ""
    # A proxy is another view of one record.
    kind = of._meta.concrete_model or type(of)
    return kind._meta.label_lower, "" if of.pk is None else str(of.pk)


def _version_of(of: models.Model | None) -> int | None:
    """The newest version in the record's history, which holds the values."""
    if of is None or of.pk is None:
        return None
    model = of._meta.concrete_model or type(of)
    name = getattr(model._meta, "simple_history_manager_attribute", "")
    if not name:
        return None
    versions = getattr(model, name).filter(**{model._meta.pk.attname: of.pk})
    return versions.order_by("-history_id").values_list("history_id", flat=True).first()


def _kept_out_of_history(of: models.Model) -> frozenset[str]:
    model = of._meta.concrete_model or type(of)
    name = getattr(model._meta, "simple_history_manager_attribute", "")
    if not name:
        return frozenset()
    return frozenset(getattr(model, name).model._history_excluded_fields)


def _plain(value: Any) -> Any:
    # A number typed as 5 and read back as 5.00 is one number.
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, str | int | bool | None) else str(value)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
