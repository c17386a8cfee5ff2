"""The forms a worked example may have, and what the scoring code makes of each."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from municipio_seguro import (
    comparing,
    confidence,
    context_figures,
    horizons,
    matrix,
    medians,
    scoring,
    voices,
)
from municipio_seguro.instrument import Instrument
from municipio_seguro.rounding import shown

Computed = Mapping[str, Any]
Compute = Callable[..., Computed]
SPECIAL = {"missing": None, "na": scoring.NA}
THRESHOLDS = re.compile(r"thresholds\s+([\d.]+(?:,\s*[\d.]+)+)")
INDICATOR = re.compile(r"\b[A-Z]{3}-\d\d\b")
VECTOR = re.compile(r"\bT\d+\b")
STAFF = re.compile(
    r"staff answered ((?:\d|missing|na)(?:(?:,| and) (?:\d|missing|na))*)"
)


def given(value: Any) -> scoring.Given:
    """An answer as vectors write it. Raises ValueError for anything else."""
    if isinstance(value, str) and value in SPECIAL:
        return SPECIAL[value]
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3:
        return value
    raise ValueError(f"no answer: {value!r}")


def numbers(values: Sequence[Any]) -> list[Decimal]:
    """Numbers of a file, exactly as they are written there."""
    return [Decimal(str(each)) for each in values]


def dimension(vector: Mapping[str, Any], _instrument: Instrument, _o: Any) -> Computed:
    """One dimension from its answers."""
    tally = scoring.tally(map(given, vector["answers"]))
    exact = tally.score
    value = None if exact is None else shown(exact)
    within = tally.range
    return {
        "applicable": tally.applicable,
        "answered": tally.answered,
        "published": tally.published,
        "score_exact": exact,
        "score": value,
        "range": within and [shown(within.low), shown(within.high)],
        "band": None if value is None else scoring.band_of(value),
        "completeness": shown(100 * tally.completeness),
    }


def whole(vector: Mapping[str, Any], instrument: Instrument, _o: Any) -> Computed:
    """The index from the answers of every dimension."""
    tallies = {
        code: scoring.tally(map(given, answers))
        for code, answers in vector["answers"].items()
    }
    weights = {c: instrument.weights.get(c, Fraction(1, len(tallies))) for c in tallies}
    found = scoring.Whole(tallies, weights)
    index, arithmetic, within = found.index, found.arithmetic, found.range
    return {
        "dimensions": {
            code: None if each.score is None else shown(each.score)
            for code, each in tallies.items()
        },
        "index_unrounded": index,
        "index": None if index is None else shown(index),
        "published": found.published,
        "band": None if index is None else scoring.band_of(shown(index)),
        "arithmetic_mean": None if arithmetic is None else shown(arithmetic),
        "imbalance_penalty": found.penalty,
        "range": within and [shown(each) for each in within],
        "answered": found.answered,
        "applicable": found.applicable,
    }


def compared(vector: Mapping[str, Any], _instrument: Instrument, _o: Any) -> Computed:
    """One dimension in two moments."""
    before = {key: given(each) for key, each in vector["before"].items()}
    after = {key: given(each) for key, each in vector["after"].items()}
    found = comparing.compare(before, after)
    scores = [scoring.tally(each.values()).score for each in (before, after)]
    first, last = (None if each is None else shown(each) for each in scores)
    return {
        "published_before": first,
        "published_after": last,
        "common": list(found.common),
        "comparable": found.comparable,
        "like_for_like_before": found.before,
        "like_for_like_after": found.after,
        "change": found.change,
        "minimal": found.is_minimal,
        "never_show": None if first is None or last is None else last - first,
    }


def citizens(vector: Mapping[str, Any], instrument: Instrument, _o: Any) -> Computed:
    """The voices in one dimension, beside what staff answered."""
    cells = {
        voice: {code: voices.Cell(*pair) for code, pair in own.items()}
        for voice, own in vector["cells"].items()
    }
    codes = sorted({code for own in cells.values() for code in own})
    dimension_code = codes[0].partition("-")[0]
    asked = {
        voice: instrument.by_code[dimension_code].asked_of(voice) for voice in cells
    }
    found = voices.citizen_score(cells, asked, _staff(vector, codes))
    return {
        "groups": {voice: each.score for voice, each in found.voices.items()},
        "hidden_groups": list(found.hidden),
        "respondents_in_shown_groups": found.responses,
        "shown": found.shown,
        "citizen_exact": found.exact,
        "citizen": found.score,
        "staff_same_indicators": found.staff_score,
        "gap": found.gap,
        "reply_required": found.reply_required,
    }


def _staff(vector: Mapping[str, Any], codes: Sequence[str]) -> dict[str, scoring.Given]:
    if "staff" in vector:
        return {code: given(each) for code, each in vector["staff"].items()}
    said = STAFF.search(vector.get("what", ""))
    if said is None:
        return {}
    words = re.split(r",\s*|\s+and\s+", said[1])
    levels = [given(int(each) if each.isdigit() else each) for each in words]
    return dict(zip(codes, levels, strict=True))


def practice(
    vector: Mapping[str, Any], instrument: Instrument, others: Mapping[str, Any]
) -> Computed:
    """Paper and practice, of its own answers or of those of the vector it names."""
    answers = vector.get("answers")
    if answers is None:
        named = VECTOR.search(vector.get("what", ""))
        answers = others[named[0] if named else ""]["answers"]
    by_code = {
        indicator.code: given(each)
        for code, values in answers.items()
        for indicator, each in zip(
            instrument.by_code[code].indicators, values, strict=True
        )
    }
    found = scoring.practice_of(instrument.kinds, by_code)
    counted = {kind: each.answered for kind, each in found.tallies.items()}
    return {**found.scores, "n": counted, "paper_is_ahead": found.paper_is_ahead}


def of_scores(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """The index of scores that weigh the same."""
    pairs = [(Fraction(each), Fraction(1)) for each in numbers(case["scores"])]
    return {
        "index": shown(scoring.index_of(pairs)),
        "arithmetic": shown(scoring.arithmetic_of(pairs)),
    }


def gate(case: Any, vector: Any, instrument: Instrument) -> Computed:
    """Whether so many answers let the index be shown."""
    said = re.search(r"(\d+) applicable", vector.get("what", ""))
    applicable = int(said[1]) if said else len(instrument.indicators)
    return {"published": scoring.index_published(case["answered"], applicable)}


def proved(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """Confidence from strengths."""
    counted = [0 if each == "missing" else each for each in case["evidence"]]
    value, grade = confidence.graded(e for e in counted if e != "na") or (None, None)
    return {"confidence": value, "grade": grade}


def level_of_case(case: Any, vector: Any, instrument: Instrument) -> Computed:
    """The level of a measured figure."""
    if case["x"] == "blank":
        return {"level": "missing"}
    measured = None if case["x"] == "not measured" else Decimal(str(case["x"]))
    what = vector.get("what", "")
    said, named = THRESHOLDS.search(what), INDICATOR.search(what)
    if said:
        steps = numbers(re.split(r",\s*", said[1]))
    else:
        asked = instrument.indicators[named[0] if named else ""].numeric
        steps = list(asked.thresholds) if asked else []
    return {"level": scoring.level_of_figure(measured, steps)}


def risk(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """The level of a risk."""
    return {"level": matrix.level_of(case["L"], case["I"])}


def horizon(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """The horizon of a measure."""
    first, last = (datetime.date.fromisoformat(case[k]) for k in ("approved", "due"))
    return {
        "months": horizons.started_months(first, last),
        "horizon": horizons.horizon_of(first, last) or "rejected",
    }


def middle(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """The network's median."""
    return {"median": medians.median(numbers(case["values"]))}


