"""The dimensions as bars: plain numbers for a drawing, the same that its table tells."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from municipio_seguro.instrument import Instrument
from municipio_seguro.reports.words import between, number, said

# Of the drawing: where bars begin, how far 100 reaches, how high a row is.
LEFT, REACH, ROW = 44, 300, 26
GRADE = LEFT + REACH + 14
WIDTH = GRADE + 16
FILLS = {
    "incipient": "#deebf7",
    "developing": "#9ecae1",
    "advanced": "#4292c6",
    "consolidated": "#08306b",
}
UNTOLD = "#efe6d6"
SIGNS = {1: "▲", 0: "■", -1: "▼"}
LOWEST = Decimal(-1)


def dimensions_told(
    instrument: Instrument, content: Mapping[str, Any], medians: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Every dimension, the highest first; what has too few answers stands last."""
    figures = content["figures"]["dimensions"]
    compared = (content["comparison"] or {}).get("dimensions", {})
    told = [
        {
            **_scores(figures[each.code], instrument),
            "code": each.code,
            "name": said(each.name),
            "median": number(medians.get(each.code)),
            "change": change_told(compared.get(each.code)),
            "compared": each.code in compared,
            "x": _marks(
                figures[each.code], medians.get(each.code), compared, each.code
            ),
        }
        for each in instrument.dimensions
    ]
    return sorted(told, key=lambda each: (-each["order"], each["code"]))


def _scores(figures: Mapping[str, Any], instrument: Instrument) -> dict[str, Any]:
    ends = figures.get("between")
    first = figures["score"] or (ends[0] if ends else None)
    proof = figures["confidence"]
    return {
        "score": number(figures["score"]),
        "between": between(ends),
        "range": between(figures["range"]),
        "sure": bool(figures["range"]) and len(set(figures["range"])) == 1,
        "band": said(instrument.bands[figures["band"]]) if figures["band"] else "",
        "fill": FILLS.get(figures["band"], UNTOLD),
        "grade": proof["grade"] if proof else "",
        "answered": figures["answered"],
        "applicable": figures["applicable"],
        "order": LOWEST if first is None else Decimal(first),
    }


def change_told(of: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What changed since the last time, with its sign and its number."""
    if of is None or of["change"] is None:
        return None
    change = Decimal(of["change"])
    way = (change > 0) - (change < 0)
    return {
        "sign": SIGNS[way],
        "number": ("+" if way > 0 else "") + number(of["change"]),
        "before": number(of["before"]),
        "after": number(of["after"]),
        "minimal": of.get("minimal", False),
        "common": of.get("common"),
        "way": way,
    }


def _marks(
    figures: Mapping[str, Any],
    median: str | None,
    compared: Mapping[str, Any],
    code: str,
) -> dict[str, int | None]:
    """Where bar, whisker, median and the score before stand in the drawing."""
    ends = figures.get("between") or [figures["score"]] * 2
    low, high = figures["range"] or (None, None)
    before = (compared.get(code) or {}).get("before")
    return {
        "bar": None if ends[0] is None else _wide(ends[0]),
        "open": None if ends[1] is None else _wide(ends[1]),
        "low": None if low is None else LEFT + _wide(low),
        "high": None if high is None else LEFT + _wide(high),
        "median": None if median is None else LEFT + _wide(median),
        "before": None if before is None else LEFT + _wide(before),
    }


def _wide(score: str) -> int:
    return round(Decimal(score) * REACH / 100)


def drawing_of(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The whole drawing: its size, its steps, and where each row stands."""
    for at, row in enumerate(rows):
        row["y"] = 20 + at * ROW
        row["middle"] = row["y"] + ROW // 2 - 2
        row["text_y"] = row["middle"] + 5
    height = 20 + len(rows) * ROW
    steps = [
        {"x": LEFT + REACH * part // 100, "words": str(part)}
        for part in (0, 25, 50, 75, 100)
    ]
    return {
        "rows": rows,
        "width": WIDTH,
        "height": height,
        "steps": steps,
        "x": LEFT,
        "grade_x": GRADE,
    }
