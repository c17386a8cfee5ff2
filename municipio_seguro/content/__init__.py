"""The instrument and the programme's own text, carried beside the code that reads them."""

from functools import cache
from pathlib import Path

from municipio_seguro.instrument import Instrument, read_instrument

HERE = Path(__file__).resolve().parent
PROGRAMME = HERE / "programme.es.txt"
PROGRAMME_EN = HERE / "programme.en.txt"
# Headings of it that end without a colon.
HEADINGS = frozenset({"Ámbito de acción", "Field of action"})
LONGEST_HEADING = 3
VECTORS = HERE / "vectors.json"
# Every version there ever was, the oldest first.
INSTRUMENTS = (HERE / "instrument-1.0.0.yaml",)
CURRENT = INSTRUMENTS[-1]


def programme() -> str:
    """The programme as the Liga Municipal Dominicana wrote it."""
    return PROGRAMME.read_text(encoding="utf-8")


@cache
def programme_told(language: str) -> list[tuple[str, list[str]]]:
    """The programme by its headings, in a language; its English is our translation."""
    told: list[tuple[str, list[str]]] = []
    text = PROGRAMME_EN.read_text("utf-8") if language == "en" else programme()
    for paragraph in filter(None, (line.strip() for line in text.splitlines())):
        head, colon, rest = paragraph.partition(":")
        if colon and len(head.split()) <= LONGEST_HEADING:
            told.append((head, [rest.strip()] if rest.strip() else []))
        elif paragraph.rstrip(".") in HEADINGS:
            told.append((paragraph.rstrip("."), []))
        else:
            told[-1][1].append(paragraph)
    return told


@cache
def current_instrument() -> Instrument:
    """The instrument of the file that new assessments use."""
    return read_instrument(CURRENT.read_text(encoding="utf-8"), programme())
