"""What a mayor may decide this week, and the money line: the end of the first screen."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from municipio_seguro.choices import FundingSource, Horizon, MeasureStatus
from municipio_seguro.instrument import Instrument
from municipio_seguro.matrix import PRESSING
from municipio_seguro.reports.answers import indicator_told
from municipio_seguro.reports.plan import WORST_FIRST, measure_told, risk_told
from municipio_seguro.reports.words import said

MOST_DECISIONS = 3
# What of the emergency fund went to prevention.
FUND = "FIN-02"


def decisions_told(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Proposed measures of short term against extreme or high public risks, worst first."""
    pressing = {
        each["number"]: each
        for each in content["risks"]["public"]
        if each["level"] in PRESSING
    }
    found = []
    for each in content["measures"]:
        risks = [pressing[number] for number in each["risks"] if number in pressing]
        if risks and _is_open(each):
            worst = min(risks, key=_turn)
            told = {**measure_told(each), "risk": risk_told(worst)}
            told["sources"] = told["sources"] or str(FundingSource.NONE.label)
            found.append((_turn(worst)[0], each["due_on"], each["number"], told))
    found.sort(key=lambda each: each[:3])
    return [told for *_order, told in found[:MOST_DECISIONS]]


def _is_open(measure: Mapping[str, Any]) -> bool:
    proposed = measure["status"] == MeasureStatus.PROPOSED
    return proposed and measure["horizon"] == Horizon.SHORT


def _turn(risk: Mapping[str, Any]) -> tuple[int, int]:
    return WORST_FIRST.index(risk["level"]), risk["number"]


def fund_told(
    instrument: Instrument, content: Mapping[str, Any]
) -> dict[str, Any] | None:
    """How much of the emergency fund went to prevention, as it was answered or was not."""
    asked = instrument.indicators.get(FUND)
    if asked is None:
        return None
    held = {each["code"]: each for each in content["answers"]}
    if FUND not in held and FUND not in content["missing"]:
        return {"code": FUND, "label": said(asked.label), "head": _("It was not asked")}
    return indicator_told(instrument, asked, held.get(FUND))
