"""What the first screen of a report says in words."""

import pytest

from municipio_seguro import content
from municipio_seguro.reports.first import _weakest


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ({"PAR-01": 2, "PAR-02": 3}, "La más débil es Participación."),
        ({"PAR-01": 1, "PAR-02": 2}, "están en nivel 1"),
        ({"PAR-01": 1, "PAR-02": 0, "INS-01": 0}, "están en nivel 0"),
        ({"PAR-01": None}, "La más débil es Participación."),
    ],
)
def test_the_weakest_dimension_names_its_lowest_indicators(levels, told):
    instrument = content.current_instrument()
    answers = [{"code": code, "level": level} for code, level in levels.items()]
    worst = {"code": "PAR", "name": "Participación"}
    words = _weakest(instrument, {"answers": answers}, worst)
    assert told in words
    at = [level for code, level in levels.items() if code.startswith("PAR")]
    for code, level in levels.items():
        label = instrument.indicators[code].label.in_language("es")
        lowest = level is not None and level == min(x for x in at if x is not None)
        assert (label in words) == (
            code.startswith("PAR") and lowest and "nivel" in words
        )
