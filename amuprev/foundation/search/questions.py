"""What somebody asks, understood: words, words that mean the same, filters."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from amuprev.foundation.search.documents import filter_token
from amuprev.foundation.search.tables import Tree
from amuprev.foundation.search.words import stems_of, telling, words_in

MOST_LETTERS = 200
MOST_WORDS = 12
MOST_EXPRESSIONS = 24
Expression = tuple[str, ...]
# Each group of expressions that mean the same, as folded words.
Groups = list[list[Expression]]


@dataclass(frozen=True)
class Wish:
    """A word or an expression that was asked for, and what means the same."""

    asked: Expression
    same: tuple[Expression, ...] = ()

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """All that fulfils it."""
        return (self.asked, *self.same)


@dataclass(frozen=True)
class Question:
    """Words that must all stand in what is found, in one language, with filters."""

    language: str
    wishes: tuple[Wish, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()

    def tree(self, *, in_title: bool = False) -> Tree:
        """For the index; with `in_title`, the words must stand in titles."""
        mark = f"{self.language}_t" if in_title else self.language
        tree: Tree = [
            [
                [tuple(f"{mark}_{stem}" for stem in stems_of(word)) for word in words]
                for words in wish.expressions
            ]
            for wish in self.wishes
        ]
        tree += [
            [[(filter_token(self.language, name, value),)]]
            for name, value in self.filters
        ]
        return tree

    @property
    def stems(self) -> frozenset[str]:
        """Whatever is marked in what is found."""
        return frozenset(
            stem
            for wish in self.wishes
            for words in wish.expressions
            for word in words
            for stem in stems_of(word)
        )

    @property
    def asked(self) -> list[str]:
        """The words as they were asked, folded, in order."""
        return [word for wish in self.wishes for word in wish.asked]


@dataclass
class Understood:
    """The words of a text that somebody typed; what could not be used of it."""

    words: list[str] = field(default_factory=list)
    too_long: bool = False
    only_stop_words: bool = False


def understand(text: str) -> Understood:
    """The telling words of what was typed; nothing in it is an operator."""
    if len(text) > MOST_LETTERS:
        return Understood(too_long=True)
    written = words_in(text)
    words = list(dict.fromkeys(telling(written)))
    if not words:
        return Understood(only_stop_words=bool(text.strip()))
    if len(words) > MOST_WORDS:
        return Understood(too_long=True)
    return Understood(words)


def ask(
    language: str,
    words: list[str],
    groups: Iterable[list[Expression]] = (),
    filters: Iterable[tuple[str, str]] = (),
) -> Question:
    """A question with every expression that has others of the same meaning."""
    known = _by_stems(groups)
    longest = max((len(key) for key in known), default=0)
    wishes, start = [], 0
    while start < len(words):
        taken = 1
        same: tuple[Expression, ...] = ()
        for length in range(min(longest, len(words) - start), 0, -1):
            key = _key(tuple(words[start : start + length]))
            if key in known:
                taken, same = length, known[key]
                break
        asked = tuple(words[start : start + taken])
        others = tuple(each for each in same if _key(each) != _key(asked))
        wishes.append(Wish(asked, others[:MOST_EXPRESSIONS]))
        start += taken
    return Question(language, tuple(wishes), tuple(filters))


def expressions_of(texts: Iterable[str]) -> list[Expression]:
    """Names and synonyms as folded words, without repeating any."""
    found = (tuple(telling(words_in(text))) for text in texts if text)
    return list(dict.fromkeys(each for each in found if each))


def _key(words: Expression) -> Expression:
    """Two expressions are one when their words have the same stem in Spanish."""
    return tuple(stems_of(word)[0] for word in words)


def _by_stems(
    groups: Iterable[list[Expression]],
) -> dict[Expression, tuple[Expression, ...]]:
    """Each expression and all that mean the same, whichever group says so."""
    known: dict[Expression, tuple[Expression, ...]] = {}
    for group in groups:
        for each in group:
            so_far = known.get(_key(each), ())
            known[_key(each)] = tuple(dict.fromkeys((*so_far, *group)))
    return known
