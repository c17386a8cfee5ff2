"""What a risk of the register may not be, and which of its sheets stand apart."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from municipio_seguro import matrix
from municipio_seguro.choices import MeasureStatus, RiskSection, Treatment
from municipio_seguro.horizons import months_after
from municipio_seguro.messages import say
from municipio_seguro.models import Measure, Risk
from network.services.refusals import Refused

LONGEST_ACCEPTANCE = 12
# What the history says when the last measure was taken from a risk.
FREED = "freed"


def apart_from(section: str) -> set[str]:
    """The sheets of a risk that can be saved without touching what this one shows."""
    # A rating lowers what is foreseen with it.
    near = {RiskSection.RATING, RiskSection.DECISION, FREED}
    touched = near if section == RiskSection.DECISION else {section}
    return {*RiskSection.values, "close", "reopen", FREED} - touched


def verified_since(risk: Risk) -> bool:
    day = datetime.datetime.combine(
        risk.rated_on, datetime.time.min, timezone.get_current_timezone()
    )
    rows = risk.measures.filter(status=MeasureStatus.VERIFIED, verified_at__gte=day)
    return rows.exists()


def has_measure(risk: Risk) -> bool:
    """True when a measure that was not given up is for it."""
    rows = Measure.objects.standing()
    return risk.pk is not None and rows.filter(risks=risk).exists()


def check_risk(risk: Risk) -> None:
    likelihood, impact = risk.current_likelihood, risk.current_impact
    lower = risk.target_likelihood < likelihood or risk.target_impact < impact
    if risk.target_likelihood > likelihood or risk.target_impact > impact:
        raise Refused(say("G-E10"), code="G-E10")
    if lower and not has_measure(risk):
        raise Refused(say("G-E11"), code="G-E11")
    if not (risk.title_es or "").strip():
        raise Refused(_("Write a title for the risk."), code="title")


def check_acceptance(risk: Risk) -> None:
    if risk.treatment != Treatment.ACCEPT:
        return
    today = timezone.localdate()
    last = months_after(today, LONGEST_ACCEPTANCE)
    until = risk.acceptance_until
    if (
        not risk.acceptance_reason.strip()
        or until is None
        or not today <= until <= last
    ):
        raise Refused(
            _("Say why it is accepted and until when, 12 months at most."),
            code="acceptance",
        )


def check_review(risk: Risk) -> None:
    """Raise Refused for a review later than the table allows."""
    last = matrix.review_due(risk.level, risk.rated_on)
    if risk.next_review > last:
        day = date_format(last, "DATE_FORMAT")
        raise Refused(
            _("A risk of this level is looked at by %(day)s at the latest.")
            % {"day": day},
            code="next_review",
        )
