"""What maps are drawn of, in whole units: paths, boxes, labels, targets; no database."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

LABEL_HEIGHT = 21
CHARACTER_WIDTH = 12.4
LABEL_GAP = 10
TARGET_RADIUS = 20  # at least 24 px across when the map is 600 px wide

Spot = tuple[int, int]


@dataclass(frozen=True)
class Box:
    """The room a text or a lamp takes on the map."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Sheet:
    """What a map is drawn on."""

    width: int
    height: int

    def holds(self, box: Box) -> bool:
        """Whether all of a box lies on it."""
        return (
            box.left >= 0
            and box.right <= self.width
            and box.top >= 0
            and box.bottom <= self.height
        )


def area_of(points: list[Spot]) -> float:
    """The area that a closed line encloses."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def path_through(points: Iterable[Spot], smallest: float = 0) -> str:
    """A closed line as relative steps; empty when less than so much would be seen."""
    kept: list[Spot] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    if len(kept) < 3 or area_of(kept) < smallest:
        return ""
    path, previous = f"M{kept[0][0]} {kept[0][1]}l", kept[0]
    steps = []
    for point in kept[1:]:
        steps.append(f"{point[0] - previous[0]} {point[1] - previous[1]}")
        previous = point
    return (path + " ".join(steps)).replace(" -", "-") + "z"


def text_box(x: float, y: float, text: str, anchor: str) -> Box:
    """The room of a text whose baseline starts, centres or ends at a point."""
    width = len(text) * CHARACTER_WIDTH
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - LABEL_HEIGHT * 0.8, left + width, y + LABEL_HEIGHT * 0.3)


def lamp_box(point: dict[str, Any], reach: int) -> Box:
    """The room of a lamp."""
    x, y = point["x"], point["y"]
    return Box(x - reach, y - reach, x + reach, y + reach)


def place_label(
    lamp: dict[str, Any], taken: list[Box], sheet: Sheet
) -> dict[str, Any] | None:
    """Beside the lamp, else under or over it; None where nothing is free."""
    x, y, name = lamp["x"], lamp["y"], lamp["name"]
    for text_x, text_y, anchor in (
        (x + LABEL_GAP, y + 7, "start"),
        (x - LABEL_GAP, y + 7, "end"),
        (x + LABEL_GAP, y - 9, "start"),
        (x - LABEL_GAP, y + 24, "end"),
        (x + LABEL_GAP, y + 24, "start"),
        (x - LABEL_GAP, y - 9, "end"),
        (x, y + 28, "middle"),
        (x, y - 14, "middle"),
    ):
        box = text_box(text_x, text_y, name, anchor)
        if sheet.holds(box) and not any(box.meets(other) for other in taken):
            taken.append(box)
            return {"x": text_x, "y": text_y, "anchor": anchor, "name": name}
    return None


def spread_targets(points: list[dict[str, Any]]) -> None:
    """Give a link to each lamp whose target would not lie on another's.

    Those left out are still drawn, and stand in the list beside the map.
    """
    linked: list[dict[str, Any]] = []
    for point in points:
        point["linked"] = all(
            math.hypot(point["x"] - other["x"], point["y"] - other["y"])
            >= 2 * TARGET_RADIUS
            for other in linked
        )
        if point["linked"]:
            linked.append(point)
