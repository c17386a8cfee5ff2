"""Texts and days of a snapshot, as its readers read them."""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from municipio_seguro.choices import STANDING_STATUSES
from municipio_seguro.instrument.shapes import Texts
from network.dates import one_day

Told = dict[str, str]
# The file parts thousands with a plain space.
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
NARROW = "\N{NARROW NO-BREAK SPACE}"


def text_of(record: Mapping[str, Any], name: str) -> Told:
    """A text in the reader's language; else in Spanish, marked as such."""
    reader = language_in_use()
    for code in dict.fromkeys((reader, "es")):
        if words := record.get(f"{name}_{code}"):
            return {"words": str(words), "lang": "" if code == reader else code}
    return {"words": "", "lang": ""}


def standing(content: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The measures of a snapshot that count: all but those given up."""
    return [each for each in content["measures"] if each["status"] in STANDING_STATUSES]


def said(texts: Texts) -> str:
    """A text of the instrument, which has both languages, its numbers as we write them."""
    return THOUSANDS.sub(NARROW, texts.in_language(language_in_use()))


def short(texts: Texts) -> str:
    """The name of a level or of a strength, without what explains it."""
    return said(texts).split(":")[0]


def number(text: str | None) -> str:
    """A figure of the snapshot with the reader's separators and one decimal."""
    return "" if text is None else figure(Decimal(text), 1)


def between(ends: list[str] | None) -> list[str]:
    """Both ends of a range, written."""
    return [number(each) for each in ends or ()]


def day_of(text: str | None) -> str:
    """A day or a moment of the snapshot in words."""
    if not text:
        return ""
    if "T" in text:
        moment = datetime.datetime.fromisoformat(text)
        return one_day(timezone.localtime(moment).date())
    return one_day(datetime.date.fromisoformat(text))
