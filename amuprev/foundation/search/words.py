"""Words as the search compares them: without accents or capitals, stemmed in their language.

One function serves the index and the questions, on SQLite and PostgreSQL alike.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

LANGUAGES = ("es", "en")
LONGEST = 40
WRITTEN = re.compile(r"[a-z0-9]+")
# Within a word: «Ch'orti'», «children's».
JOINERS = str.maketrans("", "", "'’\u02bc`\u00b4")
# Too frequent to tell anything, in either language: a page can hold texts of both.
STOP_WORDS = frozenset(
    [
        "a",
        "al",
        "ante",
        "aquel",
        "aquella",
        "aquellas",
        "aquellos",
        "aqui",
        "asi",
        "aun",
        "aunque",
        "bajo",
        "cada",
        "como",
        "con",
        "contra",
        "cual",
        "cuales",
        "cuando",
        "cuyo",
        "de",
        "del",
        "desde",
        "donde",
        "dos",
        "e",
        "el",
        "ella",
        "ellas",
        "ello",
        "ellos",
        "en",
        "entre",
        "era",
        "eran",
        "es",
        "esa",
        "esas",
        "ese",
        "eso",
        "esos",
        "esta",
        "estaba",
        "estan",
        "estas",
        "este",
        "esto",
        "estos",
        "fue",
        "fueron",
        "ha",
        "habia",
        "han",
        "hasta",
        "hay",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "mas",
        "me",
        "mediante",
        "mi",
        "mientras",
        "muy",
        "ni",
        "no",
        "nos",
        "o",
        "otra",
        "otras",
        "otro",
        "otros",
        "para",
        "pero",
        "por",
        "porque",
        "que",
        "quien",
        "quienes",
        "se",
        "segun",
        "ser",
        "si",
        "sido",
        "sin",
        "sino",
        "sobre",
        "son",
        "su",
        "sus",
        "tal",
        "tambien",
        "tan",
        "te",
        "tiene",
        "tienen",
        "toda",
        "todas",
        "todo",
        "todos",
        "tras",
        "tu",
        "u",
        "un",
        "una",
        "unas",
        "uno",
        "unos",
        "y",
        "ya",
        "yo",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "between",
        "both",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "more",
        "most",
        "my",
        "not",
        "of",
        "off",
        "on",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "she",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "under",
        "until",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
# A plural in -es stands after these; the singular ends in them.
BEFORE_ES = "lrndjsyz"


def fold(text: str) -> str:
    """A text without accents, capitals or marks within words."""
    bare = text.casefold().translate(JOINERS)
    if bare.isascii():
        return bare
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def words_in(text: str) -> list[str]:
    """Every folded word of a text, in order."""
    return [word[:LONGEST] for word in WRITTEN.findall(fold(text))]


def telling(words: list[str]) -> list[str]:
    """The words that tell something."""
    return [word for word in words if word not in STOP_WORDS]


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """A folded word without its endings, as its language has them."""
    if word.isdigit():
        return word
    if language == "es":
        word = _singular(word)
    return _stemmer(language).stemWord(word)


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Every stem a folded word has: a reader may use either language anywhere."""
    return tuple(dict.fromkeys(stem(word, language) for language in LANGUAGES))


@lru_cache(maxsize=4)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer({"es": "spanish", "en": "english"}[language])


def _singular(word: str) -> str:
    """The library takes «jovenes» and «joven» for two words: it reads one as a verb."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith("es") and word[-3] in BEFORE_ES:
        return word[:-2]
    return word[:-1] if word[-2] in "aeo" else word
