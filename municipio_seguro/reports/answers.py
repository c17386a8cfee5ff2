"""What was answered, indicator by indicator: level, figure, evidence, or what is unknown."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.figures import figure
from municipio_seguro.choices import EvidenceType
from municipio_seguro.instrument import Indicator, Instrument
from municipio_seguro.reports.words import Told, day_of, said, short, standing, text_of

MOST_GAPS = 8
ANSWERED = ("answered", "not_measured")


def answers_told(
    instrument: Instrument, content: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Each dimension that asks anything, with its indicators in order."""
    held = {each["code"]: each for each in content["answers"]}
    missing = set(content["missing"])
    told = []
    for each in instrument.dimensions:
        rows = [
            indicator_told(instrument, indicator, held.get(indicator.code))
            for indicator in each.indicators
            if indicator.code in held or indicator.code in missing
        ]
        if rows:
            told.append({"code": each.code, "name": said(each.name), "rows": rows})
    return told


def indicator_told(
    instrument: Instrument, asked: Indicator, answer: Mapping[str, Any] | None
) -> dict[str, Any]:
    """An indicator and its answer; what is not known is told as such."""
    state = answer["state"] if answer else "missing"
    row: dict[str, Any] = {
        "code": asked.code,
        "label": said(asked.label),
        "state": state,
        "head": _head(instrument, state, answer),
        "text": "",
        "reason": text_of(answer, "reason") if state == "na" and answer else None,
        "evidence": [],
    }
    if answer and state in ANSWERED:
        level = answer["level"]
        row |= {
            "level": level,
            "text": said(asked.levels[level]),
            "figure": _figure(asked, answer),
            "evidence": [
                _evidence(instrument, each) for each in answer.get("evidence", ())
            ],
        }
    return row


def _head(instrument: Instrument, state: str, answer: Mapping[str, Any] | None) -> str:
    """The answer in a few words; none of them can be taken for another."""
    if state == "reserved":
        return _("Reserved: it is not published")
    if state == "na":
        return _("Does not apply")
    if answer is None or state not in ANSWERED:
        return _("Not answered: it is not known")
    level = _("Level %(level)s of 3: %(name)s") % {
        "level": answer["level"],
        "name": short(instrument.scale[answer["level"]]),
    }
    return (
        _("%(level)s (not measured)") % {"level": level}
        if state == "not_measured"
        else level
    )


def _figure(asked: Indicator, answer: Mapping[str, Any]) -> str:
    if answer.get("figure") is None or asked.numeric is None:
        return ""
    return f"{answer['figure']}\N{NO-BREAK SPACE}{asked.numeric.unit}"


def _evidence(instrument: Instrument, piece: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {str(value): str(label) for value, label in EvidenceType.choices}
    return {
        "title": text_of(piece, "title"),
        "kind": kinds.get(piece["type"], ""),
        "strength": piece["strength"],
        "proof": said(instrument.strengths[piece["strength"]]),
        "dated": day_of(piece["dated"]),
    }


def gaps_told(
    instrument: Instrument, content: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The lowest levels, what lifts them, and the measure that stands against each."""
    low = sorted(
        (each["level"], _rank(content, each["code"]), each["code"])
        for each in content["answers"]
        if each["state"] in ANSWERED and each["level"] <= 1
    )
    return [
        {
            "code": code,
            "label": said(instrument.indicators[code].label),
            "now": said(instrument.indicators[code].levels[level]),
            "next": said(instrument.indicators[code].levels[level + 1]),
            "measures": list(_measures(content, code)),
        }
        for level, _rank_, code in low[:MOST_GAPS]
    ]


def _rank(content: Mapping[str, Any], code: str) -> int:
    """The highest public risk that a measure joins to it: E first, none last."""
    linked = {
        number
        for each in standing(content)
        if code in each["indicators"]
        for number in each["risks"]
    }
    levels = [r["level"] for r in content["risks"]["public"] if r["number"] in linked]
    return min(("EAMB".index(each) for each in levels if each in "EAMB"), default=4)


def _measures(content: Mapping[str, Any], code: str) -> Iterator[Told]:
    for each in standing(content):
        if code in each["indicators"]:
            yield text_of(each, "title")


def unknown_told(content: Mapping[str, Any]) -> dict[str, str]:
    """How many answers there are, how many are missing, and how many are reserved."""
    states = [each["state"] for each in content["answers"]]
    return {
        "answered": figure(sum(state in ANSWERED for state in states)),
        "missing": figure(len(content["missing"])),
        "reserved": figure(states.count("reserved")),
        "na": figure(states.count("na")),
    }
