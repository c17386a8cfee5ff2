"""One chunk of sample activities at a time: its number and the seed decide every row."""

import datetime
import json
import random
from dataclasses import dataclass, field
from typing import Any

from amuprev.management.seeding.cast import CURRENCIES, Cast, Town
from amuprev.management.seeding.counting import cells_of
from amuprev.management.seeding.words import (
    MARK,
    MARK_EN,
    MARK_ES,
    NEIGHBOURHOODS,
    NOTE,
    RESULTS,
    STORIES,
    title_of,
)
from network.choices import ActivityStatus, ReviewState
from network.models import Activity

CHUNK = 1_000
YEARS = 15
AHEAD = 40
LONGEST = 120
SECONDS = 60 * 60 * 24
# How far records of an age have come; the rest of each line is approved.
FRESH = ((0.34, "draft"), (0.68, "submitted"), (0.76, "returned"))
RECENT = ((0.03, "draft"), (0.07, "submitted"), (0.09, "returned"))
OLD = ((0.01, "draft"), (0.018, "submitted"), (0.022, "returned"), (0.029, "withdrawn"))


@dataclass
class Made:
    """The rows of a chunk, by table, in the form the database stores."""

    activities: list[tuple] = field(default_factory=list)
    counts: list[tuple] = field(default_factory=list)
    places: list[tuple] = field(default_factory=list)
    themes: list[tuple] = field(default_factory=list)
    groups: list[tuple] = field(default_factory=list)
    writers: list[tuple] = field(default_factory=list)
    steps: list[tuple] = field(default_factory=list)


class Maker:
    """Makes the samples of one seed: the same ones for the same cast and day."""

    def __init__(self, cast: Cast, seed: int, today: datetime.date) -> None:
        self.cast, self.seed, self.today = cast, seed, today
        defaults = {each.column: each.get_default() for each in _columns()}
        self.defaults = {
            name: json.dumps(value) if isinstance(value, list) else value
            for name, value in defaults.items()
        }
        first = today - datetime.timedelta(days=365 * (YEARS + 1))
        self.days = [
            (first + datetime.timedelta(days=number)).isoformat()
            for number in range(365 * (YEARS + 1) + LONGEST + 3 * AHEAD)
        ]
        self.now = (today - first).days

    def make(self, number: int, pk: int, chance: random.Random, made: Made) -> None:
        """One activity with everything that belongs to it."""
        draw = chance.random
        cast = self.cast
        town = chance.choices(cast.towns, cum_weights=cast.weights)[0]
        kind = cast.kinds[int(draw() * len(cast.kinds))]
        groups = _some(cast.groups, draw)
        sensitive = kind.sensitive or any(group[1] for group in groups)
        values = self._when(town, draw)
        values |= _words(kind, draw, sensitive=sensitive)
        values |= self._doing(town, kind, draw)
        approved = values["review_state"] == "approved"
        method, cells = cells_of(draw, strict=sensitive, decided=approved)
        values |= {
            "id": pk,
            "content_key": f"{MARK}-{self.seed}-{number:08}",
            "client_uuid": f"{self.seed:08x}{number:024x}",
            "counting_method": method,
            "is_sensitive": int(sensitive),
        }
        made.activities.append(tuple((self.defaults | values).values()))
        made.counts += [(pk, *cell) for cell in cells]
        made.places += [(pk, place) for place in self._places(town, draw)]
        made.themes += [(pk, theme) for theme in _some(cast.themes, draw)]
        made.groups += [(pk, group) for group, _sensitive in groups]
        made.writers.append((pk, town.clerk))
        state, at = values["review_state"], values["updated_at"]
        if state != "draft":
            made.steps.append((pk, "", state, town.reviewer, at, ""))

    def _when(self, town: Town, draw: Any) -> dict[str, Any]:
        """Its days, and how far it has come by today."""
        age = int(draw() ** 1.1 * 365 * YEARS) - (AHEAD if draw() < 0.004 else 0)
        start = self.now - age
        long = draw() < 0.06
        end = start + int(draw() ** 3 * LONGEST) + 1 if long else start
        state, chance = ReviewState.APPROVED.value, draw()
        steps = FRESH if age < 15 else RECENT if age < 90 else OLD
        for share, name in steps:
            if chance < share:
                state = name
                break
        if end >= self.now:
            state = "draft"
        days = self.days
        saved = f"{days[min(end + 1, self.now)]} {14 + start % 8}:{10 + age % 50}:00"
        read = f"{days[min(end + 3 + age % 9, self.now)]} 15:{10 + age % 50}:00"
        values = {
            "started": days[start],
            "ended": days[end] if long else None,
            "review_state": state,
            "created_at": saved,
            "written_at": saved,
            "updated_at": saved if state == "draft" else read,
            "status": _status(start, end, self.now),
        }
        if state != "draft":
            values["submitted_at"] = saved
        if state in ("approved", "returned", "withdrawn"):
            values |= {"reviewed_at": read, "reviewed_by_id": town.reviewer}
        if state == "approved":
            values["publish_from"] = days[end + town.delay]
            values |= _set_apart(read, town, draw)
        if state == "returned":
            values["review_note"] = NOTE
        return values

    def _doing(self, town: Town, kind: Any, draw: Any) -> dict[str, Any]:
        """Who did it, where, at what cost."""
        values = {
            "owner_id": town.owner,
            "country": town.country,
            "kind_id": kind.pk,
            "prevention_level": kind.prevention_level,
            "created_by_id": town.clerk,
            "updated_by_id": town.clerk,
        }
        if draw() < 0.7 and self.cast.settings:
            settings = self.cast.settings
            values["setting_id"] = settings[int(draw() * len(settings))]
        if draw() < 0.15:
            values["cost"] = f"{int(draw() * 900) + 20}.00"
            values["currency"] = CURRENCIES[town.country]
            values["funding_source"] = "municipal"
        return values

    def _places(self, town: Town, draw: Any) -> set[int]:
        """Its own territory; now and then one or two others took part."""
        places = {town.place} if town.place else set()
        if draw() < 0.08:
            towns = self.cast.towns
            others = (towns[int(draw() * len(towns))] for _each in range(2))
            places |= {other.place for other in others if other.place}
        return places


