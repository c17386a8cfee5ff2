"""All public twinnings at a glance: what the list is narrowed, counted and paged by.

Each process reads it anew every half minute, in six questions whatever their number,
and as soon as a twinning changes there. What is shown is asked of the database each time.
"""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.utils import timezone

from amuprev.foundation import bits
from amuprev.foundation.narrowing import EVERY, Bearing
from amuprev.foundation.near import forget, remembered
from amuprev.foundation.search.words import words_in
from network.models import Organisation, Place
from twinnings.choices import TwinningStatus
from twinnings.maps import pairs_of
from twinnings.models import Exchange, Party, Twinning

KNOWN = "twinnings-overview"
# A twinning whose date is not known is told after all others, and found under this.
NO_YEAR = "none"
NO_DAY = datetime.date.min
NO_WORDS: frozenset[str] = frozenset()
# What stands so goes on in this year too; of the others nobody knows.
GOING_ON = (TwinningStatus.LETTER, TwinningStatus.ACTIVE, TwinningStatus.PAUSED)

# By when it began, then by its number.
Key = tuple[datetime.date, int]


@dataclass(frozen=True)
class Overview:
    """The public twinnings by their positions, the newest highest."""

    keys: list[Key]
    stored: Mapping[Bearing, int]
    # By the two countries that they join.
    pairs: Mapping[str, int]
    # How many arcs each has on the map.
    arcs: list[int]
    # The slugs of the places that take part.
    places: frozenset[str]
    # Those of whose parties a name has this word, without accents.
    words: Mapping[str, int]
    exchanges: int

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.keys)

    def named(self, words: Sequence[str]) -> int:
        """Those of whose parties each of these words begins a word of a name."""
        held = self.stored.get(EVERY, 0)
        for word in words:
            begun = (
                each for known, each in self.words.items() if known.startswith(word)
            )
            held &= reduce(or_, begun, 0)
        return held

    def position_after(self, key: Key) -> int:
        """The position below which the next ones stand."""
        return bisect_left(self.keys, key)

    def number_at(self, position: int) -> int:
        """The number of the twinning at a position."""
        return self.keys[position][1]

    def spread_over(self, found: int, most: int) -> list[int]:
        """Positions of what was found, until they have so many arcs: the newest of each
        pair of countries, then the next of each, so that no direction fills the map."""
        chosen: list[int] = []
        left = most
        for position in self._in_turn(found):
            left -= self.arcs[position]
            if left < 0 and chosen:
                break
            chosen.append(position)
        return chosen

    def _in_turn(self, found: int) -> Iterator[int]:
        taken: set[int] = set()
        rows = [
            bits.highest_first(held & found)
            for _pair, held in sorted(self.pairs.items())
        ]
        while rows:
            going = []
            for row in rows:
                position = next((each for each in row if each not in taken), None)
                if position is not None:
                    taken.add(position)
                    going.append(row)
                    yield position
            rows = going


def overview() -> Overview:
    """As this process knows it."""
    return remembered(KNOWN, _ask)


def forget_overview() -> None:
    """Read it anew next time."""
    forget(KNOWN)


def _ask() -> Overview:
    twinnings = _twinnings()
    keys = sorted((row["started"] or NO_DAY, row["pk"]) for row in twinnings.values())
    positions = {number: at for at, (_day, number) in enumerate(keys)}
    told: dict[Bearing, list[int]] = defaultdict(list)
    told[EVERY] = list(positions.values())
    pairs: dict[str, list[int]] = defaultdict(list)
    arcs, exchanges = [0] * len(keys), _exchanges(twinnings)
    places = _parties(twinnings)
    words: dict[str, list[int]] = defaultdict(list)
    for number, row in twinnings.items():
        at = positions[number]
        for bearing in _bearings(row):
            told[bearing].append(at)
        for word in row["words"]:
            words[word].append(at)
        joined = pairs_of(row["countries"])
        arcs[at] = len(joined)
        for pair in {_pair(row["countries"], *each) for each in joined}:
            pairs[pair].append(at)
    return Overview(
        keys,
        {bearing: bits.of_positions(held) for bearing, held in told.items()},
        {pair: bits.of_positions(held) for pair, held in pairs.items()},
        arcs,
        places,
        {word: bits.of_positions(held) for word, held in words.items()},
        exchanges,
    )


