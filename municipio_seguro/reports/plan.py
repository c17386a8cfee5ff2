"""Risks, measures and the figures beside the score, as they were on the day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.figures import figure
from municipio_seguro.choices import (
    FundingSource,
    Horizon,
    Impact,
    Likelihood,
    MeasureStatus,
    RiskLevel,
    ThreatCategory,
)
from municipio_seguro.instrument import Instrument
from municipio_seguro.matrix import CURRENT, STEPS, level_of
from municipio_seguro.money import by_currency
from municipio_seguro.reports.words import day_of, number, said, standing, text_of

NOTHING, CENT = Decimal(0), Decimal("0.01")
WORST_FIRST = "EAMB"


def risks_told(content: Mapping[str, Any]) -> dict[str, Any]:
    """The public risks by level, the matrix that orders them, and how many are reserved."""
    public = content["risks"]["public"]
    rows = [risk_told(each) for each in public]
    rows.sort(key=lambda row: (WORST_FIRST.find(row["letter"]), row["number"]))
    return {
        "rows": rows,
        "reserved": content["risks"]["reserved"],
        "matrix": matrix_rows(
            ((each["likelihood"], each["impact"]) for each in public),
            content["matrix"],
        ),
        "impacts": impact_names(),
        "version": content["matrix"],
    }


def risk_told(told: Mapping[str, Any]) -> dict[str, Any]:
    """A public risk, with its level in words."""
    categories = {str(value): str(label) for value, label in ThreatCategory.choices}
    return {
        "number": told["number"],
        "title": text_of(told, "title"),
        "summary": text_of(told, "summary"),
        "category": categories.get(told["category"], ""),
        "area": told["area"],
        "chronic": told["nature"] == "chronic",
        "letter": told["level"] or "",
        "rated": _rated(told["likelihood"], told["impact"]),
        "level": str(RiskLevel(told["level"]).label) if told["level"] else "",
        "target": str(RiskLevel(told["target_level"]).label)
        if told["target_level"]
        else "",
    }


def _rated(likelihood: int | None, impact: int | None) -> str:
    """Where a risk stands in the matrix, in words."""
    if not likelihood or not impact:
        return ""
    how_often = str(Likelihood(likelihood).label).split(":")[0]
    return f"{how_often} · {Impact(impact).label}"


def matrix_rows(
    rated: Iterable[tuple[int, int]], version: str = CURRENT
) -> list[dict[str, Any]]:
    """The rows of the matrix, the likeliest first; each cell with its letter and how
    many of these likelihoods and impacts stand there."""
    there = Counter(rated)
    return [
        {
            "label": str(Likelihood(likelihood).label).split(":")[0],
            "cells": [
                {
                    "letter": level_of(likelihood, impact, version),
                    "count": there[likelihood, impact],
                }
                for impact in STEPS
            ],
        }
        for likelihood in reversed(STEPS)
    ]


def impact_names() -> list[str]:
    """What the columns of the matrix are called."""
    return [str(Impact(step).label) for step in STEPS]


def plan_told(content: Mapping[str, Any]) -> dict[str, Any]:
    """The public measures by horizon, and the money of each currency of
    those that were not given up."""
    measures, kept = content["measures"], standing(content)
    return {
        "horizons": [
            {
                "name": str(label),
                "rows": [
                    measure_told(each) for each in measures if each["horizon"] == value
                ],
            }
            for value, label in Horizon.choices
            if any(each["horizon"] == value for each in measures)
        ],
        "money": [
            {
                "currency": currency,
                "total": figure(total),
                "funded": figure(total - (lacking := _unfunded(kept, currency))),
                "unfunded": figure(lacking),
            }
            for currency, total in by_currency(
                (each["currency"], _amount(each)) for each in kept
            ).items()
        ],
    }


def _amount(measure: Mapping[str, Any]) -> Decimal | None:
    return None if measure["amount"] is None else Decimal(measure["amount"])


def _unfunded(measures: Iterable[Any], currency: str) -> Decimal:
    """What stands without a source, in one currency: rounded once, half up, to cents."""
    exact = sum(
        (
            (_amount(each) or NOTHING) * Decimal(share["share"]) / 100
            for each in measures
            if each["currency"] == currency
            for share in each["funding"]
            if share["source"] == FundingSource.NONE
        ),
        NOTHING,
    )
    return exact.quantize(CENT, ROUND_HALF_UP)


def measure_told(told: Mapping[str, Any]) -> dict[str, Any]:
    """A public measure: who, until when, for how much, and from whom."""
    sources = {str(value): str(label) for value, label in FundingSource.choices}
    amount = _amount(told)
    return {
        "title": text_of(told, "title"),
        "responsible": text_of(told, "responsible")["words"],
        "office": told["office"],
        "due": day_of(told["due_on"]),
        "status": str(MeasureStatus(told["status"]).label),
        "progress": told["progress"],
        "amount": _("not recorded")
        if amount is None
        else f"{figure(amount)}\N{NO-BREAK SPACE}{told['currency']}",
        "sources": "; ".join(
            f"{sources.get(each['source'], '')} {figure(Decimal(each['share']))}\u00a0%"
            for each in told["funding"]
        ),
    }


def context_told(
    instrument: Instrument, content: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The figures beside the score; those of few cases without a rate."""
    asked = {each.code: each for each in instrument.context}
    return [
        {
            "label": said(asked[each["code"]].label),
            "years": [
                {
                    "year": year,
                    "events": _("fewer than 11") if count is None else figure(count),
                }
                for year, count in zip(each["years"], each["events"], strict=False)
            ],
            "average": number(each["average"]),
            "rate": number(each["rate"]),
            "unit": said(asked[each["code"]].unit),
            "few": each["few"],
            "sources": "; ".join(each["sources"]),
        }
        for each in content["context"]
        if each["code"] in asked
    ]