def make_chunk(maker: Maker, chunk: int, first: int, numbers: range) -> Made:
    """The samples of a chunk whose numbers were asked for; keys follow the numbers."""
    chance = random.Random(f"{maker.seed}/{chunk}")  # noqa: S311  samples, not secrets
    made, unwanted = Made(), Made()
    for number in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        wanted = number in numbers
        maker.make(number, first + number, chance, made if wanted else unwanted)
    return made


def _columns() -> Any:
    return Activity._meta.concrete_fields


def activity_columns() -> list[str]:
    """The columns of an activity in the order of a sample's values."""
    return [each.column for each in _columns()]


def _some(listed: list, draw: Any) -> list:
    """None, one or two entries of a list."""
    if not listed or draw() < 0.35:
        return []
    one = listed[int(draw() * len(listed))]
    if draw() < 0.75:
        return [one]
    other = listed[int(draw() * len(listed))]
    return [one] if one == other else [one, other]


def _words(kind: Any, draw: Any, *, sensitive: bool) -> dict[str, Any]:
    """Its texts: always in Spanish, in English for four of ten."""
    place = NEIGHBOURHOODS[int(draw() * len(NEIGHBOURHOODS))]
    spanish, english = STORIES[int(draw() * len(STORIES))]
    shown = "" if sensitive else place
    title = title_of(kind.name_es, shown or "el municipio", MARK_ES, "en")
    values = {
        "title": title,
        "title_es": title,
        "what_happened": spanish,
        "what_happened_es": spanish,
        "place_name": place,
    }
    translated = draw() < 0.4
    if translated:
        name = kind.name_en or kind.name_es
        where = shown or "the municipality"
        values["title_en"] = title_of(name, where, MARK_EN, "in")
        values["what_happened_en"] = english
    if draw() < 0.3:
        es, en = RESULTS[int(draw() * len(RESULTS))]
        values |= {"result": es, "result_es": es}
        if translated:
            values["result_en"] = en
    return values


def _status(start: int, end: int, now: int) -> int:
    if start > now:
        return ActivityStatus.PLANNED.value
    return ActivityStatus.UNDER_WAY.value if end > now else ActivityStatus.CLOSED.value


def _set_apart(read: str, town: Town, draw: Any) -> dict[str, Any]:
    """Eight of a thousand are hidden, ten were called off."""
    chance = draw()
    if chance < 0.008:
        return {"hidden_at": read, "hidden_by_id": town.reviewer}
    if chance < 0.018:
        return {"status": ActivityStatus.CANCELLED.value}
    return {}