def context(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """A context figure over some years."""
    found = context_figures.context_figure(case["events"], case["population"])
    return {"total": found.total, "average": found.average, "rate": found.rate}


def rounded(case: Any, _vector: Any, _instrument: Any) -> Computed:
    """A value as shown, and its band."""
    value = shown(Fraction(case["exact"]))
    return {"shown": value, "band": scoring.band_of(value)}


# What a case gives, and what is made of it.
CASES: tuple[tuple[tuple[str, ...], Compute], ...] = (
    (("scores",), of_scores),
    (("answered",), gate),
    (("evidence",), proved),
    (("x",), level_of_case),
    (("L", "I"), risk),
    (("approved", "due"), horizon),
    (("values",), middle),
    (("events", "population"), context),
    (("exact",), rounded),
)


def case_form(case: Mapping[str, Any]) -> tuple[tuple[str, ...], Compute]:
    """What a case gives, and how it is computed. Raises ValueError for no known form."""
    for names, compute in CASES:
        if all(name in case for name in names):
            return names, compute
    raise ValueError(f"no known form of case: {sorted(case)}")


def form_of(vector: Mapping[str, Any]) -> Compute:
    """How a vector without cases is computed. Raises ValueError for no known form."""
    expected = vector.get("expect", {})
    if "cells" in vector:
        return citizens
    if "before" in vector and "after" in vector:
        return compared
    if {"structure", "process", "result"} & expected.keys():
        return practice
    if isinstance(vector.get("answers"), list):
        return dimension
    if isinstance(vector.get("answers"), dict):
        return whole
    raise ValueError(f"no known form: {sorted(vector)}")
