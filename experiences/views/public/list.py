"""The public list: filters with counts, three orders, pages by key."""

import re
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from amuprev.foundation.collation import sort_key
from amuprev.foundation.narrowing import page_of
from experiences.adapted import adapted_words, with_adapters
from experiences.addresses import compare_address, feed_address
from experiences.filters import ORDERS, ExperienceFilter
from experiences.lines import card_of
from experiences.models import Experience
from experiences.ordering import (
    LIKE,
    Mine,
    Ordered,
    most_alike_first,
    nearest_first,
)
from experiences.reasons import notes_of, reason_of
from experiences.safety import safety_of_list
from network.lines import country_words

LANGUAGES = ("es", "en")
KEY = re.compile(r"(\d{1,2})-(\d{1,9})", re.ASCII)


def key_written(text: str) -> tuple[int, int] | None:
    """The last one of the page before, from an address; None for anything else."""
    found = KEY.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def experience_list(request: HttpRequest, page: Page) -> HttpResponse:
    """One page of what the filters leave, in the order asked."""
    asked = ExperienceFilter(request.GET)
    ordered = _ordered(asked)
    after = key_written(request.GET.get("after", ""))
    keys, more = page_of([held for held, _why in ordered], after=after)
    chosen, pairs = asked.in_use(), asked.pairs()
    context: dict[str, Any] = {
        "page": page,
        "asked": asked,
        "filters": asked.filters(),
        "orders": [(key, label, key == asked.sort) for key, label in ORDERS],
        "towns": _by_country(asked),
        "in_use": chosen,
        "cards": _cards(keys, ordered, asked),
        "count": asked.found.count,
        "notes": notes_of(asked),
        "next_url": _older(pairs, keys) if more else "",
        "first_url": f"?{urlencode(pairs)}" if after else "",
        "clear_url": area_address("experiences"),
        "compare_url": compare_address(),
        "feed_url": feed_address(),
        "safety": safety_of_list(asked.chosen),
        "record_alternates": {
            code: area_address("experiences", language=code) for code in LANGUAGES
        },
    }
    return render(request, "experiences/public/list.html", context)


def _ordered(asked: ExperienceFilter) -> Ordered:
    found, mine = asked.found.every, asked.mine
    if mine is None or asked.sort not in ("near", "like"):
        return [(found, ())]
    if asked.sort == LIKE:
        return most_alike_first(found, asked.stored, mine)
    return nearest_first(found, asked.stored, mine, asked.round_about, asked.farther)


def _older(pairs: list[tuple[str, str]], keys: list[tuple[int, int]]) -> str:
    which, position = keys[-1]
    return "?" + urlencode([*pairs, ("after", f"{which}-{position}")])


def _cards(
    keys: list[tuple[int, int]], ordered: Ordered, asked: ExperienceFilter
) -> list[dict[str, Any]]:
    """The cards of these positions in their order; what was hidden meanwhile is left out."""
    if not keys:
        return []
    wanted = [position for _which, position in keys]
    # What is public is looked at row by row: asked of the database, it may read all of
    # them to find these.
    rows = Experience.objects.filter(position__in=wanted).for_lists()
    found: dict[Any, Any] = {
        row.position: row for row in with_adapters(rows) if row.is_public
    }
    return [
        {
            **card_of(found[position]),
            "adapted": adapted_words(found[position].adapters),
            "why": [
                reason_of(each, asked, found[position]) for each in ordered[which][1]
            ],
        }
        for which, position in keys
        if position in found
    ]


def _by_country(asked: ExperienceFilter) -> list[tuple[str, list[Mine]]]:
    """The municipalities to choose from, under their countries."""
    towns = sorted(
        asked.towns.values(), key=lambda town: sort_key(country_words(town.country))
    )
    return [
        (country_words(code), list(group))
        for code, group in groupby(towns, key=lambda town: town.country)
    ]