def _pair(countries: list[str], one: int, other: int) -> str:
    return "-".join(sorted((countries[one], countries[other])))


def _twinnings() -> dict[int, dict[str, Any]]:
    columns = ("pk", "started", "ended", "status", "type", "management_themes")
    found = {}
    for row in Twinning.objects.public().order_by().values(*columns):
        more: dict[str, Any] = {
            "countries": [],
            "themes": [],
            "held": [],
            "forms": set(),
            "words": set(),
        }
        found[row["pk"]] = row | more
    # A relation between both tables alone: no text is read.
    through = Twinning.themes.through.objects.order_by()
    for number, theme in through.values_list("twinning_id", "theme__key"):
        if number in found:
            found[number]["themes"].append(theme)
    return found


def _parties(twinnings: dict[int, dict[str, Any]]) -> frozenset[str]:
    """Note the country of each party and the words of its names; the slugs of their
    places."""
    slugs, words = _names_of_places()
    organisations = _names_of_organisations()
    taking_part = set()
    rows = Party.objects.public().order_by("twinning_id", "position", "pk")
    for number, country, place, organisation in rows.values_list(
        "twinning_id", "country", "place_id", "organisation_id"
    ):
        if number in twinnings:
            row = twinnings[number]
            row["countries"].append(country)
            row["words"] |= words[place] | organisations.get(organisation, NO_WORDS)
            taking_part.add(slugs.get(place))
    return frozenset(filter(None, taking_part))


def _names_of_places() -> tuple[dict[int, str], dict[int | None, frozenset[str]]]:
    """Of every place that takes part its slug, and the words of all its names."""
    slugs: dict[int, str] = {}
    words: dict[int | None, frozenset[str]] = defaultdict(frozenset)
    columns = ("pk", "slug", "name_es", "name_en", "names__text")
    taking_part = Party.objects.order_by().values("place")
    rows = Place.objects.filter(pk__in=taking_part).order_by()
    for key, slug, *names in rows.values_list(*columns):
        slugs[key] = slug
        words[key] |= _words_of(names)
    return slugs, words


def _names_of_organisations() -> dict[int, frozenset[str]]:
    taking_part = Party.objects.order_by().values("organisation")
    rows = Organisation.objects.filter(pk__in=taking_part).order_by()
    return {
        key: _words_of(names)
        for key, *names in rows.values_list("pk", "name_es", "name_en", "acronym")
    }


def _words_of(names: Sequence[str | None]) -> frozenset[str]:
    return frozenset(word for name in names if name for word in words_in(name))


def _exchanges(twinnings: dict[int, dict[str, Any]]) -> int:
    """Note when exchanges were and of which kind; how many there are."""
    count = 0
    rows = Exchange.objects.public().order_by()
    for number, modality, first, last in rows.values_list(
        "twinning_id", "modality", "started", "ended"
    ):
        if number in twinnings:
            count += 1
            twinnings[number]["held"].append((first, last))
            twinnings[number]["forms"].add(modality)
    return count


def _bearings(row: dict[str, Any]) -> Iterator[Bearing]:
    """Every filter and answer that a twinning bears."""
    for facet, values in (
        ("country", set(row["countries"])),
        ("theme", row["themes"]),
        ("management", row["management_themes"]),
        ("year", years_of(row)),
        ("status", [row["status"]]),
        ("kind", [row["type"]]),
        ("exchange", row["forms"]),
    ):
        for value in values:
            yield facet, str(value)


def years_of(row: Mapping[str, Any]) -> set[str]:
    """The years of which something is recorded: its life as far as it is known, and its
    exchanges. One that stands open goes on; what nobody knows ended is not drawn out."""
    spans = list(row["held"])
    last = row["ended"]
    if last is None and row["status"] in GOING_ON:
        last = timezone.localdate()
    if row["started"] or row["ended"]:
        spans.append((row["started"] or row["ended"], last))
    years = {
        str(year)
        for first, until in spans
        if first is not None
        for year in range(first.year, max(first, until or first).year + 1)
    }
    return years or {NO_YEAR}
