"""The whole report: its first screen in plain words, then all its parts."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from municipio_seguro.addresses import assessment_address
from municipio_seguro.instrument import Instrument
from municipio_seguro.models import Snapshot
from municipio_seguro.reports import (
    answers,
    bars,
    deciding,
    following,
    plan,
    radar,
    voices,
)
from municipio_seguro.reports.words import between, day_of, number, said, text_of
from network.lines import country_words, in_a_row

KINDS = ("structure", "process", "result")
# Up to this level an indicator is named as what makes a dimension weak.
LOW = 1


def report_of(
    snapshot: Snapshot,
    instrument: Instrument,
    medians: Mapping[str, str],
    hidden: int = 0,
) -> dict[str, Any]:
    """What a published revision tells, in the language in use; `hidden` counts the risks
    and measures that were left out of its content since."""
    content = snapshot.content
    figures = content["figures"]
    told: dict[str, Any] = {
        **_heading(snapshot),
        "hidden": hidden_told(hidden),
        "whole": None,
        "drawing": None,
        "sentences": [],
        "answers": answers.answers_told(instrument, content),
        "gaps": answers.gaps_told(instrument, content),
        "unknown": answers.unknown_told(content),
        "voices": voices.voices_told(instrument, content),
        "risks": plan.risks_told(content),
        "plan": plan.plan_told(content),
        "history": following.history_told(content),
        "decisions": deciding.decisions_told(content),
        "fund": deciding.fund_told(instrument, content),
        "context": plan.context_told(instrument, content),
        "compared": _compared(content),
    }
    if figures is not None:
        rows = bars.dimensions_told(instrument, content, medians)
        told |= {
            "whole": _whole(instrument, figures, medians),
            "drawing": bars.drawing_of(rows),
            "radar": radar.radar_of(instrument, content),
            "practice": _practice(figures),
            "sentences": _sentences(instrument, content, rows),
        }
    return told


def hidden_told(count: int) -> str:
    """That figures are no longer those of the day of publication; empty when they are."""
    if not count:
        return ""
    return ngettext(
        "%(count)s risk or measure was hidden after publication: the plan and its totals"
        " are told without it.",
        "%(count)s risks and measures were hidden after publication: the plan and its"
        " totals are told without them.",
        count,
    ) % {"count": count}


def _heading(snapshot: Snapshot) -> dict[str, Any]:
    """Whose it is, of when, and by which instrument."""
    content = snapshot.content
    return {
        "municipality": text_of(content["municipality"], "name"),
        "country": country_words(content["municipality"]["country"]),
        "fictitious": content["fictitious"],
        "published": day_of(content["published_at"]),
        "validated": day_of(content["validated"]["on"]),
        "instrument": content["instrument"],
        "revision": snapshot.revision,
        "sha256": snapshot.sha256,
        "erratum": _erratum(snapshot),
    }


def _erratum(snapshot: Snapshot) -> dict[str, str] | None:
    if snapshot.revision == 1:
        return None
    texts = {name: getattr(snapshot, name) for name in ("erratum_es", "erratum_en")}
    return text_of(texts, "erratum")


def _whole(
    instrument: Instrument, figures: Mapping[str, Any], medians: Mapping[str, str]
) -> dict[str, Any]:
    proof = figures["confidence"]
    return {
        "index": number(figures["index"]),
        "between": between(figures.get("between")),
        "range": between(figures["range"]),
        "band": said(instrument.bands[figures["band"]]) if figures["band"] else "",
        "grade": proof["grade"] if proof else "",
        "answered": figures["answered"],
        "applicable": figures["applicable"],
        "arithmetic": number(figures["arithmetic"]),
        "penalty": number(figures["penalty"]),
        "median": number(medians.get("")),
    }


def _practice(figures: Mapping[str, Any]) -> dict[str, Any] | None:
    """Paper and practice; None while too little of one of them is answered."""
    if not all(kind in figures["practice"] for kind in KINDS):
        return None
    names = {
        "structure": _("What exists on paper"),
        "process": _("What is done"),
        "result": _("What shows"),
    }
    rows = [
        {"name": names[kind], "score": number(figures["practice"][kind])}
        for kind in KINDS
    ]
    return {"rows": rows, "ahead": figures["paper_is_ahead"]}


def _weakest(
    instrument: Instrument, content: Mapping[str, Any], worst: Mapping[str, Any]
) -> str:
    """The weakest dimension, with its lowest indicators where these are low."""
    told = [
        (each["level"], instrument.indicators[each["code"]].label)
        for each in content["answers"]
        if each["code"].startswith(f"{worst['code']}-")
        and each.get("level") is not None
    ]
    lowest = min((level for level, _label in told), default=LOW + 1)
    if lowest > LOW:
        return _("The weakest is %(name)s.") % {"name": worst["name"]}
    labels = [said(label) for level, label in told if level == lowest]
    sentence = _("The weakest is %(name)s: of level %(level)s are %(labels)s.")
    words = {"name": worst["name"], "level": lowest, "labels": in_a_row(labels)}
    return sentence % words


def _sentences(
    instrument: Instrument, content: Mapping[str, Any], rows: list[dict[str, Any]]
) -> list[str]:
    """The strongest, the weakest and why, and what changed most; no more than is known."""
    known = [row for row in rows if row["order"] >= 0]
    if not known:
        return []
    best, worst = known[0], known[-1]
    said_ = [_("The strongest dimension is %(name)s.") % {"name": best["name"]}]
    said_.append(_weakest(instrument, content, worst))
    changed = [row for row in known if row["change"] and row["change"]["way"]]
    if changed:
        most = max(changed, key=lambda row: abs(_amount(content, row["code"])))
        sentence = _(
            "What changed most since the last time is %(name)s: %(change)s points."
        )
        said_.append(
            sentence % {"name": most["name"], "change": most["change"]["number"]}
        )
    return said_


def _amount(content: Mapping[str, Any], code: str) -> float:
    return float(content["comparison"]["dimensions"][code]["change"])


def _compared(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """With which assessment it is compared, and how the index changed."""
    told = content["comparison"]
    if told is None:
        return None
    return {
        "url": assessment_address(told["with"]),
        "instrument": told["instrument"],
        "index": bars.change_told(told["index"]),
        "withheld": any(each.get("withheld") for each in told["dimensions"].values()),
    }
