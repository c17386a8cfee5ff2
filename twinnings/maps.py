"""The map of twinnings as compact SVG: outlines, lamps, and an arc between two of them.

The Americas as seen from above Central America (a near-sided perspective): what is
near the eye is drawn larger, so that towns which lie close together can be told apart
and the United States still fit. No database.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from network.choices import REGION_COUNTRIES, Country
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

# The point of the ground under the eye, and how far the eye is from the centre of the
# earth, in radii of it.
UNDER_EYE = (-88.0, 9.0)
EYE = 2.1
# What the outlines reach, in radii: left, top, and what a radius measures in units.
LEFT, TOP = -0.3684, 0.5311
SCALE = 1_090
MARGIN = 26
WIDTH, HEIGHT = 820, 664
SMALLEST_ISLAND = 10  # square units
MEMBERS = (Country.UNITED_STATES.value, *REGION_COUNTRIES)

# An arc bends by this share of its length; several between the same two fan out.
BEND, FAN, LEAST_BEND = 0.2, 0.07, 12
MOST_FANNED = 4
# A twinning of more arcs than this is drawn as a star.
MOST_BETWEEN = 12
MOST_LABELS = 24
# More links would weary whoever goes through them; the table has them all.
MOST_LINKED = 24

# A point inside each country, for what is known to be there and no nearer.
INSIDE = {
    "US": (-98.5, 39.5), "GT": (-90.35, 15.6), "BZ": (-88.7, 17.1), "SV": (-88.85, 13.75),
    "HN": (-86.6, 14.8), "NI": (-85.0, 12.9), "CR": (-84.1, 10.0), "PA": (-80.9, 8.5),
    "DO": (-70.6, 18.9),
}  # fmt: skip
# Where a country's name stands free of its lamps: longitude, latitude, anchor.
COUNTRY_LABELS = {
    "US": (-99.0, 42.5, "middle"),
    "GT": (-92.4, 13.1, "end"),
    "BZ": (-87.4, 17.6, "start"),
    "SV": (-89.4, 11.9, "end"),
    "HN": (-86.4, 14.7, "middle"),
    "NI": (-85.1, 12.6, "middle"),
    "CR": (-85.9, 9.0, "end"),
    "PA": (-81.6, 6.6, "middle"),
    "DO": (-67.3, 16.9, "end"),
}


@dataclass(frozen=True)
class End:
    """One end of an arc: a place; or a country, where no more is known."""

    key: str
    name: str
    country: str
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    # Whether it took part is uncertain.
    uncertain: bool = False

    @property
    def is_exact(self) -> bool:
        """True when its position is known."""
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True)
class Drawn:
    """A twinning as the map shows it."""

    name: str
    url: str
    ends: tuple[End, ...]


def pairs_of(countries: Sequence[str]) -> list[tuple[int, int]]:
    """Which parties an arc joins: those of different countries; of one country alone,
    each with the next. Where they are many, the one that is alone in its country with
    all others."""
    count = len(countries)
    across = [
        (one, other)
        for one in range(count)
        for other in range(one + 1, count)
        if countries[one] != countries[other]
    ]
    if len(across) > MOST_BETWEEN:
        held = Counter(countries)
        alone = (n for n, country in enumerate(countries) if held[country] == 1)
        middle = next(alone, 0)
        return [(middle, n) for n in range(count) if n != middle]
    return across or [(n, n + 1) for n in range(count - 1)]


def project(longitude: float, latitude: float) -> tuple[int, int] | None:
    """Whole units from the upper left corner; None for what the eye does not see."""
    east = math.radians(longitude - UNDER_EYE[0])
    north, under = math.radians(latitude), math.radians(UNDER_EYE[1])
    near = math.sin(under) * math.sin(north) + math.cos(under) * math.cos(
        north
    ) * math.cos(east)
    if near <= 1 / EYE:
        return None
    share = (EYE - 1) / (EYE - near)
    x = share * math.cos(north) * math.sin(east)
    y = share * (
        math.cos(under) * math.sin(north)
        - math.sin(under) * math.cos(north) * math.cos(east)
    )
    return round(MARGIN + (x - LEFT) * SCALE), round(MARGIN + (TOP - y) * SCALE)


def place_on_map(end: End) -> tuple[int, int] | None:
    """Where an end is drawn; inside its country where no more is known; None outside."""
    if end.is_exact:
        spot = project(float(end.longitude or 0), float(end.latitude or 0))
    elif end.country in INSIDE:
        spot = project(*INSIDE[end.country])
    else:
        spot = None
    if spot is None or not (0 < spot[0] < WIDTH and 0 < spot[1] < HEIGHT):
        return None
    return spot


@cache
def outlines() -> dict[str, str]:
    """The path of every country, by ISO code; read once."""
    collection = json.loads(OUTLINES.read_text(encoding="utf-8"))
    paths = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        paths[feature["properties"]["iso"]] = "".join(
            path_through(
                (spot for x, y in polygon[0] if (spot := project(x, y))),
                SMALLEST_ISLAND,
            )
            for polygon in polygons
        )
    return paths


def arc(one: tuple[int, int], other: tuple[int, int], turn: int = 0) -> str:
    """A line that rises between two lamps; the next one between them rises higher."""
    # From the north to the south, so that both directions are the same arc.
    (x1, y1), (x2, y2) = sorted((one, other), key=lambda spot: (spot[1], spot[0]))
    length = math.hypot(x2 - x1, y2 - y1) or 1
    rise = max(length * (BEND + FAN * min(turn, MOST_FANNED)), LEAST_BEND)
    right, up = (y2 - y1) / length, -(x2 - x1) / length
    if up > 0:
        right, up = -right, -up
    x, y = round((x1 + x2) / 2 + right * rise), round((y1 + y2) / 2 + up * rise)
    return f"M{x1} {y1}Q{x} {y} {x2} {y2}"


class _Sheet:
    """Gathers what is drawn, twinning by twinning."""

    def __init__(self) -> None:
        self.lamps: dict[str, dict[str, Any]] = {}
        self.between: Counter[frozenset[str]] = Counter()
        self.sure: list[str] = []
        self.unsure: list[str] = []
        self.links: list[dict[str, str]] = []
        self.left_out: list[str] = []

    def add(self, drawn: Drawn) -> None:
        """A twinning; one of which no two ends can be placed is left out by name."""
        spots = {end.key: place_on_map(end) for end in drawn.ends}
        ends = [end for end in drawn.ends if spots[end.key]]
        lines = []
        for first, second in pairs_of([end.country for end in ends]):
            one, other = ends[first], ends[second]
            both = frozenset((one.key, other.key))
            line = arc(spots[one.key], spots[other.key], self.between[both])  # type: ignore[arg-type]  # placed
            self.between[both] += 1
            sure = all(each.is_exact and not each.uncertain for each in (one, other))
            (self.sure if sure else self.unsure).append(line)
            lines.append(line)
            for each in (one, other):
                self._light(each, spots[each.key])
        if lines:
            self.links.append(
                {"name": drawn.name, "url": drawn.url, "path": "".join(lines)}
            )
        else:
            self.left_out.append(drawn.name)

    def _light(self, end: End, spot: Any) -> None:
        lamp = self.lamps.setdefault(
            end.key,
            {"x": spot[0], "y": spot[1], "name": end.name, "url": end.url}
            | {"exact": end.is_exact, "arcs": 0},
        )
        lamp["arcs"] += 1


def twinning_map(twinnings: Iterable[Drawn]) -> dict[str, Any]:
    """What templates/twinnings/map.html draws."""
    sheet = _Sheet()
    for each in twinnings:
        sheet.add(each)
    lamps = sorted(
        sheet.lamps.values(), key=lambda lamp: (-lamp["arcs"], lamp["name"], lamp["x"])
    )
    spread_targets(lamps)
    exact = [lamp for lamp in lamps if lamp["exact"]]
    few = len(sheet.links) <= MOST_LINKED
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "members": "".join(outlines()[iso] for iso in MEMBERS),
        "neighbours": "".join(
            path for iso, path in sorted(outlines().items()) if iso not in MEMBERS
        ),
        "countries": _country_labels(),
        "sure": "".join(sheet.sure),
        "unsure": "".join(sheet.unsure),
        "lamps": "".join(f"M{lamp['x']} {lamp['y']}h0" for lamp in exact),
        "rings": [lamp for lamp in lamps if not lamp["exact"]],
        "labels": _labels(lamps),
        "links": sheet.links if few else [],
        "lamp_links": [
            lamp for lamp in exact if few and lamp["linked"] and lamp["url"]
        ],
        "thin": not few,
        "radius": TARGET_RADIUS,
        "shown": len(sheet.links),
        "left_out": sheet.left_out,
    }


def _country_labels() -> list[dict[str, Any]]:
    labels = []
    for iso, (longitude, latitude, anchor) in COUNTRY_LABELS.items():
        spot = project(longitude, latitude)
        if spot:
            name = str(Country(iso).label)
            labels.append({"x": spot[0], "y": spot[1], "anchor": anchor, "name": name})
    return labels


def _labels(lamps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The names of the lamps for which there is room, those of most arcs first."""
    taken = [
        text_box(label["x"], label["y"], label["name"], label["anchor"])
        for label in _country_labels()
    ]
    taken += [lamp_box(lamp, 7) for lamp in lamps]
    page = Sheet(WIDTH, HEIGHT)
    placed = (place_label(lamp, taken, page) for lamp in lamps[: 2 * MOST_LABELS])
    return [label for label in placed if label is not None][:MOST_LABELS]
