"""The one way in which the portal writes numbers for people, in each language.

Spanish: 1 200 and 0.5, with a narrow space that does not break; English: 1,200 and 0.5
(`amuprev/formats/`). Files of data keep plain numbers.
"""

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


def weight(size: int | None) -> str:
    """Bytes as people count their data: in MB from a tenth on, else in KB."""
    if not size:
        told, unit = "0", "KB"
    elif size < MEGABYTE // 10:
        told, unit = figure(-(-size // KILOBYTE)), "KB"
    else:
        told, unit = figure(max(0.1, round(size / MEGABYTE, 1)), 1), "MB"
    return f"{told}\N{NO-BREAK SPACE}{unit}"
