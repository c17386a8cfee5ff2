"""What is foreseen of a risk, once no measure is for it any more."""

from collections.abc import Iterable

from municipio_seguro.models import Risk
from municipio_seguro.services.risk_checks import FREED, has_measure
from network.choices import Act
from network.models import User
from network.services import audit


def free_targets(risks: Iterable[Risk], by: User) -> None:
    """Nothing lower is foreseen without a measure: put how each of these risks is rated
    today in the place of its target, unless another measure is for it. Called in the
    transaction of the verb that took them from a measure, or gave it up.
    """
    rows = Risk.objects.select_for_update(of=("self",)).order_by("pk")
    for risk in rows.filter(pk__in=[each.pk for each in risks]):
        if has_measure(risk):
            continue
        today = risk.current_likelihood, risk.current_impact
        if (risk.target_likelihood, risk.target_impact) == today:
            continue
        risk.target_likelihood, risk.target_impact = today
        risk.rate()
        risk.version += 1
        risk.updated_by = by
        risk._change_reason = FREED  # type: ignore[attr-defined]
        risk.save()
        audit.record(Act.RISK_SAVED, by=by, of=risk, level=risk.level, freed=True)
