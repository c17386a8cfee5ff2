"""The instrument and complete answers for tests that need no database."""

from functools import cache

from municipio_seguro import content
from municipio_seguro.instrument import Instrument, read_instrument

# The answers of vector T05, in code order.
COMPLETE = {
    "PAR": [3, 2, 1, 2, 0, 1, 2],
    "INS": [2, 2, 1, 1, 2, 2],
    "EVA": [1, 1, 0, 1, 1, 0],
    "PRE": [2, 2, 1, 1, 2, 1],
    "ESP": [1, 2, 2, 1, 1, 0, 1, 1],
    "GRD": [2, 2, 1, 2, 1, 2, 1],
    "CON": [0, 0, 0, 1, 1, 0],
    "FIN": [1, 0, 1, 0, 0, 1, 1],
}


def complete() -> dict[str, int]:
    """A level for every indicator."""
    instrument = content.current_instrument()
    return {
        indicator.code: level
        for each in instrument.dimensions
        for indicator, level in zip(each.indicators, COMPLETE[each.code], strict=True)
    }


@cache
def text() -> str:
    return content.CURRENT.read_text(encoding="utf-8")


def read(changed: str) -> Instrument:
    return read_instrument(changed, content.programme())
