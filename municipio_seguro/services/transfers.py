"""Verbs of risk-transfer instruments and of the context figures."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.models import Assessment, ContextYear, Risk, RiskTransfer
from municipio_seguro.services.answering import held_to_answer
from municipio_seguro.services.moving import Stale
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused

YEARS = 3


@audit.keeps_refusals(Act.TRANSFER_SAVED)
@transaction.atomic
def save_transfer(
    *,
    municipality: Organisation,
    by: User,
    values: dict[str, Any],
    transfer: RiskTransfer | None = None,
    version: int | None = None,
    risks: Iterable[Risk] = (),
) -> RiskTransfer:
    """Note a policy, fund or credit, or change it. Raises Refused and Stale."""
    if not rules.may_keep_register(by, municipality):
        raise Refused(_("You do not keep the register of this municipality."))
    if transfer is None:
        row = RiskTransfer(municipality=municipality, created_by=by)
    else:
        rows = RiskTransfer.objects.select_for_update(of=("self",))
        row = rows.get(pk=transfer.pk, municipality=municipality)
        if version is not None and version != row.version:
            name = row.updated_by.get_short_name() if row.updated_by else ""
            raise Stale(row, name, row.updated_at)
    for name, value in values.items():
        setattr(row, name, value)
    if row.valid_to < row.valid_from:
        raise Refused(_("The end cannot be before the start."), code="valid_to")
    row.version += 1
    row.updated_by = by
    row.save()
    row.risks.set(r for r in risks if r.municipality_id == municipality.pk)
    audit.record(Act.TRANSFER_SAVED, by=by, of=row, type=row.type)
    return row


@audit.keeps_refusals(Act.CONTEXT_SAVED, of="assessment")
@transaction.atomic
def save_context(
    *, assessment: Assessment, by: User, code: str, years: list[dict[str, Any]]
) -> list[ContextYear]:
    """Write the years of one context figure, three at most, each with its source.

    Raises Refused for an unknown figure, a year twice, and one without its source.
    """
    current = held_to_answer(assessment, by)
    known = {each.code for each in current.instrument.instrument.context}
    if code not in known:
        raise Refused(_("Choose one of the context figures."), code="code")
    if len({each["year"] for each in years}) != len(years) or len(years) > YEARS:
        raise Refused(_("Three different years at most."), code="year")
    if not all((each.get("source") or "").strip() for each in years):
        raise Refused(_("Write where each figure comes from."), code="source")
    current.context.filter(code=code).delete()
    made = [
        ContextYear.objects.create(assessment=current, code=code, **each)
        for each in years
    ]
    current.writers.add(by)
    audit.record(Act.CONTEXT_SAVED, by=by, of=current, figure=code, years=len(made))
    return made
