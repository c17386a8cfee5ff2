"""The map of the region as compact SVG: outlines, lamps and labels; no database."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from network.drawing import (
    TARGET_RADIUS,
    Sheet,
    lamp_box,
    path_through,
    place_label,
    spread_targets,
    text_box,
)

OUTLINES = Path(__file__).resolve().parent / "content" / "outlines.geojson"

WEST, EAST = -92.6, -67.8
SOUTH, NORTH = 6.8, 20.2
UNITS_PER_DEGREE = 40
# Clipped a little outside the window, so that the cut never shows as a coast.
BLEED = 0.4
SMALLEST_ISLAND = 8  # square units

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


def ring_path(ring: list[Point]) -> str:
    """A ring as relative steps, empty when nothing of it can be seen."""
    points = (project(longitude, latitude) for longitude, latitude in clip(ring))
    return path_through(points, SMALLEST_ISLAND)


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


def region_map(
    lamps: Iterable[Lamp], countries: Iterable[MapCountry]
) -> dict[str, Any]:
    """What templates/network/map.html draws."""
    members = _country_shapes(countries)
    names = {member["iso"] for member in members}
    points = _visible(lamps)
    spread_targets(points)
    taken = [
        text_box(
            shape["label"]["x"],
            shape["label"]["y"],
            shape["name"],
            shape["label"]["anchor"],
        )
        for shape in members
        if "label" in shape
    ]
    taken += [lamp_box(point, 7 if point["lit"] else 4) for point in points]
    sheet = Sheet(WIDTH, HEIGHT)
    labels = [
        label
        for point in points
        if point["wants_label"]
        and (label := place_label(point, taken, sheet)) is not None
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
