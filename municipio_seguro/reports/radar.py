"""The dimensions as a radar: an outline alone, its axes in the instrument's order."""

import math
from collections.abc import Iterator
from typing import Any

from municipio_seguro.instrument import Instrument

# Of the drawing: its middle, how far 100 reaches, and where the codes stand.
WIDTH, HEIGHT = 320, 280
MIDDLE_X, MIDDLE_Y, REACH = 160, 140, 105
NAMED = 118
STEPS = (25, 50, 75, 100)
Point = tuple[str, str]


def radar_of(instrument: Instrument, content: Any) -> dict[str, Any]:
    """Its axes, its rings and its outline, of which a dimension not shown is a gap.

    A score that is told between two ends is a mark along its axis, and a gap as well.
    """
    figures = content["figures"]["dimensions"]
    codes = [each.code for each in instrument.dimensions]
    many = len(codes)
    scores = [figures[code]["score"] for code in codes]
    ends = [figures[code].get("between") for code in codes]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "rings": [
            " ".join(",".join(_at(turn, many, step)) for turn in range(many))
            for step in STEPS
        ],
        "axes": [_axis(code, turn, many) for turn, code in enumerate(codes)],
        "outline": "".join(_sides(scores)),
        "dots": [
            _at(turn, many, float(score))
            for turn, score in enumerate(scores)
            if score is not None
        ],
        "between": [
            (_at(turn, many, float(each[0])), _at(turn, many, float(each[1])))
            for turn, each in enumerate(ends)
            if each
        ],
    }


def _sides(scores: list[str | None]) -> Iterator[str]:
    """A side between each two neighbours that are both known."""
    many = len(scores)
    for turn, score in enumerate(scores):
        after = scores[(turn + 1) % many]
        if score is not None and after is not None:
            x, y = _at(turn, many, float(score))
            to_x, to_y = _at((turn + 1) % many, many, float(after))
            yield f"M{x} {y}L{to_x} {to_y}"


def _axis(code: str, turn: int, many: int) -> dict[str, Any]:
    """A line to the edge, and where its code stands."""
    x, y = _at(turn, many, 100)
    name_x, name_y = _at(turn, many, NAMED)
    return {"code": code, "x": x, "y": y, "name_x": name_x, "name_y": name_y}


def _at(turn: int, many: int, score: float) -> Point:
    """Where a score stands on an axis, the first one pointing up."""
    angle = 2 * math.pi * turn / many - math.pi / 2
    far = REACH * score / 100
    return (
        f"{MIDDLE_X + far * math.cos(angle):.1f}",
        f"{MIDDLE_Y + far * math.sin(angle):.1f}",
    )
