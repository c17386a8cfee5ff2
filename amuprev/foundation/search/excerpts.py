"""The part of a text in which the words stand, and which of its words to mark."""

import re
from dataclasses import dataclass
from functools import lru_cache

from amuprev.foundation.prose import in_one_row
from amuprev.foundation.search.words import STOP_WORDS, fold, stems_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Looked at, of each text; what stands further down is found, not shown.
MOST_READ = 6_000
WIDTH = 34
BEFORE = 8


@dataclass(frozen=True)
class Piece:
    """Some letters of an excerpt."""

    text: str
    marked: bool = False


def marked(text: str, stems: frozenset[str]) -> list[Piece]:
    """The whole text in pieces, the words that were asked for marked."""
    pieces, end = [], 0
    for word in WORD.finditer(text):
        if fits(word[0], stems):
            pieces += [Piece(text[end : word.start()]), Piece(word[0], marked=True)]
            end = word.end()
    pieces.append(Piece(text[end:]))
    return [piece for piece in pieces if piece.text]


def excerpt(text: str, stems: frozenset[str]) -> list[Piece]:
    """About forty words around the place where most of the words stand together."""
    plain = in_one_row(text[:MOST_READ])
    words = list(WORD.finditer(plain))
    if not words:
        return []
    hits = [number for number, word in enumerate(words) if fits(word[0], stems)]
    first = max(0, _best(words, hits) - BEFORE)
    last = min(len(words), first + WIDTH)
    begin = 0 if first == 0 else words[first].start()
    stop = len(plain) if last == len(words) else words[last - 1].end()
    pieces = marked(plain[begin:stop], stems)
    if begin:
        pieces.insert(0, Piece("… "))
    if stop < len(plain) or len(text) > MOST_READ:
        pieces.append(Piece(" …"))
    return pieces


def _best(words: list[re.Match[str]], hits: list[int]) -> int:
    """The first hit of the stretch with the most different words that were asked for."""

    def worth(start: int) -> tuple[int, int]:
        here = {
            fold(words[hit][0]) for hit in hits if start <= hit < start + WIDTH - BEFORE
        }
        return len(here), -start

    return max(hits, key=worth) if hits else 0


def asked_in(text: str, stems: frozenset[str]) -> frozenset[str]:
    """Those of its words that were asked for, folded."""
    words = WORD.findall(text)
    return frozenset(fold(word) for word in words if fits(word, stems))


def fits(word: str, stems: frozenset[str]) -> bool:
    """Whether a word as it is written is one of those asked for."""
    return any(each in stems for each in _stems_of_written(word))


@lru_cache(maxsize=100_000)
def _stems_of_written(word: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in fold(word) if sign.isascii() and sign.isalnum())
    return () if not plain or plain in STOP_WORDS else stems_of(plain)
