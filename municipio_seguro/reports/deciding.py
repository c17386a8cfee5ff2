"""What a mayor may decide this week: the end of the first screen."""

from collections.abc import Mapping
from typing import Any

from municipio_seguro.choices import FundingSource, Horizon, MeasureStatus
from municipio_seguro.matrix import PRESSING
from municipio_seguro.reports.plan import WORST_FIRST, measure_told, risk_told

MOST_DECISIONS = 3


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
