"""Verbs of measures: propose, save with their money, hide."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import (
    FundingSource,
    MeasureSection,
    MeasureStatus,
    Visibility,
)
from municipio_seguro.horizons import horizon_of
from municipio_seguro.messages import say
from municipio_seguro.models import (
    FundingShare,
    Measure,
    MeasureIndicator,
    Risk,
)
from municipio_seguro.rounding import plainly
from municipio_seguro.services.moving import (
    made_before,
    refuse_personal,
    refuse_stale_sheet,
)
from municipio_seguro.services.risk_targets import free_targets
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused

STATUS = MeasureStatus
WHOLE = Decimal(100)
# The texts that everybody reads of a public measure.
READ = frozenset({"title_es", "title_en", "description_es", "description_en"})
# What is said even of a verified measure: who may read it.
READERS = frozenset({"visibility"})
# What the history says of a version that was no sheet.
MOVED, TOLD = "moved", "told"


@dataclass(frozen=True)
class Share:
    """One source of a measure's money, as it was typed."""

    source: str
    share: Decimal
    purpose: str = ""


@audit.keeps_refusals(Act.MEASURE_SAVED)
@transaction.atomic
def propose_measure(
    *,
    municipality: Organisation,
    by: User,
    values: dict[str, Any],
    funding: Iterable[Share],
    risks: Iterable[Risk] = (),
    indicators: Mapping[str, int] | None = None,
    client_uuid: uuid.UUID | None = None,
) -> Measure:
    """Propose a measure for risks or indicators, with where its money comes from, once
    per form identifier.

    Raises Refused for dates that cannot be (G-E12), shares that are not 100 (G-E13),
    and a measure for nothing.
    """
    refuse_stranger(by, municipality)
    number = _next_number(municipality)
    sent_before = made_before(Measure, municipality, client_uuid)
    if sent_before is not None:
        return sent_before
    measure = Measure(
        municipality=municipality,
        number=number,
        created_by=by,
        client_uuid=client_uuid,
    )
    return _written(measure, by, values, funding, risks, indicators or {})


@audit.keeps_refusals(Act.MEASURE_SAVED, of="measure")
@transaction.atomic
def save_measure(
    *,
    measure: Measure,
    by: User,
    version: int | None,
    values: dict[str, Any],
    funding: Iterable[Share] | None = None,
    risks: Iterable[Risk] | None = None,
    indicators: Mapping[str, int] | None = None,
    partners: Iterable[Organisation] | None = None,
    section: str = "",
    sure: Collection[str] = (),
) -> Measure:
    """Change it, while it is not verified: one sheet, or all; what is not given stays.
    Afterwards it is said only who may read it.

    Raises Stale, Refused as proposing does, and Doubtful for texts that everybody would
    read and that seem to hold personal data unless «G-W08» is among what is `sure`.
    """
    current = held_measure(measure, by)
    apart = {*MeasureSection.values, MOVED, TOLD} - {section}
    refuse_stale_sheet(current, version, section, apart)
    parts = (funding, risks, indicators, partners)
    told = not values.keys() <= READERS or any(each is not None for each in parts)
    if current.status == STATUS.VERIFIED and told:
        raise Refused(_("A verified measure is no longer changed."))
    kept = list(current.risks.all()) if risks is None else risks
    if indicators is None:
        indicators = {each.code: each.level for each in current.indicators.all()}
    made = _written(current, by, values, funding, kept, indicators, section)
    if partners is not None:
        made.partners.set(partners)
    asked = section == MeasureSection.PUBLIC or not READ.isdisjoint(values)
    if made.visibility == Visibility.PUBLIC and asked:
        refuse_personal(made, READ, sure)
    return made


@audit.keeps_refusals(Act.PLAN_HIDDEN, of="measure")
@transaction.atomic
def hide_measure(*, measure: Measure, by: User, hidden: bool = True) -> Measure:
    """Hide it from the public, or show it again; pressed again it stays so."""
    rows = Measure.objects.select_for_update(of=("self",))
    current = rows.select_related("municipality").get(pk=measure.pk)
    if not rules.may_hide(by, current.municipality):
        raise Refused(_("You cannot hide or show this measure."))
    if (current.hidden_at is not None) != hidden:
        current.hidden_at = timezone.now() if hidden else None
        current.hidden_by = by if hidden else None
        current.save()
        audit.record(Act.PLAN_HIDDEN if hidden else Act.PLAN_SHOWN, by=by, of=current)
    return current


