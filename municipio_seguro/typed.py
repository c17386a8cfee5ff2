"""What people type as an answer, understood or refused with one sentence."""

import datetime
import re
from decimal import Decimal

from municipio_seguro.confidence import EARLIEST
from municipio_seguro.instrument.shapes import Indicator
from municipio_seguro.messages import say

SHORTEST_REASON = 20
# At most fifteen figures before the point: more is a slip, not a count.
NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,6})?")


class Wrong(ValueError):  # noqa: N818
    """Something typed that cannot be used: the code of section G and its sentence."""

    def __init__(self, code: str, /, **values: object) -> None:
        self.code = code
        super().__init__(say(code, **values))


def level(typed: object, of: Indicator) -> int:
    """One of the four levels. Raises Wrong."""
    text = str(typed).strip()
    if isinstance(typed, bool) or text not in {"0", "1", "2", "3"}:
        raise Wrong("G-E01", code=of.code)
    return int(text)


def number(typed: object, code: str) -> Decimal | None:
    """A number as people write it; None for nothing typed. Raises Wrong.

    One comma alone is a decimal sign; comma and point together are refused, for they
    mean different numbers in different countries.
    """
    text = re.sub(r"[\s\u00a0%]+", "", str(typed if typed is not None else ""))
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        raise Wrong("G-E03", code=code)
    return Decimal(text.replace(",", "."))


def figure(typed: object, of: Indicator) -> Decimal | None:
    """The figure of a numeric indicator, within its bounds. Raises Wrong."""
    found = number(typed, of.code)
    asked = of.numeric
    if found is None or asked is None:
        return None
    if not asked.minimum <= found <= asked.maximum:
        raise Wrong(
            "G-E02",
            code=of.code,
            min=asked.minimum,
            max=asked.maximum,
            unit=asked.unit,
            x=found,
        )
    return found


def share(
    part: Decimal, total: Decimal, of: Indicator, names: tuple[str, str]
) -> Decimal:
    """A percentage from its part and its total. Raises Wrong.

    Nothing of nothing is 0, except where «no aplica» says it better.
    """
    if part > total or part < 0:
        raise Wrong("G-E04", code=of.code, part=names[0], total=names[1])
    if not total and of.na_allowed:
        raise Wrong("G-E04 none", code=of.code)
    return Decimal(100) * part / total if total else Decimal(0)


def reason_of_na(reason: str, of: Indicator) -> str:
    """Why an indicator does not apply. Raises Wrong where it may not be said, or is short."""
    if not of.na_allowed:
        raise Wrong("G-E05", code=of.code)
    text = " ".join(reason.split())
    if len(text) < SHORTEST_REASON:
        raise Wrong("G-E06", code=of.code)
    return text


def document_date(day: datetime.date | None, today: datetime.date) -> None:
    """A document is from 1990 to today. Raises Wrong."""
    if day is not None and not EARLIEST <= day <= today:
        raise Wrong("G-E08", date=day)
