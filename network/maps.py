"""The map of the region as compact SVG: outlines, lamps and labels; no database."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).resolve().parent / "content" / "outlines.geojson"

WEST, EAST = -92.6, -67.8
SOUTH, NORTH = 6.8, 20.2
UNITS_PER_DEGREE = 40
# Clipped a little outside the window, so that the cut never shows as a coast.
BLEED = 0.4
SMALLEST_ISLAND = 8  # square units

LABEL_HEIGHT = 21
CHARACTER_WIDTH = 12.4
LABEL_GAP = 10
TARGET_RADIUS = 20  # at least 24 px across when the map is 600 px wide

# Where a country's name stands free of its lamps: longitude, latitude, anchor.
COUNTRY_LABELS = {
    "GT": (-92.5, 13.25, "start"),
    "BZ": (-87.9, 17.3, "start"),
    "HN": (-86.5, 14.7, "middle"),
    "SV": (-89.5, 12.6, "start"),
    "NI": (-85.15, 12.75, "middle"),
    "CR": (-85.5, 9.1, "end"),
    "PA": (-80.9, 9.8, "middle"),
    "DO": (-68.1, 17.35, "end"),
}

Point = tuple[float, float]


@dataclass(frozen=True)
class Lamp:
    """One municipality's point of light."""

    name: str
    url: str
    latitude: float
    longitude: float
    lit: bool = False
    label: bool = False


@dataclass(frozen=True)
class MapCountry:
    """A country of the network, drawn brighter and linked."""

    iso: str
    name: str
    url: str


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


def _scale() -> float:
    return UNITS_PER_DEGREE * math.cos(math.radians((SOUTH + NORTH) / 2))


WIDTH = round((EAST - WEST) * _scale())
HEIGHT = round((NORTH - SOUTH) * UNITS_PER_DEGREE)


def project(longitude: float, latitude: float) -> tuple[int, int]:
    """Whole units of the drawing, from its upper left corner."""
    return (
        round((longitude - WEST) * _scale()),
        round((NORTH - latitude) * UNITS_PER_DEGREE),
    )


def _clip_side(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """One side of Sutherland and Hodgman's clipping."""
    kept: list[Point] = []
    for index, point in enumerate(ring):
        previous = ring[index - 1]
        inside = sign * point[axis] <= sign * limit
        if inside != (sign * previous[axis] <= sign * limit):
            share = (limit - previous[axis]) / (point[axis] - previous[axis])
            other = previous[1 - axis] + share * (point[1 - axis] - previous[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            kept.append(point)
    return kept


def clip(ring: list[Point]) -> list[Point]:
    """The part of a ring that falls inside the window and its bleed."""
    for axis, limit, sign in (
        (0, WEST - BLEED, -1),
        (0, EAST + BLEED, 1),
        (1, SOUTH - BLEED, -1),
        (1, NORTH + BLEED, 1),
    ):
        if ring:
            ring = _clip_side(ring, axis, limit, sign)
    return ring


def _area(points: list[tuple[int, int]]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def ring_path(ring: list[Point]) -> str:
    """A ring as relative steps, empty when nothing of it can be seen."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in clip(ring):
        point = project(longitude, latitude)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3 or _area(points) < SMALLEST_ISLAND:
        return ""
    path, previous = f"M{points[0][0]} {points[0][1]}l", points[0]
    steps = []
    for point in points[1:]:
        steps.append(f"{point[0] - previous[0]} {point[1] - previous[1]}")
        previous = point
    return (path + " ".join(steps)).replace(" -", "-") + "z"


@cache
def outlines() -> dict[str, str]:
    """The path of every country in the window, by ISO code; read once."""
    collection = json.loads(OUTLINES.read_text(encoding="utf-8"))
    paths = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        path = "".join(
            ring_path([(float(x), float(y)) for x, y in polygon[0]])
            for polygon in polygons
        )
        if path:
            paths[feature["properties"]["iso"]] = path
    return paths


def _text_box(x: float, y: float, text: str, anchor: str) -> Box:
    """The room of a text whose baseline starts, centres or ends at a point."""
    width = len(text) * CHARACTER_WIDTH
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - LABEL_HEIGHT * 0.8, left + width, y + LABEL_HEIGHT * 0.3)


def _fits(box: Box, taken: list[Box]) -> bool:
    inside = (
        box.left >= 0 and box.right <= WIDTH and box.top >= 0 and box.bottom <= HEIGHT
    )
    return inside and not any(box.meets(other) for other in taken)


def _place_label(lamp: dict[str, Any], taken: list[Box]) -> dict[str, Any] | None:
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
        box = _text_box(text_x, text_y, name, anchor)
        if _fits(box, taken):
            taken.append(box)
            return {"x": text_x, "y": text_y, "anchor": anchor, "name": name}
    return None


def _country_shapes(countries: Iterable[MapCountry]) -> list[dict[str, Any]]:
    shapes = []
    for country in countries:
        path = outlines().get(country.iso)
        if path is None:
            continue
        shape: dict[str, Any] = {
            "iso": country.iso,
            "name": country.name,
            "url": country.url,
        }
        longitude, latitude, anchor = COUNTRY_LABELS.get(country.iso, (0, 0, ""))
        if anchor:
            x, y = project(longitude, latitude)
            shape["label"] = {"x": x, "y": y, "anchor": anchor}
        shapes.append({**shape, "path": path})
    return shapes


def _visible(lamps: Iterable[Lamp]) -> list[dict[str, Any]]:
    """The lamps inside the window; the lit and the labelled first."""
    inside = [
        lamp
        for lamp in lamps
        if WEST < lamp.longitude < EAST and SOUTH < lamp.latitude < NORTH
    ]
    inside.sort(key=lambda lamp: (not lamp.label, not lamp.lit, lamp.name))
    points = []
    for lamp in inside:
        x, y = project(lamp.longitude, lamp.latitude)
        points.append(
            {"x": x, "y": y, "name": lamp.name, "url": lamp.url}
            | {"lit": lamp.lit, "wants_label": lamp.label}
        )
    return points


def _spread_targets(points: list[dict[str, Any]]) -> None:
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


def region_map(
    lamps: Iterable[Lamp], countries: Iterable[MapCountry]
) -> dict[str, Any]:
    """What templates/network/map.html draws."""
    members = _country_shapes(countries)
    names = {member["iso"] for member in members}
    points = _visible(lamps)
    _spread_targets(points)
    taken = [
        _text_box(
            shape["label"]["x"],
            shape["label"]["y"],
            shape["name"],
            shape["label"]["anchor"],
        )
        for shape in members
        if "label" in shape
    ]
    for point in points:
        reach = 7 if point["lit"] else 4
        x, y = point["x"], point["y"]
        taken.append(Box(x - reach, y - reach, x + reach, y + reach))
    labels = [
        label
        for point in points
        if point["wants_label"] and (label := _place_label(point, taken)) is not None
    ]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "neighbours": "".join(
            path for iso, path in sorted(outlines().items()) if iso not in names
        ),
        "members": members,
        "lamps": points,
        "labels": labels,
        "radius": TARGET_RADIUS,
    }
