"""Verbs of the risk register: note, rate, accept, open to the public, close."""

import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import matrix, rules
from municipio_seguro.choices import (
    RiskSection,
    Visibility,
)
from municipio_seguro.models import Risk, Threat, Weakness
from municipio_seguro.services.moving import (
    made_before,
    refuse_personal,
    refuse_stale_sheet,
)
from municipio_seguro.services.risk_checks import (
    apart_from,
    check_acceptance,
    check_review,
    check_risk,
    has_measure,
    verified_since,
)
from municipio_seguro.services.weaknesses import written_weakness
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused

ACCEPTANCE = {"treatment", "acceptance_reason", "acceptance_until"}
# The texts that everybody reads of a public risk.
READ = frozenset({"title_es", "title_en", "public_summary_es", "public_summary_en"})
RATED = ("current_likelihood", "current_impact", "target_likelihood", "target_impact")


@audit.keeps_refusals(Act.RISK_SAVED)
@transaction.atomic
def note_risk(
    *,
    municipality: Organisation,
    by: User,
    threat: Threat,
    values: dict[str, Any],
    weaknesses: Iterable[Weakness] = (),
    client_uuid: uuid.UUID | None = None,
) -> Risk:
    """Put a risk into the register, once per form identifier, rated by the matrix in use.

    What is foreseen begins as what is; natural threats begin public once they have a
    summary, the others with the municipality. Raises Refused.
    """
    _refuse_stranger(by, municipality)
    number = _next_number(municipality)
    sent_before = made_before(Risk, municipality, client_uuid)
    if sent_before is not None:
        return sent_before
    risk = Risk(
        municipality=municipality,
        number=number,
        threat=threat,
        visibility=threat.first_visibility,
        created_by=by,
        client_uuid=client_uuid,
    )
    for name, value in values.items():
        setattr(risk, name, value)
    risk.target_likelihood = risk.target_likelihood or risk.current_likelihood
    risk.target_impact = risk.target_impact or risk.current_impact
    risk.matrix_version, risk.rated_on = matrix.CURRENT, timezone.localdate()
    risk.rate()
    risk.next_review = matrix.review_due(risk.level, risk.rated_on)
    check_risk(risk)
    check_acceptance(risk)
    return _saved(risk, by, Act.RISK_SAVED, weaknesses)


@audit.keeps_refusals(Act.RISK_SAVED, of="risk")
@transaction.atomic
def save_risk(
    *,
    risk: Risk,
    by: User,
    version: int | None,
    values: dict[str, Any],
    weaknesses: Iterable[Weakness] | None = None,
    written: str = "",
    section: str = "",
    sure: Collection[str] = (),
) -> Risk:
    """Change its texts, what is foreseen and what is decided; not how it is rated today.

    Of one sheet, or of all; a weakness may be `written` with it. Raises Stale when
    somebody saved the same sheet since that version, Refused for a target that is
    higher (G-E10) or lower without a measure (G-E11), for an acceptance without reason
    or end, and for a review that comes too late; Doubtful as opening it does.
    """
    current = held_risk(risk, by)
    _refuse_stale(current, version, section)
    for name, value in values.items():
        if name not in RATED[:2]:
            setattr(current, name, value)
    if current.visibility == Visibility.PUBLIC and not READ.isdisjoint(values):
        refuse_personal(current, READ, sure)
    current.rate()
    check_risk(current)
    if ACCEPTANCE & values.keys():
        check_acceptance(current)
    if "next_review" in values:
        check_review(current)
    if written.strip():
        own = written_weakness(current.municipality, written)
        weaknesses = [*(weaknesses or ()), own]
    return _saved(current, by, Act.RISK_SAVED, weaknesses, section)


@audit.keeps_refusals(Act.RISK_RATED, of="risk")
@transaction.atomic
def rate_risk(
    *,
    risk: Risk,
    by: User,
    version: int | None,
    likelihood: int,
    impact: int,
    impact_lines: dict[str, int] | None = None,
    basis: str = "",
) -> Risk:
    """Rate it as it is today, by the matrix in use; its next review follows.

    Raises Refused for a fall without a measure verified since the last rating.
    """
    current = held_risk(risk, by)
    _refuse_stale(current, version, RiskSection.RATING)
    falls = likelihood < current.current_likelihood or impact < current.current_impact
    if falls and not verified_since(current):
        raise Refused(
            _("Only a measure that was verified since lowers a risk."), code="verified"
        )
    current.current_likelihood, current.current_impact = likelihood, impact
    if has_measure(current):
        current.target_likelihood = min(current.target_likelihood, likelihood)
        current.target_impact = min(current.target_impact, impact)
    else:
        # Without a measure nothing lower is foreseen.
        current.target_likelihood, current.target_impact = likelihood, impact
    current.impact_lines = impact_lines or current.impact_lines
    current.basis = basis.strip() or current.basis
    current.matrix_version, current.rated_on = matrix.CURRENT, timezone.localdate()
    current.rate()
    current.next_review = matrix.review_due(current.level, current.rated_on)
    check_risk(current)
    return _saved(current, by, Act.RISK_RATED, None, RiskSection.RATING)


