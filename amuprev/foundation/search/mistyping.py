"""«Did you mean …?»: one typing error, mended from words that are public."""

import string
from collections.abc import Callable, Iterable
from dataclasses import replace

from amuprev.foundation.search.finding import how_many, is_anything
from amuprev.foundation.search.questions import Question, Wish
from amuprev.foundation.search_models import SearchWord

LETTERS = string.ascii_lowercase + string.digits
SHORTEST, LONGEST = 3, 30
MOST_LOOKED_AT = 24
MOST_COUNTED = 200


def suggestion(
    question: Question, ask_again: Callable[[list[str]], Question]
) -> list[str]:
    """The words as they may have been meant; nothing when that finds nothing either.

    Each word that stands nowhere is replaced by the most frequent one that differs
    by one letter added, left out, changed or exchanged with its neighbour.
    """
    meant: list[str] = []
    for wish in question.wishes:
        alone = Question(question.language, (wish,))
        if is_anything(alone):
            meant += wish.asked
            continue
        for word in wish.asked:
            better = _better(question.language, word)
            if better is None:
                return []
            meant.append(better)
    if meant == question.asked:
        return []
    again = replace(ask_again(meant), filters=question.filters)
    return meant if is_anything(again) else []


def _better(language: str, word: str) -> str | None:
    """The word that was probably meant, or the word itself when it is known."""
    if is_anything(_of_word(language, word)):
        return word
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    known = SearchWord.objects.filter(pk__in=list(one_error_from(word)))
    near = sorted(
        known.values_list("pk", flat=True), key=lambda each: _apart(word, each)
    )
    counted = [
        (how_many(_of_word(language, each), MOST_COUNTED), -number, each)
        for number, each in enumerate(near[:MOST_LOOKED_AT])
    ]
    best = max(counted, default=(0, 0, ""))
    return best[2] if best[0] else None


def as_written(words: list[str]) -> str:
    """Folded words with their accents, as they stand in what is public."""
    known = SearchWord.objects.in_bulk(words)
    return " ".join(
        (known[word].written if word in known else "") or word for word in words
    )


def _of_word(language: str, word: str) -> Question:
    return Question(language, (Wish((word,)),))


def _apart(word: str, other: str) -> tuple[bool, bool, str]:
    """Exchanged and doubled letters and a right beginning come first."""
    return sorted(word) != sorted(other), word[:1] != other[:1], other


def one_error_from(word: str) -> set[str]:
    """Every word that differs by one typing error."""
    parts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    found: set[str] = set()
    found.update(first + rest[1:] for first, rest in parts if rest)
    found.update(_exchanged(parts))
    for letter in LETTERS:
        found.update(first + letter + rest[1:] for first, rest in parts if rest)
        found.update(first + letter + rest for first, rest in parts)
    return found - {word, ""}


def _exchanged(parts: Iterable[tuple[str, str]]) -> set[str]:
    return {
        first + rest[1] + rest[0] + rest[2:] for first, rest in parts if len(rest) > 1
    }
