"""Answers: what is found, in which order, how much; the same on both databases."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from amuprev.foundation.search.questions import Expression, Question
from amuprev.foundation.search.tables import places_of
from amuprev.foundation.search.words import stems_of
from amuprev.foundation.search_models import SearchDocument

# Beyond so many the total is told as «more than».
MOST_COUNTED = 1_000
# So many of them are put in order by how well they fit; the rest stay as they stand.
MOST_RANKED = 300
SYNONYM = 0.6
RANK_BITS = 57


@dataclass(frozen=True)
class Found:
    """All that was found: places in their order, and whether there are more."""

    places: list[int]
    more: bool

    @property
    def total(self) -> int:
        """How many may be read."""
        return len(self.places)


def find(question: Question) -> Found:
    """The places of what fits, best first."""
    if not question.wishes and not question.filters:
        return Found([], more=False)
    every = places_of(question.tree(), MOST_COUNTED + 1)
    if not question.wishes:
        return Found(every[:MOST_COUNTED], more=len(every) > MOST_COUNTED)
    more = len(every) > MOST_COUNTED
    titled = every
    if len(every) > MOST_RANKED:
        titled = places_of(question.tree(in_title=True), MOST_COUNTED)
    candidates = list(dict.fromkeys([*titled, *every]))[:MOST_COUNTED]
    ranked = _ranked(question, candidates[:MOST_RANKED])
    return Found(ranked + candidates[MOST_RANKED:], more=more)


def is_anything(question: Question) -> bool:
    """Whether anything fits."""
    return bool(places_of(question.tree(), 1))


def how_many(question: Question, most: int) -> int:
    """How many fit, counted no further than `most`."""
    return len(places_of(question.tree(), most))


def documents_at(places: Iterable[int]) -> list[SearchDocument]:
    """The documents of these places, in their order."""
    asked = list(places)
    rows = SearchDocument.objects.defer("tokens").in_bulk(asked)
    return [rows[place] for place in asked if place in rows]


def _ranked(question: Question, places: list[int]) -> list[int]:
    rows = SearchDocument.objects.filter(pk__in=places).values_list("pk", "tokens")
    told = [
        (-_score(question, f" {tokens} ", place >> RANK_BITS), place)
        for place, tokens in rows
    ]
    return [place for _score_, place in sorted(told)]


def _score(question: Question, tokens: str, rank: int) -> float:
    """How well a document fits: what is in its title, how often, how close together."""
    mark = question.language
    titled = tokens.count(f" {mark}_t_")
    length = 1 + math.log10(1 + tokens.count(" ") / 60)
    score, in_title, asked_in_title = 0.0, True, 0
    for wish in question.wishes:
        worth = [
            _worth(tokens, mark, words) * (1 if words is wish.asked else SYNONYM)
            for words in wish.expressions
        ]
        score += max(worth) / length
        here = [_stands(tokens, f"{mark}_t", words) for words in wish.expressions]
        in_title = in_title and any(here)
        asked_in_title += len(wish.asked) if here[0] else 0
        score += 8 if here[0] else 8 * SYNONYM * any(here)
    score += 8 * in_title
    score += 14 * _is_name(tokens, mark, question.asked)
    if asked_in_title == len(question.asked):
        # The nearer the title comes to nothing but what was asked.
        score += 20 * asked_in_title / max(titled, asked_in_title)
        score += 6 * _close(tokens, f"{mark}_t", question.asked)
    score += 4 * _close(tokens, mark, question.asked)
    # A page about a thing before an activity that mentions it.
    return round(score - rank / 8, 4)


def _stands(tokens: str, mark: str, words: Expression) -> bool:
    return all(
        any(f" {mark}_{stem} " in tokens for stem in stems_of(word)) for word in words
    )


def _is_name(tokens: str, mark: str, words: list[str]) -> bool:
    """Whether the words are the whole title, or the whole of another name."""
    return any(
        f" {mark}_x_{'_'.join(stems_of(word)[-number] for word in words)} " in tokens
        for number in range(2)
    )


def _worth(tokens: str, mark: str, words: Expression) -> float:
    """What the words' number is worth: the tenth time tells less than the first."""
    if not _stands(tokens, mark, words):
        return 0
    least = min(
        sum(tokens.count(f" {mark}_{stem} ") for stem in stems_of(word))
        for word in words
    )
    return 3 * math.log2(1 + min(least, 15))


def _close(tokens: str, mark: str, words: list[str]) -> bool:
    """Whether the words stand one after the other."""
    if len(words) < 2:
        return False
    for number in range(2):
        row = " ".join(f"{mark}_{stems_of(word)[-number]}" for word in words)
        if f" {row} " in tokens:
            return True
    return False