def held_measure(measure: Measure, by: User) -> Measure:
    """The measure as it stands now, held, for whoever keeps the plan. Raises Refused."""
    current = locked(measure)
    refuse_stranger(by, current.municipality)
    return current


def locked(measure: Measure) -> Measure:
    """The measure, held until the transaction ends. Raises Refused for one that is gone."""
    rows = Measure.objects.select_for_update(of=("self",))
    current = rows.select_related("municipality").filter(pk=measure.pk).first()
    if current is None:
        raise Refused(_("It was deleted meanwhile."), code="gone")
    return current


def _written(
    measure: Measure,
    by: User,
    values: dict[str, Any],
    funding: Iterable[Share] | None,
    risks: Iterable[Risk],
    indicators: Mapping[str, int],
    section: str = "",
) -> Measure:
    for name, value in values.items():
        setattr(measure, name, value)
    horizon = horizon_of(measure.approved_on, measure.due_on)
    if horizon is None:
        raise Refused(say("G-E12", date=measure.approved_on), code="G-E12")
    measure.horizon = horizon
    shares = None if funding is None else list(funding)
    if shares is not None:
        _refuse_money(measure, shares)
    kept = [risk for risk in risks if risk.municipality_id == measure.municipality_id]
    if not (kept or indicators):
        raise Refused(_("Choose the risks or indicators it is for."), code="for")
    saved(measure, by, Act.MEASURE_SAVED, section)
    left = set(measure.risks.all()) - set(kept)
    measure.risks.set(kept)
    free_targets(left, by)
    _keep_parts(measure, indicators, shares)
    return measure


def _keep_parts(
    measure: Measure, indicators: Mapping[str, int], shares: list[Share] | None
) -> None:
    measure.indicators.all().delete()
    MeasureIndicator.objects.bulk_create(
        MeasureIndicator(measure=measure, code=code, level=level)
        for code, level in sorted(indicators.items())
    )
    if shares is None:
        return
    measure.funding.all().delete()
    for each in shares:
        FundingShare.objects.create(
            measure=measure, source=each.source, share=each.share, purpose=each.purpose
        )


def _refuse_money(measure: Measure, shares: list[Share]) -> None:
    total = sum((each.share for each in shares), Decimal(0))
    amount = measure.budget_amount
    wrong = total != WHOLE or any(each.share <= 0 for each in shares)
    if wrong or (amount is not None and (amount < 0 or not measure.currency)):
        raise Refused(say("G-E13", sum=plainly(total)), code="G-E13")
    named = [(each.source, each.purpose) for each in shares]
    if len(set(named)) < len(named):
        raise Refused(
            _("A source stands twice: write it once, with its whole share."),
            code="source",
        )
    for each in shares:
        if (each.source == FundingSource.EMERGENCY_FUND) != bool(each.purpose):
            raise Refused(
                _("Say what the money of the emergency fund is used for."),
                code="purpose",
            )


def saved(measure: Measure, by: User, act: Act, section: str, **told: Any) -> None:
    """Save it as a version of its own, under the sheet's name, and tell the trail."""
    measure.version += 1
    measure.updated_by = by
    measure._change_reason = section or None  # type: ignore[attr-defined]
    measure.save()
    audit.record(act, by=by, of=measure, **told)


def refuse_stranger(by: User, municipality: Organisation) -> None:
    """Raise Refused for whoever does not keep the plan of the municipality."""
    if not rules.may_keep_register(by, municipality):
        raise Refused(_("You do not keep the plan of this municipality."))


def _next_number(municipality: Organisation) -> int:
    """The next number, one after the other: the municipality's row is held."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=municipality.pk)
    rows = Measure.objects.filter(municipality=municipality)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1
