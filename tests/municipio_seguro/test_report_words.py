"""What the first screen of a report says in words."""

import datetime
from decimal import Decimal

import pytest

from municipio_seguro import content, findings
from municipio_seguro.choices import FundingSource
from municipio_seguro.findings import RiskFact
from municipio_seguro.reports import plan
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


def test_what_has_no_source_is_told_to_the_cent():
    """A third without a source of an amount with cents."""
    measure = {
        "currency": "USD",
        "amount": "1000.01",
        "funding": [{"source": str(FundingSource.NONE), "share": "33.33"}],
    }
    lacking = plan._unfunded([measure], "USD")
    assert lacking == Decimal("333.30")


@pytest.mark.parametrize(
    ("days", "approved", "found"), [(30, False, 0), (31, False, 1), (31, True, 0)]
)
def test_an_extreme_risk_waits_thirty_days_for_an_approved_measure(
    days, approved, found
):
    today = datetime.date(2026, 11, 24)
    rated = today - datetime.timedelta(days=days)
    fact = RiskFact(1, "Ladera", "E", rated, measured=True, approved=approved)
    assert findings._is_late(fact, today) is bool(found)
