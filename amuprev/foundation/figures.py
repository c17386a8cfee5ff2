"""The one way in which the portal writes numbers for people, in each language.

Spanish: 1 200 and 0.5, with a narrow space that does not break; English: 1,200 and 0.5
(`amuprev/formats/`). Files of data keep plain numbers.
"""

import re
from decimal import Decimal

from django.utils.formats import number_format

MEGABYTE = 1024 * 1024
KILOBYTE = 1024


def figure(number: float | Decimal | str | None, decimals: int | None = None) -> str:
    """A number with its thousands apart, cents only where there are any; words stay."""
    if number is None or isinstance(number, str):
        return number or ""
    if decimals is None and number == int(number):
        number = int(number)
    return str(number_format(number, decimals, force_grouping=True))


class Counted(int):
    """How many of something, in a sentence that waits for its number: `%(count)s`."""

    def __str__(self) -> str:
        return figure(int(self))


def one_line(text: str) -> str:
    """A text in one line; the narrow space within a number is no end of a word."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def weight(size: int | None) -> str:
    """Bytes as people count their data: in MB from a tenth on, else in KB."""
    if not size:
        told, unit = "0", "KB"
    elif size < MEGABYTE // 10:
        told, unit = figure(-(-size // KILOBYTE)), "KB"
    else:
        told, unit = figure(max(0.1, round(size / MEGABYTE, 1)), 1), "MB"
    return f"{told}\N{NO-BREAK SPACE}{unit}"
