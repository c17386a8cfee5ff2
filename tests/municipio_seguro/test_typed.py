"""What people type as an answer: understood, or refused with its sentence."""

import datetime
from decimal import Decimal

import pytest

from municipio_seguro import content, typed

INDICATORS = content.current_instrument().indicators
TODAY = datetime.date(2026, 11, 23)


def refused(call, *given):
    with pytest.raises(typed.Wrong) as wrong:
        call(*given)
    return wrong.value.code


@pytest.mark.parametrize("given", ["0", "3", 2, " 1 "])
def test_a_level(given):
    assert typed.level(given, INDICATORS["PAR-01"]) == int(given)


@pytest.mark.parametrize("given", ["4", "-1", "1.5", "", None, True, "uno", "²"])
def test_no_level(given):
    assert refused(typed.level, given, INDICATORS["PAR-01"]) == "G-E01"


@pytest.mark.parametrize(
    ("given", "understood"),
    [("85", "85"), ("85.5", "85.5"), ("85,5", "85.5"), (" 85 % ", "85"), ("1,5", "1.5"),
     ("\u00a085", "85")],
)  # fmt: skip
def test_a_number(given, understood):
    assert typed.number(given, "INS-02") == Decimal(understood)


@pytest.mark.parametrize(
    "given",
    ["1.234,5", "1,234.5", "1,2,3", "ochenta", "1e3", "NaN", "٣", "--1", "9" * 20],
)
def test_no_number(given):
    assert refused(typed.number, given, "INS-02") == "G-E03"


def test_nothing_typed_is_missing_and_not_zero():
    assert typed.figure("", INDICATORS["INS-02"]) is None
    assert typed.figure("0", INDICATORS["INS-02"]) == 0


@pytest.mark.parametrize("given", ["-0.1", "100.01", "1000"])
def test_a_figure_out_of_bounds(given):
    assert refused(typed.figure, given, INDICATORS["INS-02"]) == "G-E02"


def test_a_part_of_a_total():
    names = ("lamps that work", "lamps")
    light = INDICATORS["ESP-03"]
    assert typed.share(Decimal(80), Decimal(100), light, names) == 80
    assert typed.share(Decimal(0), Decimal(0), light, names) == 0
    assert refused(typed.share, Decimal(101), Decimal(100), light, names) == "G-E04"


def test_na_only_where_it_may_be_said_and_with_a_reason():
    reason = "En doce meses no se aprobó ningún proyecto."
    assert typed.reason_of_na(reason, INDICATORS["FIN-04"]) == reason
    assert refused(typed.reason_of_na, reason, INDICATORS["FIN-01"]) == "G-E05"
    assert refused(typed.reason_of_na, "x" * 19, INDICATORS["FIN-04"]) == "G-E06"
    assert refused(typed.reason_of_na, " " * 40, INDICATORS["FIN-04"]) == "G-E06"


@pytest.mark.parametrize("day", [(1989, 12, 31), (2026, 11, 24)])
def test_a_document_of_no_possible_day(day):
    assert refused(typed.document_date, datetime.date(*day), TODAY) == "G-E08"


@pytest.mark.parametrize("day", [(1990, 1, 1), (2026, 11, 23)])
def test_a_document_of_a_possible_day(day):
    typed.document_date(datetime.date(*day), TODAY)


@pytest.mark.parametrize("code", ["EVA-06", "ESP-01", "CON-06", "FIN-04"])
def test_nothing_of_nothing_does_not_apply_where_that_may_be_said(code):
    names = ("done", "planned")
    given = (Decimal(0), Decimal(0), INDICATORS[code], names)
    assert refused(typed.share, *given) == "G-E04 none"