@audit.keeps_refusals(Act.RISK_OPENED, of="risk")
@transaction.atomic
def open_risk(
    *,
    risk: Risk,
    by: User,
    visibility: str,
    version: int | None = None,
    values: dict[str, Any] | None = None,
    sure: Collection[str] = (),
) -> Risk:
    """Say who may read it, with what the public reads. For the public it needs a summary.

    Raises Stale, Refused without a summary, and Doubtful for texts that seem to hold
    personal data unless «G-W08» is among what somebody is `sure` of.
    """
    current = held_risk(risk, by)
    _refuse_stale(current, version, RiskSection.PUBLIC)
    for name, value in (values or {}).items():
        setattr(current, name, value)
    if visibility == Visibility.PUBLIC:
        summary = (current.public_summary_es or "").strip()
        if not summary:
            raise Refused(
                _("Write a summary for the public first."), code="public_summary"
            )
        refuse_personal(current, READ, sure)
    current.visibility = visibility
    return _saved(current, by, Act.RISK_OPENED, None, RiskSection.PUBLIC)


@audit.keeps_refusals(Act.RISK_CLOSED, of="risk")
@transaction.atomic
def close_risk(*, risk: Risk, by: User, reason: str) -> Risk:
    """Take it out of the register with its reason; its history stays. Pressed again it
    stays out, as it was told first. Raises Refused."""
    current = _locked(risk, by)
    if current.closed_at is not None:
        return current
    if not reason.strip():
        raise Refused(_("Write why the risk is closed."), code="reason")
    current.closed_at, current.closed_reason = timezone.now(), reason.strip()
    return _saved(current, by, Act.RISK_CLOSED, None, "close")


@audit.keeps_refusals(Act.RISK_REOPENED, of="risk")
@transaction.atomic
def reopen_risk(*, risk: Risk, by: User) -> Risk:
    """Put a closed risk back as it stood; pressed again it stays so. Raises Refused."""
    current = _locked(risk, by)
    if current.closed_at is None:
        return current
    current.closed_at, current.closed_reason = None, ""
    return _saved(current, by, Act.RISK_REOPENED, None, "reopen")


@audit.keeps_refusals(Act.PLAN_HIDDEN, of="risk")
@transaction.atomic
def hide_risk(*, risk: Risk, by: User, hidden: bool = True) -> Risk:
    """Hide a risk from the public, or show it again; pressed again it stays so."""
    rows = Risk.objects.select_for_update(of=("self",)).select_related("municipality")
    current = rows.get(pk=risk.pk)
    if not rules.may_hide(by, current.municipality):
        raise Refused(_("You cannot hide or show this risk."))
    if (current.hidden_at is not None) != hidden:
        current.hidden_at = timezone.now() if hidden else None
        current.hidden_by = by if hidden else None
        current.save()
        audit.record(Act.PLAN_HIDDEN if hidden else Act.PLAN_SHOWN, by=by, of=current)
    return current


def held_risk(risk: Risk, by: User) -> Risk:
    """The risk as it stands now, held, for whoever keeps the register. Raises Refused."""
    current = _locked(risk, by)
    if current.closed_at is not None:
        raise Refused(_("This risk is no longer in the register."), code="gone")
    return current


def _locked(risk: Risk, by: User) -> Risk:
    rows = Risk.objects.select_for_update(of=("self",))
    current = rows.select_related("municipality", "threat").filter(pk=risk.pk).first()
    if current is None:
        raise Refused(_("This risk is no longer in the register."), code="gone")
    _refuse_stranger(by, current.municipality)
    return current


def _refuse_stranger(by: User, municipality: Organisation) -> None:
    if not rules.may_keep_register(by, municipality):
        raise Refused(_("You do not keep the register of this municipality."))


def _refuse_stale(risk: Risk, version: int | None, section: str) -> None:
    refuse_stale_sheet(risk, version, section, apart_from(section))


def _next_number(municipality: Organisation) -> int:
    """The next number, one after the other: the municipality's row is held."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=municipality.pk)
    rows = Risk.objects.filter(municipality=municipality)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _saved(
    risk: Risk,
    by: User,
    act: Act,
    weaknesses: Iterable[Weakness] | None,
    section: str = "",
) -> Risk:
    risk.version += 1
    risk.updated_by = by
    # The history says which sheet each version saved.
    risk._change_reason = section or None  # type: ignore[attr-defined]
    risk.save()
    if weaknesses is not None:
        own = [w for w in weaknesses if w.municipality_id == risk.municipality_id]
        risk.weaknesses.set(own)
    audit.record(act, by=by, of=risk, level=risk.level, visibility=risk.visibility)
    return risk
